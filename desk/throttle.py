"""How often somebody may try to log in.

An account is locked for a minute after five failures in a row, for twice as long after each
further one, for an hour at most: guessing is hopeless, and nobody locks a colleague out for good.
Beside that the whole desk takes a bounded number of attempts a minute, whoever they name, since
each costs memory and time.
"""

from collections import deque
from datetime import datetime, timedelta
from typing import Final

FREE: Final = 5
_FIRST: Final = timedelta(minutes=1)
_LONGEST: Final = timedelta(hours=1)
_MINUTE: Final = timedelta(minutes=1)
ATTEMPTS_A_MINUTE: Final = 60


def lock_after(failures: int) -> timedelta | None:
    """Return for how long an account is locked after so many failures; None for not at all."""
    if failures < FREE:
        return None
    doublings: int = min(failures - FREE, 10)
    return min(_LONGEST, _FIRST * (1 << doublings))


class Attempts:
    """The attempts of the last minute."""

    def __init__(self, limit: int = ATTEMPTS_A_MINUTE) -> None:
        """Allow ``limit`` attempts in any minute."""
        self._limit = limit
        self._times: deque[datetime] = deque()

    def take(self, now: datetime) -> bool:
        """Count an attempt; False where there were too many, and then it is not counted."""
        while self._times and now - self._times[0] >= _MINUTE:
            self._times.popleft()
        if len(self._times) >= self._limit:
            return False
        self._times.append(now)
        return True
