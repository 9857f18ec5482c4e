"""What the letters of a case's present opening amount to: level, tags, clocks.

The opening is heard letter by letter, in order of receipt; hearing them all again gives the same
value. Nothing a later letter says makes an earlier, unanswered one less urgent.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from cases.clocks import lift_at, nearest
from cases.doubts import settled
from cases.labels import ALONE, CAUSES, FOREMOST, Priority
from cases.ordering import Place
from cases.values import Tag, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """The unanswered letters of a case, taken together."""

    #: Of the most urgent letter, 0 to 3.
    level: int
    #: Of the letter that gave the main tag.
    main_level: int
    #: The highest of the letters, 0 to below 1.
    score: float
    #: Of the letter that gave the main tag.
    unsure: bool
    #: Of all letters, main tag first.
    tags: tuple[str, ...]
    #: The same tags with who gave them; without the words.
    given: tuple[Tag, ...] = ()
    #: Why it stands where it stands, those of the most urgent letter first.
    reasons: tuple[str, ...]
    #: When the oldest letter was received.
    received: datetime
    #: The marketplace's limit for the oldest letter.
    limit_at: datetime | None = None
    #: The nearest deadline that a letter states.
    deadline_at: datetime | None = None
    #: The reply time that our acknowledgement states.
    promise_at: datetime | None = None

    @property
    def clock_at(self) -> datetime | None:
        """The clock that runs out first."""
        return nearest(self.limit_at, self.deadline_at, self.promise_at)

    @property
    def place(self) -> Place:
        """Where it stands in the queue."""
        return Place(
            level=self.level,
            lift_at=lift_at(self.clock_at),
            clock_at=self.clock_at,
            score=self.score,
            received=self.received,
        )


def begin(verdict: Verdict, limit_at: datetime | None) -> Opening:
    """Return the opening that this letter alone makes."""
    triage, notice = verdict.triage, verdict.letter.notice
    return Opening(
        level=triage.priority.level,
        main_level=triage.priority.level,
        score=triage.score,
        unsure=triage.unsure,
        tags=tuple(dict.fromkeys(tag.tag for tag in triage.tags)) or ("other",),
        given=_join_given(triage.tags),
        reasons=triage.rank_reasons,
        received=verdict.received,
        limit_at=limit_at,
        deadline_at=nearest(triage.signals.deadline, notice.deadline if notice else None),
    )


def hear(opening: Opening, verdict: Verdict, limit_at: datetime | None) -> Opening:
    """Return the opening after a further letter."""
    return together(opening, begin(verdict, limit_at))


def together(opening: Opening, said: Opening) -> Opening:
    """Return what two openings amount to together, ``said`` being the newer."""
    leader, follower = (said, opening) if _leads(said, opening) else (opening, said)
    urgent, other = (said, opening) if said.level <= opening.level else (opening, said)
    # What was doubted of a letter is said of its own level alone.
    others = other.reasons if other.level == urgent.level else settled(other.reasons)
    return replace(
        opening,
        level=urgent.level,
        main_level=leader.main_level,
        score=max(opening.score, said.score),
        unsure=leader.unsure,
        tags=(tags := _join_tags(leader.tags, follower.tags)),
        given=_join_given([*leader.given, *follower.given], tags),
        reasons=tuple(dict.fromkeys((*urgent.reasons, *others))),
        received=min(opening.received, said.received),
        limit_at=nearest(opening.limit_at, said.limit_at),
        deadline_at=nearest(opening.deadline_at, said.deadline_at),
        promise_at=nearest(opening.promise_at, said.promise_at),
    )


def is_new_matter(said: Opening, verdict: Verdict, orders: frozenset[str]) -> bool:
    """Say whether a further letter asks for an acknowledgement of its own.

    Buyers write again before a person answers; that is one matter, and one acknowledgement, unless
    the letter names another order than ``orders``, those of the case, or brings up something
    grave that no letter before it spoke of.
    """
    triage, named = verdict.triage, frozenset(verdict.letter.order_ids)
    return bool(named and orders and not named & orders) or (
        not triage.unsure
        and triage.priority.level <= Priority.HIGH.level
        and triage.main not in ALONE.union(said.tags)
    )


def _leads(said: Opening, opening: Opening) -> bool:
    """Prefer a letter with a matter of its own, then the more urgent, then the newer."""
    if _matters(said.tags) != _matters(opening.tags):
        return _matters(said.tags)
    return said.main_level <= opening.main_level


def _matters(tags: Iterable[str]) -> bool:
    return not ALONE.issuperset(tags)


def _join_tags(first: tuple[str, ...], then: tuple[str, ...]) -> tuple[str, ...]:
    """Hazards and claims first, then causes, then the rest; in each the leader's before."""
    if not _matters(first):
        return first
    joined = [tag for tag in dict.fromkeys((*first, *then)) if tag not in ALONE]
    return first if len(joined) == len(first) else tuple(sorted(joined, key=_standing))


def _standing(tag: str) -> int:
    if tag in FOREMOST:
        return FOREMOST.index(tag)
    return len(FOREMOST) + (tag not in CAUSES)


def _join_given(said: Iterable[Tag], kept: Collection[str] | None = None) -> tuple[Tag, ...]:
    """Return each tag once, with all who gave it; of ``kept`` alone, in its order."""
    joined: dict[str, Tag] = {}
    for tag in said:
        known = joined.get(tag.tag, tag)
        by = tuple(dict.fromkeys((*known.by, *tag.by)))
        scores = [one for one in (known.score, tag.score) if one is not None]
        joined[tag.tag] = Tag(tag=tag.tag, by=by, score=max(scores, default=None))
    order = joined if kept is None else kept
    return tuple(joined[tag] for tag in order if tag in joined)
