"""How fast one login may send: quotas in rolling windows, with a share kept for people.

A provider's quota is one for all who use the login, so everything sent counts, and a share of it
is for people's replies alone (P12). Pure: what was sent and
the time are arguments.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum, StrEnum
from math import ceil
from typing import Final

from cases.labels import Priority

#: A login that was refused for a window's quota tries again after the window, but once an hour:
#: windows roll, so a part of a day's quota comes back before the day is over.
LONGEST_HOLD: Final = timedelta(hours=1)


class Window(Enum):
    """The length of time a quota speaks of."""

    MINUTE = timedelta(minutes=1)
    QUARTER = timedelta(minutes=15)
    HOUR = timedelta(hours=1)
    DAY = timedelta(days=1)

    @property
    def hold(self) -> timedelta:
        """How long nothing is tried after a refusal for this quota."""
        return min(self.value, LONGEST_HOLD)


class Urgency(StrEnum):
    """Who waits for a message to leave."""

    #: A person of ours wrote it and a buyer waits for it.
    PERSON = "person"
    #: An acknowledgement.
    AUTOMATIC = "automatic"


def usefulness(
    priority: Priority, limit_at: datetime | None, since: datetime
) -> tuple[int, bool, datetime, datetime]:
    """Return the key by which acknowledgements leave while not all can, the smallest first.

    The case's priority, then the nearest limit, then the one that has waited longest.
    """
    return tuple(Priority).index(priority), limit_at is None, limit_at or since, since


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """What one login may send."""

    #: Names the login over all workers and mailboxes that use it.
    login: str
    #: Messages in each rolling window; one that is not named has no quota.
    limits: Mapping[Window, int] = field(default_factory=dict)
    #: The share of every quota that is for people alone, 0 to below 1.
    reserve: float = 0.2

    @property
    def looks_back(self) -> int:
        """How many of the newest sendings decide."""
        return max(self.limits.values(), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How many may leave now, and when the next may where none may."""

    #: None is without end.
    number: int | None
    #: None while there is room.
    opens: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """When messages of a login were begun, newest first; ``Pace.looks_back`` of them suffice."""

    people: Sequence[datetime] = ()
    automatic: Sequence[datetime] = ()


def find_room(pace: Pace, sent: Sent, urgency: Urgency, now: datetime) -> Room:
    """Return the room that every window leaves together to a message of this urgency."""
    everything = sorted([*sent.people, *sent.automatic], reverse=True)
    number: int | None = None
    opens: datetime | None = None
    for window, limit in pace.limits.items():
        bounds = [(everything, limit)]
        if urgency is Urgency.AUTOMATIC:
            bounds.append((list(sent.automatic), max(1, limit - ceil(limit * pace.reserve))))
        for moments, most in bounds:
            recent = [moment for moment in moments if moment > now - window.value]
            free = max(0, most - len(recent))
            number = free if number is None else min(number, free)
            if not free:
                # Once the most-th newest has left the window there is room for one.
                frees = recent[most - 1] + window.value
                opens = frees if opens is None else max(opens, frees)
    return Room(number=number, opens=opens)
