"""People's replies on their way out: claimed, begun, settled as acknowledgements are.

They go before acknowledgements. What a person has written is judged by nobody but the lint: no
veto, no cap and no pause of automatic mail holds it. Only shadow mode and the pause of a restored
store do (P6).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from cases.states import AckEvent, AckState
from cases.values import Attachment, Verdict
from store.outgoing_values import Recovery, Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyClaim:
    """A reply that a worker holds, with all that it needs to send it."""

    reply: int
    #: Grows with every claim; a write with an older fence changes nothing.
    fence: int
    case: int
    #: The letter that it answers.
    verdict: Verdict
    mailbox: str
    who: str
    attempts: int
    token: str
    subject: str
    body: str
    #: None where the file of one is gone.
    attachments: tuple[Attachment, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """What is committed immediately before DATA."""

    message_id: str
    sender: str
    recipient: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyFate:
    """What has become of a reply."""

    reply: int
    case: int
    #: Who wrote it.
    who: str
    state: AckState


class Replies(Protocol):
    """What the sender does with replies inside one transaction."""

    def claim(
        self, worker: str, mailbox: str, limit: int, terms: Terms, now: datetime
    ) -> tuple[ReplyClaim, ...]:
        """Take due replies of this mailbox, the oldest first, as many as its quotas let out."""

    def next_due(self, mailbox: str, terms: Terms, now: datetime) -> datetime | None:
        """Return when the next may leave, None where none is due or a person has paused it.

        It may lie in the past.
        """

    def begin(
        self, reply: int, fence: int, handover: Handover, terms: Terms, now: datetime
    ) -> bool:
        """Go from claimed to sending and count it; False where nothing may leave now."""

    def settle(
        self,
        reply: int,
        fence: int,
        event: AckEvent,
        now: datetime,
        *,
        reason: str | None = None,
        code: int | None = None,
        not_before: datetime | None = None,
    ) -> bool:
        """Write down how it ended; ACCEPT stops the case's clocks.

        ACCEPT and REFUSE settle under the same fence what has become ``unknown`` since then.
        """

    def recover(self, worker: str, now: datetime) -> Recovery:
        """Make ``unknown`` of this worker's and all lapsed ``sending``, free lapsed claims."""

    def because(self, reason: str) -> tuple[ReplyFate, ...]:
        """Return those that are in their state for this reason, oldest first."""

    def count(self) -> dict[str, int]:
        """Return how many there are in each state."""

    def stranded(self, mailboxes: Sequence[str]) -> dict[str, int]:
        """Return how many are due in mailboxes other than these, by mailbox."""

    def prove_sent(self, message_ids: Sequence[str], now: datetime) -> int:
        """Settle what is in doubt and was seen in Sent; return how many."""
