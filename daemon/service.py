"""The running service: watches, clerk and dispatcher around one store, from start to SIGTERM.

Promises: nothing accepted is left in between after a restart (P2); what was in ``sending`` when
the last run died becomes ``unknown`` before anything is sent (P4); a server that is down does not
stop the start (P10); on SIGTERM the mail in hand is finished.
"""

import asyncio
import secrets
import signal
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from typing import Final

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from daemon import clock
from daemon.config import Config, Imap
from daemon.exits import CommandError, Exit
from daemon.filing import Clerk
from daemon.inbox import Inbox, InboxError
from daemon.knowledge import Knowledge
from daemon.logs import logger
from daemon.outbox import Outbox
from daemon.poll import Watch, WatchSettings
from daemon.send import Dispatcher, Sender
from store.protocol import Store, StoreError
from store.writer import Writer

log = logger("service")

#: Blocking IMAP calls at once.
_THREADS: Final = 32
#: Claims of workers that died elsewhere are looked for this often.
_RECOVER_EVERY: Final = timedelta(minutes=1)
#: How long the mail in hand may take when the service is told to stop.
_GRACE: Final = 20.0
#: How long a loop waits when the store fails under it, in seconds.
_STORE_PAUSE: Final = 5.0
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
        self._dispatcher = Dispatcher(lambda: knowledge, self._writer, senders, config.worker, key)
        self._clerk = Clerk(lambda: knowledge, self._writer, config.settle, self._on_filed)
        self._watches = [
            watch for name in config.mailboxes for watch in self._watches_of(name, config)
        ]

    async def run(self) -> None:
        """Run until SIGTERM or SIGINT, then finish what is in hand."""
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        loop.set_default_executor(ThreadPoolExecutor(_THREADS, thread_name_prefix="imap"))
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, stop.set)
        await self._recover(self._config.worker)
        scheduler = self._schedule()
        sending = asyncio.create_task(_guard(self._dispatcher.run))
        works = [self._clerk.run, *(watch.run for watch in self._watches)]
        tasks = [asyncio.create_task(_guard(work)) for work in works]
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
        loop.set_default_executor(ThreadPoolExecutor(_THREADS, thread_name_prefix="imap"))
        try:
            await self._recover(self._config.worker)
            problems = await self._visit([watch.once for watch in self._watches])
            await self._clerk.drain()
            await self._dispatcher.drain()
            if not problems:
                problems += await self._visit([watch.mark_once for watch in self._watches])
            return problems
        finally:
            await self._close()

    async def _visit(self, works: list[Callable[[], Coroutine[None, None, None]]]) -> list[str]:
        ended = await asyncio.gather(*(work() for work in works), return_exceptions=True)
        problems = []
        for end in ended:
            if isinstance(end, InboxError):
                problems.append(str(end))
            elif isinstance(end, BaseException):
                raise end
        return problems

    async def _recover(self, worker: str) -> None:
        found = await self._writer(lambda ledger: ledger.recover(worker, clock.now()))
        if found.unknown or found.released:
            log.warning("acks.recovered", unknown=found.unknown, released=found.released)
            self._dispatcher.wake()

    def _schedule(self) -> AsyncIOScheduler:
        scheduler = AsyncIOScheduler(timezone="UTC")
        scheduler.add_job(
            self._recover,
            "interval",
            args=[_NOBODY],
            seconds=_RECOVER_EVERY.total_seconds(),
            max_instances=1,
            coalesce=True,
        )
        scheduler.start()
        return scheduler

    def _watches_of(self, name: str, config: Config) -> list[Watch]:
        box = config.mailboxes[name]
        sent = "\\Sent" if box.imap.sent == "auto" else box.imap.sent
        folders = [(box.imap.folder, config.mark), *([(sent, False)] if sent else [])]
        return [
            Watch(
                WatchSettings(mailbox=name, poll=config.poll, history=config.history, mark=mark),
                partial(_connect, box.imap, folder),
                self._writer,
                self._clerk.wake,
            )
            for folder, mark in folders
        ]

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
        for watch in self._watches:
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
