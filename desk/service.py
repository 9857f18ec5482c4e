"""How the service is, as an agent must know it: what may leave, what is held, whether it lives.

A page without this would look the same while no letter comes in.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from cases.approvals import needs_word
from cases.filters import OPEN, Filter
from cases.modes import Mode
from cases.pauses import Pause
from store.protocol import Ledger
from store.values import Beat

#: A worker says how it is every 20 s; one that was silent for so long does no work.
SILENT_AFTER: Final = timedelta(minutes=2)
#: More acknowledgements that wait than this are not counted.
MANY: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What the store says of the service."""

    #: The number of the newest event.
    newest: int
    mode: Mode
    pauses: Sequence[Pause]
    beats: Sequence[Beat]
    #: How many cases are open.
    open: int
    #: How many acknowledgements wait for a person's word, ``MANY`` at most.
    unapproved: int

    @property
    def needs_word(self) -> bool:
        """Whether what is due stays without a person's word, so that one can be taken back."""
        return needs_word(self.mode)

    @property
    def heard_at(self) -> datetime | None:
        """When a worker was last heard of; None before the first."""
        return max((beat.at for beat in self.beats), default=None)

    def is_silent(self, now: datetime) -> bool:
        """Whether no worker is at work, so that no letter comes in and none leaves."""
        return self.heard_at is None or now - self.heard_at > SILENT_AFTER

    def troubled(self, now: datetime) -> Sequence[Beat]:
        """Return the mailboxes of living workers with which something is wrong."""
        return [
            beat
            for beat in self.beats
            if now - beat.at <= SILENT_AFTER and (beat.inbox_problem or beat.sender_problem)
        ]


def look(ledger: Ledger, now: datetime) -> Service:
    """Return how the service is."""
    mode = ledger.permit().mode
    waiting = ledger.unapproved(MANY) if mode in {Mode.APPROVE, Mode.CANARY} else ()
    return Service(
        newest=ledger.newest_event(),
        mode=mode,
        pauses=ledger.pauses(now),
        beats=ledger.beats(),
        open=ledger.desk.total(Filter(states=OPEN), now),
        unapproved=sum(one.not_before <= now for one in waiting),
    )
