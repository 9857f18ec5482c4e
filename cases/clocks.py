"""The clocks that run on a case: our promise, the marketplace's limit, a stated deadline.

The limit is counted from the oldest unanswered letter, through nights and weekends; no
acknowledgement stops or moves it (mail-facts on reply times: an automatic answer does not count
on Amazon). All times are aware and in UTC.
"""

from datetime import datetime, timedelta
from typing import Final

#: The marketplace's limit for a person's answer; every other channel has ``DEFAULT_LIMIT``.
LIMITS: Final = {"walmart": timedelta(hours=48)}

DEFAULT_LIMIT: Final = timedelta(hours=24)

#: A letter older than this gets no acknowledgement: the person's answer is due by then.
EXPIRES_AFTER: Final = timedelta(hours=24)

#: A case whose nearest clock is nearer than this is served one level higher.
LIFT_BEFORE: Final = timedelta(hours=2)


def limit_at(marketplace: str | None, oldest_unanswered: datetime) -> datetime:
    """Return when the marketplace counts the answer as late."""
    return oldest_unanswered + LIMITS.get(marketplace or "", DEFAULT_LIMIT)


def nearest(*clocks: datetime | None) -> datetime | None:
    """Return the clock that runs out first; None when none runs."""
    return min((clock for clock in clocks if clock is not None), default=None)


def lift_at(clock_at: datetime | None) -> datetime | None:
    """Return when a case with this nearest clock moves one level up; None without a clock."""
    return None if clock_at is None else clock_at - LIFT_BEFORE
