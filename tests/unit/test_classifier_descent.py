"""Descent: what it finds is the best there is, and what it must not see changes nothing."""

import numpy as np
import pytest
from joblib import Parallel, delayed
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, random
from sklearn.preprocessing import normalize

from classifier.descent import Layout, Signs, descend, lay_out
from classifier.thresholds import Numbers

ROWS, COLUMNS, MACHINES = 300, 400, 3
#: Enough to come to the end.
MANY = 40
INTERCEPTS = np.array([-1.0, -1.0, 0.5])
WEIGHTS = np.where(np.arange(ROWS) % 3, 1.0, 0.3)


def rows() -> csr_matrix:
    """Return rows of more than two blocks, of length one as those of texts."""
    return normalize(random(ROWS, COLUMNS, 0.05, format="csr", random_state=1, dtype=np.float32))


def layout(matrix: csr_matrix) -> Layout:
    """Return rows of two languages laid out."""
    return lay_out(matrix, WEIGHTS, ["de", "en", "en"] * (ROWS // 3), freedom=1.0)


def signs() -> Signs:
    """Return who bears what: more and more of the rows."""
    drawn = np.random.default_rng(2).integers(0, 9, size=(ROWS, MACHINES))
    return np.where(drawn < np.arange(2, 2 + MACHINES), 1, -1).astype(np.int8)


def best(matrix: csr_matrix, told: Signs, machine: int) -> Numbers:
    """Return the weights that a general solver finds for one machine."""
    sign = told[:, machine]

    def cost(weights: Numbers) -> tuple[float, Numbers]:
        short = np.maximum(0, 1 - sign * (matrix @ weights + INTERCEPTS[machine])) * (sign != 0)
        value = 0.5 * float(weights @ weights) + float(WEIGHTS @ short**2)
        return value, weights - 2 * (matrix.T @ (WEIGHTS * sign * short))

    start = np.zeros(COLUMNS)
    found: Numbers = minimize(cost, start, jac=True, options={"ftol": 1e-14}, method="L-BFGS-B").x
    return found


@pytest.mark.parametrize("machine", range(MACHINES))
def test_the_weights_are_those_of_a_general_solver(machine: int) -> None:
    """Every machine comes to the least of its own cost, whatever is fitted beside it."""
    matrix, told = rows(), signs()
    expected = best(matrix, told, machine)

    assert (
        np.abs(expected - descend(layout(matrix), told, INTERCEPTS, rounds=MANY)[:, machine]).max()
        < 1e-4
    )


def test_a_row_that_must_not_be_seen_changes_nothing() -> None:
    """A sign of 0 hides a row from one machine and from no other."""
    matrix, told = rows(), signs()
    hidden = told.copy()
    hidden[50:150, 0] = 0
    seen = descend(layout(matrix), hidden, INTERCEPTS, rounds=MANY)

    assert np.abs(best(matrix, hidden, 0) - seen[:, 0]).max() < 1e-4
    assert np.abs(best(matrix, told, 1) - seen[:, 1]).max() < 1e-4


def test_few_rounds_come_near() -> None:
    """After the rounds of training the decisions are nearly those of the best weights."""
    matrix, told = rows(), signs()
    expected = matrix @ best(matrix, told, 0)
    actual = matrix @ descend(layout(matrix), told, INTERCEPTS)[:, 0]

    assert np.abs(expected - actual).mean() < 0.05


def test_another_process_comes_to_the_same_bytes() -> None:
    """Rows that processes share give what they give alone."""
    shared, told = layout(rows()), signs()
    ours = descend(shared, told, INTERCEPTS)
    (theirs,) = Parallel(n_jobs=2, max_nbytes=1)([delayed(descend)(shared, told, INTERCEPTS)])

    assert ours.tobytes() == theirs.tobytes()


def test_rows_that_are_alike_are_stepped_in_turn() -> None:
    """A hundred buyers who send the same sentence pull at the weights no wilder than one."""
    matrix, told = rows().tolil(), signs()
    matrix[50:150] = matrix[[50] * 100]
    alike = matrix.tocsr().astype(np.float32)

    found = descend(layout(alike), told, INTERCEPTS, rounds=5 * MANY)
    for machine in range(MACHINES):
        assert np.abs(best(alike, told, machine) - found[:, machine]).max() < 1e-2
