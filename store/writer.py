"""The one writer of a process, and its readers, for the event loop.

What waits is written in one transaction, each work in a savepoint of its own: at most
``GROUP_LIMIT`` works, and no further one is begun after ``GROUP_TIME``, so that other processes
get their turn. Each caller gets its own result or its own error; when the commit itself fails, or
nothing can be begun, every caller of the group gets ``StoreError``, which names the class of a
fault that nobody foresaw. The event loop never waits for the store.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from time import perf_counter
from typing import Any, Final, TypeVar

from store.protocol import Ledger, Store, StoreError

T = TypeVar("T")

GROUP_LIMIT: Final = 50

#: In seconds.
GROUP_TIME: Final = 0.05

_READERS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    """A work that waits, and the caller who waits for it."""

    work: Callable[[Ledger], Any]
    outcome: "Future[Any]"


class Writer:
    """Hands works to the store from an event loop; ``close`` when no more will come."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: deque[_Order] = deque()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="store-writer")
        self._readers = ThreadPoolExecutor(_READERS, thread_name_prefix="store-reader")
        self._listener = ThreadPoolExecutor(1, thread_name_prefix="store-listener")

    async def __call__(self, work: Callable[[Ledger], T]) -> T:
        """Return what ``work`` returns, once it is committed; raise what it raises."""
        order = _Order(work=work, outcome=Future())
        self._waiting.append(order)
        self._thread.submit(self._write)
        done: T = await asyncio.wrap_future(order.outcome)
        return done

    async def read(self, work: Callable[[Ledger], T]) -> T:
        """Return what ``work`` reads from one consistent view; raise what it raises."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._readers, self._look, work)

    async def news(self, seconds: float) -> bool:
        """Wait until something may have happened, at most so long; False where nothing was told.

        Where the store cannot tell, the time passes.
        """
        loop = asyncio.get_running_loop()
        try:
            told = await loop.run_in_executor(self._listener, self._store.news, seconds)
        except StoreError:
            told = None
        if told is None:
            await asyncio.sleep(seconds)
        return bool(told)

    async def close(self) -> None:
        """Finish what waits; the store itself stays open."""
        await asyncio.to_thread(self._thread.shutdown)
        await asyncio.to_thread(self._readers.shutdown)
        await asyncio.to_thread(self._listener.shutdown)

    def _look(self, work: Callable[[Ledger], T]) -> T:
        try:
            return self._store.read(work)
        except StopIteration as error:
            # A future takes none: whoever waits for it would wait for ever.
            raise StoreError("What was read ended before it was found (StopIteration).") from error

    def _write(self) -> None:
        """Write a group; a call that comes when an earlier one took everything does nothing."""
        self._forget_abandoned()
        taken: list[_Order] = []
        try:
            results = self._store.write_all(self._take(taken)) if self._waiting else []
            for order, result in zip(taken, results, strict=True):
                if isinstance(result, Exception):
                    order.outcome.set_exception(result)
                else:
                    order.outcome.set_result(result)
        except StoreError as error:
            _fail(taken or self._take_all(), error)
        except BaseException as error:
            # Nobody looks at what this thread raises. The class alone: its words may be a letter's.
            failure = StoreError(
                f"The store failed in a way nobody foresaw ({type(error).__name__})."
            )
            failure.__cause__ = error
            _fail(taken or self._take_all(), failure)
            raise

    def _take(self, taken: list[_Order]) -> Iterator[Callable[[Ledger], object]]:
        end = perf_counter() + GROUP_TIME
        while self._waiting and len(taken) < GROUP_LIMIT and perf_counter() < end:
            order = self._waiting.popleft()
            # A caller that has given up wants nothing written.
            if order.outcome.set_running_or_notify_cancel():
                taken.append(order)
                yield order.work

    def _take_all(self) -> list[_Order]:
        """Take a group that nothing could be begun for: no later call would come for its own."""
        waiting = [self._waiting.popleft() for _ in range(min(GROUP_LIMIT, len(self._waiting)))]
        return [one for one in waiting if one.outcome.set_running_or_notify_cancel()]

    def _forget_abandoned(self) -> None:
        """Begin nothing for those who gave up: a store that is held keeps even that waiting."""
        while self._waiting and self._waiting[0].outcome.cancelled():
            self._waiting.popleft()


def _fail(taken: list[_Order], error: StoreError) -> None:
    for order in taken:
        if not order.outcome.done():
            order.outcome.set_exception(error)
