"""Nothing leaves a job: neither a fault, nor its end when the service stops."""

import asyncio
import logging
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from daemon.schedule import Job, attempt, keep_doing, start
from store.protocol import StoreError

OFTEN = timedelta(milliseconds=10)


@pytest.fixture
def said(caplog: pytest.LogCaptureFixture) -> Iterator[Callable[[], list[str]]]:
    """What the scheduler wrote, where it should write nothing; our own events are not its."""
    with caplog.at_level(logging.WARNING, logger="apscheduler"):
        yield lambda: [
            record.getMessage()
            for record in caplog.records
            if record.name.startswith("apscheduler")
        ]


async def test_a_job_under_way_ends_with_the_service(said: Callable[[], list[str]]) -> None:
    """Its end is no fault that anybody is told of."""
    begun, never = asyncio.Event(), asyncio.Event()

    async def wait() -> None:
        begun.set()
        await never.wait()

    scheduler = start([Job(wait, OFTEN)])
    await begun.wait()
    scheduler.shutdown(wait=False)
    await asyncio.sleep(0)
    await asyncio.sleep(0)

    assert [] == said()


async def test_a_job_that_fails_is_done_again(said: Callable[[], list[str]]) -> None:
    """Whatever it fails with, and without a traceback."""
    faults = iter([StoreError("The store is full."), ZeroDivisionError("a buyer's words")])
    done = asyncio.Event()

    async def work() -> None:
        if fault := next(faults, None):
            raise fault
        done.set()

    scheduler = start([Job(work, OFTEN)])
    await asyncio.wait_for(done.wait(), 5)
    scheduler.shutdown(wait=False)

    assert [] == said()


async def test_a_store_is_given_longer() -> None:
    """Than what failed in a way nobody foresaw; what is done waits for nothing."""

    async def full() -> None:
        raise StoreError("The store is full.")

    async def broken() -> None:
        raise ZeroDivisionError

    async def whole() -> None:
        pass

    assert [5.0, 1.0, None] == [await attempt(work) for work in (full, broken, whole)]


async def test_a_loop_that_fails_begins_again() -> None:
    """Until it ends by itself."""
    ends = [ZeroDivisionError()]

    async def loop() -> None:
        if ends:
            raise ends.pop()

    await asyncio.wait_for(keep_doing(loop), 5)

    assert [] == ends
