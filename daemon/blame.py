"""Whom a lasting refusal blames that could be the sender's fault or the letter's.

"5.7.1 rejected" may mean the address we send from, or this one text or recipient. At first the
sender is believed to be at fault, rests, and everything stays due. When the same message is refused
again after another one of the same sender was accepted, it was the letter.
"""

from datetime import datetime

from daemon.smtp_faults import PERMANENT, Outcome, Stage, Whose


class Blame:
    """What one sender's refusals and acceptances tell."""

    def __init__(self) -> None:
        """Begin knowing nothing."""
        self._refused: dict[int, datetime] = {}
        self._accepted: datetime | None = None

    def accept(self, ack: int, now: datetime) -> None:
        """Take in that a message was accepted."""
        self._refused.pop(ack, None)
        self._accepted = now

    def is_letters(self, ack: int, outcome: Outcome, now: datetime) -> bool:
        """Take in a refusal and tell whether it is this message's own after all."""
        if outcome.whose is not Whose.SENDER or outcome.code not in PERMANENT:
            return False
        if outcome.stage not in {Stage.RCPT, Stage.DATA}:
            return False
        first = self._refused.setdefault(ack, now)
        found = self._accepted is not None and self._accepted > first
        if found:
            del self._refused[ack]
        return found
