"""Watching one folder: read what is new, wait for more, come back after any failure.

Promises: a letter is in the store before anything else happens to it; the cursor moves in the
same transaction and waits before a letter that the server lists and does not give (P1). IDLE is
only a hint: every ``poll`` interval the folder is read whatever the server announced, and server
and store are counted against each other (P1). A server that is down is tried again with growing
pauses and never stops the service (P10, P12).
"""

import asyncio
import random
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Final

from cases.modes import Mode
from daemon import clock
from daemon.imap.inbox import Fetched, Folder, Inbox, InboxError, LoginRefusedError
from daemon.imap.marking import mark_some
from daemon.logs import logger
from mail.identity import identify
from store.intake_values import Arrival, Cursor
from store.protocol import Ledger
from store.writer import Writer

log = logger("poll")

_FIRST_PAUSE: Final = 1.0
_LONGEST_PAUSE: Final = 300.0
#: A refused login is not tried every second: providers lock accounts.
_REFUSED_PAUSE: Final = 60.0
#: How often server and store are counted against each other.
_COUNT_EVERY: Final = timedelta(hours=1)
#: RFC 2177: re-issue IDLE at least every 29 minutes.
_LONGEST_IDLE: Final = timedelta(minutes=25)


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchSettings:
    """How a folder is watched."""

    mailbox: str
    #: How long after one look the next one follows, where IDLE tells nothing.
    poll: timedelta
    #: How far back a folder is read when it is seen for the first time.
    history: timedelta
    #: Show tags on the server; False for folders that are only read.
    mark: bool


class Watch:
    """The reader of one folder."""

    def __init__(
        self,
        settings: WatchSettings,
        connect: Callable[[bool], Inbox],
        writer: Writer,
        arrived: Callable[[], None],
    ) -> None:
        """Keep what is needed; nothing is opened before ``run`` or ``once``.

        Args:
            settings: how to watch.
            connect: makes a connection; its argument says whether it may write (not in shadow).
            writer: the store.
            arrived: is called when letters were accepted.
        """
        self._settings = settings
        self._connect = connect
        self._writer = writer
        self._arrived = arrived
        self._wake = asyncio.Event()
        self._count_at = datetime.min.replace(tzinfo=UTC)
        self._writable = False
        self._pause = _FIRST_PAUSE
        #: UIDs that the server lists and does not give; the cursor waits before them.
        self._withheld: list[int] = []
        #: Set once the first attempt to read has begun, and once it has ended, well or not.
        self.begun = asyncio.Event()
        self.tried = asyncio.Event()
        #: When the folder was read to its end; why it cannot be read now, a sentence.
        self.read_at: datetime | None = None
        self.problem = ""

    @property
    def mailbox(self) -> str:
        """The mailbox whose folder this is."""
        return self._settings.mailbox

    def wake_to_mark(self) -> None:
        """Show at once what was filed, where the folder may be written."""
        if self._writable:
            self._wake.set()

    async def run(self) -> None:
        """Watch until cancelled."""
        self.begun.set()
        while True:
            try:
                await self._stay()
            except InboxError as error:
                self.tried.set()
                await self._rest(error)

    async def once(self) -> None:
        """Read what is there; raise ``InboxError``."""
        async with self._folder(writable=False) as (inbox, folder):
            if folder is not None:
                await self._read(inbox, folder)

    async def mark_once(self) -> None:
        """Show on the server what was filed; raise ``InboxError``."""
        async with self._folder(writable=await self._may_write()) as (inbox, folder):
            while folder is not None and await self._mark(inbox, folder):
                pass

    async def _stay(self) -> None:
        """Look and wait on one connection until the mode changes or something fails."""
        writable = await self._may_write()
        async with self._folder(writable=writable) as (inbox, folder):
            if folder is None:
                log.info("folder.absent", mailbox=self._settings.mailbox)
                self.tried.set()
                await asyncio.sleep(self._settings.poll.total_seconds())
                return
            self._writable = folder.writable
            log.info("mailbox.ready", mailbox=self._settings.mailbox, writable=folder.writable)
            idles = await _in_thread(lambda: inbox.can_idle)
            while await self._may_write() is writable:
                self._wake.clear()
                await self._read(inbox, folder)
                self._pause = _FIRST_PAUSE
                self.read_at, self.problem = clock.now(), ""
                self.tried.set()
                if not await self._mark(inbox, folder):
                    await self._wait(inbox, idles=idles)

    async def _rest(self, error: InboxError) -> None:
        """Wait before the next attempt, longer each time."""
        self.problem = str(error)
        if isinstance(error, LoginRefusedError):
            self._pause = max(self._pause, _REFUSED_PAUSE)
        log.warning(
            "mailbox.failed",
            mailbox=self._settings.mailbox,
            problem=str(error),
            retry_seconds=round(self._pause),
        )
        # Jitter keeps a thousand mailboxes of one provider from coming back as one.
        await asyncio.sleep(self._pause * random.uniform(0.8, 1.2))  # noqa: S311 - no secret
        self._pause = min(self._pause * 2, _LONGEST_PAUSE)

    @asynccontextmanager
    async def _folder(self, *, writable: bool) -> AsyncIterator[tuple[Inbox, Folder | None]]:
        inbox = self._connect(writable)
        try:
            yield inbox, await _in_thread(inbox.open)
        finally:
            # Not in a thread: it only closes a socket, and must happen on cancellation too.
            inbox.close()

    async def _may_write(self) -> bool:
        if not self._settings.mark:
            return False
        permit = await self._writer.read(lambda ledger: ledger.permit())
        return permit.mode is not Mode.SHADOW

    async def _read(self, inbox: Inbox, folder: Folder) -> None:
        """Accept every letter that the store does not know."""
        cursor = await self._cursor(inbox, folder)
        uids = await _in_thread(inbox.uids_after, cursor.uid)
        if self._withheld:
            uids = await self._unknown(folder, uids)
        withheld = await self._accept(inbox, folder, uids, cursor)
        if withheld and withheld != self._withheld:
            log.warning("letters.withheld", mailbox=cursor.mailbox, letters=len(withheld))
        self._withheld = withheld
        now = clock.now()
        if now >= self._count_at:
            # A thousand folders are not counted in the same minute.
            self._count_at = now + _COUNT_EVERY * random.uniform(0.8, 1.2)  # noqa: S311 - no secret
            await self._count(inbox, folder)

    async def _cursor(self, inbox: Inbox, folder: Folder) -> Cursor:
        """Return how far the folder was read; begin anew where its UIDs mean other letters."""
        mailbox = self._settings.mailbox
        cursor = await self._writer.read(lambda ledger: ledger.cursor(mailbox, folder.name))
        if cursor is not None and cursor.uidvalidity == folder.uidvalidity:
            return cursor
        recent = await _in_thread(inbox.uids_since, clock.now() - self._settings.history)
        first = recent[0] if recent else folder.uidnext
        start = Cursor(
            mailbox=mailbox,
            folder=folder.name,
            uidvalidity=folder.uidvalidity,
            uid=first - 1,
            first_uid=first,
        )
        await self._writer(lambda ledger: ledger.accept((), start, clock.now()))
        log.info("folder.begun", mailbox=mailbox, again=cursor is not None, letters=len(recent))
        return start

    async def _accept(
        self, inbox: Inbox, folder: Folder, uids: Sequence[int], cursor: Cursor
    ) -> list[int]:
        """Accept letters batch by batch; return the UIDs of those that the server does not give."""
        withheld: list[int] = []
        batches = inbox.batches(uids)
        while batch := await _in_thread(next, batches, ()):
            log.debug("letters.fetching", mailbox=self._settings.mailbox, letters=len(batch))
            fetched = await _in_thread(inbox.fetch, batch)
            log.debug("letters.fetched", mailbox=self._settings.mailbox, letters=len(fetched))
            arrivals = await _in_thread(self._arrivals, folder, fetched)
            lacking = set(batch).difference(one.uid for one in fetched)
            if lacking:
                withheld += await _in_thread(inbox.still_listed, sorted(lacking))
            before = withheld[0] - 1 if withheld else batch[-1]
            reached = replace(cursor, uid=max(cursor.uid, before))
            new = await self._writer(_accepting(arrivals, reached))
            log.debug("letters.accepted", mailbox=self._settings.mailbox, new=new)
            if new:
                self._arrived()
        return withheld

    def _arrivals(self, folder: Folder, fetched: Sequence[Fetched]) -> tuple[Arrival, ...]:
        return tuple(
            Arrival(
                mailbox=self._settings.mailbox,
                folder=folder.name,
                uidvalidity=folder.uidvalidity,
                uid=one.uid,
                raw=one.raw,
                identity=identify(one.raw),
                arrived=one.arrived,
            )
            for one in fetched
        )

    async def _count(self, inbox: Inbox, folder: Folder) -> None:
        """Compare server and store, and accept what was missed."""
        mailbox = self._settings.mailbox
        cursor = await self._writer.read(lambda ledger: ledger.cursor(mailbox, folder.name))
        if cursor is None:
            return
        server = await _in_thread(inbox.uids_after, cursor.first_uid - 1)
        missed = await self._unknown(folder, server)
        log.info("letters.counted", mailbox=mailbox, server=len(server), missed=len(missed))
        await self._accept(inbox, folder, missed, cursor)

    async def _unknown(self, folder: Folder, uids: Sequence[int]) -> list[int]:
        mailbox = self._settings.mailbox
        return await self._writer.read(
            lambda ledger: ledger.unknown_uids(mailbox, folder.name, folder.uidvalidity, uids)
        )

    async def _mark(self, inbox: Inbox, folder: Folder) -> bool:
        return await mark_some(inbox, folder, self._settings.mailbox, self._writer)

    async def _wait(self, inbox: Inbox, *, idles: bool) -> None:
        """Wait for news, for ``wake`` or for the next poll."""
        seconds = min(self._settings.poll, _LONGEST_IDLE).total_seconds()
        if not idles:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), seconds)
            await _in_thread(inbox.noop)
            return
        await _in_thread(inbox.idle)
        loop = asyncio.get_running_loop()
        descriptor = inbox.fileno()
        loop.add_reader(descriptor, self._wake.set)
        try:
            # What came together with the answer to IDLE is in a buffer, not at the socket.
            if not inbox.news():
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._wake.wait(), seconds)
        finally:
            loop.remove_reader(descriptor)
        # A dead connection is readable and says nothing; ending IDLE finds that out.
        await _in_thread(inbox.idle_done)


def _accepting(arrivals: Sequence[Arrival], cursor: Cursor) -> Callable[[Ledger], int]:
    now = clock.now()
    return lambda ledger: ledger.accept(arrivals, cursor, now)


_in_thread = asyncio.to_thread
