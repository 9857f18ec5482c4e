"""How soon people answer: learnt from their answers, in open time (design P5).

A wait is counted in the shop's open hours, so that a night says nothing about anybody, nor does a
time for which somebody said that nobody answers. What is
promised is the wait within which the wanted share of answers came, of the same priority where
enough is known of it. What still waits longer than that counts too: a queue that grows shows in
its unanswered letters first. And the queue as it is now takes time at the pace at which people
answered; as much longer than that pace says as the wanted share is than the middle.

Fewer than ``ENOUGH`` answers say nothing. Pure; nothing here can fail.

Practice: S1.12, S1.13.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Final

from cases.absences import Absence, Span, spans
from cases.answers import LOOK_BACK, Answer
from cases.labels import Priority
from replies.calendar import Calendar, open_between
from replies.shops import Shop

#: So many answers are history.
ENOUGH: Final = 50

_HOUR: Final = timedelta(hours=1)
_MIDDLE: Final = 0.5
#: The queue is never reckoned to move slower than this part of its pace.
_SLOWEST: Final = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Experience:
    """What the answers of one shop teach."""

    #: Open time to the first answer, ascending, where enough is known of a priority.
    waits: Mapping[Priority, tuple[timedelta, ...]]
    #: Of all priorities together.
    all_waits: tuple[timedelta, ...]
    #: What waits, open time so far, by priority.
    waiting: Mapping[Priority, tuple[timedelta, ...]]
    #: Answers in an hour of open time.
    pace: float


def learn(
    answers: Iterable[Answer],
    calendar: Calendar,
    since: datetime,
    now: datetime,
    away: Sequence[Span] = (),
) -> Experience | None:
    """Return what one shop's answers ``since`` then teach; None where they are too few.

    ``away`` are the times that its people were away, by their beginning.
    """
    waits: dict[Priority, list[timedelta]] = {priority: [] for priority in Priority}
    waiting: dict[Priority, list[timedelta]] = {priority: [] for priority in Priority}
    for one in answers:
        kept = waiting if one.answered_at is None else waits
        wait = open_between(calendar, one.received, one.answered_at or now, away)
        kept[one.priority].append(wait)
    together = tuple(sorted(wait for found in waits.values() for wait in found))
    open_hours = open_between(calendar, since, now, away) / _HOUR
    if len(together) < ENOUGH or not open_hours:
        return None
    return Experience(
        waits={
            priority: tuple(sorted(found))
            for priority, found in waits.items()
            if len(found) >= ENOUGH
        },
        all_waits=together,
        waiting={priority: tuple(sorted(found)) for priority, found in waiting.items()},
        pace=len(together) / open_hours,
    )


def expect(experience: Experience, priority: Priority, ahead: int, share: float) -> timedelta:
    """Return the open time within which ``share`` of the answers are there.

    Args:
        experience: of the shop.
        priority: of the letter.
        ahead: how many open cases are served up to this one.
        share: 0 to 1.
    """
    known = experience.waits.get(priority)
    answered = experience.all_waits if known is None else known
    longest = quantile(answered, share)
    late = [wait for wait in experience.waiting[priority] if wait > longest]
    usual = quantile(sorted((*answered, *late)), share) if late else longest
    middle = quantile(answered, _MIDDLE)
    spread = min(max(longest / middle, 1.0), _SLOWEST) if middle else 1.0
    return max(usual, ahead / experience.pace * spread * _HOUR)


def quantile(ascending: Sequence[timedelta], share: float) -> timedelta:
    """Return the smallest value that at least ``share`` of the values do not exceed."""
    return ascending[max(0, ceil(share * len(ascending)) - 1)]


def learn_all(
    answers: Sequence[Answer],
    shops: Iterable[Shop],
    now: datetime,
    absences: Sequence[Absence] = (),
) -> dict[str, Experience]:
    """Return what the answers of each shop teach; a shop with too few is left out.

    ``absences`` are those since the oldest of them, finished ones too.
    """
    found = {
        shop.id: learn(
            [one for one in answers if one.shop == shop.id],
            shop.calendar,
            now - LOOK_BACK,
            now,
            spans(absences, shop.id),
        )
        for shop in shops
    }
    return {name: experience for name, experience in found.items() if experience is not None}
