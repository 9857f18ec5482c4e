"""The running service: watches, clerk and dispatcher around one store, from start to SIGTERM.

Promises: nothing accepted is left in between after a restart (P2); what was in ``sending`` when
the last run died becomes ``unknown`` before anything is sent (P4); a server that is down does not
stop the start (P10); on SIGTERM the mail in hand is finished.
"""

import asyncio
import secrets
import signal
from collections.abc import Callable, Coroutine, ItemsView, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Final

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from classifier.model import ModelFault, load_model
from daemon import clock
from daemon.answer import Sender
from daemon.config import Config, Imap, Mailbox
from daemon.exits import CommandError, Exit
from daemon.filing import Clerk
from daemon.inbox import Inbox, InboxError
from daemon.knowledge import Knowledge
from daemon.logs import logger
from daemon.models import find_model
from daemon.outbox import Outbox
from daemon.poll import Watch, WatchSettings
from daemon.send import Dispatcher
from store.protocol import Store, StoreError
from store.writer import Writer

log = logger("service")

#: Threads beside one for each folder's blocking calls, so that no server that hangs can keep
#: letters from being judged.
_SPARE_THREADS: Final = 16
#: How long the first look at the mailboxes may hold back the first acknowledgement, in seconds.
_FIRST_LOOK: Final = 60.0
#: Claims of workers that died elsewhere are looked for this often.
_RECOVER_EVERY: Final = timedelta(minutes=1)
#: A model that was promoted or rolled back is in use after this long.
_SUCCEED_EVERY: Final = timedelta(seconds=1)
#: How long the mail in hand may take when the service is told to stop.
_GRACE: Final = 20.0
#: How long a loop waits when the store fails under it, in seconds.
_STORE_PAUSE: Final = 5.0
#: Between two looks whether the letters of the first look are filed, in seconds.
_GLANCE: Final = 0.05
#: The attribute of the folder of sent mail (RFC 6154).
_SENT: Final = "\\Sent"
#: Nobody's name: frees what has lapsed and touches nothing that is held.
_NOBODY: Final = ""


class Service:
    """Everything that runs, and how it is joined together."""

    def __init__(self, config: Config, knowledge: Knowledge, store: Store) -> None:
        """Join the parts; nothing is opened before ``run``.

        Raises:
            CommandError: another process works on this store under the same name.
        """
        if not store.hold(config.worker):
            raise CommandError(
                f"another triaged runs on this store as worker {config.worker!r}; stop it, or give "
                'this one a name of its own with worker = "…"',
                Exit.TEMPFAIL,
            )
        self._config = config
        self._store = store
        self._writer = Writer(store)
        key = self._remember(config)
        senders = {
            name: Sender(address=box.address, name=box.name, outbox=Outbox(box.smtp))
            for name, box in config.mailboxes.items()
        }
        self._knowledge = knowledge
        self._refused: Path | None = None
        self._dispatcher = Dispatcher(
            lambda: self._knowledge, self._writer, senders, config.worker, key
        )
        self._clerk = Clerk(lambda: self._knowledge, self._writer, config.settle, self._on_filed)
        self._inboxes = [self._watch(name, box.imap.folder) for name, box in self._boxes]
        self._sents = [
            self._watch(name, _SENT if box.imap.sent == "auto" else box.imap.sent, mark=False)
            for name, box in self._boxes
            if box.imap.sent
        ]

    async def run(self) -> None:
        """Run until SIGTERM or SIGINT, then finish what is in hand."""
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        loop.set_default_executor(ThreadPoolExecutor(2 * len(self._boxes) + _SPARE_THREADS))
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, stop.set)
        await self._recover(self._config.worker)
        scheduler = self._schedule()
        sending = asyncio.create_task(_guard(self._send))
        works = [self._clerk.run, self._listen, *(watch.run for watch in self._inboxes)]
        tasks = [asyncio.create_task(_guard(work)) for work in works]
        await self._tell_stranded()
        log.info("service.started", mode=await self._mode(), mailboxes=len(self._config.mailboxes))
        try:
            await stop.wait()
        finally:
            log.info("service.stopping")
            scheduler.shutdown(wait=False)
            self._dispatcher.stop()
            await asyncio.wait([sending], timeout=_GRACE)
            await _end([sending, *tasks])
            await self._close()
            log.info("service.stopped")

    async def run_once(self) -> list[str]:
        """Read, file and send what is there now; return a sentence for each failed mailbox."""
        loop = asyncio.get_running_loop()
        loop.set_default_executor(ThreadPoolExecutor(2 * len(self._boxes) + _SPARE_THREADS))
        try:
            await self._recover(self._config.worker)
            problems = []
            for watches in (self._inboxes, self._sents):
                problems += await self._visit([watch.once for watch in watches])
                await self._clerk.drain()
            await self._dispatcher.drain()
            problems += self._dispatcher.problems
            if not problems:
                problems += await self._visit([watch.mark_once for watch in self._inboxes])
            return problems
        finally:
            await self._close()

    async def _listen(self) -> None:
        """Watch what we sent: an answer is understood once the letter it answers is filed."""
        await self._first_look(self._inboxes)
        await asyncio.gather(*(watch.run() for watch in self._sents))

    async def _send(self) -> None:
        """Send, but hear what people have answered meanwhile first."""
        await self._first_look([*self._inboxes, *self._sents])
        await self._dispatcher.run()

    async def _first_look(self, watches: Sequence[Watch]) -> None:
        """Wait until these folders were read once and what was found is filed, if that can be."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_FIRST_LOOK):
                for watch in watches:
                    await watch.tried.wait()
                # Other workers file too, so the store is asked and no event of ours.
                while await self._writer.read(lambda ledger: ledger.awaiting(1)):  # noqa: ASYNC110
                    await asyncio.sleep(_GLANCE)

    async def _visit(self, works: list[Callable[[], Coroutine[None, None, None]]]) -> list[str]:
        ended = await asyncio.gather(*(work() for work in works), return_exceptions=True)
        problems = []
        for end in ended:
            if isinstance(end, InboxError):
                problems.append(str(end))
            elif isinstance(end, BaseException):
                raise end
        return problems

    async def _tell_stranded(self) -> None:
        names = tuple(self._config.mailboxes)
        stranded = await self._writer.read(lambda ledger: ledger.stranded(names))
        for mailbox, acks in stranded.items():
            log.warning("acks.stranded", mailbox=mailbox, acks=acks)

    async def _recover(self, worker: str) -> None:
        found = await self._writer(lambda ledger: ledger.recover(worker, clock.now()))
        if found.unknown or found.released:
            log.warning("acks.recovered", unknown=found.unknown, released=found.released)
            self._dispatcher.wake()

    async def _recover_quietly(self, worker: str) -> None:
        """Recover, where the store lets us; the scheduler would show a traceback."""
        try:
            await self._recover(worker)
        except StoreError as error:
            log.error("store.failed", problem=str(error))  # noqa: TRY400 - it says all

    async def _succeed(self) -> None:
        """Judge by another model from now on, when one was put into use."""
        try:
            path = await asyncio.to_thread(find_model, self._config)
        except CommandError as fault:
            self._refuse(None, str(fault))
            return
        if path in {self._knowledge.model, self._refused}:
            return
        try:
            model = await asyncio.to_thread(load_model, path)
        except ModelFault as fault:
            self._refuse(path, str(fault))
            return
        self._knowledge = self._knowledge.with_model(path, model)
        self._refused = None
        log.info("model.changed", model=path.name)

    def _refuse(self, path: Path | None, problem: str) -> None:
        """Say once that a model cannot be used; the one in use judges on."""
        if path is None or path != self._refused:
            log.error("model.refused", problem=problem)
        self._refused = path

    def _schedule(self) -> AsyncIOScheduler:
        scheduler = AsyncIOScheduler(timezone="UTC")
        scheduler.add_job(
            self._recover_quietly,
            "interval",
            args=[_NOBODY],
            seconds=_RECOVER_EVERY.total_seconds(),
            max_instances=1,
            coalesce=True,
        )
        scheduler.add_job(
            self._succeed,
            "interval",
            seconds=_SUCCEED_EVERY.total_seconds(),
            max_instances=1,
            coalesce=True,
        )
        scheduler.start()
        return scheduler

    @property
    def _boxes(self) -> ItemsView[str, Mailbox]:
        return self._config.mailboxes.items()

    def _watch(self, name: str, folder: str, *, mark: bool = True) -> Watch:
        config = self._config
        settings = WatchSettings(
            mailbox=name, poll=config.poll, history=config.history, mark=mark and config.mark
        )
        connect = partial(_connect, config.mailboxes[name].imap, folder)
        return Watch(settings, connect, self._writer, self._clerk.wake)

    def _remember(self, config: Config) -> bytes:
        """Give a new store its mode and its key; return the key."""
        now = clock.now()
        fresh = secrets.token_hex(32)
        self._store.write(
            lambda ledger: ledger.set_default("mode", config.mode, "config.toml", now)
        )
        return bytes.fromhex(
            self._store.write(lambda ledger: ledger.set_default("key", fresh, "triaged", now))
        )

    async def _mode(self) -> str | None:
        return await self._writer.read(lambda ledger: ledger.setting("mode"))

    def _on_filed(self, mailboxes: frozenset[str]) -> None:
        self._dispatcher.wake()
        for watch in self._inboxes:
            if watch.mailbox in mailboxes:
                watch.wake_to_mark()

    async def _close(self) -> None:
        await self._dispatcher.close()
        await self._writer.close()


async def _guard(work: Callable[[], Coroutine[None, None, None]]) -> None:
    """Start a loop again when it fails in a way nobody foresaw; one fault stops nothing else."""
    while True:
        try:
            return await work()
        except StoreError as error:
            log.error("store.failed", problem=str(error))  # noqa: TRY400 - its sentence says all
            await asyncio.sleep(_STORE_PAUSE)
        # The other of the two loops that may catch everything (P12).
        except Exception as error:  # noqa: BLE001
            log.error("service.fault", problem=type(error).__name__)  # noqa: TRY400 - no words
            await asyncio.sleep(1)


async def _end(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks, timeout=1)


def _connect(server: Imap, folder: str, writable: bool) -> Inbox:  # noqa: FBT001
    return Inbox(server, folder, writable=writable)
