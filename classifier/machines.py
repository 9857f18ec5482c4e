"""The word models of tags and heights: for each one on everything, and one for each fold.

They are fitted in groups, each with all its folds side by side (``classifier.descent``); no
group needs another, so joblib spreads them over the cores, each in a process of its own. What comes
out does not depend on how many there are. Part of training: imports scikit-learn.
"""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.model_selection import GroupKFold
from threadpoolctl import threadpool_limits

from classifier.descent import Layout, descend, lay_out
from classifier.lessons import Lessons
from classifier.thresholds import Numbers

#: How freely the weights may grow; docs/decisions/model.md.
FREEDOM: Final = 1.0

#: Where a model stands before any word is seen: at "no", and nearer to "yes" where most rows bear
#: what it asks.
UNTOLD: Final = -1.0
UNTOLD_OF_MOST: Final = 0.5

#: Models of which each has not seen a share of the situations.
FOLDS: Final = 4

#: They are fitted in so many groups: every group walks through all rows, so more of them take
#: longer in all, and fewer leave cores idle.
GROUPS: Final = 2

#: Fewer values than this are learned before a process has started.
_WORTH_IT: Final = 1_000_000

Floats = NDArray[np.float32]
Positions = NDArray[np.int64]
Truths = NDArray[np.bool_]


class Machines(NamedTuple):
    """What was learned."""

    #: One row a feature, one column a model.
    weights: Floats
    intercepts: Numbers
    #: Of each letter, the decision values of models that saw no letter of its situation.
    unseen: Numbers


def split(situations: Sequence[str]) -> list[tuple[Positions, Positions]]:
    """Return for each fold the letters to learn from and to judge: all of a situation or none."""
    folds = GroupKFold(n_splits=min(FOLDS, len(set(situations))))
    return list(folds.split(situations, groups=situations))


def learn(lessons: Lessons, truths: Truths, advance: Callable[[], None]) -> Machines:
    """Return the word models of all tags and heights.

    Args:
        lessons: letters first, then what the rulebooks teach.
        truths: whether a row bears a tag, or reaches a height: one column each.
        advance: called ``GROUPS`` times where there are columns enough.
    """
    letters, columns = len(lessons.situations), truths.shape[1]
    weights = np.zeros((lessons.matrix.shape[1], columns), dtype=np.float32)
    unseen = np.zeros((letters, columns))
    layout = lay_out(lessons.matrix, lessons.weights, lessons.languages, freedom=FREEDOM)
    matrix, held = lessons.matrix[:letters], [held for _, held in split(lessons.situations)]
    most = np.average(truths, axis=0, weights=lessons.weights) > 0.5  # noqa: PLR2004 - half
    intercepts = np.where(most, UNTOLD_OF_MOST, UNTOLD)
    groups = np.array_split(np.arange(columns), min(GROUPS, columns))
    side_by_side = Parallel(
        n_jobs=-1 if lessons.matrix.nnz > _WORTH_IT else 1, return_as="generator"
    )
    results = side_by_side(
        delayed(_learn)(layout, truths[:, group], intercepts[group], matrix, held)
        for group in groups
    )
    for group, (learned, decisions) in zip(groups, results, strict=True):
        weights[:, group], unseen[:, group] = learned, decisions
        advance()
    return Machines(weights, intercepts, unseen)


def _learn(
    layout: Layout,
    truths: Truths,
    intercepts: Numbers,
    letters: csr_matrix,
    held: list[Positions],
) -> tuple[Floats, Floats]:
    """Return the weights of some models, and the decision values of letters held back."""
    width = truths.shape[1]
    signs = np.tile(np.where(truths, 1, -1).astype(np.int8), len(held) + 1)
    for fold, rows in enumerate(held, 1):
        signs[rows, fold * width : (fold + 1) * width] = 0
    # Threads of a linear algebra this small wait for each other longer than they work.
    with threadpool_limits(limits=1):
        weights = descend(layout, signs, np.tile(intercepts, len(held) + 1))
    decisions = np.zeros((letters.shape[0], width), dtype=np.float32)
    for fold, rows in enumerate(held, 1):
        mine = weights[:, fold * width : (fold + 1) * width]
        decisions[rows] = letters[rows] @ mine + intercepts
    return weights[:, :width], decisions
