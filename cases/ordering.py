"""The order of the queue, and the rank from 0 to 100 that shows it.

Cases are served by level (one higher once ``lift_at`` has come), then by the nearest clock in
steps of a quarter of an hour, then by score, then by age. ``rank`` is computed from the same
keys, so a list ordered by these keys never shows a rising rank. Nothing is rewritten as time
passes: only ``now`` moves.
"""

import math
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Final

#: Two clocks nearer to each other than this are equally near; then the score decides.
STEP: Final = timedelta(minutes=15)

#: The width of one level on the scale of 100, for the four levels.
_BAND: Final = 25.0

#: A clock this far away stands in the middle of its level's band.
_HALF_WAY_HOURS: Final = 12.0

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)

#: Where a case without any clock stands: behind every clock.
_NO_CLOCK: Final = datetime(9999, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The keys that decide where a case stands in the queue."""

    #: 0 urgent to 3 low.
    level: int
    #: When the case is served one level higher; None for never.
    lift_at: datetime | None = None
    #: The nearest of promise, limit and stated deadline.
    clock_at: datetime | None = None
    #: Anger, repeats and value at risk, 0 to below 1.
    score: float = 0.0
    received: datetime


def effective_level(place: Place, now: datetime) -> int:
    """Return the level at which the case is served at ``now``."""
    lifted = place.lift_at is not None and place.lift_at <= now
    return max(0, place.level - lifted)


def clock_step(clock_at: datetime | None) -> int:
    """Return the number of the quarter of an hour in which the clock runs out."""
    return ((clock_at or _NO_CLOCK) - _EPOCH) // STEP


def sort_key(place: Place, now: datetime) -> tuple[int, int, float, datetime]:
    """Return the key by which the queue is sorted, first served first."""
    return (
        effective_level(place, now),
        clock_step(place.clock_at),
        -place.score,
        place.received,
    )


def rank(place: Place, now: datetime) -> float:
    """Return 0 to 100, higher is served earlier, to four decimals so that the score still tells.

    The level gives the band; inside it nearness of the clock counts, and the score moves a case
    towards the next nearer step without passing it. Time counts in whole steps, so that letters
    which came at different minutes and were ranked then compare by what they say.
    """
    ahead = clock_step(place.clock_at) - clock_step(now)
    near, nearer = _nearness(ahead), _nearness(ahead - 1)
    band = _BAND * (3 - effective_level(place, now))
    return round(band + _BAND * (near + (nearer - near) * place.score), 4)


@lru_cache(maxsize=4096)
def _nearness(ahead: int) -> float:
    """Return 0 (far away) to 1 (long past), falling strictly with the steps still ahead."""
    hours = ahead * STEP / timedelta(hours=1)
    return 0.5 - math.atan(hours / _HALF_WAY_HOURS) / math.pi
