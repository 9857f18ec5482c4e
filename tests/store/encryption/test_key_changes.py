"""Turning encryption on, changing the key, decrypting: at any time, while others write."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from time import perf_counter, sleep
from typing import cast

import pytest

from daemon.encrypting import REST, bring_under
from store.cipher import Keys
from store.encryption_protocol import PLAIN, EncryptionState, Progress
from store.errors import LockedError, StoreError
from store.open import open_store
from store.protocol import Ledger, Store
from tests.store.builders import (
    ALIAS,
    DAY,
    MINUTE,
    NOW,
    arrival,
    letter,
    receive,
    verdict,
)
from tests.store.encryption.vault import (
    LARGE,
    ONE,
    SECRET,
    SMALL,
    TWO,
    fill,
    find,
    go_on,
    go_through,
    is_silent,
    said,
    step,
)


def test_what_is_there_is_encrypted(opened: Callable[[Keys], Store], url: str, blobs: Path) -> None:
    """A plain store says nothing either once it was gone through, and everything is as it was."""
    store = opened(Keys(present=ONE))
    case = fill(store)
    before = said(store, case)
    assert not is_silent(url, blobs)
    done = go_through(store, ONE.id)

    assert is_silent(url, blobs)
    assert before == said(store, case)
    assert done.changed > 8
    assert 0 == go_on(store).changed
    assert [case] == find(store, SECRET)


def test_it_goes_on_where_it_was_ended(
    opened: Callable[[Keys], Store], url: str, blobs: Path
) -> None:
    """Ended after any step, what is there is read and found, and the next way ends what lacks."""
    store = opened(Keys(present=ONE))
    case = fill(store)
    before = said(store, case)
    store.write(lambda ledger: ledger.encryption.begin(ONE.id, "test", NOW))
    for steps in range(1, 18):
        progress = Progress()
        for _ in range(steps):
            progress = step(store, progress) or progress
        again = opened(Keys(present=ONE))

        assert before == said(again, case)
        assert [case] == find(again, f"{SECRET} broke")
        again.close()
    go_on(store)

    assert is_silent(url, blobs)


def test_a_key_is_changed(opened: Callable[[Keys], Store], url: str, blobs: Path) -> None:
    """Under the new key everything is as before; the old one is needed until then alone."""
    store = opened(Keys(present=ONE))
    store.write(lambda ledger: ledger.encryption.begin(ONE.id, "test", NOW))
    case = fill(store)
    both = opened(Keys(present=TWO, before=ONE))
    before = said(both, case)
    both.write(lambda ledger: ledger.encryption.begin(TWO.id, "test", NOW))
    receive(both, verdict(letter(text=f"Once more {SECRET} 破损"), received=NOW + 2 * DAY))

    assert [case] == find(both, f"{SECRET} broke")
    with pytest.raises(LockedError, match=f"key {ONE.id}, and only {TWO.id} is named"):
        opened(Keys(present=TWO))
    go_on(both)
    after = opened(Keys(present=TWO))

    assert before["notes"] == said(after, case)["notes"]
    assert [case] == find(after, f"{SECRET} broke once")
    assert is_silent(url, blobs)
    with pytest.raises(LockedError, match=f"key {TWO.id}, and none is named"):
        opened(Keys())


def test_a_store_is_decrypted(opened: Callable[[Keys], Store]) -> None:
    """Whoever wants no key any more needs none afterwards."""
    store = opened(Keys(present=ONE))
    store.write(lambda ledger: ledger.encryption.begin(ONE.id, "test", NOW))
    case = fill(store)
    before = said(store, case)
    go_through(store, PLAIN)
    plain = opened(Keys())

    assert before == said(plain, case)
    assert [case] == find(plain, f"{SECRET} brok*")


def test_letters_come_while_it_goes_on(
    opened: Callable[[Keys], Store], url: str, blobs: Path
) -> None:
    """Filed by another process's hand meanwhile, none is lost, unfound or left plain."""
    store, other = opened(Keys(present=ONE)), opened(Keys(present=ONE))
    numbers = range(40)

    def write(number: int) -> None:
        words = letter(
            buyer=f"buyer{number % 5}@relay.example", text=f"{SECRET} broke word{number} 破损"
        )
        receive(other, verdict(words, received=NOW + number * MINUTE))

    for number in numbers[:15]:
        write(number)
    with ThreadPoolExecutor(1) as hands:
        coming = [hands.submit(write, number) for number in numbers[15:]]
        done = bring_under(store, ONE.id, "test", NOW, lambda _total, _done: None)
        for one in coming:
            one.result()

    assert done.is_whole
    assert is_silent(url, blobs)
    assert 0 == go_on(store).changed
    found = [find(store, f"{SECRET} word{number} 破") for number in numbers]
    assert 5 == len({case for cases in found for case in cases})
    assert [1] * len(numbers) == [len(cases) for cases in found]


def test_who_has_the_old_key_alone_writes_nothing(opened: Callable[[Keys], Store]) -> None:
    """A process that was started before stops at its next write, and says what to name."""
    stale = opened(Keys())
    store = opened(Keys(present=ONE))
    fill(store)
    store.write(lambda ledger: ledger.encryption.begin(ONE.id, "test", NOW))

    with pytest.raises(LockedError, match=f"encrypted with key {ONE.id}"):
        receive(stale, verdict())


def test_nothing_is_committed_behind_a_change(opened: Callable[[Keys], Store], url: str) -> None:
    """Who was writing under the key of before is waited for, so that no letter is left under it."""
    if url.startswith("sqlite"):
        pytest.skip("one writer at a time")
    first = opened(Keys(present=ONE))
    first.write(lambda ledger: ledger.encryption.begin(ONE.id, "test", NOW))
    receive(first, verdict())
    store, writing, commit = opened(Keys(present=TWO, before=ONE)), Event(), Event()

    def write(ledger: Ledger) -> None:
        ledger.accept([arrival("late", raw=SMALL)], None, NOW)
        writing.set()
        assert commit.wait(30)

    with ThreadPoolExecutor(2) as hands:
        late = hands.submit(first.write, write)
        assert writing.wait(30)
        change = hands.submit(bring_under, store, TWO.id, "test", NOW, lambda _total, _done: None)
        with pytest.raises(TimeoutError):
            change.result(1)
        commit.set()
        late.result(30)
        assert change.result(30).is_whole
    after = opened(Keys(present=TWO))

    assert [SMALL] == [one.raw for one in after.read(lambda ledger: ledger.awaiting(10))]


@pytest.mark.parametrize("half", ["", ".deadbeef"])
def test_a_file_that_nobody_names_goes(
    opened: Callable[[Keys], Store], blobs: Path, url: str, half: str
) -> None:
    """What a transaction left that never ended is plain, and so it is removed; half a file too."""
    if not url.startswith("sqlite"):
        pytest.skip("files are SQLite's")
    store = opened(Keys(present=ONE))
    fill(store)
    (end,) = {path.name.partition("-")[2] for path in blobs.rglob("*") if path.is_file()}
    left = blobs / "ab" / (f"{'c' * 62}-{end}{half}")
    left.parent.mkdir(parents=True, exist_ok=True)
    left.write_bytes(SMALL)
    go_through(store, ONE.id)

    assert not left.exists()
    assert is_silent(url, blobs)


def test_the_files_of_another_store_stay(
    opened: Callable[[Keys], Store], blobs: Path, tmp_path: Path, url: str
) -> None:
    """Two stores over one folder: encrypting, forgetting in one leaves the other's alone."""
    if not url.startswith("sqlite"):
        pytest.skip("files are SQLite's")
    other = open_store(f"sqlite:///{tmp_path}/other.db", blobs)
    other.write(lambda ledger: ledger.accept([arrival("large", raw=LARGE)], None, NOW))
    (its,) = (path for path in blobs.rglob("*") if path.is_file())
    half = its.with_name(f"{its.name}.deadbeef")
    half.write_bytes(LARGE)
    store = opened(Keys(present=ONE))
    fill(store)
    go_through(store, ONE.id)
    store.write(lambda ledger: ledger.erase(ALIAS, str, "test", NOW))
    (waiting,) = other.read(lambda ledger: ledger.awaiting(10))
    other.close()

    assert LARGE == waiting.raw
    assert half.exists()


def test_a_file_holds_nothing_of_before(opened: Callable[[Keys], Store], url: str) -> None:
    """Written anew, SQLite's file and its log hold no page of what was plain."""
    if not url.startswith("sqlite"):
        pytest.skip("a server's files are its own")
    store = opened(Keys(present=ONE))
    fill(store)
    go_through(store, ONE.id)
    store.scrub()
    folder = Path(url.removeprefix("sqlite:///")).parent
    files = [path for path in folder.iterdir() if path.is_file()]

    assert files
    assert [] == [path.name for path in files if SECRET.encode() in path.read_bytes()]


def test_a_log_that_somebody_reads_is_told(opened: Callable[[Keys], Store], url: str) -> None:
    """What is behind a reader's snapshot stays in the log; until it is gone that is remembered."""
    if not url.startswith("sqlite"):
        pytest.skip("a server's files are its own")
    store, other = opened(Keys(present=ONE)), opened(Keys(present=ONE))
    fill(store)
    reading, end = Event(), Event()

    def read(ledger: Ledger) -> None:
        ledger.counts()
        reading.set()
        assert end.wait(60)

    with ThreadPoolExecutor(1) as hands:
        reader = hands.submit(other.read, read)
        assert reading.wait(30)
        go_through(store, ONE.id)
        with pytest.raises(StoreError, match="somebody reads it still"):
            store.scrub()
        end.set()
        reader.result(30)
    before = store.read(lambda ledger: ledger.encryption.state())
    store.scrub()
    store.write(lambda ledger: ledger.encryption.scrubbed("test", NOW))

    assert EncryptionState(key=ONE.id, unscrubbed=True) == before
    assert EncryptionState(key=ONE.id) == store.read(lambda ledger: ledger.encryption.state())


class SlowStore:
    """A store each of whose steps takes a tenth of a second, as on a slow disk."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __getattr__(self, name: str) -> object:
        """Pass on."""
        return getattr(self._store, name)

    def write(self, work: Callable[[Ledger], object]) -> object:
        """Take its time while nobody else can write."""

        def slowly(ledger: Ledger) -> object:
            done = work(ledger)
            sleep(0.1)
            return done

        return self._store.write(slowly)


def test_others_are_let_in_between_two_steps(opened: Callable[[Keys], Store], url: str) -> None:
    """A second process waits for a step or two, not until everything is encrypted."""
    if not url.startswith("sqlite"):
        pytest.skip("only SQLite has one writer at a time")
    store, other = opened(Keys(present=ONE)), opened(Keys(present=ONE))
    fill(store)
    waits: list[float] = []
    ended = Event()

    def write() -> None:
        while not ended.is_set():
            begun = perf_counter()
            other.write(lambda ledger: ledger.set("note", "x", "test", NOW))
            waits.append(perf_counter() - begun)
            sleep(0.01)

    begun = perf_counter()
    with ThreadPoolExecutor(1) as pool:
        second = pool.submit(write)
        done = bring_under(
            cast("Store", SlowStore(store)), ONE.id, "test", NOW, lambda _total, _done: None, REST
        )
        took = perf_counter() - begun
        ended.set()
        second.result()

    assert done.is_whole
    assert took > 2
    assert max(waits) < took / 2
