"""A person's word on an acknowledgement, and until when it can be taken back.

What is approved stays ``HOLD`` longer, so that a slip of the hand costs nothing; it can be taken
back for as long as it has not left, however long that is. What is declined comes back within
``HOLD``, like any deed.
"""

from datetime import datetime
from typing import Final

from cases.deeds import UNDO_WITHIN, Refusal
from cases.modes import Mode
from cases.states import AckState

#: How long what is approved stays.
HOLD: Final = UNDO_WITHIN


def why_not_back(
    state: AckState, approved_at: datetime | None, declined_at: datetime | None, now: datetime
) -> Refusal | None:
    """Return why a person's word cannot be taken back; None where it can.

    ``declined_at`` is when a person declined it, None where nobody has.
    """
    match state:
        case AckState.DUE:
            return Refusal.ALREADY if approved_at is None else None
        case AckState.WITHHELD if declined_at is not None:
            return Refusal.EXPIRED if declined_at < now - UNDO_WITHIN else None
        case AckState.WITHHELD:
            return Refusal.CHANGED
    return Refusal.LEFT


def needs_word(mode: Mode) -> bool:
    """Whether what is due stays without a person's word.

    Where it does not, taking an approval back would have it sent at once in live mode and in a
    canary, or withheld at once outside of the canary: a person who does not want it sent says so.
    """
    return mode in {Mode.SHADOW, Mode.APPROVE}
