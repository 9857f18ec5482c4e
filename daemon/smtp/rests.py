"""A sender's rest: how long nothing is handed in after a fault that is not one letter's.

Each fault in a row doubles the rest; an accepted message ends it. A quota that is used up rests
the sender for its window, a login that is refused for a minute at least: providers lock accounts.
Time is an argument.
"""

from datetime import datetime, timedelta
from typing import Final

FIRST: Final = timedelta(seconds=15)
LONGEST: Final = timedelta(minutes=30)
#: After a refusal that a person must end.
LASTING: Final = timedelta(minutes=1)


class Rest:
    """The rest of one sender; at first it is awake."""

    def __init__(self) -> None:
        """Begin awake."""
        self._until: datetime | None = None
        self._length: timedelta | None = None
        #: Why it rests, a sentence.
        self.problem = ""

    def is_on(self, now: datetime) -> bool:
        """Tell whether nothing may be handed in."""
        return self._until is not None and self._until > now

    def left(self, now: datetime) -> timedelta:
        """Return how long it lasts yet; zero when it is over."""
        return self._until - now if self._until is not None and self._until > now else timedelta(0)

    def begin(self, problem: str, now: datetime, *, at_least: timedelta = timedelta(0)) -> bool:
        """Rest after a fault; False where it rests already, so that one fault counts once."""
        if self.is_on(now):
            return False
        self._length = FIRST if self._length is None else min(self._length * 2, LONGEST)
        self._until = now + max(self._length, at_least)
        self.problem = problem
        return True

    def end(self) -> None:
        """Forget every fault: a message was accepted."""
        self._until = self._length = None
        self.problem = ""
