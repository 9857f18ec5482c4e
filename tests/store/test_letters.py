"""Letters come in once, in order, and none is lost on the way to its case."""

import resource
from collections.abc import Iterator, Sequence
from datetime import timedelta
from operator import methodcaller
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from store.blobs import Blobs
from store.contents import INLINE_LIMIT
from store.intake_values import Arrival, Cursor
from store.letters import BATCH_BYTES
from store.open import open_store
from store.places import UID_WINDOW
from store.protocol import Ledger, Store, StoreError
from tests.store.builders import (
    MAILBOX,
    MINUTE,
    NOW,
    accept,
    arrival,
    cursor,
    filing,
    letter,
    receive,
    verdict,
)


def take(store: Store, *arrivals: Arrival, read_to: Cursor | None = None) -> int:
    """Accept letters in one transaction; return how many were new."""
    return store.write(lambda ledger: ledger.accept(arrivals, read_to, NOW))


def where(store: Store) -> Cursor | None:
    """Return how far the inbox was read."""
    return store.read(lambda ledger: ledger.cursor(MAILBOX, "INBOX"))


def letters_by_state(store: Store) -> dict[str, int]:
    """Return the counts that are not zero."""
    counts = store.read(lambda ledger: ledger.counts())
    return {state: number for state, number in counts.letters.items() if number}


@pytest.mark.parametrize(
    "again",
    [
        {"uid": 7},
        {"mailbox": "second"},
        {"folder": "Archive"},
        {"uidvalidity": 2},
        {"uid": 9},
    ],
    ids=["the same place", "two mailboxes", "two folders", "a new UIDVALIDITY", "copied"],
)
def test_a_letter_is_kept_once(store: Store, again: dict[str, object]) -> None:
    """A letter that is seen again, wherever it stands, is not a second letter."""
    first = arrival("same", uid=7)

    assert (1, 0) == (take(store, first), take(store, arrival("same", **{"uid": 7, **again})))
    assert {"accepted": 1} == letters_by_state(store)


def test_one_fetch_may_hold_a_letter_twice(store: Store) -> None:
    """Two copies in one FETCH are one letter with two places."""
    assert 1 == take(store, arrival("same", uid=1), arrival("same", uid=2))
    assert {1, 2} == store.read(lambda ledger: ledger.known_uids(MAILBOX, "INBOX", 1))


@pytest.mark.parametrize(
    ("kept", "asked", "unknown"),
    [
        ([], [1, 2], [1, 2]),
        ([1, 2, 3], [1, 2, 3], []),
        ([1, 3], [1, 2, 3], [2]),
        ([2, 9], [1, 2, 3, 9, 10], [1, 3, 10]),
        # The server has lost most of what is known: its mail was moved away.
        (list(range(1, 40)), [1, 20, 39, 41], [41]),
        # As many are known as are asked for, but not the same.
        ([1, 2, 4], [1, 3, 4], [3]),
    ],
    ids=["none", "all", "a hole", "both ends", "moved away", "as many"],
)
def test_what_is_not_known_is_found(
    store: Store, kept: list[int], asked: list[int], unknown: list[int]
) -> None:
    """Of the UIDs that a server lists those come back that no place in the store has."""
    take(store, *(arrival(uid=uid) for uid in kept))
    take(store, arrival(uid=3, folder="Sent"), arrival(uid=3, uidvalidity=2))

    assert unknown == _unknown(store, asked)


def test_a_large_folder_is_compared_window_by_window(store: Store) -> None:
    """What is missing is found in whichever window of a large folder it lies."""
    last = 2 * UID_WINDOW + 7
    missing = {3, UID_WINDOW, UID_WINDOW + 1, last}
    take(store, *(arrival(uid=uid) for uid in range(1, last + 1) if uid not in missing))

    assert sorted(missing) == _unknown(store, range(1, last + 1))


def _unknown(store: Store, asked: Sequence[int]) -> list[int]:
    return store.read(lambda ledger: ledger.unknown_uids(MAILBOX, "INBOX", 1, asked))


def test_sellers_do_not_see_each_other(store: Store, url: str, blobs: Path) -> None:
    """The same letter of two sellers in one database is two letters."""
    other = open_store(url, blobs, seller="other")
    take(store, arrival("same"))

    assert 1 == take(other, arrival("same"))
    assert {"accepted": 1} == letters_by_state(other)
    other.close()


def test_the_cursor_never_goes_back(store: Store) -> None:
    """Within one UIDVALIDITY the cursor only grows, and the first UID stays."""
    take(store, read_to=cursor(10, first_uid=4))
    take(store, read_to=cursor(8))

    assert cursor(10, first_uid=4) == where(store)


def test_a_new_uidvalidity_begins_anew(store: Store) -> None:
    """With another UIDVALIDITY the cursor is what it is told to be."""
    take(store, read_to=cursor(10, first_uid=4))
    take(store, read_to=cursor(2, uidvalidity=2))

    assert cursor(2, uidvalidity=2) == where(store)


def test_an_unread_folder_has_no_cursor(store: Store) -> None:
    """Before the first time there is no cursor."""
    assert None is where(store)


def test_letters_wait_in_order_of_receipt(store: Store) -> None:
    """The letter that arrived first is handed out first, with its bytes."""
    late = arrival("late", arrived=NOW, raw=b"late")
    early = arrival("early", arrived=NOW.replace(hour=8), raw=b"early")
    take(store, late, early)

    waiting = store.read(lambda ledger: ledger.awaiting(10))

    assert [b"early", b"late"] == [one.raw for one in waiting]


def test_a_filed_letter_waits_no_more(store: Store) -> None:
    """Filing takes a letter out of what waits."""
    receive(store, verdict())

    assert () == store.read(lambda ledger: ledger.awaiting(10))
    assert {"filed": 1} == letters_by_state(store)


def test_filing_twice_changes_nothing(store: Store) -> None:
    """A letter that was filed is not filed again."""
    (number,) = store.write(accept)
    first = store.write(lambda ledger: ledger.file([filing(number, verdict())], NOW))
    second = store.write(lambda ledger: ledger.file([filing(number, verdict())], NOW))

    assert (first[0].case, "already") == (second[0].case, second[0].why)
    assert 1 == store.read(lambda ledger: ledger.queue(NOW, 10))[0].letters


@pytest.fixture
def beside(shared_sqlite_url: str, blobs: Path, seller: str) -> Iterator[Store]:
    """A store on SQLite, with large letters in files beside it."""
    opened = open_store(shared_sqlite_url, blobs, seller)
    yield opened
    opened.close()


def test_a_large_letter_is_seen_by_every_host(
    postgresql_url: str, tmp_path: Path, seller: str
) -> None:
    """On PostgreSQL none lies in a folder, so that another host's process can go on with it."""
    raw = b"x" * (INLINE_LIMIT + 1)
    folders = [tmp_path / "one", tmp_path / "two"]
    one, two = (open_store(postgresql_url, folder, seller) for folder in folders)
    take(one, arrival(raw=raw))
    take(two, arrival(raw=raw))

    assert [raw, raw] == [each.raw for each in two.read(lambda ledger: ledger.awaiting(9))]
    assert [False, False] == [folder.exists() for folder in folders]
    one.close()
    two.close()


def test_what_lies_in_a_file_of_before_is_read(
    postgresql_url: str, blobs: Path, seller: str
) -> None:
    """A large letter that an older version has put beside PostgreSQL is read there."""
    raw = b"x" * (INLINE_LIMIT + 1)
    store = open_store(postgresql_url, blobs, seller)
    take(store, arrival(raw=raw))
    Blobs(blobs).put(raw)
    engine = create_engine(postgresql_url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM blobs"))
    engine.dispose()

    assert raw == store.read(lambda ledger: ledger.awaiting(1))[0].raw
    store.close()


def test_a_large_letter_is_a_file(beside: Store, blobs: Path) -> None:
    """A body over the limit lies in a file of its owner's alone and comes back whole."""
    store = beside
    raw = b"x" * (INLINE_LIMIT + 1)
    take(store, arrival(raw=raw))
    (file,) = (path for path in blobs.rglob("*") if path.is_file())

    assert raw == store.read(lambda ledger: ledger.awaiting(1))[0].raw
    assert (raw, 0o600) == (file.read_bytes(), file.stat().st_mode & 0o777)


def test_a_file_is_there_before_the_row(beside: Store, blobs: Path) -> None:
    """A large body is on disk before anything is committed."""
    store = beside
    seen: list[bool] = []

    def work(ledger: Ledger) -> None:
        ledger.accept([arrival(raw=b"x" * (INLINE_LIMIT + 1))], None, NOW)
        seen.append(any(path.is_file() for path in blobs.rglob("*")))
        raise KeyError

    with pytest.raises(KeyError):
        store.write(work)

    assert [True] == seen
    assert {} == letters_by_state(store)


def test_a_lost_file_stops_no_other_letter(beside: Store, blobs: Path) -> None:
    """A letter whose file is gone says so; the next one has its bytes."""
    store = beside
    take(store, arrival(raw=b"x" * (INLINE_LIMIT + 1), arrived=NOW.replace(hour=8)))
    take(store, arrival(raw=b"small"))
    (file,) = (path for path in blobs.rglob("*") if path.is_file())
    file.unlink()
    waiting = store.read(lambda ledger: ledger.awaiting(10))

    assert [(True, b""), (False, b"small")] == [(one.lost, one.raw) for one in waiting]


def test_a_shortage_is_no_letters_fault(beside: Store) -> None:
    """With no file descriptor left the store fails, and no letter is said to be lost."""
    store = beside
    take(store, arrival(raw=b"x" * (INLINE_LIMIT + 1)))
    store.read(lambda ledger: ledger.counts())
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)

    def starved(ledger: Ledger) -> object:
        ledger.counts()
        resource.setrlimit(resource.RLIMIT_NOFILE, (3, hard))
        try:
            return ledger.awaiting(10)
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))

    with pytest.raises(StoreError, match="Too many open files"):
        store.read(starved)


def test_what_is_handed_out_at_once_is_bounded(store: Store) -> None:
    """Bodies come up to a bound of bytes, and one that is larger by itself comes alone."""
    sizes = [BATCH_BYTES // 2, BATCH_BYTES // 2, BATCH_BYTES + 1, 10]
    for hour, size in enumerate(sizes):
        take(store, arrival(raw=bytes([hour]) * size, arrived=NOW.replace(hour=hour)))
    handed = []
    while waiting := store.read(lambda ledger: ledger.awaiting(10)):
        handed.append([len(one.raw) for one in waiting])
        done = [filing(one.letter, verdict()) for one in waiting]
        store.write(methodcaller("file", done, NOW))

    assert [sizes[:2], sizes[2:3], sizes[3:]] == handed


def test_the_third_failure_sets_aside(store: Store) -> None:
    """A letter that fails three times waits no more, and is kept and counted."""
    (number,) = store.write(accept)

    def fail(ledger: Ledger) -> bool:
        return ledger.fail(number, "ValueError", NOW)

    assert [False, False, True, False] == [store.write(fail) for _ in range(4)]
    assert {"set-aside": 1} == letters_by_state(store)
    assert () == store.read(lambda ledger: ledger.awaiting(10))


def test_what_failed_is_tried_again_later(store: Store) -> None:
    """After a minute, then after ten; others do not wait with it."""
    number, other = store.write(lambda ledger: accept(ledger, 2))

    def waiting(after: timedelta) -> list[int]:
        return [one.letter for one in store.read(lambda ledger: ledger.awaiting(9, NOW + after))]

    store.write(lambda ledger: ledger.fail(number, "OSError", NOW))
    first = [waiting(timedelta(0)), waiting(MINUTE)]
    store.write(lambda ledger: ledger.fail(number, "OSError", NOW + MINUTE))
    second = [waiting(10 * MINUTE), waiting(11 * MINUTE)]

    assert [[other], [number, other]] == first
    assert [[other], [number, other]] == second
    assert NOW + 11 * MINUTE == store.read(lambda ledger: ledger.retry_at())


def test_a_failure_is_counted(store: Store) -> None:
    """Who takes up a letter again sees how often it has failed."""
    (number,) = store.write(accept)
    store.write(lambda ledger: ledger.fail(number, "ValueError", NOW))

    assert [1] == [one.attempts for one in store.read(lambda ledger: ledger.awaiting(10))]


def test_any_bytes_can_be_filed(store: Store) -> None:
    """NUL, half a surrogate pair and keys of any length come back with every place kept."""
    long = "x" * 5000
    said = verdict(
        letter(
            message_id=f"<{long}@relay.example>",
            buyer=f"{long}@relay.example",
            order_ids=(long,),
            text="a\x00b\ud800c",
            subject="\x00",
        )
    )
    (filed,) = receive(store, said)
    (again,) = receive(store, verdict(letter(buyer=f"{long}@relay.example", order_ids=(long,))))
    view = store.read(lambda ledger: ledger.case(filed.case or 0, NOW))

    assert ("order", filed.case) == (again.why, again.case)
    assert view is not None
    assert "a\ufffdb\ufffdc" == view.letters[0].verdict.letter.text


def test_a_place_is_marked_once(store: Store) -> None:
    """A filed letter's place asks for its tags until the server shows them."""
    receive(store, verdict(tags=("damaged", "refund")))
    (place,) = store.read(lambda ledger: ledger.unmarked(MAILBOX, "INBOX", 10))
    store.write(lambda ledger: ledger.mark([place.place], NOW))

    assert ("damaged", "refund") == place.tags
    assert () == store.read(lambda ledger: ledger.unmarked(MAILBOX, "INBOX", 10))


def test_a_further_place_of_a_filed_letter_is_marked_too(store: Store) -> None:
    """A letter that turns up in a second mailbox after filing is shown there as well."""
    take(store, arrival("same"))
    (waiting,) = store.read(lambda ledger: ledger.awaiting(1))
    store.write(lambda ledger: ledger.file([filing(waiting.letter, verdict())], NOW))
    take(store, arrival("same", mailbox="second", uid=5))
    (place,) = store.read(lambda ledger: ledger.unmarked("second", "INBOX", 10))

    assert (5, ("late-delivery",)) == (place.uid, place.tags)
