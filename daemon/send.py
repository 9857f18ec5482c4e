"""The single point of sending: claim, judge again, promise, render, lint, commit, hand in, settle.

Promises: at most one message an acknowledgement (P4) and only to a buyer (P3); what the buyer
reads as reply time is what is stored (P5); nothing while the store's mode is shadow (P6); nothing
that breaks the rules of wording (P7). Every mailbox has a dispatcher of its own, so that a slow or
failing server holds up nobody else, and a fault over one acknowledgement is that one's alone (P12).
"""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Final

from cases.states import AckEvent
from daemon import clock
from daemon.answer import Sender, prepare
from daemon.blame import Blame
from daemon.knowledge import Knowledge
from daemon.logs import logger
from daemon.rests import Rest
from daemon.smtp_faults import Outcome, Whose
from store.protocol import Ledger, StoreError
from store.values import LEASE, Claim, Dispatch
from store.writer import Writer

log = logger("send")

#: How many are under way or wait for a connection; half of them are fetched anew at a time.
_BATCH: Final = 50
#: A letter deferred by itself (greylisting): RFC 5321 4.5.4.1 asks for patience.
_DEFERRED: Final = timedelta(minutes=5)
#: Vetoes that pass by themselves: a domain's volume is counted by the hour (P3: held, not dropped).
_PASSING: Final = {"domain-cap": timedelta(hours=1)}
#: How long the store is given to come back, in seconds.
_STORE_PAUSE: Final = 2.0
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
            now: the clock.
        """
        self.mailbox = mailbox
        self._sender = sender
        self._knowledge = knowledge
        self._writer = writer
        self._worker = worker
        self._key = key
        self._now = now
        self._wake = asyncio.Event()
        self._rest = Rest()
        self._blame = Blame()
        self._stopping = False

    def stop(self) -> None:
        """Begin nothing more; ``run`` ends when what is on its way has been settled."""
        self._stopping = True
        self._wake.set()

    @property
    def problem(self) -> str | None:
        """Why the sender rests now, a sentence."""
        return self._rest.problem if self._rest.is_on(self._now()) else None

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
                    claims = await self._claim(room)
                    under_way |= {asyncio.create_task(self._attempt(claim)) for claim in claims}
                    more = len(claims) == room
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

    async def _claim(self, room: int) -> Sequence[Claim]:
        now = self._now()
        if self._stopping or self._rest.is_on(now):
            return ()
        try:
            claims = await self._writer(
                lambda ledger: ledger.claim(self._worker, [self.mailbox], room, LEASE, now)
            )
        except StoreError as error:
            # Not raised: what is on its way must come to its end.
            log.error("store.failed", problem=str(error))  # noqa: TRY400 - its sentence says all
            return ()
        log.debug("acks.claimed", acks=len(claims))
        return claims

    async def _sleep(self) -> None:
        if self._stopping:
            return
        due = await self._writer.read(lambda ledger: ledger.next_due([self.mailbox]))
        now = self._now()
        if self._rest.is_on(now):
            pause = self._rest.left(now)
        elif due is not None:
            pause = max(due - now, timedelta(0))
        else:
            pause = _LONGEST_SLEEP
        try:
            await asyncio.wait_for(self._wake.wait(), min(pause, _LONGEST_SLEEP).total_seconds())
        except TimeoutError:
            return

    async def _attempt(self, claim: Claim) -> None:
        """Send one; whatever fails is settled here and reaches no other."""
        try:
            await self._send(claim)
        except StoreError as error:
            # Raised before DATA alone: what comes after is written down until the store takes it.
            log.error("store.failed", problem=str(error))  # noqa: TRY400 - its sentence says all
            await self._settle(claim, AckEvent.DEFER, not_before=self._now() + _DEFERRED)
        # Any failure at all must cost no more than one acknowledgement (P12).
        except Exception as error:  # noqa: BLE001 - the loop of sending
            log.error("ack.failed", ack=claim.ack, problem=type(error).__name__)  # noqa: TRY400 - no words
            await self._give_up(claim)

    async def _send(self, claim: Claim) -> None:
        now = self._now()
        prepared = await asyncio.to_thread(
            prepare, claim, self._sender, self._knowledge(), self._key, now
        )
        if isinstance(prepared, str):
            if wait := _PASSING.get(prepared):
                await self._settle(claim, AckEvent.DEFER, reason=prepared, not_before=now + wait)
            else:
                await self._settle(claim, AckEvent.WITHHOLD, reason=prepared)
            return
        log.debug("ack.rendered", ack=claim.ack, case=claim.case)
        outcome = await self._sender.outbox.send(
            prepared.envelope,
            prepared.raw,
            may=lambda: not self._rest.is_on(self._now()),
            commit=lambda: self._begin(claim, prepared.dispatch),
        )
        log.debug("ack.answered", ack=claim.ack, case=claim.case, outcome=outcome.event.value)
        await self._conclude(claim, outcome)

    async def _begin(self, claim: Claim, dispatch: Dispatch) -> bool:
        """Commit text, promised time and ``sending``, immediately before DATA."""
        if self._stopping:
            return False
        now = self._now()
        begun = await self._writer(
            lambda ledger: ledger.begin(claim.ack, claim.fence, dispatch, now)
        )
        log.debug("ack.sending", ack=claim.ack, case=claim.case, begun=begun)
        return begun

    async def _conclude(self, claim: Claim, outcome: Outcome) -> None:
        event, not_before, now = outcome.event, None, self._now()
        if event is AckEvent.ACCEPT:
            self._rest.end()
            self._blame.accept(claim.ack, now)
        elif event is AckEvent.DEFER and self._blame.is_letters(claim.ack, outcome, now):
            event = AckEvent.REFUSE
        elif event is AckEvent.DEFER:
            not_before = now + self._pause(outcome)
        await self._settle(
            claim,
            event,
            reason=outcome.sentence or None,
            code=outcome.code,
            not_before=not_before,
        )

    async def _settle(
        self,
        claim: Claim,
        event: AckEvent,
        *,
        reason: str | None = None,
        code: int | None = None,
        not_before: datetime | None = None,
    ) -> None:
        now = self._now()

        def work(ledger: Ledger) -> bool:
            return ledger.settle(
                claim.ack,
                claim.fence,
                event,
                now,
                reason=reason,
                code=code,
                not_before=not_before,
            )

        settled = await self._write(work)
        tell = log.info if event in {AckEvent.ACCEPT, AckEvent.WITHHOLD} else log.warning
        tell(
            "ack.settled",
            ack=claim.ack,
            case=claim.case,
            outcome=event.value,
            reason=reason,
            code=code,
            settled=settled,
        )

    async def _give_up(self, claim: Claim) -> None:
        """After a fault nobody foresaw: unknown where DATA may have begun, else due later."""
        now = self._now()

        def work(ledger: Ledger) -> bool:
            return ledger.settle(claim.ack, claim.fence, AckEvent.LOSE, now) or ledger.settle(
                claim.ack, claim.fence, AckEvent.DEFER, now, not_before=now + _DEFERRED
            )

        await self._write(work)

    async def _write(self, work: Callable[[Ledger], bool]) -> bool:
        """Write down what has happened already: the server's answer must not be lost."""
        while True:
            try:
                return await self._writer(work)
            except StoreError as error:
                log.error("store.failed", problem=str(error))  # noqa: TRY400 - it says all
                await asyncio.sleep(_STORE_PAUSE)

    def _pause(self, outcome: Outcome) -> timedelta:
        """Return how long this acknowledgement waits; rest the sender where it is at fault."""
        if outcome.whose is Whose.LETTER:
            return _DEFERRED
        now = self._now()
        if self._rest.begin(outcome.sentence, now):
            log.warning(
                "sender.resting",
                mailbox=self.mailbox,
                problem=outcome.sentence,
                retry_seconds=round(self._rest.left(now).total_seconds()),
            )
        return self._rest.left(now)
