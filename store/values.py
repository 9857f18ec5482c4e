"""What the store shows: cases, letters, acknowledgements, and how the workers are.

Times are aware and in UTC; inside the tables they are integer epoch milliseconds.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from cases.labels import Fulfilment, Priority
from cases.states import AckState, CaseState
from cases.values import Tag, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """A case as the queue shows it."""

    case: int
    state: CaseState
    #: From 0 to 100, the higher the sooner: what ``cases.ordering`` shows of its order.
    rank: float
    #: Why it stands there, the weightiest first.
    reasons: tuple[str, ...]
    priority: Priority
    tags: tuple[str, ...]
    #: The same tags with who gave them, and the model's score.
    given: tuple[Tag, ...]
    unsure: bool
    buyer: str
    order_id: str | None
    marketplace: str | None
    shop: str | None
    fulfilment: Fulfilment
    language: str
    #: The beginning of the newest letter's new text, on one line.
    excerpt: str
    subject: str
    letters: int
    photos: int
    #: Letters since the last answer, and when the newest letter came.
    unanswered: int
    newest_at: datetime
    received: datetime
    #: When the newest acknowledgement says a person will answer.
    promise_at: datetime | None
    limit_at: datetime | None
    #: The nearest deadline that a letter states.
    deadline_at: datetime | None
    #: The nearest of these; None while no clock runs.
    clock_at: datetime | None
    #: Whose it is.
    assignee: str | None
    #: Who works on it now, since when, and until when without a further deed.
    holder: str | None
    held_at: datetime | None
    held_until: datetime | None
    escalated_at: datetime | None
    #: For whom it waits, and until when it waits or sleeps.
    awaited: str | None
    wake_at: datetime | None
    closed_at: datetime | None
    #: The state of the acknowledgement in the present opening; None when there is none.
    ack: AckState | None
    ack_reason: str | None

    def running(self, clock: datetime | None) -> datetime | None:
        """Return a clock of the case as long as it runs: an answer and an end stop them all."""
        return None if self.clock_at is None else clock


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterView:
    """One letter of a case."""

    letter: int
    received: datetime
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class AckView:
    """One acknowledgement, as it was sent or withheld."""

    ack: int
    case: int
    opening: int
    letter: int
    state: AckState
    reason: str | None
    #: Where it would go now, and where it went; None before.
    address: str
    recipient: str | None
    message_id: str | None
    promised_at: datetime | None
    subject: str | None
    body: str | None
    settled_at: datetime | None
    #: The server's last reply code; None where none came.
    code: int | None
    attempts: int
    #: When it became due or was withheld for the first time, and when it may leave.
    since: datetime
    not_before: datetime
    #: When a person said that it may leave; None where none has.
    approved_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """Something that happened, with who and when."""

    at: datetime
    name: str
    who: str
    fields: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """A case with everything in it."""

    row: QueueRow
    order_ids: tuple[str, ...]
    linked: int | None
    letters: tuple[LetterView, ...]
    acks: tuple[AckView, ...]
    events: tuple[EventView, ...]
    #: Its buyer was forgotten: nothing is done to it, written in it or sent for it any more.
    forgotten: bool

    def verdict_of(self, letter: int) -> Verdict | None:
        """Return what was said of one of its letters; None where it is another case's by now."""
        return next((one.verdict for one in self.letters if one.letter == letter), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much of everything there is."""

    #: Letters by state: accepted, filed, recorded, set-aside.
    letters: dict[str, int]
    #: Cases by state.
    cases: dict[str, int]
    #: Acknowledgements by state.
    acks: dict[str, int]
    #: People's replies by state.
    replies: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """How a worker finds a mailbox."""

    worker: str
    mailbox: str
    #: When it said so.
    at: datetime
    #: When the mailbox was read to its end; None before the first time.
    read_at: datetime | None
    #: When its folder of sent mail was; None before the first time, or where there is none.
    sent_read_at: datetime | None = None
    #: Why it cannot be read, why nothing is sent from it: a sentence each, "" while all is well.
    inbox_problem: str
    sender_problem: str
    #: Whether the worker was told to stop, and this was its last word.
    stopped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """How much waits for a person."""

    #: Open cases; a priority without any is left out.
    by_priority: Mapping[Priority, int]
    #: Those of them with a clock, ours or the marketplace's, that has run out.
    overdue: int
    #: Those whose main tag nothing is certain of.
    unsure: int
    #: When the letter came that has waited longest.
    oldest: datetime | None

    @property
    def cases(self) -> int:
        """All open cases."""
        return sum(self.by_priority.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What was forgotten of a buyer."""

    cases: int
    letters: int
