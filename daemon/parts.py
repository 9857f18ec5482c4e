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

from cases.answers import LOOK_BACK, NEWEST
from cases.pauses import Scope, Subject
from daemon import clock
from daemon.config.config import Config
from daemon.config.mailboxes import Imap, Mailbox
from daemon.descriptors import raise_limit
from daemon.exits import CommandError, Exit
from daemon.filing import Clerk
from daemon.imap.copies import Copies
from daemon.imap.inbox import Inbox
from daemon.imap.poll import Watch, WatchSettings
from daemon.knowledge import Knowledge
from daemon.login.access import PLAIN, Access, access_of
from daemon.login.telling import tell_of
from daemon.logs import logger
from daemon.sending.answer import Sender
from daemon.sending.holds import Holds
from daemon.sending.send import Dispatcher
from daemon.smtp.outbox import Outbox
from daemon.succession import Succession
from replies.calendar import HORIZON
from replies.experience import learn_all
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
        access = {name: access_of(config, name, tell_of(name)) for name in config.mailboxes}
        self._access = access
        self.holds = Holds(
            config.brake.build(), self.writer, lambda: self.wake(self.dispatchers), clock.now
        )
        self.copies = {
            name: Copies(
                name,
                partial(_connect, box.imap, box.imap.sent_folder, access[name], writable=False),
            )
            for name, box in config.mailboxes.items()
            if _keeps_copies(box)
        }
        self.dispatchers = {
            name: Dispatcher(
                name,
                build_sender(name, box, access[name]),
                knowledge=lambda: self.succession.knowledge,
                writer=self.writer,
                worker=config.worker,
                key=key,
                brake=lambda: (self.holds.ceiling, self.holds.counted_from),
                sent=self.copies[name].add if name in self.copies else lambda _: None,
            )
            for name, box in config.mailboxes.items()
        }
        self.clerk = Clerk(
            lambda: self.succession.knowledge, self.writer, config.settle, self._on_filed
        )
        boxes = config.mailboxes.items()
        self.inboxes = [self._watch(name, box.imap.folder) for name, box in boxes]
        self.sents = [
            self._watch(name, box.imap.sent_folder, mark=False)
            for name, box in boxes
            if box.imap.sent
        ]

    def begin(self, stop: Callable[[], None]) -> None:
        """Prepare the loop that runs now; ``stop`` is called on SIGTERM and SIGINT."""
        loop = asyncio.get_running_loop()
        boxes = self.config.mailboxes.values()
        # Whoever sends by token or through a proxy may wait for that, on each connection.
        asking = sum(box.smtp.pool for box in boxes if box.oauth or box.proxy)
        threads = 2 * len(self.dispatchers) + asking + _SPARE_THREADS
        loop.set_default_executor(ThreadPoolExecutor(threads))
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, stop)

    async def learn(self) -> None:
        """Learn from people's answers how soon the next ones come; raise ``StoreError``."""
        now = clock.now()
        answers, absences = await self.writer.read(
            lambda ledger: (
                ledger.answers(now - LOOK_BACK, NEWEST),
                # What was answered of late may have come long before.
                ledger.absences(now - LOOK_BACK - HORIZON),
            )
        )
        shops = self.succession.knowledge.shops or ()
        learnt = await asyncio.to_thread(learn_all, answers, shops, now, absences)
        self.succession.learn(learnt)
        log.debug("promise.learnt", answers=len(answers), shops=len(learnt))

    def stop_sending(self) -> None:
        """Begin to send nothing more."""
        for dispatcher in self.dispatchers.values():
            dispatcher.stop()

    async def recover(self, worker: str) -> None:
        """Settle what ``worker`` left behind, and what lapsed; raise ``StoreError``."""
        found = await self.writer(lambda ledger: ledger.recover(worker, clock.now()))
        if found.expired:
            log.warning("acks.expired", acks=found.expired)
        if found.unknown or found.released:
            log.warning("acks.recovered", unknown=found.unknown, released=found.released)
            self.wake(self.dispatchers)

    async def rouse(self) -> None:
        """Open the cases that waited or slept until now; raise ``StoreError``."""
        woken = await self.writer(lambda ledger: ledger.desk.wake(clock.now()))
        if woken:
            log.info("cases.woken", cases=woken)

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
        connect = partial(_connect, config.mailboxes[name].imap, folder, self._access[name])
        return Watch(settings, connect, self.writer, self.clerk.wake)

    def _remember(self, config: Config) -> bytes:
        """Give a new store its mode and its key; return the key."""
        now = clock.now()
        fresh = secrets.token_hex(32)
        self.store.write(lambda ledger: ledger.set_default("mode", config.mode, "config.toml", now))
        return bytes.fromhex(
            self.store.write(lambda ledger: ledger.set_default("key", fresh, "triaged", now))
        )


def build_sender(name: str, box: Mailbox, access: Access = PLAIN) -> Sender:
    """Return the sender of a mailbox; no connection is opened before its first message.

    Args:
        name: the mailbox's, by which it is paused.
        box: how it sends.
        access: gives tokens where it logs in by them.
    """
    smtp = box.smtp
    return Sender(
        address=box.address,
        name=box.name,
        outbox=Outbox(smtp, access=access),
        pace=smtp.pace,
        subjects=frozenset(
            {
                Subject(scope=Scope.MAILBOX, name=name),
                Subject(scope=Scope.PROVIDER, name=smtp.provider.id),
            }
        ),
        null_path=smtp.reverse_path == "null",
    )


def _keeps_copies(box: Mailbox) -> bool:
    """Tell whether what is sent is to be copied; without a Sent folder nothing is."""
    if not box.imap.sent or box.imap.sent_copy == "never":
        return False
    return box.imap.sent_copy == "always" or not box.smtp.provider.keeps_sent


def _connect(server: Imap, folder: str, access: Access, writable: bool) -> Inbox:  # noqa: FBT001 - Watch calls it so
    return Inbox(server, folder, writable=writable, access=access)
