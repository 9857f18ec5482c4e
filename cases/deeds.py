"""What a person can do to a case, and what becomes of it: pure, one function over all deeds.

A deed is a value. ``decide`` takes how the case stands, who acts and when, and returns how it
stands afterwards, or why nothing happens. Whoever holds a case is alone at work on it until the
hold runs out: another person's deeds are refused, except to escalate it and to take it over with
a reason.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from cases.doubts import expected, settled
from cases.labels import ALONE, FOREMOST, Priority, check_tags
from cases.opening import Opening
from cases.states import CaseEvent, CaseState, ForbiddenTransitionError, follow_case
from cases.values import Tag

#: How long a person holds a case without doing anything.
HOLD: Final = timedelta(minutes=20)

#: How long a deed can be undone.
UNDO_WITHIN: Final = timedelta(seconds=30)

#: How a queue's row says that a person gave the case its priority.
RATED_BY: Final = "priority set by "


class Awaited(StrEnum):
    """For whom a case waits."""

    BUYER = "buyer"
    WAREHOUSE = "warehouse"
    MARKETPLACE = "marketplace"


class Closing(StrEnum):
    """Why a case is done."""

    DONE = "done"
    #: The buyer expects no answer; the person has said so to the marketplace too.
    NO_RESPONSE = "no-response"
    SPAM = "spam"


class Refusal(StrEnum):
    """Why a deed changed nothing."""

    #: Another person holds the case, or has said what all of one's own is taken back of.
    HELD = "held"
    #: There is no such case.
    ABSENT = "absent"
    #: The case is not in a state from which the deed could lead.
    FORBIDDEN = "forbidden"
    #: The case stands as the deed wants it already.
    ALREADY = "already"
    #: Too late to undo it, or it is another person's or undone already.
    EXPIRED = "expired"
    #: The case has changed since, so that it cannot be undone.
    CHANGED = "changed"
    #: Nothing goes to a buyer in shadow mode.
    SHADOW = "shadow"
    #: It has left, or is just leaving.
    LEFT = "left"
    #: In this mode, live or canary, it leaves whether a person says so or not.
    LIVE = "live"
    #: The case's buyer was forgotten: it stays closed, and nothing leaves for it.
    ERASED = "erased"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Begin to work on it, or go on; with a ``reason`` even where another person holds it."""

    #: How long without a further deed.
    lease: timedelta = HOLD
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetGo:
    """Stop working on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assign:
    """Make it a person's own; None makes it nobody's."""

    to: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Snooze:
    """Put it off; its clocks run on."""

    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """Wait for somebody; its clocks run on."""

    on: Awaited
    #: None waits until they write.
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Close:
    """Nothing is left to do; its clocks stop."""

    why: Closing = Closing.DONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopen:
    """Something is left to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalate:
    """Ask for somebody who decides more; ``on = False`` takes it back."""

    on: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct:
    """Say what it is about: the complete set, main tag first.

    Raises ``ValueError`` with a sentence where the tags are no complete set.
    """

    tags: tuple[str, ...]

    def __post_init__(self) -> None:
        if said := check_tags(self.tags):
            raise ValueError(said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """Say how urgent it is."""

    priority: Priority


Deed = Hold | LetGo | Assign | Snooze | Wait | Close | Reopen | Escalate | Correct | Rate


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a case stands, as far as a deed can change it."""

    state: CaseState
    #: A person answered in the present opening, or settled it without an answer.
    answered: bool
    #: When a person answered first.
    answered_at: datetime | None
    closed_at: datetime | None
    #: For whom it waits, and until when it waits or sleeps.
    awaited: Awaited | None
    wake_at: datetime | None
    #: Whose it is.
    assignee: str | None
    #: Who works on it, since when, and until when without a further deed.
    holder: str | None
    held_at: datetime | None
    held_until: datetime | None
    escalated_at: datetime | None
    #: What the letters of the present opening amount to.
    said: Opening

    def holder_at(self, now: datetime) -> str | None:
        """Return who works on it now."""
        return self.holder if self.held_until is not None and self.held_until > now else None


def decide(standing: Standing, deed: Deed, person: str, now: datetime) -> Standing | Refusal:
    """Return how the case stands after ``person``'s deed, or why nothing happens.

    Who holds the case and goes on with it holds it anew.
    """
    holder = standing.holder_at(now)
    if holder not in {None, person} and not _goes_before_a_hold(deed):
        return Refusal.HELD
    try:
        after = _follow(standing, deed, person, now)
    except ForbiddenTransitionError:
        return Refusal.FORBIDDEN
    if after == standing:
        return Refusal.ALREADY
    at_work = after.holder_at(now) == person and not isinstance(deed, Hold)
    return replace(after, held_until=now + HOLD) if at_work else after


def wake(standing: Standing) -> Standing:
    """Return how a case stands when the time has come until which it waited or slept."""
    state = follow_case(standing.state, CaseEvent.WAKE)
    return replace(standing, state=state, awaited=None, wake_at=None)


def settle(standing: Standing, now: datetime) -> Standing:
    """Return how a case stands when nothing is left to do, whoever holds it.

    ``answered_at`` stays None where nobody answered. Raises ``ForbiddenTransitionError``.
    """
    return replace(
        _let_go(standing),
        state=follow_case(standing.state, CaseEvent.CLOSE),
        answered=True,
        closed_at=now,
        awaited=None,
        wake_at=None,
        escalated_at=None,
    )


def _goes_before_a_hold(deed: Deed) -> bool:
    return isinstance(deed, Escalate) or (isinstance(deed, Hold) and bool(deed.reason))


def _follow(  # noqa: C901, PLR0911 - a line a deed
    standing: Standing, deed: Deed, person: str, now: datetime
) -> Standing:
    match deed:
        case Hold(lease=lease):
            since = standing.held_at if standing.holder_at(now) == person else now
            return replace(standing, holder=person, held_at=since, held_until=now + lease)
        case LetGo():
            return _let_go(standing)
        case Assign(to=to):
            free = standing if to == person else _let_go(standing)
            return replace(free, assignee=to)
        case Snooze(until=until):
            return _rest(standing, CaseEvent.SNOOZE, None, until)
        case Wait(on=on, until=until):
            return _rest(standing, CaseEvent.WAIT, on, until)
        case Close(why=why):
            done = settle(standing, now)
            spam = why is Closing.SPAM
            return replace(done, said=_correct(done.said, ("spam",), person)) if spam else done
        case Reopen():
            return _reopen(standing)
        case Escalate(on=on):
            return replace(standing, escalated_at=(standing.escalated_at or now) if on else None)
        case Correct(tags=tags):
            return replace(standing, said=_correct(standing.said, tags, person))
        case Rate(priority=priority):
            return replace(standing, said=_rate(standing.said, priority, person))


def _let_go(standing: Standing) -> Standing:
    return replace(standing, holder=None, held_at=None, held_until=None)


def _rest(
    standing: Standing, event: CaseEvent, on: Awaited | None, until: datetime | None
) -> Standing:
    state = follow_case(standing.state, event)
    return replace(_let_go(standing), state=state, awaited=on, wake_at=until)


def _reopen(standing: Standing) -> Standing:
    """Take it up again; the clocks of what was settled without an answer run on."""
    event = CaseEvent.REOPEN if standing.state is CaseState.DONE else CaseEvent.WAKE
    return replace(
        standing,
        state=follow_case(standing.state, event),
        answered=standing.answered_at is not None,
        closed_at=None,
        awaited=None,
        wake_at=None,
    )


def _correct(said: Opening, tags: tuple[str, ...], person: str) -> Opening:
    """Give it these tags; hazards and legal acts are urgent, what stands alone is low."""
    by = f"person:{person}"
    known = {tag.tag: tag for tag in said.given}
    given = tuple(
        replace(
            known.get(tag, Tag(tag=tag)),
            by=tuple(dict.fromkeys((*known.get(tag, Tag(tag=tag)).by, by))),
        )
        for tag in tags
    )
    level = said.level
    if not set(FOREMOST).isdisjoint(tags):
        level = Priority.URGENT.level
    elif ALONE.issuperset(tags):
        level = Priority.LOW.level
    return replace(
        said,
        tags=tags,
        given=given,
        unsure=False,
        level=level,
        main_level=level,
        score=max(said.score, expected(level)),
        reasons=settled(said.reasons),
    )


def _rate(said: Opening, priority: Priority, person: str) -> Opening:
    reasons = [one for one in settled(said.reasons) if not one.startswith(RATED_BY)]
    return replace(
        said,
        level=priority.level,
        main_level=priority.level,
        score=max(said.score, expected(priority.level)),
        reasons=(f"{RATED_BY}{person}", *reasons),
    )
