"""The second layer: how far word models and rules deserve belief, of each tag and level.

Three layers of logistic regressions (``classifier.weighing`` holds what they give at run time): the
main tag, each tag, each level. They are fitted on rows that each letter got from word models which
had seen no letter of its situation; once on all letters, and once without each fold, whose letters
are then judged unseen. Part of training: imports scikit-learn. Pure; nothing fails.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from cases.doubts import HEIGHTS
from classifier.cores import spread
from classifier.hearing import COLUMNS
from classifier.weighing import Numbers, Weighing

#: How freely the weights of the second layer may grow; docs/decisions/model.md.
FREEDOM_OF_WEIGHING: Final = 0.05

#: How small the rules' entries are made for that, so that their weights grow four times less
#: freely: most training letters had been seen by those who wrote the rules.
RESTRAINT_OF_RULES: Final = 0.5

_MOST_STEPS: Final = 1000
#: The odds of a main tag that no letter has, and of what all letters are, or none is.
_NEVER: Final = -1000.0
_ALWAYS: Final = 20.0

Given = NDArray[np.bool_]
Positions = NDArray[np.int64]


class Layers(NamedTuple):
    """What was learned, and what it says of letters that it had not seen."""

    #: One row a column of the rows, one column an output: main tags, tags, levels.
    scales: Numbers
    balances: Numbers
    #: How probable each tag is the main one, and borne at all: a row a letter, a column a tag, each
    #: letter judged by layers that had seen no letter of its situation.
    main: Numbers
    borne: Numbers


def learn_layers(
    rows: Numbers,
    borne: Given,
    mains: Positions,
    reached: Given,
    folds: Sequence[tuple[Positions, Positions]],
) -> Layers:
    """Return the layers, fitted on all cores.

    Args:
        rows: of each letter the word models' values, then what the rulebooks said.
        borne: whether it bears each tag.
        mains: the column of its main tag, -1 where that has none.
        reached: whether it reaches each of ``HEIGHTS``.
        folds: for each the letters to learn from and to judge.
    """
    seen = [np.arange(len(rows)), *(seen for seen, _ in folds)]
    tasks = [(rows[some], borne[some], mains[some], reached[some]) for some in seen]
    (scales, balances), *layers = spread(_fit, tasks, len(rows))
    main, bears = _unseen(rows, borne.shape[1], [held for _, held in folds], layers)
    return Layers(scales, balances, main, bears)


def _fit(rows: Numbers, borne: Given, mains: Positions, reached: Given) -> tuple[Numbers, Numbers]:
    """Return the weights and intercepts of the three layers, for rows as they are."""
    middle, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-3
    spread[-len(COLUMNS) :] /= RESTRAINT_OF_RULES
    # Half as wide is fitted in half the time, and moves a probability by a hundred thousandth.
    scaled = ((rows - middle) / spread).astype(np.float32)
    known = mains >= 0
    tags = borne.shape[1]
    chosen = _regression().fit(scaled[known], mains[known])
    alone = np.hstack([borne, reached])
    weights = np.zeros((rows.shape[1], tags + alone.shape[1]))
    intercepts = np.full(weights.shape[1], _NEVER)
    if len(chosen.classes_) > 2:  # noqa: PLR2004 - of two classes scikit-learn keeps one column
        weights[:, chosen.classes_] = chosen.coef_.T
        intercepts[chosen.classes_] = chosen.intercept_
    else:
        weights[:, chosen.classes_[-1]] = chosen.coef_[0]
        intercepts[chosen.classes_] = [0.0, chosen.intercept_[0]]
    for at, truth in enumerate(alone.T, start=tags):
        if truth.all() or not truth.any():
            intercepts[at] = _ALWAYS if truth.all() else -_ALWAYS
            continue
        one = _regression().fit(scaled, truth)
        weights[:, at], intercepts[at] = one.coef_[0], one.intercept_[0]
    weights /= spread[:, None]
    return weights, intercepts - middle @ weights


def _regression() -> LogisticRegression:
    return LogisticRegression(C=FREEDOM_OF_WEIGHING, max_iter=_MOST_STEPS)


def _unseen(
    rows: Numbers,
    tags: int,
    held: Iterable[Positions],
    layers: Iterable[tuple[Numbers, Numbers]],
) -> tuple[Numbers, Numbers]:
    """Return both probabilities of every tag, told by the layers that had not seen the letter."""
    main, bears = np.zeros((len(rows), tags)), np.zeros((len(rows), tags))
    for some, (weights, intercepts) in zip(held, layers, strict=True):
        width = tags + len(HEIGHTS)
        judged = Weighing(weights, intercepts).weigh(rows[some][:, :width], rows[some][:, width:])
        main[some], bears[some] = judged.main, judged.borne
    return main, bears
