"""From which probability a tag is believed: chosen on scores of letters the model had not seen.

``line`` is where a tag beside the main one is given; a hazard or a legal act is given sooner than
others, because missing one costs more. ``sure`` is where a main tag is right so nearly always that
its own wording may be used: a text about another thing would go to the buyer. What is held below
the limit is not the share of untrue wordings that was seen but what it may well be, because the
line is drawn where chance made the letters look best. Lines stay inside fixed bounds; with too few
letters above one to know, or too many faults, it is drawn out of reach. Pure; nothing fails.
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

#: Of the surest letters, one in so many is worded where that keeps within this share.
SUREST: Final = 5
BORNE: Final = 0.02

#: How far above what was seen the share may be, in standard errors: three times in four it is less.
_DOUBT: Final = 0.7

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
    may_be = _at_most(untrue / given, given)
    # The surest ones are worded where that can be borne at all: a line that one unlucky letter
    # among them draws out of reach helps nobody.
    few = max(SEEN, len(ranked) // SUREST)
    borne = (given >= SEEN) & ((may_be <= UNTRUE) | ((given == few) & (may_be <= BORNE)))
    return round(max(SURE, float(ranked[np.flatnonzero(borne)[-1]])), 4) if borne.any() else NEVER


def _at_most(shares: Numbers, sizes: NDArray[np.int64]) -> Numbers:
    """Return what a share seen among so many may be, by the score interval of Wilson."""
    square = _DOUBT**2
    doubt = _DOUBT * np.sqrt(shares * (1 - shares) / sizes + square / (4 * sizes**2))
    bounds: Numbers = (shares + square / (2 * sizes) + doubt) / (1 + square / sizes)
    return bounds
