"""The errand of a person's reply: under no veto but the lint.

Promises what ``daemon/sending/courier.py`` does, nothing in shadow mode (P6), and the rules of
wording (P7).
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from cases.states import AckEvent
from daemon.knowledge import Knowledge
from daemon.logs import logger
from daemon.sending.aftermath import Ending
from daemon.sending.answer import Sender
from daemon.sending.parcel import Parcel
from daemon.sending.reply import prepare_reply
from daemon.smtp.faults import Outcome
from store.outgoing_values import Terms
from store.protocol import Ledger
from store.replies_protocol import Handover, ReplyClaim

log = logger("send")

#: After a failure of the store or of ours: a person waits for it.
_PATIENCE: Final = timedelta(minutes=1)


class ReplyErrand:
    """One claimed reply; see ``daemon.sending.courier.Errand``."""

    def __init__(
        self,
        claim: ReplyClaim,
        sender: Sender,
        knowledge: Knowledge,
        key: bytes,
        terms: Callable[[], Terms],
    ) -> None:
        """Keep what it is made from, and under what its mailbox sends."""
        self._claim = claim
        self._sender = sender
        self._knowledge = knowledge
        self._key = key
        self._terms = terms
        self._prepared: Parcel | None = None

    @property
    def message(self) -> tuple[str, int]:
        """Its number, beside those of acknowledgements."""
        return "reply", self._claim.reply

    @property
    def attempts(self) -> int:
        """How often it was tried before."""
        return self._claim.attempts

    @property
    def patience(self) -> timedelta:
        """Not long: a person waits for it."""
        return _PATIENCE

    def prepare(self, now: datetime) -> Parcel | Ending:
        """Proofread and compose it, or say what keeps it from leaving."""
        found = prepare_reply(self._claim, self._sender, self._knowledge, self._key, now)
        if isinstance(found, str):
            return Ending(event=AckEvent.REFUSE, reason=found)
        self._prepared = found
        return found

    def begin(self, ledger: Ledger, now: datetime) -> bool:
        """Commit Message-ID and ``sending``."""
        claim, prepared = self._claim, self._prepared
        if prepared is None:
            return False
        handover = Handover(
            message_id=prepared.message_id,
            sender=prepared.envelope.sender,
            recipient=prepared.envelope.recipient,
        )
        return ledger.replies.begin(claim.reply, claim.fence, handover, self._terms(), now)

    def settle(self, ledger: Ledger, ending: Ending, now: datetime) -> bool:
        """Write down how it ended."""
        return ledger.replies.settle(
            self._claim.reply,
            self._claim.fence,
            ending.event,
            now,
            reason=ending.reason,
            code=ending.code,
            not_before=ending.not_before(now),
        )

    def tell_begun(self, *, begun: bool) -> None:
        """Say nothing: its case shows it."""

    def tell_answered(self, outcome: Outcome) -> None:
        """Say nothing: how it ended is told at once."""

    def tell_settled(self, ending: Ending, *, settled: bool) -> None:
        """Say how it ended."""
        tell = log.info if ending.event is AckEvent.ACCEPT else log.warning
        tell(
            "reply.settled",
            reply=self._claim.reply,
            case=self._claim.case,
            outcome=ending.event.value,
            reason=ending.reason,
            code=ending.code,
            settled=settled,
        )

    def tell_failed(self, problem: str) -> None:
        """Say that it failed in a way nobody foresaw."""
        log.error("reply.failed", reply=self._claim.reply, problem=problem)
