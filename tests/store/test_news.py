"""What happens is heard at once on PostgreSQL, whoever did it; SQLite tells nothing."""

import asyncio
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from time import monotonic

import pytest
from sqlalchemy import create_engine, text

from cases.filters import OPEN, Filter
from desk.tidings import Tidings
from store.open import open_store
from store.protocol import Ledger, Store, StoreError
from store.writer import Writer
from tests.store.builders import NOW, receive, verdict

#: Nobody waits so long for what is told, in seconds.
LONG = 20.0
#: Time enough for what is not told.
SHORT = 0.2


@pytest.fixture
def url(shared_postgresql_url: str) -> str:
    """A database that tells."""
    return shared_postgresql_url


@pytest.fixture
def other(url: str, blobs: Path, seller: str) -> Iterator[Store]:
    """The same store as another process sees it."""
    opened = open_store(url, blobs, seller)
    yield opened
    opened.close()


@pytest.fixture
def stranger(url: str, blobs: Path) -> Iterator[Store]:
    """Another seller's store in the same database."""
    opened = open_store(url, blobs, "a stranger to the news")
    yield opened
    opened.close()


def put(value: str, ledger: Ledger) -> None:
    """Change a setting, which is an event."""
    ledger.set("note", value, "test", NOW)


def test_what_happens_elsewhere_is_heard(store: Store, other: Store, stranger: Store) -> None:
    """Once it is committed, and only this seller's; before it is listened to all may be new."""
    first = store.news(LONG)
    quiet = store.news(SHORT)
    stranger.write(partial(put, "theirs"))
    foreign = store.news(SHORT)
    other.write(partial(put, "ours"))
    begun = monotonic()

    assert (True, False, False, True) == (first, quiet, foreign, store.news(LONG))
    assert monotonic() - begun < LONG / 2


def test_what_changes_nothing_is_not_told(store: Store, other: Store) -> None:
    """Neither what is read nor what is rolled back wakes anybody."""

    def fail(ledger: Ledger) -> None:
        put("never", ledger)
        raise KeyError

    store.news(LONG)
    with pytest.raises(KeyError):
        other.write(fail)
    other.read(lambda ledger: ledger.desk.total(Filter(states=OPEN), NOW))

    assert not store.news(SHORT)


def test_a_connection_that_is_lost_is_told_and_made_anew(store: Store, url: str) -> None:
    """A restarted server costs one answer; what was missed meanwhile may be new."""
    store.news(SHORT)
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.connect() as connection:
        connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND query LIKE 'LISTEN triaged_%'"
            )
        )
    engine.dispose()

    with pytest.raises(StoreError, match="does not say what is new"):
        store.news(LONG)
    assert store.news(LONG)


def test_sqlite_tells_nothing(tmp_path: Path) -> None:
    """At once, so that whoever waits asks now and then."""
    store = open_store(f"sqlite:///{tmp_path}/triaged.db", tmp_path / "blobs")
    told = store.news(LONG)
    store.close()

    assert told is None


async def test_all_who_wait_hear_it_and_ask_anew(store: Store, other: Store) -> None:
    """Ten screens wait together; what each asks then is as it is now."""
    tidings, writer = Tidings(), Writer(store)
    await tidings.wait(writer, LONG)
    before = await tidings.hear(writer, NOW)
    waiting = [asyncio.ensure_future(tidings.wait(writer, LONG)) for _ in range(10)]
    await asyncio.sleep(SHORT)
    await asyncio.to_thread(receive, other, verdict())
    begun = monotonic()
    await asyncio.gather(*waiting)
    waited = monotonic() - begun
    after = await tidings.hear(writer, NOW)
    await writer.close()

    assert waited < LONG / 2
    assert (0, 1) == (before.open, after.open)


async def test_who_cannot_hear_waits_his_time(tmp_path: Path) -> None:
    """So that a screen asks every few seconds, neither oftener nor never."""
    store = open_store(f"sqlite:///{tmp_path}/triaged.db", tmp_path / "blobs")
    writer, begun = Writer(store), monotonic()
    told = await writer.news(SHORT)
    waited = monotonic() - begun
    await writer.close()
    store.close()

    assert not told
    assert waited >= SHORT
