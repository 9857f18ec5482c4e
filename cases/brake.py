"""The brake: how many acknowledgements an hour are more than can be right.

Ten times the busiest hour of the last four weeks, and never fewer than a floor; in the first week
there is nothing to compare with, and a higher floor stands in. Above it everything is held until
a person looks (P3). Pure: what was sent and the time are arguments.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

#: What the busiest hour is sought in.
MEMORY: Final = timedelta(weeks=4)
#: So long an installation is new.
_NEW: Final = timedelta(weeks=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """What has been sent."""

    #: In the busiest hour of the memory, the present one left out.
    busiest: int = 0
    #: When the first message of the memory was sent; None where there is none.
    first: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Brake:
    """Where it grips."""

    #: So many times the busiest hour; 0 opens the brake for good.
    times: int
    #: Never below so many an hour.
    floor: int
    #: Instead of the floor in the first week.
    first_week: int

    def ceiling(self, volume: Volume, now: datetime) -> int | None:
        """Return how many may leave within an hour; None is without end."""
        if not self.times:
            return None
        known = volume.first is not None and now - volume.first >= _NEW
        return max(self.times * volume.busiest, self.floor if known else self.first_week)
