"""The word models of tags and heights, side by side: one on everything, and one for each fold.

Fitting is most of training, and no fit needs another, so joblib spreads them over the cores, each
in a process of its own, because the solver's dice are one for a process. What comes out does not
depend on how many there are. Part of training: imports scikit-learn.
"""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.model_selection import GroupKFold
from sklearn.svm import LinearSVC

from classifier.lessons import Lessons
from classifier.thresholds import Numbers, Truth

#: How freely the weights may grow; docs/decisions/model.md.
FREEDOM: Final = 1.0

#: Where fitting stops; ten times finer changes decision values by 0.02, and finds no more tags.
TOLERANCE: Final = 1.0

#: Models of which each has not seen a share of the situations.
FOLDS: Final = 4

#: The tags are fitted in so many groups; with the folds these are the steps of the progress.
_GROUPS: Final = 4
STEPS: Final = (FOLDS + 1) * _GROUPS

#: Fewer values than this are learned before a process has started.
_WORTH_IT: Final = 1_000_000

Positions = NDArray[np.int64]
Truths = NDArray[np.bool_]


class Machines(NamedTuple):
    """What was learned."""

    #: One row a feature, one column a model.
    weights: Numbers
    intercepts: Numbers
    #: Of each letter, the decision values of models that saw no letter of its situation.
    unseen: Numbers


class _Task(NamedTuple):
    #: The columns of the models.
    columns: Positions
    #: The rows to learn from, and those to judge; all and none for the models that are kept.
    seen: Positions
    held: Positions


def machine() -> LinearSVC:
    """Return the untrained word model of one tag or height."""
    return LinearSVC(C=FREEDOM, tol=TOLERANCE, random_state=0)


def learn(lessons: Lessons, truths: Truths, advance: Callable[[], None]) -> Machines:
    """Return the word models of all tags and heights.

    Args:
        lessons: letters first, then what the rulebooks teach.
        truths: whether a row bears a tag, or reaches a height: one column each.
        advance: called ``STEPS`` times where there are columns enough.
    """
    letters, columns = len(lessons.situations), truths.shape[1]
    weights = np.zeros((lessons.matrix.shape[1], columns))
    intercepts, unseen = np.zeros(columns), np.zeros((letters, columns))
    tasks = list(_tasks(lessons, columns))
    side_by_side = Parallel(
        n_jobs=-1 if lessons.matrix.nnz > _WORTH_IT else 1, return_as="generator"
    )
    results = side_by_side(
        delayed(_learn)(lessons.matrix, lessons.weights, truths, task) for task in tasks
    )
    for task, (decisions, learned, level) in zip(tasks, results, strict=True):
        if len(task.held):
            unseen[np.ix_(task.held, task.columns)] = decisions
        else:
            weights[:, task.columns], intercepts[task.columns] = learned, level
        advance()
    return Machines(weights, intercepts, unseen)


def _tasks(lessons: Lessons, columns: int) -> Iterator[_Task]:
    rows, letters = lessons.matrix.shape[0], len(lessons.situations)
    folds = GroupKFold(n_splits=min(FOLDS, len(set(lessons.situations))))
    split = list(folds.split(lessons.matrix[:letters], groups=lessons.situations))
    taught = np.arange(letters, rows)
    for group in np.array_split(np.arange(columns), min(_GROUPS, columns)):
        yield _Task(group, np.arange(rows), np.arange(0))
        for seen, held in split:
            yield _Task(group, np.concatenate([seen, taught]), held)


def _learn(
    matrix: csr_matrix, weights: Numbers, truths: Truths, task: _Task
) -> tuple[Numbers, Numbers, Numbers]:
    """Return decision values of the rows held back, else weights and intercepts."""
    rows = matrix[task.seen] if len(task.held) else matrix
    learned = [_fit(rows, weights[task.seen], truths[task.seen, at]) for at in task.columns]
    coefficients = np.array([slopes for slopes, _ in learned]).T
    intercepts = np.array([level for _, level in learned])
    if len(task.held):
        return matrix[task.held] @ coefficients + intercepts, np.zeros(0), np.zeros(0)
    return np.zeros(0), coefficients, intercepts


def _fit(matrix: csr_matrix, weights: Numbers, truth: Truth) -> tuple[Numbers, float]:
    """Return the weights and the intercept of one model; none where all rows are alike."""
    if truth.all() or not truth.any():
        return np.zeros(matrix.shape[1]), 1.0 if truth.all() else -1.0
    learned = machine().fit(matrix, truth, sample_weight=weights)
    return learned.coef_[0], float(learned.intercept_[0])
