"""The way of one message to its server, whatever it is: prepared, committed, handed in, settled.

Acknowledgements and people's replies go the same way, each as an errand. Promises: an errand is
begun in the store immediately before DATA, and what the server answered is written down however
long the store takes to come back (P4); a fault over one message is that one's alone (P12).
"""

import asyncio
from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final, Protocol

from cases.states import AckEvent
from daemon.imap.copies import Copy
from daemon.logs import logger
from daemon.sending.aftermath import Aftermath, Ending
from daemon.sending.answer import Sender
from daemon.sending.parcel import Parcel
from daemon.smtp.faults import Outcome
from store.protocol import Ledger, StoreError
from store.writer import Writer

log = logger("send")

#: How long the store is given to come back, in seconds.
_STORE_PAUSE: Final = 2.0
#: What the store gave out and then did not let begin waits so long: things changed in between, and
#: should the two ever disagree, the server is not asked in an endless round.
UNBEGUN: Final = timedelta(minutes=1)


class Errand(Protocol):
    """A message that a worker holds: how it is made, kept and spoken of."""

    @property
    def message(self) -> Hashable:
        """What tells it from all others of its mailbox."""

    @property
    def attempts(self) -> int:
        """How often it was tried before."""

    @property
    def patience(self) -> timedelta:
        """How long it waits after a fault of the store's or ours."""

    def prepare(self, now: datetime) -> Parcel | Ending:
        """Return the message, or what becomes of it without one; runs beside the loop."""

    def begin(self, ledger: Ledger, now: datetime) -> bool:
        """Commit what will be written, immediately before DATA; False where it may not leave."""

    def settle(self, ledger: Ledger, ending: Ending, now: datetime) -> bool:
        """Write down how it ended; False where its state does not know that ending."""

    def tell_begun(self, *, begun: bool) -> None:
        """Say that DATA begins, or may not."""

    def tell_answered(self, outcome: Outcome) -> None:
        """Say that the server has answered, or is lost."""

    def tell_settled(self, ending: Ending, *, settled: bool) -> None:
        """Say how it ended, and whether it was written down."""

    def tell_failed(self, problem: str) -> None:
        """Say that it failed in a way nobody foresaw."""


class Courier:
    """Carries the messages of one mailbox."""

    def __init__(
        self,
        sender: Sender,
        writer: Writer,
        aftermath: Aftermath,
        *,
        may: Callable[[], bool],
        sent: Callable[[Copy], None],
        now: Callable[[], datetime],
    ) -> None:
        """Keep what is needed.

        Args:
            sender: hands them in.
            writer: the store.
            aftermath: decides what follows from how each ended.
            may: tells whether anything may be begun now.
            sent: is called with each message that the server took.
            now: the clock.
        """
        self._sender = sender
        self._writer = writer
        self._aftermath = aftermath
        self._may = may
        self._sent = sent
        self._now = now

    async def carry(self, errand: Errand) -> None:
        """Carry one; whatever fails is settled here and reaches no other."""
        later = Ending(event=AckEvent.DEFER, wait=errand.patience)
        try:
            await self._carry(errand)
        except StoreError as error:
            # Raised before DATA alone: what comes after is written down until the store takes it.
            log.error("store.failed", problem=str(error))  # noqa: TRY400 - its sentence says all
            await self._settle(errand, later)
        # Any failure at all must cost no more than one message (P12).
        except Exception as error:  # noqa: BLE001 - the loop of sending
            errand.tell_failed(type(error).__name__)
            # Unknown where DATA may have begun.
            await self._settle(errand, Ending(event=AckEvent.LOSE), later)

    async def _carry(self, errand: Errand) -> None:
        now = self._now()
        parcel = await asyncio.to_thread(errand.prepare, now)
        if isinstance(parcel, Ending):
            await self._settle(errand, parcel)
            return
        refused = False

        async def commit() -> bool:
            nonlocal refused
            if not self._may():
                # The sender rests or stops: that says nothing about this message.
                return False
            begun = await self._begin(errand)
            refused = not begun
            return begun

        outcome = await self._sender.outbox.send(
            parcel.envelope, parcel.raw, may=self._may, commit=commit
        )
        errand.tell_answered(outcome)
        ending = self._aftermath.follow(errand.message, errand.attempts, outcome, self._now())
        await self._settle(errand, replace(ending, wait=UNBEGUN) if refused else ending)
        if ending.event is AckEvent.ACCEPT:
            self._sent(Copy(message_id=parcel.message_id, raw=parcel.raw, when=now))

    async def _begin(self, errand: Errand) -> bool:
        now = self._now()
        begun = await self._writer(lambda ledger: errand.begin(ledger, now))
        errand.tell_begun(begun=begun)
        return begun

    async def _settle(self, errand: Errand, *endings: Ending) -> None:
        """Write down the first of these endings that its state knows."""
        now = self._now()

        def work(ledger: Ledger) -> Ending | None:
            if (quota := endings[0].quota) is not None:
                ledger.hold_login(self._sender.pace.login, quota, now)
            return next((one for one in endings if errand.settle(ledger, one, now)), None)

        settled = await self._write(work)
        errand.tell_settled(settled or endings[0], settled=settled is not None)

    async def _write(self, work: Callable[[Ledger], Ending | None]) -> Ending | None:
        """Write down what has happened already: the server's answer must not be lost."""
        while True:
            try:
                return await self._writer(work)
            except StoreError as error:
                log.error("store.failed", problem=str(error))  # noqa: TRY400 - it says all
                await asyncio.sleep(_STORE_PAUSE)
