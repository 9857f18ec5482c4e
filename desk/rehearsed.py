"""What a look back at an operator's own mail shows: values, and what they amount to.

Each letter with the answer that it would have had, and the one that a person gave.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from statistics import median
from typing import Final
from zoneinfo import ZoneInfo

from cases.labels import Kind, Priority
from cases.values import Wording

DAYS: Final = 7
HOURS: Final = 24

#: The reason of a letter that would have been acknowledged, of one that another's acknowledgement
#: covers, of one that a person answered first, and of one that something holds for a while.
SENT: Final = "ok"
JOINED: Final = "joined"
ANSWERED: Final = "answered"
DUE: Final = "due"


class Outcome(StrEnum):
    """What would have become of a promise."""

    KEPT = "kept"
    BROKEN = "broken"
    #: Nobody has answered, and its time has not come.
    OPEN = "open"
    #: The acknowledgement states no time, or there would have been none.
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsed:
    """One letter."""

    received: datetime
    mailbox: str
    #: IANA name of the zone its shop answers in.
    zone: str
    kind: Kind
    sender: str
    subject: str
    #: The beginning of its new text, on one line.
    excerpt: str
    tags: tuple[str, ...]
    priority: Priority
    language: str
    #: ok, joined, due, else the veto.
    reason: str
    #: The acknowledgement, and when it would have left.
    wording: Wording | None = None
    sent_at: datetime | None = None
    #: The marketplace's limit.
    limit_at: datetime | None = None
    #: When a person answered; None where nobody has.
    answered_at: datetime | None = None

    def outcome(self, now: datetime) -> Outcome:
        """Return what would have become of its promise."""
        promised = self.wording.promised_by if self.wording else None
        if promised is None:
            return Outcome.NONE
        if self.answered_at is not None:
            return Outcome.KEPT if self.answered_at <= promised else Outcome.BROKEN
        return Outcome.OPEN if now <= promised else Outcome.BROKEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """All letters of a look back."""

    since: datetime
    #: When it was made.
    now: datetime
    mailboxes: tuple[str, ...]
    letters: tuple[Rehearsed, ...]

    @property
    def buyers(self) -> tuple[Rehearsed, ...]:
        """The letters that people wrote."""
        return tuple(one for one in self.letters if one.kind is Kind.BUYER)

    @property
    def sent(self) -> tuple[Rehearsed, ...]:
        """Those that would have been acknowledged."""
        return tuple(one for one in self.letters if one.wording is not None)

    def beyond_limit(self) -> tuple[Rehearsed, ...]:
        """Return those whose promised time lies past the marketplace's limit."""
        return tuple(
            one
            for one in self.sent
            if one.wording
            and one.wording.promised_by
            and one.limit_at
            and one.wording.promised_by > one.limit_at
        )

    def withheld(self) -> Counter[str]:
        """Return how many letters were withheld or covered, by reason."""
        return Counter(
            one.reason for one in self.letters if one.wording is None and one.reason != DUE
        )

    @property
    def due(self) -> tuple[Rehearsed, ...]:
        """Those whose acknowledgement would still wait to leave, and is not withheld."""
        return tuple(one for one in self.letters if one.wording is None and one.reason == DUE)

    def outcomes(self) -> Counter[Outcome]:
        """Return what would have become of the promises, of those that state one."""
        found = Counter(one.outcome(self.now) for one in self.sent)
        return Counter({name: found[name] for name in Outcome if name is not Outcome.NONE})


def first_answer(letters: Iterable[Rehearsed]) -> timedelta | None:
    """Return the median time to a person's first answer; None where none was given."""
    seconds = [
        (one.answered_at - one.received).total_seconds()
        for one in letters
        if one.answered_at is not None
    ]
    return timedelta(seconds=median(seconds)) if seconds else None


def by_hour(moments: Iterable[tuple[datetime, str]]) -> list[list[int]]:
    """Count moments by weekday, Monday first, and hour of their zone."""
    counts = [[0] * HOURS for _ in range(DAYS)]
    for moment, zone in moments:
        local = moment.astimezone(ZoneInfo(zone))
        counts[local.weekday()][local.hour] += 1
    return counts


def group(letters: Iterable[Rehearsed]) -> dict[str, list[Rehearsed]]:
    """Return letters by template, those without one by reason, the largest group first."""
    groups: dict[str, list[Rehearsed]] = {}
    for one in letters:
        key = one.reason if one.wording is None else one.wording.template
        groups.setdefault(key, []).append(one)
    return dict(sorted(groups.items(), key=lambda found: (-len(found[1]), found[0])))
