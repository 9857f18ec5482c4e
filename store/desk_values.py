"""What the desk asks of the store, and what it gets."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from cases.deeds import Refusal
from cases.states import AckState
from cases.values import Attachment, Tag, Verdict
from store.values import CaseView, QueueRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Some cases in their order."""

    rows: tuple[QueueRow, ...]
    #: From where the next page goes on; None after the last.
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a deed did to one case."""

    case: int
    #: None where it is done.
    refusal: Refusal | None = None
    #: What ``undo`` takes; None where nothing was done or nothing can be undone.
    deed: int | None = None
    #: The reply that was written.
    reply: int | None = None
    #: Who held the case, and since when, where that is why it was refused.
    holder: str | None = None
    since: datetime | None = None

    @property
    def done(self) -> bool:
        """Whether it changed something."""
        return self.refusal is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What a person wrote for the others."""

    note: int
    at: datetime
    who: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A person's reply, ready to be sent."""

    #: Made once by the form, so that sending it twice is one reply.
    token: str
    subject: str
    body: str
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyView:
    """A person's reply and how far it has come."""

    reply: int
    at: datetime
    who: str
    state: AckState
    #: Why it was refused or is in doubt; None else.
    reason: str | None
    subject: str
    body: str
    #: Names of the attachments.
    attachments: tuple[str, ...]
    settled_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """A case with everything that the desk shows of it."""

    view: CaseView
    notes: tuple[Note, ...]
    replies: tuple[ReplyView, ...]
    #: Other cases of the buyer or of its orders, newest first.
    related: tuple[QueueRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What one person works on."""

    person: str
    #: The cases they hold now, those held longest first.
    held: tuple[int, ...]
    #: How many open cases are theirs, and how many of those are overdue.
    owned: int
    overdue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Promises:
    """How the promises fared whose time came on one day."""

    day: date
    kept: int
    broken: int
    #: Settled before their time without a reply.
    settled: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Oversight:
    """How the work stands."""

    loads: tuple[Load, ...]
    #: How many open cases' nearest clock runs out in each hour from now, or ran out (below 0).
    due: Mapping[int, int]
    promises: tuple[Promises, ...]
    escalated: int
    #: Open cases that are nobody's.
    free: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A letter whose tags a person corrected."""

    #: The deed that did it.
    deed: int
    #: What makes the letter the same letter.
    identity: str
    verdict: Verdict
    #: As they were, with who gave them and how sure the model was.
    old: tuple[Tag, ...]
    #: As the person says, main tag first.
    new: tuple[str, ...]
    who: str
    at: datetime
