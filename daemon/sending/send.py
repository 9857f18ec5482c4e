"""The single point of sending: claims what is due in one mailbox and has it carried.

Promises: at most one message an acknowledgement (P4) and only to a buyer (P3); nothing while the
store's mode is shadow (P6). Every mailbox has a dispatcher of its own, so that a slow or failing
server holds up nobody else (P12); what people wrote goes first. The way of each message is
``daemon/sending/courier.py``'s.
"""

import asyncio
from collections.abc import Callable, Coroutine, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final

from cases.pace import Urgency
from daemon import clock
from daemon.imap.copies import Copy
from daemon.knowledge import Knowledge
from daemon.logs import logger
from daemon.sending.acknowledging import AckErrand
from daemon.sending.aftermath import Aftermath
from daemon.sending.answer import Sender, model_of
from daemon.sending.courier import Courier, Errand
from daemon.sending.replying import ReplyErrand
from store.outgoing_values import LEASE, Terms
from store.protocol import Ledger, StoreError
from store.writer import Writer

log = logger("send")

#: How many are under way or wait for a connection; half of them are fetched anew at a time.
_BATCH: Final = 50
#: The daemon looks at least so often, whatever wakes it.
_LONGEST_SLEEP: Final = timedelta(seconds=30)


class Dispatcher:
    """Sends what is due in one mailbox."""

    def __init__(
        self,
        mailbox: str,
        sender: Sender,
        *,
        knowledge: Callable[[], Knowledge],
        writer: Writer,
        worker: str,
        key: bytes,
        brake: Callable[[], tuple[int | None, datetime | None]] = lambda: (None, None),
        sent: Callable[[Copy], None] = lambda _: None,
        now: Callable[[], datetime] = clock.now,
    ) -> None:
        """Keep what is needed.

        Args:
            mailbox: its name.
            sender: hands in what is sent from it.
            knowledge: gives the knowledge in use.
            writer: the store.
            worker: the name under which acknowledgements are claimed.
            key: the installation's secret, from which Message-IDs are derived.
            sent: is called with each message that the server took.
            brake: gives how many all mailboxes together may send an hour, and counted from when.
            now: the clock.
        """
        self._brake = brake
        self.mailbox = mailbox
        self._sender = sender
        self._knowledge = knowledge
        self._writer = writer
        self._worker = worker
        self._key = key
        self._now = now
        self._wake = asyncio.Event()
        self._aftermath = Aftermath(mailbox)
        self._stopping = False
        self._courier = Courier(
            sender, writer, self._aftermath, may=self._may_begin, sent=sent, now=now
        )

    def stop(self) -> None:
        """Begin nothing more; ``run`` ends when what is on its way has been settled."""
        self._stopping = True
        self._wake.set()

    @property
    def problem(self) -> str | None:
        """Why the sender rests now, a sentence."""
        return self._aftermath.problem(self._now())

    @property
    def resting(self) -> timedelta:
        """How long the sender rests yet; zero where it does not."""
        return self._aftermath.rest(self._now())

    def wake(self) -> None:
        """Something has become due."""
        self._wake.set()

    async def run(self) -> None:
        """Send until ``stop``."""
        while not self._stopping:
            self._wake.clear()
            await self.drain()
            await self._sleep()

    async def drain(self) -> None:
        """Send everything that is due now or becomes so meanwhile, unless the sender rests."""
        under_way: set[asyncio.Task[None]] = set()
        more = True
        try:
            while more or under_way:
                if more and len(under_way) <= _BATCH // 2:
                    room = _BATCH - len(under_way)
                    attempts = await self._take(room)
                    under_way |= set(map(asyncio.create_task, attempts))
                    more = len(attempts) == room
                elif under_way:
                    more |= await self._wait(under_way)
                    under_way = {task for task in under_way if not task.done()}
        finally:
            for task in under_way:
                task.cancel()

    async def _wait(self, under_way: set[asyncio.Task[None]]) -> bool:
        """Wait until one has come to its end; tell whether more may have become due before.

        One that hangs keeps its own connection busy and not the others.
        """
        news = asyncio.create_task(self._wake.wait())
        try:
            done, _ = await asyncio.wait(
                {*under_way, news},
                timeout=_LONGEST_SLEEP.total_seconds(),
                return_when=asyncio.FIRST_COMPLETED,
            )
        finally:
            news.cancel()
        woken = self._wake.is_set()
        self._wake.clear()
        return woken or not done

    async def close(self) -> None:
        """Close all connections."""
        await self._sender.outbox.close()

    async def _take(self, room: int) -> Sequence[Coroutine[None, None, None]]:
        """Claim what people wrote, then acknowledgements; return what carries each."""
        if not self._may_begin():
            return ()
        errands: list[Errand] = []
        try:
            errands += await self._claim_replies(room)
            errands += await self._claim_acks(room - len(errands))
        except StoreError as error:
            # Not raised: what is on its way must come to its end.
            log.error("store.failed", problem=str(error))  # noqa: TRY400 - its sentence says all
        return [self._courier.carry(one) for one in errands]

    async def _claim_replies(self, room: int) -> Sequence[Errand]:
        now, terms = self._now(), self._terms()
        claims = await self._writer(
            lambda ledger: ledger.replies.claim(self._worker, self.mailbox, room, terms, now)
        )
        if claims:
            log.debug("replies.claimed", replies=len(claims))
        return [
            ReplyErrand(one, self._sender, self._knowledge(), self._key, self._terms)
            for one in claims
        ]

    async def _claim_acks(self, room: int) -> Sequence[Errand]:
        now, terms = self._now(), self._terms()
        claims = await self._writer(
            lambda ledger: ledger.claim(self._worker, [self.mailbox], room, LEASE, now, terms=terms)
        )
        log.debug("acks.claimed", acks=len(claims))
        return [AckErrand(one, self._sender, self._knowledge(), self._key) for one in claims]

    def _may_begin(self) -> bool:
        return not (self._stopping or self._aftermath.rests(self._now()))

    async def opens(self) -> datetime | None:
        """Return when the next may leave, for its own sake, quotas and rest; None when none is due.

        It may lie in the past. Raises ``StoreError``.
        """
        now, terms = self._now(), self._terms()

        def read(ledger: Ledger) -> Iterator[datetime]:
            for due, urgency in (
                (ledger.replies.next_due(self.mailbox, terms, now), Urgency.PERSON),
                (ledger.next_due([self.mailbox], now, terms=terms), Urgency.AUTOMATIC),
            ):
                if due is not None:
                    yield max(due, ledger.room(terms, urgency, now).opens or due)

        opens = min(await self._writer.read(lambda ledger: [*read(ledger)]), default=None)
        return None if opens is None else max(opens, now + self._aftermath.rest(now))

    async def _sleep(self) -> None:
        if self._stopping:
            return
        opens, now = await self.opens(), self._now()
        pause = _LONGEST_SLEEP if opens is None else max(opens - now, timedelta(0))
        try:
            await asyncio.wait_for(self._wake.wait(), min(pause, _LONGEST_SLEEP).total_seconds())
        except TimeoutError:
            return

    def _terms(self) -> Terms:
        ceiling, counted_from = self._brake()
        return Terms(
            pace=self._sender.pace,
            subjects=self._sender.subjects | {model_of(self._knowledge())},
            ceiling=ceiling,
            counted_from=counted_from,
        )
