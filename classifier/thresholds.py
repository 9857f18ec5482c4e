"""From which probability a tag is believed: chosen on scores of letters the model had not seen.

A text's likeliest tag has the lower line to cross, ``threshold``; every further tag must reach
``beside``, where a wrong tag weighs twice as heavily as a missed one. ``say_it`` is where nearly
nothing is wrong any more, because a text about another thing would go to the buyer. The lines stay
inside fixed bounds, and with too few letters above a line to know, it is drawn out of reach: a
tag has twenty letters, not a thousand. Pure; nothing fails.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

#: Precision counts so much more than recall (the beta of the F-measure).
BETA: Final = 0.5

#: Bounds of ``beside``; ``threshold`` is half of it.
LOWEST: Final = 0.5
HIGHEST: Final = 0.7

#: The share of right tags that a tag's own wording needs, seen on this many at least, and the
#: probability it never falls below.
RIGHT: Final = 0.97
SEEN: Final = 15
SURE: Final = 0.9

#: A line that no probability reaches.
NEVER: Final = 1.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """The lines of one tag."""

    threshold: float
    beside: float
    say_it: float


def choose(probabilities: NDArray[np.float64], truth: NDArray[np.bool_]) -> Thresholds:
    """Return the lines for a tag with these probabilities and this truth."""
    order = np.argsort(-probabilities, kind="stable")
    ranked, right = probabilities[order], np.cumsum(truth[order])
    given = np.arange(1, len(ranked) + 1)
    weight = BETA * BETA
    measure = (1 + weight) * right / (given + weight * max(1, int(truth.sum())))
    best = float(ranked[int(np.argmax(measure))]) if len(ranked) else NEVER
    sure = np.flatnonzero((right >= RIGHT * given) & (given >= SEEN))
    say_it = max(SURE, float(ranked[sure[-1]])) if len(sure) else NEVER
    beside = min(max(LOWEST, best), HIGHEST)
    return Thresholds(
        threshold=round(beside / 2, 4), beside=round(beside, 4), say_it=round(say_it, 4)
    )
