"""From which probability a tag is believed: chosen on scores of letters the model had not seen.

``threshold`` weighs a wrong tag twice as heavily as a missed one; ``say_it`` is where nearly
nothing is wrong any more, because a text about another thing would go to the buyer. With too few
letters above a line to know, the line is drawn out of reach. Pure; nothing fails.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

#: Precision counts so much more than recall (the beta of the F-measure).
BETA: Final = 0.5

#: The share of right tags that a tag's own wording needs, seen on this many at least.
RIGHT: Final = 0.97
SEEN: Final = 10

#: No line is drawn below this, and this one is never reached.
LOWEST: Final = 0.3
NEVER: Final = 1.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """The two lines of one tag."""

    threshold: float
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
    say_it = float(ranked[sure[-1]]) if len(sure) else NEVER
    threshold = max(LOWEST, best)
    return Thresholds(threshold=round(threshold, 4), say_it=round(max(threshold, say_it), 4))
