"""The errand of an acknowledgement: judged again, promised, worded, and under every veto.

Promises: only to a buyer (P3); what the buyer reads as reply time is what is stored (P5); nothing
in shadow mode (P6), of nothing that is paused.
"""

from datetime import datetime, timedelta
from typing import Final

from cases.pauses import is_held
from cases.states import AckEvent
from daemon.knowledge import Knowledge
from daemon.logs import logger
from daemon.sending.aftermath import DEFERRED, Ending
from daemon.sending.answer import Prepared, Sender, prepare
from daemon.sending.parcel import Parcel
from daemon.smtp.faults import Outcome
from replies.policy import PASSING
from store.outgoing_values import Claim
from store.protocol import Ledger

log = logger("send")

#: Why one is given back that waits for a pause to end.
PAUSED: Final = "paused"


class AckErrand:
    """One claimed acknowledgement; see ``daemon.sending.courier.Errand``."""

    def __init__(self, claim: Claim, sender: Sender, knowledge: Knowledge, key: bytes) -> None:
        """Keep what it is made from."""
        self._claim = claim
        self._sender = sender
        self._knowledge = knowledge
        self._key = key
        self._prepared: Prepared | None = None

    @property
    def message(self) -> int:
        """Its number."""
        return self._claim.ack

    @property
    def attempts(self) -> int:
        """How often it was tried before."""
        return self._claim.attempts

    @property
    def patience(self) -> timedelta:
        """As long as after a server's word."""
        return DEFERRED

    def prepare(self, now: datetime) -> Parcel | Ending:
        """Judge it once more and word it, or say what keeps it from leaving."""
        claim = self._claim
        found = prepare(claim, self._sender, self._knowledge, self._key, now)
        if isinstance(found, str):
            if wait := PASSING.get(found):
                return Ending(event=AckEvent.DEFER, reason=found, wait=wait)
            return Ending(event=AckEvent.WITHHOLD, reason=found)
        self._prepared = found
        log.debug("ack.rendered", ack=claim.ack, case=claim.case)
        if is_held(claim.paused, found.dispatch.subjects):
            return Ending(event=AckEvent.RELEASE, reason=PAUSED)
        return found.parcel

    def begin(self, ledger: Ledger, now: datetime) -> bool:
        """Commit text, promised time and ``sending``."""
        claim, prepared = self._claim, self._prepared
        return prepared is not None and ledger.begin(claim.ack, claim.fence, prepared.dispatch, now)

    def settle(self, ledger: Ledger, ending: Ending, now: datetime) -> bool:
        """Write down how it ended, and of what it was where a pause holds it."""
        claim = self._claim
        subjects = self._prepared.dispatch.subjects if self._prepared else frozenset()
        if ending.reason == PAUSED:
            ledger.hold_back(claim.ack, claim.fence, subjects)
        return ledger.settle(
            claim.ack,
            claim.fence,
            ending.event,
            now,
            reason=ending.reason,
            code=ending.code,
            not_before=ending.not_before(now),
            subjects=subjects,
        )

    def tell_begun(self, *, begun: bool) -> None:
        """Say that DATA begins, or may not."""
        log.debug("ack.sending", ack=self._claim.ack, case=self._claim.case, begun=begun)

    def tell_answered(self, outcome: Outcome) -> None:
        """Say that the server has answered, or is lost."""
        event = outcome.event.value
        log.debug("ack.answered", ack=self._claim.ack, case=self._claim.case, outcome=event)

    def tell_settled(self, ending: Ending, *, settled: bool) -> None:
        """Say how it ended."""
        usual = ending.event in {AckEvent.ACCEPT, AckEvent.WITHHOLD}
        tell = log.info if usual else log.warning
        tell(
            "ack.settled",
            ack=self._claim.ack,
            case=self._claim.case,
            outcome=ending.event.value,
            reason=ending.reason,
            code=ending.code,
            settled=settled,
        )

    def tell_failed(self, problem: str) -> None:
        """Say that it failed in a way nobody foresaw."""
        log.error("ack.failed", ack=self._claim.ack, problem=problem)
