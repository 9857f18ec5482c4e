"""The writer groups what waits, gives each caller its own, and never holds up the loop."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from functools import partial
from pathlib import Path
from threading import Event
from typing import TypeVar

import pytest

from store.protocol import Ledger, Store, StoreError
from store.writer import GROUP_LIMIT, GROUP_TIME, Writer
from tests.store.builders import NOW

T = TypeVar("T")


@pytest.fixture
async def writer(store: Store) -> AsyncIterator[Writer]:
    """A writer on an empty store."""
    made = Writer(store)
    yield made
    await made.close()


class CountedStore:
    """A store that remembers how many works each of its transactions held."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.groups: list[int] = []

    def write_all(self, works: Iterable[Callable[[Ledger], object]]) -> list[object | Exception]:
        """Count and pass on."""
        results = self._store.write_all(works)
        self.groups.append(len(results))
        return results

    def write(self, work: Callable[[Ledger], T]) -> T:
        """Pass on."""
        return self._store.write(work)

    def read(self, work: Callable[[Ledger], T]) -> T:
        """Pass on."""
        return self._store.read(work)

    def hold(self, worker: str) -> bool:
        """Pass on."""
        return self._store.hold(worker)

    def holds(self, worker: str) -> bool:
        """Pass on."""
        return self._store.holds(worker)

    def news(self, seconds: float) -> bool | None:
        """Pass on."""
        return self._store.news(seconds)

    def copy_to(self, path: Path) -> None:
        """Pass on."""
        self._store.copy_to(path)

    def scrub(self) -> None:
        """Nothing is to be written anew."""

    def close(self) -> None:
        """Pass on."""
        self._store.close()


class FaultyStore(CountedStore):
    """A store with a fault of its own, whose words nobody must read."""

    def write_all(self, works: Iterable[Callable[[Ledger], object]]) -> list[object | Exception]:
        """Take the works, then fail."""
        super().write_all(works)
        raise ZeroDivisionError("a buyer's words")


class HeldStore(CountedStore):
    """A store that another process holds, so that nothing can be begun."""

    def write_all(self, works: Iterable[Callable[[Ledger], object]]) -> list[object | Exception]:
        """Take nothing."""
        del works
        self.groups.append(0)
        raise StoreError("held")


class BrokenStore(CountedStore):
    """A store that fails before anything is begun, in a way nobody foresaw."""

    def write_all(self, works: Iterable[Callable[[Ledger], object]]) -> list[object | Exception]:
        """Take nothing."""
        del works
        raise ZeroDivisionError("a buyer's words")


def put(value: str, ledger: Ledger) -> str:
    """Keep ``value`` and return it."""
    ledger.set("note", value, "test", NOW)
    return value


def fail(ledger: Ledger) -> None:
    """Write, then fail."""
    put("never", ledger)
    raise KeyError


async def test_each_caller_gets_its_own(writer: Writer) -> None:
    """Of many works at once each returns its own result, and a failing one only its error."""
    works = [writer(partial(put, str(number))) for number in range(2 * GROUP_LIMIT)]
    *results, error = await asyncio.gather(*works, writer(fail), return_exceptions=True)

    assert [str(number) for number in range(2 * GROUP_LIMIT)] == results
    assert isinstance(error, KeyError)


async def test_what_waits_is_one_transaction(store: Store) -> None:
    """Works that come while one is being written share transactions, up to the limit of each."""
    counted = CountedStore(store)
    writer = Writer(counted)
    begun, go_on = Event(), Event()

    def block(_: Ledger) -> None:
        begun.set()
        go_on.wait(10)

    blocked = asyncio.ensure_future(writer(block))
    await asyncio.to_thread(begun.wait, 10)
    waiting = [asyncio.ensure_future(writer(partial(put, "x"))) for _ in range(GROUP_LIMIT + 9)]
    await asyncio.sleep(0)
    go_on.set()
    await asyncio.gather(blocked, *waiting)
    await writer.close()

    assert GROUP_LIMIT + 10 == sum(counted.groups)
    assert GROUP_LIMIT >= max(counted.groups)
    assert len(counted.groups) < GROUP_LIMIT


async def test_the_loop_runs_on(writer: Writer) -> None:
    """While the store works the loop does something else."""
    go_on = Event()
    waiting = asyncio.ensure_future(writer(lambda _: go_on.wait(10)))
    await asyncio.sleep(0)
    go_on.set()

    assert await waiting


async def test_reading_does_not_wait_for_writing(writer: Writer) -> None:
    """A reader sees what is committed while a transaction is open."""
    await writer(partial(put, "old"))
    begun, go_on = Event(), Event()

    def block(ledger: Ledger) -> None:
        put("new", ledger)
        begun.set()
        go_on.wait(10)

    writing = asyncio.ensure_future(writer(block))
    await asyncio.to_thread(begun.wait, 10)

    assert "old" == await writer.read(lambda ledger: ledger.setting("note"))
    go_on.set()
    await writing
    assert "new" == await writer.read(lambda ledger: ledger.setting("note"))


async def test_a_caller_that_gave_up_gets_nothing_written(writer: Writer) -> None:
    """A work whose caller is gone before it begins is not run."""
    begun, go_on = Event(), Event()

    def block(_: Ledger) -> None:
        begun.set()
        go_on.wait(10)

    blocked = asyncio.ensure_future(writer(block))
    await asyncio.to_thread(begun.wait, 10)
    given_up = asyncio.ensure_future(writer(partial(put, "unwanted")))
    await asyncio.sleep(0)
    given_up.cancel()
    await asyncio.gather(given_up, return_exceptions=True)
    go_on.set()
    await blocked

    assert None is await writer.read(lambda ledger: ledger.setting("note"))


@pytest.mark.parametrize("made", [FaultyStore, BrokenStore])
async def test_any_fault_reaches_who_waits(store: Store, made: type[CountedStore]) -> None:
    """A fault that nobody foresaw ends no wait in silence, begun or not: its class is told."""
    writer = Writer(made(store))
    works = [asyncio.ensure_future(writer(partial(put, str(number)))) for number in range(3)]
    async with asyncio.timeout(5):
        told = await asyncio.gather(*works, return_exceptions=True)
    await writer.close()

    assert {"The store failed in a way nobody foresaw (ZeroDivisionError)."} == set(map(str, told))
    assert {StoreError} == set(map(type, told))


async def test_a_store_that_is_held_reaches_all_who_wait(store: Store) -> None:
    """Nobody waits for a group that no call will come for any more."""
    writer = Writer(HeldStore(store))
    works = [asyncio.ensure_future(writer(partial(put, str(number)))) for number in range(3)]
    async with asyncio.timeout(5):
        told = await asyncio.gather(*works, return_exceptions=True)
    await writer.close()

    assert ["held"] * 3 == [str(one) for one in told]


async def test_nothing_is_begun_for_those_who_gave_up(store: Store) -> None:
    """A store that is held would keep whoever closes the writer waiting for nobody's work."""
    counted = CountedStore(store)
    writer = Writer(counted)
    begun, go_on = Event(), Event()

    def hold_up(_: Ledger) -> None:
        begun.set()
        go_on.wait(5)

    first = asyncio.ensure_future(writer(hold_up))
    await asyncio.to_thread(begun.wait, 5)
    second = asyncio.ensure_future(writer(partial(put, "never")))
    await asyncio.sleep(0)
    second.cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(2 * GROUP_TIME)
    go_on.set()
    await first
    await writer.close()

    assert [1] == counted.groups
    assert None is store.read(lambda ledger: ledger.setting("note"))


async def test_closing_drains(store: Store) -> None:
    """What waits when the writer is closed is still written."""
    writer = Writer(store)
    works = [asyncio.ensure_future(writer(partial(put, str(number)))) for number in range(9)]
    await asyncio.sleep(0)
    await writer.close()

    assert [str(number) for number in range(9)] == await asyncio.gather(*works)
    assert "8" == store.read(lambda ledger: ledger.setting("note"))


async def test_a_search_that_finds_nothing_is_told(writer: Writer) -> None:
    """A future cannot hold the end of an iteration; its caller hears an error all the same."""
    nothing: list[int] = []

    with pytest.raises(StoreError, match="ended"):
        await asyncio.wait_for(writer.read(lambda _ledger: next(iter(nothing))), 5)
