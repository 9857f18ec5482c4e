"""What runs, and how it is joined together: watches, clerk and dispatchers around one store.

Nothing is opened here but the store's claim on the worker's name. ``daemon/service.py`` runs the
parts until told to stop, ``daemon/once.py`` does with them what is there now.
"""

import asyncio
import secrets
import signal
from collections.abc import Callable, Coroutine, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, Final

from daemon import clock
from daemon.answer import Sender
from daemon.config import Config, Imap
from daemon.descriptors import raise_limit
from daemon.exits import CommandError, Exit
from daemon.filing import Clerk
from daemon.inbox import Inbox
from daemon.knowledge import Knowledge
from daemon.logs import logger
from daemon.outbox import Outbox
from daemon.poll import Watch, WatchSettings
from daemon.send import Dispatcher
from daemon.succession import Succession
from store.protocol import Store
from store.writer import Writer

log = logger("parts")

#: How long the mail in hand may take when the process is told to stop, in seconds.
GRACE: Final = 20.0

#: Something that runs in the loop.
Work = Callable[[], Coroutine[Any, Any, None]]

#: Threads beside two for each mailbox's blocking calls, so that no server that hangs can keep
#: letters from being judged.
_SPARE_THREADS: Final = 16
#: The attribute of the folder of sent mail (RFC 6154).
_SENT: Final = "\\Sent"


class Parts:
    """Everything that runs."""

    def __init__(self, config: Config, knowledge: Knowledge, store: Store) -> None:
        """Join the parts; nothing is opened before ``run``.

        Raises:
            CommandError: another process works on this store under the same name, or there are
                more mailboxes than files may be opened.
        """
        raise_limit(len(config.mailboxes))
        if not store.hold(config.worker):
            raise CommandError(
                f"another triaged runs on this store as worker {config.worker!r}; stop it, or give "
                'this one a name of its own with worker = "…"',
                Exit.TEMPFAIL,
            )
        self.config = config
        self.store = store
        self.writer = Writer(store)
        self.succession = Succession(config, knowledge)
        key = self._remember(config)
        self.dispatchers = {
            name: Dispatcher(
                name,
                Sender(address=box.address, name=box.name, outbox=Outbox(box.smtp)),
                knowledge=lambda: self.succession.knowledge,
                writer=self.writer,
                worker=config.worker,
                key=key,
            )
            for name, box in config.mailboxes.items()
        }
        self.clerk = Clerk(
            lambda: self.succession.knowledge, self.writer, config.settle, self._on_filed
        )
        boxes = config.mailboxes.items()
        self.inboxes = [self._watch(name, box.imap.folder) for name, box in boxes]
        self.sents = [
            self._watch(name, _SENT if box.imap.sent == "auto" else box.imap.sent, mark=False)
            for name, box in boxes
            if box.imap.sent
        ]

    def begin(self, stop: Callable[[], None]) -> None:
        """Prepare the loop that runs now; ``stop`` is called on SIGTERM and SIGINT."""
        loop = asyncio.get_running_loop()
        threads = 2 * len(self.dispatchers) + _SPARE_THREADS
        loop.set_default_executor(ThreadPoolExecutor(threads))
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, stop)

    def stop_sending(self) -> None:
        """Begin to send nothing more."""
        for dispatcher in self.dispatchers.values():
            dispatcher.stop()

    async def recover(self, worker: str) -> None:
        """Settle what ``worker`` left behind, and what lapsed; raise ``StoreError``."""
        found = await self.writer(lambda ledger: ledger.recover(worker, clock.now()))
        if found.unknown or found.released:
            log.warning("acks.recovered", unknown=found.unknown, released=found.released)
            self.wake(self.dispatchers)

    def _on_filed(self, mailboxes: frozenset[str]) -> None:
        self.wake(mailboxes)
        for watch in self.inboxes:
            if watch.mailbox in mailboxes:
                watch.wake_to_mark()

    def wake(self, mailboxes: Iterable[str]) -> None:
        """Something has become due in these mailboxes."""
        for mailbox in mailboxes:
            if dispatcher := self.dispatchers.get(mailbox):
                dispatcher.wake()

    async def close(self) -> None:
        """Close connections and writer."""
        await asyncio.gather(*(one.close() for one in self.dispatchers.values()))
        await self.writer.close()

    def _watch(self, name: str, folder: str, *, mark: bool = True) -> Watch:
        config = self.config
        settings = WatchSettings(
            mailbox=name, poll=config.poll, history=config.history, mark=mark and config.mark
        )
        connect = partial(_connect, config.mailboxes[name].imap, folder)
        return Watch(settings, connect, self.writer, self.clerk.wake)

    def _remember(self, config: Config) -> bytes:
        """Give a new store its mode and its key; return the key."""
        now = clock.now()
        fresh = secrets.token_hex(32)
        self.store.write(lambda ledger: ledger.set_default("mode", config.mode, "config.toml", now))
        return bytes.fromhex(
            self.store.write(lambda ledger: ledger.set_default("key", fresh, "triaged", now))
        )


def _connect(server: Imap, folder: str, writable: bool) -> Inbox:  # noqa: FBT001 - Watch calls it so
    return Inbox(server, folder, writable=writable)
