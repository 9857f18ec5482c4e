"""From which probability a tag is believed: chosen on scores of letters the model had not seen.

``line`` is where a tag beside the main one is given; a hazard or a legal act is given sooner than
others, because missing one costs more. ``sure`` is where a main tag is right so nearly always that
its own wording may be used: a text about another thing would go to the buyer. Lines stay inside
fixed bounds, and with too few letters above one to know, it is drawn out of reach. Pure; nothing
fails.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from cases.labels import FOREMOST

#: Bounds of a line.
LOWEST: Final = 0.35
HIGHEST: Final = 0.5

#: A missed hazard weighs so much more than a false one (the beta of the F-measure).
_BETA: Final = 1.0
_BETA_FOREMOST: Final = 1.5

#: The share of untrue wordings that is borne, on this many letters at least, and the probability
#: below which no wording is chosen.
UNTRUE: Final = 0.01
SEEN: Final = 40
SURE: Final = 0.9

#: A line that no probability reaches.
NEVER: Final = 1.01

Numbers = NDArray[np.float64]
Truth = NDArray[np.bool_]


def line(tag: str, probabilities: Numbers, truth: Truth) -> float:
    """Return from which probability ``tag`` is given, where its F-measure is best."""
    order = np.argsort(-probabilities, kind="stable")
    ranked, right = probabilities[order], np.cumsum(truth[order])
    given = np.arange(1, len(ranked) + 1)
    weight = (_BETA_FOREMOST if tag in FOREMOST else _BETA) ** 2
    measure = (1 + weight) * right / (given + weight * max(1, int(truth.sum())))
    best = float(ranked[int(np.argmax(measure))]) if len(ranked) else HIGHEST
    return round(min(max(LOWEST, best), HIGHEST), 4)


def sure(probabilities: Numbers, true: Truth) -> float:
    """Return from which probability a main tag chooses the wording.

    Args:
        probabilities: of each letter's main tag.
        true: whether the letter bears that tag.
    """
    order = np.argsort(-probabilities, kind="stable")
    ranked, untrue = probabilities[order], np.cumsum(~true[order])
    given = np.arange(1, len(ranked) + 1)
    borne = np.flatnonzero((untrue <= UNTRUE * given) & (given >= SEEN))
    return round(max(SURE, float(ranked[borne[-1]])), 4) if len(borne) else NEVER
