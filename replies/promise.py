"""The reply time an acknowledgement states: the forecast (design P5).

Next open hours plus the wait that experience expects (replies/experience.py), without experience
the hours of the priority, counted in open time and rounded up to the next quarter of an hour, so
that what the buyer reads is never earlier than what was forecast. It is
stated truthfully even where it lies past the marketplace's limit, unless the shop chose to state
none there. Nothing here reads a clock.

Practice: S1.12, S1.13; mail-facts on reply times: no acknowledgement moves the limit.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from cases.absences import Span
from cases.labels import Priority
from replies.calendar import add_open
from replies.experience import Experience, expect
from replies.shops import Shop

#: Promises fall on these.
STEP: Final = timedelta(minutes=15)

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What a buyer is told about the time of a person's answer."""

    #: The time stated, UTC; None states none.
    at: datetime | None
    #: True where the forecast lies past the marketplace's limit: the operator is to be told.
    beyond_limit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect:
    """What is known of how soon people will answer."""

    #: None while there are too few answers to learn from.
    experience: Experience | None = None
    #: How many open cases of the shop are served up to this one.
    ahead: int = 0
    #: When nobody answers though the calendar says open.
    away: tuple[Span, ...] = ()


#: The calendar alone speaks.
UNKNOWN: Final = Prospect()


def forecast(
    priority: Priority,
    shop: Shop,
    now: datetime,
    limit_at: datetime | None = None,
    prospect: Prospect = UNKNOWN,
) -> Promise:
    """Return the promise for a letter of ``priority`` acknowledged at ``now``.

    ``limit_at`` is the marketplace's own clock, None where none runs. No time is stated where
    the calendar knows no open hour, or past the limit in a shop with ``no-time``.
    """
    experience = prospect.experience
    wait = (
        shop.hours[priority]
        if experience is None
        else expect(experience, priority, prospect.ahead, shop.kept)
    )
    answered = add_open(shop.calendar, now, wait, prospect.away)
    if answered is None:
        return Promise(at=None)
    at = round_up(answered)
    beyond = limit_at is not None and at > limit_at
    return Promise(
        at=None if beyond and shop.beyond_limit == "no-time" else at, beyond_limit=beyond
    )


def round_up(at: datetime) -> datetime:
    """Return ``at`` or the next whole ``STEP`` after it."""
    return at + (_EPOCH - at) % STEP
