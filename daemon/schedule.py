"""What the service does from time to time, and how anything it does may fail without harm.

The scheduler writes a traceback for whatever leaves a job, its end at the service's end included,
and skips one that the loop was late for. So nothing leaves a job (P11, P12), and a late one is done
late.
"""

import asyncio
from collections.abc import Iterable
from datetime import timedelta
from typing import Final, NamedTuple

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from daemon.logs import logger
from daemon.parts import Work
from store.protocol import StoreError

log = logger("service")

#: Before what failed is tried again, in seconds: the store is given longer to come back.
_STORE_PAUSE: Final = 5.0
_PAUSE: Final = 1.0


class Job(NamedTuple):
    """What is done, and how often."""

    work: Work
    #: From one beginning to the next; one that still runs is not begun again.
    every: timedelta


def start(jobs: Iterable[Job]) -> AsyncIOScheduler:
    """Begin to do these jobs in the loop that runs, each beside itself never."""
    scheduler = AsyncIOScheduler(timezone="UTC")
    for job in jobs:
        scheduler.add_job(
            _do,
            "interval",
            args=[job.work],
            seconds=job.every.total_seconds(),
            max_instances=1,
            coalesce=True,
            misfire_grace_time=None,
        )
    scheduler.start()
    return scheduler


async def attempt(work: Work) -> float | None:
    """Do it; return how long to wait, in seconds, before it is tried again, None where it is done.

    What fails is told, and reaches nobody else.
    """
    try:
        await work()
    except StoreError as error:
        log.error("store.failed", problem=str(error))  # noqa: TRY400 - its sentence says all
        return _STORE_PAUSE
    # With filing and sending one of the three loops that may catch everything (P12).
    except Exception as error:  # noqa: BLE001 - nothing may stop the other parts
        log.error("service.fault", problem=type(error).__name__)  # noqa: TRY400 - no words
        return _PAUSE
    return None


async def keep_doing(work: Work) -> None:
    """Begin a loop again when it fails in a way nobody foresaw; one fault stops nothing else."""
    while (pause := await attempt(work)) is not None:  # noqa: ASYNC110 - waits for no event
        await asyncio.sleep(pause)


async def _do(work: Work) -> None:
    try:
        await attempt(work)
    except asyncio.CancelledError:
        # The service ends: the scheduler waits for nobody and would call this a fault.
        return
