"""What goes into the store and what comes out of it.

Times are aware and in UTC; inside the tables they are integer epoch milliseconds.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from cases.absences import Absence
from cases.labels import Fulfilment, Priority
from cases.modes import Mode
from cases.pace import Pace
from cases.pauses import Pause, Subject
from cases.states import AckState, CaseState
from cases.values import Tag, Verdict, Wording

#: How long a worker may hold an acknowledgement: longer than the two waits of ten minutes each
#: that one DATA may take (RFC 5321 4.5.3.2).
LEASE: Final = timedelta(minutes=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """How far a folder has been read: everything up to ``uid`` is in the store."""

    mailbox: str
    folder: str
    uidvalidity: int
    #: The highest UID that was accepted.
    uid: int
    #: The first UID that counts for the comparison of server and store.
    first_uid: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A letter as it was fetched, before anything was read from it."""

    mailbox: str
    folder: str
    uidvalidity: int
    uid: int
    raw: bytes
    #: Hex digest that says which letter this is, wherever it stands.
    identity: str
    #: The server's INTERNALDATE.
    arrived: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A letter that waits to be read and filed."""

    letter: int
    mailbox: str
    #: Empty where it is ``lost``.
    raw: bytes
    arrived: datetime
    #: How often filing it has failed so far.
    attempts: int = 0
    #: How often a process ended with it in hand; from the first on it is to be judged alone.
    deaths: int = 0
    #: The file that held it is gone.
    lost: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Interrupted:
    """A letter that was in hand when the last process ended."""

    letter: int
    #: That happened too often; it is not judged again.
    aside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """A letter with what the pipeline says of it."""

    letter: int
    verdict: Verdict
    #: The marketplace's limit for this letter's answer, None where no clock runs.
    limit_at: datetime | None
    #: When its acknowledgement may leave at the earliest (``settle``).
    not_before: datetime
    #: The latest time to which further letters may move it (twice ``settle``).
    not_after: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """What became of a letter."""

    letter: int
    #: None when it was recorded without a case.
    case: int | None
    #: new, case-id, reference, order, alias; or why there is no case (a kind).
    why: str
    #: due, withheld:<reason>, joined (one is already there in this opening), none.
    acknowledgement: str
    #: The case whose clocks this letter of ours stopped.
    answers: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Under what a mailbox sends."""

    pace: Pace
    #: What is known of everything it sends: mailbox, provider, model.
    subjects: frozenset[Subject] = frozenset()
    #: At most so many an hour by all mailboxes together; None is without end.
    ceiling: int | None = None
    #: Who let the brake go meanwhile counts anew from here.
    counted_from: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """An acknowledgement that a worker holds, with what it needs to decide and to write it."""

    ack: int
    #: Grows with every claim; a write with an older fence changes nothing.
    fence: int
    case: int
    opening: int
    letter: int
    mailbox: str
    verdict: Verdict
    #: When it became due for the first time.
    since: datetime
    attempts: int
    #: The case's priority over all its letters of this opening.
    priority: Priority
    limit_at: datetime | None
    #: The mode under which it was claimed.
    mode: Mode
    #: The mode is canary, and it is not for this shop, mailbox or day.
    outside_canary: bool
    #: A person answered in this opening, or holds the case.
    answered: bool
    #: Our people wrote to this buyer before the buyer ever wrote to us.
    written_first: bool
    #: Acknowledgements sent or under way: to this address and in this thread within a day, to
    #: this domain within an hour; this one not counted.
    to_address: int
    to_thread: int
    to_domain: int
    #: How many open cases of its shop are served up to its own.
    ahead: int = 0
    #: When nobody answers though the calendar says open.
    absences: tuple[Absence, ...] = ()
    #: What was paused when it was claimed.
    paused: tuple[Pause, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """What is committed immediately before DATA."""

    message_id: str
    sender: str
    recipient: str
    wording: Wording
    #: All that its outcome speaks of: mailbox, shop, template, provider, model.
    subjects: frozenset[Subject] = frozenset()
    #: The login that hands it in; "" is not counted.
    login: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """What was found after a crash and put right."""

    #: In ``sending`` with nobody at work: now ``unknown``.
    unknown: int
    #: Claims whose lease had ended: due again.
    released: int
    #: Due for so long that an acknowledgement would come too late: now withheld.
    expired: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmarked:
    """A letter on a server that does not yet show what we made of it."""

    place: int
    uid: int
    uidvalidity: int
    tags: tuple[str, ...]
    priority: Priority


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """A case as the queue shows it."""

    case: int
    state: CaseState
    rank: float
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
