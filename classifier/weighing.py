"""Weighing: from what words and rules each say to the probability of every tag.

Three linear layers over one row a letter: the decision value of every word model, and what the
rulebooks said. ``main`` says which tag is the main one (a softmax), ``borne`` whether the letter
bears a tag at all (each for itself), ``reached`` whether it stands as high as a level of priority.
All are fitted on letters that the word models had not seen, so that words and rules are each
believed as much as they deserve. Pure.
"""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cases.doubts import HEIGHTS

Numbers = NDArray[np.float64]


class Weighed(NamedTuple):
    """Probabilities, one row a letter, one column a tag or, of ``reached``, a height."""

    main: Numbers
    borne: Numbers
    #: That it is urgent; urgent or high; urgent, high or normal: never falling.
    reached: Numbers


class Weighing:
    """The three layers.

    Args:
        weights: one row an entry of the joined row, one column a tag of ``main``, then of
            ``borne``, then a height of ``reached``.
        intercepts: of the same columns.
    """

    __slots__ = ("_intercepts", "_weights")

    def __init__(self, weights: NDArray[Any], intercepts: NDArray[Any]) -> None:
        self._weights = weights.astype(np.float64)
        self._intercepts = intercepts.astype(np.float64)

    def weigh(self, decisions: Numbers, testimonies: NDArray[Any]) -> Weighed:
        """Return the probabilities of letters with these decision values and testimonies."""
        odds = np.hstack([decisions, testimonies]) @ self._weights + self._intercepts
        tags = (odds.shape[1] - len(HEIGHTS)) // 2
        raised = np.exp(odds[:, :tags] - odds[:, :tags].max(axis=1, keepdims=True))
        alone = 1.0 / (1.0 + np.exp(-odds[:, tags:]))
        # Each height is fitted for itself: what is urgent is high too.
        falling = np.minimum.accumulate(alone[:, tags:][:, ::-1], axis=1)
        return Weighed(
            main=raised / raised.sum(axis=1, keepdims=True),
            borne=alone[:, :tags],
            reached=falling[:, ::-1],
        )
