"""Where the daemon is killed: at the named points a letter passes, and at moments after them.

A point is one of the daemon's own events (docs/reference/events.md). Pure but for the dice, whose
seed is an argument.
"""

import random
from dataclasses import dataclass
from typing import Final

#: The points between ``sending`` and settled.
_IN_DOUBT: Final = ("ack.answered", "ack.sending")

#: Where kills at random moments set out from.
_SETTING_OUT: Final = ("ack.sending", "acks.claimed", "letters.fetched", "ack.sending")

#: The points, in the order a letter passes them.
POINTS: Final = (
    "service.started",
    "mailbox.ready",
    "letters.fetching",
    "letters.fetched",
    "letters.accepted",
    "letters.judging",
    "letters.judged",
    "letters.filing",
    "letter.filed",
    "letters.filed",
    "letters.marking",
    "letters.marked",
    "acks.claimed",
    "ack.rendered",
    "ack.sending",
    "ack.answered",
    "ack.settled",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kill:
    """Where one run of the daemon ends."""

    event: str
    nth: int = 1
    #: The process dies so long after the event.
    milliseconds: int = 0


#: Between fetched and accepted, and between ``sending`` and settled: what broken builds must fear.
AT_THE_SEAMS: Final = tuple(
    Kill(event=event, nth=nth)
    for nth in (1, 2, 1)
    for event in ("letters.fetched", "ack.sending", "ack.answered", "ack.answered")
)


def plan(named: int, chance: int, seed: int) -> tuple[Kill, ...]:
    """Return kills at every point, further ones in doubt, and some at random moments.

    Args:
        named: how many at named points; the first len(POINTS) cover each once.
        chance: how many at random moments of a delivery.
        seed: of the random choices.
    """
    dice = random.Random(seed)  # noqa: S311 - it chooses where to kill, nothing secret
    kills = [Kill(event=event) for event in POINTS[:named]]
    while len(kills) < named:
        kills.append(Kill(event=dice.choice(_IN_DOUBT), nth=dice.randint(1, 4)))
    for _ in range(chance):
        event = dice.choice(_SETTING_OUT)
        kills.append(Kill(event=event, nth=dice.randint(1, 5), milliseconds=dice.randint(0, 40)))
    dice.shuffle(kills)
    return tuple(kills)
