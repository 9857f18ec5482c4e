"""The single point of sending: claim, judge again, promise, render, lint, commit, hand in, settle.

Promises: at most one message an acknowledgement (P4) and only to a buyer (P3); what the buyer
reads as reply time is what is stored (P5); nothing while the store's mode is shadow (P6); nothing
that breaks the rules of wording (P7). A sender or server in trouble rests and keeps everything
due (P12).
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from cases.states import AckEvent
from daemon import clock
from daemon.answer import Sender, prepare
from daemon.knowledge import Knowledge
from daemon.logs import logger
from daemon.smtp_faults import Outcome, Whose
from store.protocol import Ledger, StoreError
from store.values import Claim, Dispatch
from store.writer import Writer

log = logger("send")

#: How long a worker may hold an acknowledgement before it is free again: longer than the two
#: waits of ten minutes that one DATA may take.
LEASE: Final = timedelta(minutes=30)
_BATCH: Final = 50
_FIRST_REST: Final = timedelta(seconds=15)
_LONGEST_REST: Final = timedelta(minutes=30)
#: A letter deferred by itself (greylisting): RFC 5321 4.5.4.1 asks for patience.
_DEFERRED: Final = timedelta(minutes=5)
#: How long the store is given to come back, in seconds.
_STORE_PAUSE: Final = 2.0
#: The daemon looks at least so often, whatever wakes it.
_LONGEST_SLEEP: Final = timedelta(seconds=30)


class Dispatcher:
    """Sends what is due."""

    def __init__(
        self,
        knowledge: Callable[[], Knowledge],
        writer: Writer,
        senders: Mapping[str, Sender],
        worker: str,
        key: bytes,
    ) -> None:
        """Keep what is needed.

        Args:
            knowledge: gives the knowledge in use.
            writer: the store.
            senders: by mailbox.
            worker: the name under which acknowledgements are claimed.
            key: the installation's secret, from which Message-IDs are derived.
        """
        self._knowledge = knowledge
        self._writer = writer
        self._senders = senders
        self._worker = worker
        self._key = key
        self._wake = asyncio.Event()
        self._rests: dict[str, tuple[datetime, timedelta]] = {}
        self._problems: dict[str, str] = {}
        self._stopping = False

    def stop(self) -> None:
        """Begin nothing more; ``run`` ends when what is on its way has been settled."""
        self._stopping = True
        self._wake.set()

    @property
    def problems(self) -> list[str]:
        """Why senders rest now, a sentence each."""
        now = clock.now()
        return [said for name, said in self._problems.items() if self._is_resting(name, now)]

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
        """Send everything that is due now and whose sender does not rest."""
        while claims := await self._claim():
            async with asyncio.TaskGroup() as tasks:
                for claim in claims:
                    tasks.create_task(self._send(claim))

    async def close(self) -> None:
        """Close all connections."""
        await asyncio.gather(*(sender.outbox.close() for sender in self._senders.values()))

    async def _claim(self) -> Sequence[Claim]:
        if self._stopping:
            return ()
        now = clock.now()
        awake = self._awake(now)
        if not awake:
            return ()
        claims = await self._writer(
            lambda ledger: ledger.claim(self._worker, awake, _BATCH, LEASE, now)
        )
        log.debug("acks.claimed", acks=len(claims))
        return claims

    def _awake(self, now: datetime) -> tuple[str, ...]:
        return tuple(name for name in self._senders if not self._is_resting(name, now))

    async def _sleep(self) -> None:
        if self._stopping:
            return
        now = clock.now()
        awake = self._awake(now)
        due = await self._writer.read(lambda ledger: ledger.next_due(awake))
        times = [until for until, _ in self._rests.values() if until > now]
        if due is not None:
            times.append(max(due, now))
        pause = min([*(one - now for one in times), _LONGEST_SLEEP])
        try:
            await asyncio.wait_for(self._wake.wait(), pause.total_seconds())
        except TimeoutError:
            return

    async def _send(self, claim: Claim) -> None:
        now = clock.now()
        sender = self._senders[claim.mailbox]
        prepared = await asyncio.to_thread(
            prepare, claim, sender, self._knowledge(), self._key, now
        )
        if isinstance(prepared, str):
            await self._settle(claim, AckEvent.WITHHOLD, reason=prepared)
            return
        log.debug("ack.rendered", ack=claim.ack, case=claim.case)
        outcome = await sender.outbox.send(
            prepared.envelope,
            prepared.raw,
            may=lambda: not self._is_resting(claim.mailbox, clock.now()),
            commit=lambda: self._begin(claim, prepared.dispatch),
        )
        log.debug("ack.answered", ack=claim.ack, case=claim.case, outcome=outcome.event.value)
        await self._conclude(claim, outcome)

    async def _begin(self, claim: Claim, dispatch: Dispatch) -> bool:
        """Commit text, promised time and ``sending``, immediately before DATA."""
        if self._stopping:
            return False
        now = clock.now()
        begun = await self._writer(
            lambda ledger: ledger.begin(claim.ack, claim.fence, dispatch, now)
        )
        log.debug("ack.sending", ack=claim.ack, case=claim.case, begun=begun)
        return begun

    async def _conclude(self, claim: Claim, outcome: Outcome) -> None:
        not_before = None
        if outcome.event is AckEvent.DEFER:
            not_before = clock.now() + self._pause(claim.mailbox, outcome)
        elif outcome.event is AckEvent.ACCEPT:
            self._rests.pop(claim.mailbox, None)
        await self._settle(
            claim,
            outcome.event,
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
        now = clock.now()

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

    async def _write(self, work: Callable[[Ledger], bool]) -> bool:
        """Write down what has happened already: the server's answer must not be lost."""
        while True:
            try:
                return await self._writer(work)
            except StoreError as error:
                log.error("store.failed", problem=str(error))  # noqa: TRY400 - it says all
                await asyncio.sleep(_STORE_PAUSE)

    def _pause(self, mailbox: str, outcome: Outcome) -> timedelta:
        """Return how long this acknowledgement waits; rest the sender where it is at fault."""
        if outcome.whose is Whose.LETTER:
            return _DEFERRED
        _, before = self._rests.get(mailbox, (None, None))
        now = clock.now()
        if self._is_resting(mailbox, now):
            return self._rests[mailbox][0] - now
        rest = _FIRST_REST if before is None else min(before * 2, _LONGEST_REST)
        self._rests[mailbox] = (now + rest, rest)
        self._problems[mailbox] = outcome.sentence
        log.warning(
            "sender.resting",
            mailbox=mailbox,
            problem=outcome.sentence,
            retry_seconds=round(rest.total_seconds()),
        )
        return rest

    def _is_resting(self, mailbox: str, now: datetime) -> bool:
        until, _ = self._rests.get(mailbox, (now, None))
        return until > now
