"""The running service: all parts side by side, from start to SIGTERM.

Promises: nothing accepted is left in between after a restart (P2); what was in ``sending`` when
the last run died becomes ``unknown`` before anything is sent (P4); neither a server that is down
nor a reload with a bad configuration stops the service (P10); a fault in one part ends or doubles
no other (P12); on SIGTERM the mail in hand is finished.
"""

import asyncio
import signal
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any, Final

from daemon import clock
from daemon.alarms.bell import Bell
from daemon.alarms.lifeline import Lifeline
from daemon.exits import CommandError, Exit
from daemon.forgetting import let_copies_go
from daemon.health.notify import Notifier
from daemon.health.observation import Observation
from daemon.health.pulse import Pulse
from daemon.health.soundness import LOOK_EVERY as SOUNDNESS_EVERY
from daemon.health.soundness import Soundness
from daemon.imap.poll import Watch
from daemon.logs import logger
from daemon.moments import iso
from daemon.parts import GRACE, Parts, Work
from daemon.reload import Reload
from daemon.schedule import Job, attempt, keep_doing, start
from daemon.sending.holds import LOOK_EVERY
from daemon.warming import warm

log = logger("service")

#: Between the first connections of two mailboxes, in seconds: a thousand do not come as one.
_STAGGER: Final = 0.01
#: How long the first look at the mailboxes may hold back the first acknowledgement, in seconds.
_FIRST_LOOK: Final = 60.0
#: Claims of workers that died elsewhere are looked for this often.
_RECOVER_EVERY: Final = timedelta(minutes=1)
#: Cases that waited or slept until now are opened this often.
_ROUSE_EVERY: Final = timedelta(minutes=1)
#: A database server that restarts forgets who runs under which name.
_HOLD_EVERY: Final = timedelta(seconds=10)
#: How soon people answer is learnt anew after this long.
_LEARN_EVERY: Final = timedelta(minutes=10)
#: A model that was promoted or rolled back is in use after this long.
_FOLLOW_EVERY: Final = timedelta(seconds=1)
#: Old letters' bytes are let go this often.
_LET_GO_EVERY: Final = timedelta(hours=6)
#: Between two looks whether the letters of the first look are filed, in seconds.
_GLANCE: Final = 0.05
#: Nobody's name: frees what has lapsed and touches nothing that is held.
_NOBODY: Final = ""


class Service:
    """The parts, running."""

    def __init__(self, parts: Parts, reload: Reload, notifier: Notifier) -> None:
        """Keep the parts; nothing is opened before ``run``.

        Args:
            parts: what runs.
            reload: what SIGHUP does.
            notifier: the service manager.
        """
        self._parts = parts
        self._reload = reload
        self._notifier = notifier
        self._reloading: set[asyncio.Task[None]] = set()
        self._pulse = Pulse(parts, notifier, lambda: reload.problem)
        config = parts.config
        self._soundness = Soundness(parts.writer, config.worker, clock.now)
        self._bell = Bell(self._pulse.observe, parts.writer, config.alarms, config.alerts)
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
        asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, self._hang_up)
        await self._parts.recover(self._parts.config.worker)
        await attempt(self._parts.holds.look)
        await attempt(self._parts.learn)
        scheduler = start(self._jobs())
        sending = [
            asyncio.create_task(keep_doing(partial(_after, self._all_read, one.run)))
            for one in self._parts.dispatchers.values()
        ]
        works: list[Work] = [
            self._parts.clerk.run,
            self._look_first,
            *(copies.run for copies in self._parts.copies.values()),
            *self._desk(),
            self._pulse.run,
            self._bell.run,
            *self._lifeline(),
            *self._watching(),
            *(partial(_after, self._inboxes_read, watch.run) for watch in self._parts.sents),
            *(
                partial(_later, number * _STAGGER, watch.run)
                for number, watch in enumerate(self._parts.inboxes)
            ),
        ]
        tasks = [asyncio.create_task(keep_doing(work)) for work in works]
        await self._tell_stranded()
        for watch in self._parts.inboxes:
            await watch.begun.wait()
        said = await self._parts.writer.read(lambda ledger: ledger.mode_said())
        log.info(
            "service.started",
            mode=said and str(said.permit),
            who=said and said.who,
            since=said and iso(said.at),
            mailboxes=len(self._parts.dispatchers),
        )
        self._notifier.ready()
        knowledge, now = self._parts.succession.knowledge, clock.now()
        tasks.append(asyncio.create_task(asyncio.to_thread(warm, knowledge, now, stop.is_set)))
        try:
            await stop.wait()
        finally:
            log.info("service.stopping")
            self._notifier.stopping()
            scheduler.shutdown(wait=False)
            self._parts.stop_sending()
            # Who still waits for the first look sees now that there is nothing to wait for.
            self._all_read.set()
            await asyncio.wait(sending, timeout=GRACE)
            await _end([*sending, *tasks])
            if not self._displaced:
                # Else the name is another's by now.
                await self._pulse.end()
            await self._parts.close()
            log.info("service.stopped")
        if self._displaced:
            raise CommandError(
                f"the store gave the name {self._parts.config.worker!r} to another process",
                Exit.TEMPFAIL,
            )

    def _desk(self) -> list[Work]:
        """Return the serving of the desk, where the configuration wants it here."""
        table = self._parts.config.desk
        if not table.enabled:
            return []
        from daemon.sending.preview import stationery_of  # noqa: PLC0415 - an extra
        from daemon.web.desk import keep_serving  # noqa: PLC0415 - likewise

        parts = self._parts
        return [
            partial(
                keep_serving,
                table,
                parts.writer,
                self._stop,
                stationery=lambda: stationery_of(parts.succession.knowledge),
            )
        ]

    def _watching(self) -> list[Work]:
        """Return the answering of a monitoring system, where the configuration wants it."""
        table = self._parts.config.watching
        if not table.enabled:
            return []
        from daemon.health.watching import keep_watching  # noqa: PLC0415 - start-up time

        async def look() -> Observation:
            seen, bell = await self._pulse.observe(count=True), self._bell
            return replace(seen, alarms=bell.found, channels=bell.failing)

        return [partial(keep_watching, table, look, self._stop)]

    def _lifeline(self) -> list[Work]:
        """Return the asking for an address while all is well, where there is one."""
        table = self._parts.config.alarms
        if table.ping is None:
            return []
        return [Lifeline(self._pulse.measure, table.ping, table.ping_every).run]

    def _hang_up(self) -> None:
        """Read the configuration again, beside the work."""
        task = asyncio.create_task(self._read_again())
        self._reloading.add(task)
        task.add_done_callback(self._reloading.discard)

    async def _read_again(self) -> None:
        self._notifier.reloading()
        try:
            await self._reload.reload()
        finally:
            self._notifier.ready()

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
        while await self._parts.writer.read(  # noqa: ASYNC110
            lambda ledger: ledger.awaiting(1, clock.now())
        ):
            await asyncio.sleep(_GLANCE)

    async def _tell_stranded(self) -> None:
        names = tuple(self._parts.config.mailboxes)
        acks, replies = await self._parts.writer.read(
            lambda ledger: (ledger.stranded(names), ledger.replies.stranded(names))
        )
        for mailbox in sorted({*acks, *replies}):
            log.warning(
                "acks.stranded",
                mailbox=mailbox,
                acks=acks.get(mailbox, 0),
                replies=replies.get(mailbox, 0),
            )

    async def _keep_name(self) -> None:
        """Take the worker's name again where the store's server lost it; else end."""
        store, worker = self._parts.store, self._parts.config.worker
        if not await asyncio.to_thread(lambda: store.holds(worker) or store.hold(worker)):
            log.error("service.displaced", worker=worker)
            self._displaced = True
            self._stop.set()

    async def _let_go(self) -> None:
        """Remove bytes that are older than they are to be kept."""
        now, config = clock.now(), self._parts.config
        before = now - config.retention
        while removed := await self._parts.writer(lambda ledger: ledger.expire(before)):
            log.info("letters.expired", letters=removed)
        for copy in await asyncio.to_thread(let_copies_go, config.database, config.retention, now):
            log.info("store.copy-removed", path=str(copy))

    def _jobs(self) -> list[Job]:
        parts = self._parts
        return [
            Job(partial(parts.recover, _NOBODY), _RECOVER_EVERY),
            Job(parts.rouse, _ROUSE_EVERY),
            Job(self._keep_name, _HOLD_EVERY),
            Job(self._let_go, _LET_GO_EVERY),
            Job(parts.succession.follow, _FOLLOW_EVERY),
            Job(parts.holds.look, LOOK_EVERY),
            Job(parts.learn, _LEARN_EVERY),
            Job(self._soundness.look, SOUNDNESS_EVERY),
        ]


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
