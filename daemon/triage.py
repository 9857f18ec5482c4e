"""The one pipeline: bytes to verdict, pure, one letter alone by its own date.

``explain`` and the running service call this same function, so they cannot differ. Letters go
through in batches because the model scores many at once for the price of a few.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from cases.values import Letter, Verdict
from classifier.classify import classify
from daemon.knowledge import Knowledge
from mail.reading import read
from replies.policy import judge

#: A date further ahead of the clock than this is not believed.
_BELIEVED_AHEAD: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A letter as bytes, with what is known about its coming."""

    raw: bytes
    #: The mailbox it lies in; None when nobody knows.
    mailbox: str | None = None
    #: When it came, where the server tells; else its own dates decide.
    received: datetime | None = None


def triage(incoming: Sequence[Incoming], knowledge: Knowledge, now: datetime) -> list[Verdict]:
    """Return a verdict for each letter, in order. Raises nothing for any bytes.

    Args:
        incoming: the letters.
        knowledge: what the installation knows: rules, model, shops, addresses.
        now: the clock, against which the letters' own dates are believed or not.
    """
    letters = [read(one.raw, knowledge.boundary) for one in incoming]
    times = [
        one.received or believed(letter, now) for one, letter in zip(incoming, letters, strict=True)
    ]
    judged = classify(letters, knowledge.classifier, times, knowledge.zone_of)
    verdicts = []
    for one, letter, found, received in zip(incoming, letters, judged, times, strict=True):
        shop = knowledge.find_shop(letter, one.mailbox)
        decision = judge(letter, found, shop, received, received, knowledge.channels)
        verdicts.append(Verdict(letter=letter, triage=found, decision=decision, received=received))
    return verdicts


def believed(letter: Letter, now: datetime) -> datetime:
    """Return when the letter says it came: Received, else Date, else the clock."""
    for said in (letter.received, letter.date):
        if said is not None and said - now <= _BELIEVED_AHEAD:
            return said
    return now
