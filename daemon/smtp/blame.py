"""Whom a lasting refusal blames that could be the sender's fault or the letter's.

"5.7.1 rejected" may mean the address we send from, or this one text or recipient. At first the
sender is believed to be at fault, rests, and everything stays due. When the same message is refused
again after another one of the same sender was accepted, it was the letter.
"""

from collections.abc import Hashable
from datetime import datetime

from cases.clocks import EXPIRES_AFTER
from daemon.smtp.faults import PERMANENT, Outcome, Stage, Whose


class Blame:
    """What one sender's refusals and acceptances tell."""

    def __init__(self) -> None:
        """Begin knowing nothing."""
        self._refused: dict[Hashable, datetime] = {}
        self._accepted: datetime | None = None

    def accept(self, message: Hashable, now: datetime) -> None:
        """Take in that a message was accepted."""
        self._refused.pop(message, None)
        self._accepted = now

    def is_letters(self, message: Hashable, outcome: Outcome, now: datetime) -> bool:
        """Take in a refusal and tell whether it is this message's own after all."""
        if outcome.whose is not Whose.SENDER or outcome.code not in PERMANENT:
            return False
        # A quota that is used up is nobody's letter.
        if outcome.quota or outcome.lasting:
            return False
        if outcome.stage not in {Stage.RCPT, Stage.DATA}:
            return False
        for old in [one for one, at in self._refused.items() if now - at > EXPIRES_AFTER]:
            del self._refused[old]
        first = self._refused.setdefault(message, now)
        found = self._accepted is not None and self._accepted > first
        if found:
            del self._refused[message]
        return found
