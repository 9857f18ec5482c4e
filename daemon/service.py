"""The running service: all parts side by side, from start to SIGTERM.

Promises: nothing accepted is left in between after a restart (P2); what was in ``sending`` when
the last run died becomes ``unknown`` before anything is sent (P4); a server that is down does not
stop the start (P10); a fault in one part ends or doubles no other (P12); on SIGTERM the mail in
hand is finished.
"""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from functools import partial
from typing import Any, Final

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from daemon.exits import CommandError, Exit
from daemon.logs import logger
from daemon.parts import GRACE, Parts, Work
from daemon.poll import Watch
from store.protocol import StoreError

log = logger("service")

#: Between the first connections of two mailboxes, in seconds: a thousand do not come as one.
_STAGGER: Final = 0.01
#: How long the first look at the mailboxes may hold back the first acknowledgement, in seconds.
_FIRST_LOOK: Final = 60.0
#: Claims of workers that died elsewhere are looked for this often.
_RECOVER_EVERY: Final = timedelta(minutes=1)
#: A database server that restarts forgets who runs under which name.
_HOLD_EVERY: Final = timedelta(seconds=10)
#: A model that was promoted or rolled back is in use after this long.
_FOLLOW_EVERY: Final = timedelta(seconds=1)
#: How long a loop waits when the store fails under it, in seconds.
_STORE_PAUSE: Final = 5.0
#: Between two looks whether the letters of the first look are filed, in seconds.
_GLANCE: Final = 0.05
#: Nobody's name: frees what has lapsed and touches nothing that is held.
_NOBODY: Final = ""


class Service:
    """The parts, running."""

    def __init__(self, parts: Parts) -> None:
        """Keep the parts; nothing is opened before ``run``."""
        self._parts = parts
        #: Set once what people wrote, and then what we answered meanwhile, was read and filed.
        self._inboxes_read, self._all_read = asyncio.Event(), asyncio.Event()
        self._stop = asyncio.Event()
        self._displaced = False

    async def run(self) -> None:
        """Run until SIGTERM or SIGINT, then finish what is in hand.

        Raises:
            CommandError: another process runs under this worker's name by now.
        """
        stop = self._stop
        self._parts.begin(stop.set)
        await self._parts.recover(self._parts.config.worker)
        scheduler = self._schedule()
        sending = [
            asyncio.create_task(_guard(partial(_after, self._all_read, one.run)))
            for one in self._parts.dispatchers.values()
        ]
        works: list[Work] = [
            self._parts.clerk.run,
            self._look_first,
            *(partial(_after, self._inboxes_read, watch.run) for watch in self._parts.sents),
            *(
                partial(_later, number * _STAGGER, watch.run)
                for number, watch in enumerate(self._parts.inboxes)
            ),
        ]
        tasks = [asyncio.create_task(_guard(work)) for work in works]
        await self._tell_stranded()
        log.info("service.started", mode=await self._mode(), mailboxes=len(self._parts.dispatchers))
        try:
            await stop.wait()
        finally:
            log.info("service.stopping")
            scheduler.shutdown(wait=False)
            self._parts.stop_sending()
            # Who still waits for the first look sees now that there is nothing to wait for.
            self._all_read.set()
            await asyncio.wait(sending, timeout=GRACE)
            await _end([*sending, *tasks])
            await self._parts.close()
            log.info("service.stopped")
        if self._displaced:
            raise CommandError(
                f"the store gave the name {self._parts.config.worker!r} to another process",
                Exit.TEMPFAIL,
            )

    async def _look_first(self) -> None:
        """Say when everything was read once and filed; nothing is sent before.

        What people have answered is understood once the letters they answer are filed.
        """
        for watches, read in (
            (self._parts.inboxes, self._inboxes_read),
            (self._parts.sents, self._all_read),
        ):
            with suppress(TimeoutError):
                async with asyncio.timeout(_FIRST_LOOK):
                    await self._read_once(watches)
            read.set()

    async def _read_once(self, watches: Sequence[Watch]) -> None:
        for watch in watches:
            await watch.tried.wait()
        # Other workers file too, so the store is asked and no event of ours.
        while await self._parts.writer.read(lambda ledger: ledger.awaiting(1)):  # noqa: ASYNC110
            await asyncio.sleep(_GLANCE)

    async def _tell_stranded(self) -> None:
        names = tuple(self._parts.config.mailboxes)
        stranded = await self._parts.writer.read(lambda ledger: ledger.stranded(names))
        for mailbox, acks in stranded.items():
            log.warning("acks.stranded", mailbox=mailbox, acks=acks)

    async def _keep_name(self) -> None:
        """Take the worker's name again where the store's server lost it; else end."""
        store, worker = self._parts.store, self._parts.config.worker
        try:
            held = await asyncio.to_thread(lambda: store.holds(worker) or store.hold(worker))
        except StoreError as error:
            log.error("store.failed", problem=str(error))  # noqa: TRY400 - its sentence says all
            return
        if not held:
            log.error("service.displaced", worker=worker)
            self._displaced = True
            self._stop.set()

    async def _recover_quietly(self, worker: str) -> None:
        """Recover, where the store lets us; the scheduler would show a traceback."""
        try:
            await self._parts.recover(worker)
        except StoreError as error:
            log.error("store.failed", problem=str(error))  # noqa: TRY400 - it says all

    def _schedule(self) -> AsyncIOScheduler:
        scheduler = AsyncIOScheduler(timezone="UTC")
        for work, words, every in (
            (self._recover_quietly, [_NOBODY], _RECOVER_EVERY),
            (self._keep_name, [], _HOLD_EVERY),
            (self._parts.succession.follow, [], _FOLLOW_EVERY),
        ):
            seconds = every.total_seconds()
            scheduler.add_job(
                work, "interval", args=words, seconds=seconds, max_instances=1, coalesce=True
            )
        scheduler.start()
        return scheduler

    async def _mode(self) -> str | None:
        return await self._parts.writer.read(lambda ledger: ledger.setting("mode"))


async def _guard(work: Work) -> None:
    """Start a loop again when it fails in a way nobody foresaw; one fault stops nothing else."""
    while True:
        try:
            return await work()
        except StoreError as error:
            log.error("store.failed", problem=str(error))  # noqa: TRY400 - its sentence says all
            await asyncio.sleep(_STORE_PAUSE)
        # With filing and sending one of the three loops that may catch everything (P12).
        except Exception as error:  # noqa: BLE001 - nothing may stop the other parts
            log.error("service.fault", problem=type(error).__name__)  # noqa: TRY400 - no words
            await asyncio.sleep(1)


async def _after(event: asyncio.Event, work: Work) -> None:
    await event.wait()
    await work()


async def _later(seconds: float, work: Work) -> None:
    await asyncio.sleep(seconds)
    await work()


async def _end(tasks: Sequence[asyncio.Future[Any]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks, timeout=1)
