"""A store of the first schema, with rows in every table, is the same store after all steps."""

import base64
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import pytest
from sqlalchemy import create_engine, text

from cases.asking import ask
from store.errors import NewerError
from store.migrations import HEAD
from store.open import open_store
from store.protocol import Store, StoreError
from store.upgrade_copy import Upgrade, find_copies
from tests.store.builders import DAY, HOUR, NOW, WORKER, letter, receive, verdict
from tests.store.first_schema import FIRST, LARGE, make_first

KEPT: Final = FIRST["kept"]

#: SQL that lays many cases of another seller's beside those of the first schema.
MANY_CASES: Final = """
    CREATE TEMP TABLE many AS SELECT * FROM cases WHERE id = 1;
    UPDATE many SET seller = 'another', id = NULL;
    WITH RECURSIVE number(one) AS (SELECT 1 UNION ALL SELECT one + 1 FROM number LIMIT 4000)
    INSERT INTO cases SELECT many.* FROM many, number;
"""


@pytest.fixture
def first(empty_url: str, blobs: Path) -> str:
    """The address of a database of the first schema, as it was left then."""
    if empty_url.startswith("sqlite"):
        Path(empty_url.removeprefix("sqlite:///")).parent.mkdir()
    make_first(empty_url, blobs)
    return empty_url


def show(store: Store, case: int) -> dict[str, Any]:
    """Return a case as the file of that time shows it."""
    view = store.read(lambda ledger: ledger.case(case, NOW))
    assert view is not None
    return {
        "case": case,
        "buyer": view.row.buyer,
        "orders": list(view.order_ids),
        "letters": [
            [
                one.letter,
                one.verdict.letter.subject,
                one.verdict.letter.text,
                [tag.tag for tag in one.verdict.triage.tags],
                [span.words for tag in one.verdict.triage.tags for span in tag.spans],
            ]
            for one in view.letters
        ],
        "acks": [
            [
                one.state,
                one.reason,
                one.subject,
                one.body,
                one.message_id,
                one.promised_at and one.promised_at.isoformat(),
            ]
            for one in view.acks
        ],
        "events": [[one.at.isoformat(), one.name, one.who, one.fields] for one in view.events],
    }


def test_everything_is_found_again(first: str, blobs: Path) -> None:
    """Each case with letters, acknowledgements and events, the counts, the queue, what waits."""
    store = open_store(first, blobs)
    counts = store.read(lambda ledger: ledger.counts())
    queue = store.read(lambda ledger: ledger.queue(NOW + 3 * HOUR, 100))
    waiting = store.read(lambda ledger: ledger.awaiting(10))
    cases = [show(store, one["case"]) for one in KEPT["cases"]]
    large = store.read(lambda ledger: ledger.original(1))
    store.close()

    assert KEPT["cases"] == cases
    for sort, number in KEPT["counts"].items():
        assert number == {
            state: count for state, count in getattr(counts, sort).items() if state in number
        }
    assert KEPT["queue"] == [row.case for row in queue]
    assert KEPT["awaiting"] == [[one.letter, base64.b64encode(one.raw).decode()] for one in waiting]
    assert LARGE == large


def test_it_works_on(first: str, blobs: Path) -> None:
    """Settings hold, cases are found and joined, and what was leaving is never sent again."""
    store = open_store(first, blobs)
    found = store.read(lambda ledger: ledger.desk.search(ask("came broken").wanted, NOW, 9))
    (joined,) = receive(
        store,
        verdict(letter(buyer="anna@marketplace.amazon.de"), received=NOW + DAY),
        now=NOW + DAY,
    )
    recovered = store.write(lambda ledger: ledger.recover(WORKER, NOW + DAY))
    mode, place = store.read(
        lambda ledger: (ledger.setting("mode"), ledger.cursor("shop", "INBOX"))
    )
    store.close()

    assert [1] == [row.case for row in found.rows]
    assert 1 == joined.case
    assert (1, 1) == (recovered.unknown, recovered.released)
    assert ("live", 40) == (mode, place.uid if place else 0)


def test_the_file_of_before_is_kept(first: str, blobs: Path) -> None:
    """Before the first step SQLite's file is copied; the next opening copies nothing."""
    if not first.startswith("sqlite"):
        pytest.skip("a server is backed up by its own means")
    path = Path(first.removeprefix("sqlite:///"))
    copy = path.with_name(f"{path.name}.before-{HEAD}")
    open_store(first, blobs).close()
    with closing(sqlite3.connect(copy)) as before:
        version = before.execute("SELECT version_num FROM alembic_version").fetchone()
        letters = before.execute("SELECT count(*) FROM letters").fetchone()
    made = copy.stat()
    open_store(first, blobs).close()

    assert (("0001",), (len(FIRST["tables"]["letters"]),)) == (version, letters)
    assert 0o600 == made.st_mode & 0o777
    assert made.st_mtime_ns == copy.stat().st_mtime_ns
    # A step that did not come to its end is taken again, with a copy of its own.
    copy.rename(path)
    copy.touch()
    open_store(first, blobs).close()
    assert copy.stat().st_size > 0


def test_a_new_store_has_nothing_to_keep(empty_url: str, blobs: Path) -> None:
    """Where there was no store before there is no copy."""
    if not empty_url.startswith("sqlite"):
        pytest.skip("a server is backed up by its own means")
    path = Path(empty_url.removeprefix("sqlite:///"))
    open_store(empty_url, blobs).close()

    assert [] == list(path.parent.glob("*.before-*"))


def test_without_room_for_the_copy_nothing_is_changed(first: str, blobs: Path) -> None:
    """A copy that cannot be written stops the opening, and the store stays as it was."""
    if not first.startswith("sqlite"):
        pytest.skip("a server is backed up by its own means")
    path = Path(first.removeprefix("sqlite:///"))
    in_the_way = path.with_name(f"{path.name}.before-{HEAD}")
    in_the_way.mkdir()

    with pytest.raises(StoreError, match="cannot be copied before it is brought up to date"):
        open_store(first, blobs)
    with closing(sqlite3.connect(path)) as left:
        assert ("0001",) == left.execute("SELECT version_num FROM alembic_version").fetchone()


def test_an_upgrade_that_is_stopped_changes_nothing(first: str, blobs: Path) -> None:
    """While the copy is made as in the middle of a step; the next opening takes all of them."""
    if not first.startswith("sqlite"):
        pytest.skip("a server copies nothing, and breaks off a statement by its own means")
    path = Path(first.removeprefix("sqlite:///"))
    with closing(sqlite3.connect(path)) as file, file:
        # A step that goes through them takes long enough to be heard in its middle.
        file.executescript(MANY_CASES)
    told: list[Path] = []

    def stop() -> None:
        if not told:
            raise KeyboardInterrupt

    def stop_later() -> None:
        if told:
            raise KeyboardInterrupt

    for meanwhile, copied in ((stop, False), (stop_later, True)):
        with pytest.raises(KeyboardInterrupt):
            open_store(first, blobs, upgrade=Upgrade(tell=told.append, meanwhile=meanwhile))
        assert copied == bool(find_copies(path))
        with closing(sqlite3.connect(path)) as left:
            assert ("0001",) == left.execute("SELECT version_num FROM alembic_version").fetchone()
    open_store(first, blobs).close()
    with closing(sqlite3.connect(path)) as left:
        assert (HEAD,) == left.execute("SELECT version_num FROM alembic_version").fetchone()


def test_a_newer_store_is_left_alone(first: str, blobs: Path) -> None:
    """A schema that we do not know is refused, and no row of it is touched."""
    engine = create_engine(first)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerError, match="schema 9999"):
        open_store(first, blobs)
    with engine.connect() as connection:
        kept = connection.execute(text("SELECT count(*) FROM letters")).scalar_one()
        version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
    engine.dispose()

    assert (len(FIRST["tables"]["letters"]), "9999") == (kept, version)
