"""Transactions: whole or not at all, each work by itself, a worker's name held once."""

from functools import partial
from pathlib import Path

import pytest
from sqlalchemy.exc import SQLAlchemyError

from store.open import open_store
from store.protocol import Ledger, Store
from tests.store.builders import NOW, WORKER, accept


def put(value: str, ledger: Ledger) -> str:
    """Keep ``value`` and return it."""
    ledger.set("note", value, "test", NOW)
    return value


def put_and_fail(value: str, ledger: Ledger) -> None:
    """Keep ``value``, then fail."""
    put(value, ledger)
    raise KeyError(value)


def note(store: Store) -> str | None:
    """Return what is kept."""
    return store.read(lambda ledger: ledger.setting("note"))


def test_a_work_that_raises_leaves_nothing(store: Store) -> None:
    """Nothing of a transaction stays when its work raises, and the caller gets its error."""
    with pytest.raises(KeyError, match="one"):
        store.write(partial(put_and_fail, "one"))

    assert None is note(store)


def test_a_failing_work_takes_no_other_with_it(store: Store) -> None:
    """In a group each work stands or falls alone, and each result is in its place."""
    first, error, third = store.write_all(
        [partial(put, "one"), partial(put_and_fail, "two"), partial(put, "three")]
    )

    assert ("one", "three", "three") == (first, third, note(store))
    assert repr(KeyError("two")) == repr(error)


def test_a_failing_work_is_undone_alone(store: Store) -> None:
    """What a failing work had written before it failed is not there."""
    store.write_all([partial(put, "one"), partial(put_and_fail, "two")])

    assert "one" == note(store)


def test_a_refused_statement_takes_no_other_with_it(store: Store) -> None:
    """An error of the database about one work's values is that work's own."""

    def refused(ledger: Ledger) -> None:
        ledger.set("note", None, "test", NOW)  # type: ignore[arg-type]  # what the table refuses

    first, error, third = store.write_all([partial(put, "one"), refused, accept])

    assert "one" == first
    assert isinstance(error, SQLAlchemyError)
    assert isinstance(third, list)


def test_reading_changes_nothing(store: Store) -> None:
    """A work that writes where it should read is refused by the database."""
    with pytest.raises(Exception, match="read"):
        store.read(partial(put, "one"))

    assert None is note(store)


def test_a_worker_runs_once(store: Store, url: str, blobs: Path, seller: str) -> None:
    """A name is held by one process until it closes; another name and another seller are free."""
    second, other = open_store(url, blobs, seller), open_store(url, blobs, f"{seller}-other")

    assert (True, True) == (store.hold(WORKER), store.hold(WORKER))
    assert (False, True) == (second.hold(WORKER), second.hold("worker-2"))
    assert other.hold(WORKER)
    store.close()
    assert second.hold(WORKER)
    second.close()
    other.close()


def test_the_first_default_stays(store: Store) -> None:
    """A default is kept once; what was set since wins over every later default."""
    assert "shadow" == store.write(lambda one: one.set_default("mode", "shadow", "config", NOW))
    store.write(lambda ledger: ledger.set("mode", "live", "li", NOW))

    assert "live" == store.write(lambda one: one.set_default("mode", "shadow", "config", NOW))
    assert "live" == store.read(lambda ledger: ledger.setting("mode"))


def test_an_empty_setting_is_kept(store: Store) -> None:
    """An empty text is a value: what was emptied is not the default again."""
    store.write(lambda ledger: ledger.set("note", "", "li", NOW))

    assert "" == store.write(lambda ledger: ledger.set_default("note", "restore", "x", NOW))
