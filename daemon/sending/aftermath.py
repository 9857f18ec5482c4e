"""What follows from how a delivery ended: for its message, and for the sender's rest.

Decides from outcomes alone, with the time as an argument; what it tells is that a sender rests.
docs/reference/sending.md shows what follows, fault by fault.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from cases.pace import Window
from cases.states import AckEvent
from daemon.logs import logger
from daemon.smtp.blame import Blame
from daemon.smtp.faults import Outcome, Stage, Whose
from daemon.smtp.rests import LASTING, Rest

log = logger("send")

#: A letter deferred by itself (greylisting) waits so long, twice as long each further time, and
#: never longer than the last: RFC 5321 4.5.4.1 asks for patience.
DEFERRED: Final = timedelta(minutes=5)
_LONGEST_DEFERRAL: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """What becomes of a message, as the store is told."""

    event: AckEvent
    reason: str | None = None
    #: The server's reply code; None where none came.
    code: int | None = None
    #: How long it waits before it is tried again; None leaves its time as it is.
    wait: timedelta | None = None
    #: The quota that is used up; None where it is none.
    quota: Window | None = None

    def not_before(self, now: datetime) -> datetime | None:
        """Return when it may be tried again; None leaves its time as it is."""
        return None if self.wait is None else now + self.wait


class Aftermath:
    """What one sender's deliveries have led to."""

    def __init__(self, mailbox: str) -> None:
        """Begin awake, and knowing nothing."""
        self._mailbox = mailbox
        self._rest = Rest()
        self._blame = Blame()

    def rests(self, now: datetime) -> bool:
        """Tell whether nothing may be handed in."""
        return self._rest.is_on(now)

    def rest(self, now: datetime) -> timedelta:
        """Return how long the sender rests yet; zero where it does not."""
        return self._rest.left(now)

    def problem(self, now: datetime) -> str | None:
        """Return why the sender rests now, a sentence."""
        return self._rest.problem if self._rest.is_on(now) else None

    def follow(self, message: Hashable, attempts: int, outcome: Outcome, now: datetime) -> Ending:
        """Learn from an outcome, and return what becomes of its message.

        Args:
            message: what tells it from all others of this sender.
            attempts: how often it was tried before.
            outcome: how its delivery ended.
            now: the time.
        """
        event, wait = outcome.event, None
        if event is AckEvent.ACCEPT:
            self._rest.end()
            self._blame.accept(message, now)
        elif event is AckEvent.DEFER and self._blame.is_letters(message, outcome, now):
            event = AckEvent.REFUSE
        elif event is AckEvent.DEFER:
            wait = self._pause(attempts, outcome, now)
        return Ending(
            event=event,
            reason=outcome.sentence or None,
            code=outcome.code,
            wait=wait,
            quota=outcome.quota,
        )

    def _pause(self, attempts: int, outcome: Outcome, now: datetime) -> timedelta:
        """Return how long this message waits; rest the sender where it is at fault.

        One whose recipient or text the server had seen may be to blame itself: it waits twice as
        long as the sender rests, so that another one goes first and shows whose fault it was.
        """
        if outcome.whose is Whose.LETTER:
            return min(DEFERRED * (1 << min(attempts, 10)), _LONGEST_DEFERRAL)
        at_least = outcome.quota.hold if outcome.quota else LASTING * outcome.lasting
        if self._rest.begin(outcome.sentence, now, at_least=at_least):
            tell = log.error if outcome.lasting else log.warning
            tell(
                "sender.resting",
                mailbox=self._mailbox,
                problem=outcome.sentence,
                quota=outcome.quota.name.lower() if outcome.quota else None,
                retry_seconds=round(self._rest.left(now).total_seconds()),
            )
        doubted = outcome.stage in {Stage.RCPT, Stage.DATA} and not outcome.quota
        return self._rest.left(now) * (2 if doubted else 1)
