"""Descent: support vector machines over the same rows, all fitted side by side.

Dual coordinate descent (Hsieh et al. 2008, squared hinge), as liblinear does it, which is behind
scikit-learn's ``LinearSVC``. But liblinear copies all rows for every tag and fold, which takes as
long as fitting; here rows are laid out once, in blocks whose columns lie together, and a step is
taken for all machines at once. A block is solved on the products of its rows, so that the weights
are read and written once a block, and in runs: rows that hardly touch each other are stepped
together, those that are alike one after the other. Intercepts stand fixed: the second layer moves
them anyway (``classifier.weighing``), and free they make every row pull at every other. A share
says how hard a row pulls at the weights, upwards if it bears the tag, else downwards. Pure; the
same rows give the same bytes.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

#: How often every row is visited; more of it finds no more tags. docs/decisions/model.md.
ROUNDS: Final = 4

#: Rows a block: more of them share more columns, and cost more to multiply with each other.
_BLOCK: Final = 128

#: Rows a run, and how much of its own way a row of it may be pulled by those before it: below a
#: half, steps taken together come to rest where steps taken in turn do.
_RUN: Final = 16
_TOUCH: Final = 0.5

Floats = NDArray[np.float32]
Positions = NDArray[np.int64]
Signs = NDArray[np.int8]


class Layout(NamedTuple):
    """Rows laid out for descent: few large arrays, which processes share without copies."""

    #: The row at each place.
    order: Positions
    #: Where each place's values begin; one more than there are rows.
    starts: Positions
    #: The values, and of each its place among the columns of its block.
    values: Floats
    places: NDArray[np.int32]
    #: The columns of all blocks, and where each block's begin; one more than there are blocks.
    columns: NDArray[np.int32]
    bounds: Positions
    #: What each row gives back of its share: less for one of more weight.
    yields: Floats
    #: How steep each row's own way is.
    slopes: Floats
    #: Of each block, the products of its rows, by the slope of the first.
    products: Floats
    #: Of each row, whether it begins a run.
    begins: NDArray[np.bool_]
    #: How many columns there are in all.
    width: int


class _Block(NamedTuple):
    """Rows that are solved together."""

    rows: slice
    columns: NDArray[np.int32]
    matrix: csr_matrix
    #: Of each run its rows, and their products with the rows of the block before them.
    runs: list[tuple[slice, Floats]]


def lay_out(
    matrix: csr_matrix, weights: NDArray[np.float64], kinds: Sequence[str], *, freedom: float
) -> Layout:
    """Return the rows of ``matrix`` laid out.

    Args:
        matrix: a row a text.
        weights: what each row weighs.
        kinds: the language of each row; rows of one share most columns.
        freedom: how freely machines may grow, scikit-learn's ``C``.
    """
    rows, width = matrix.shape
    mixed = np.random.default_rng(0).permutation(rows)
    order = mixed[np.argsort(np.array(kinds)[mixed], kind="stable")]
    laid = matrix[order].astype(np.float32)
    yields = (0.5 / (freedom * weights[order])).astype(np.float32)
    slopes = yields + np.asarray(laid.multiply(laid).sum(axis=1), dtype=np.float32).ravel()
    columns, places, begins = [], [], []
    met_with, where = np.zeros(width, dtype=np.bool_), np.zeros(width, dtype=np.int32)
    products = np.zeros((-(-rows // _BLOCK), _BLOCK, _BLOCK), dtype=np.float32)
    for number, first in enumerate(range(0, rows, _BLOCK)):
        block = laid[first : first + _BLOCK]
        met_with[:] = False
        met_with[block.indices] = True
        found = np.flatnonzero(met_with)
        where[found] = np.arange(len(found))
        columns.append(found)
        places.append(where[block.indices])
        size = block.shape[0]
        met = (block @ block.T).toarray() / slopes[first : first + size, None]
        products[number, :size, :size] = met
        begins += _begins(met)
    return Layout(
        order=order,
        starts=laid.indptr.astype(np.int64),
        values=laid.data,
        places=np.concatenate(places).astype(np.int32),
        columns=np.concatenate(columns).astype(np.int32),
        bounds=np.cumsum([0, *map(len, columns)]),
        yields=yields[:, None],
        slopes=slopes[:, None],
        products=products,
        begins=np.array(begins, dtype=np.bool_),
        width=width,
    )


def _begins(products: Floats) -> list[bool]:
    """Say of each row of a block whether it begins a run."""
    pulls = np.abs(products).cumsum(axis=1).tolist()
    begins: list[bool] = []
    begun = 0
    for row, pull in enumerate(pulls):
        before = pull[row - 1] - (pull[begun - 1] if begun else 0.0) if row > begun else 0.0
        begins.append(row in (0, begun + _RUN) or before > _TOUCH)
        if begins[-1]:
            begun = row
    return begins


def descend(
    layout: Layout, signs: Signs, intercepts: NDArray[np.float64], rounds: int = ROUNDS
) -> Floats:
    """Return the weights of machines: one row a column of the matrix, one column a machine.

    Args:
        layout: the rows.
        signs: one row a row of the matrix, one column a machine: 1 where it bears the machine's
            tag, -1 where not, 0 where this machine must not see it.
        intercepts: where the decision of each machine stands before any word is seen.
        rounds: how often every row is visited.
    """
    signs = signs[layout.order]
    goals = (signs - intercepts).astype(np.float32)
    lows = np.where(signs < 0, np.float32(-np.inf), np.float32(0))
    highs = np.where(signs > 0, np.float32(np.inf), np.float32(0))
    shares = np.zeros(signs.shape, dtype=np.float32)
    weights = np.zeros((layout.width, signs.shape[1]), dtype=np.float32)
    blocks = list(_blocks(layout))
    dice = np.random.default_rng(0)
    for _ in range(rounds):
        for number in dice.permutation(len(blocks)).tolist():
            rows, columns, matrix, runs = blocks[number]
            near = weights.take(columns, axis=0)
            held = shares[rows]
            fault = matrix @ near + layout.yields[rows] * held - goals[rows]
            wished = held - fault / layout.slopes[rows]
            steps = _settle(wished, held, lows[rows], highs[rows], runs)
            near += matrix.T @ steps
            weights[columns] = near
    return weights


def _blocks(layout: Layout) -> Iterator[_Block]:
    for number, products in enumerate(layout.products):
        first = number * _BLOCK
        last = min(first + _BLOCK, len(layout.order))
        begin, end = layout.starts[first], layout.starts[last]
        columns = layout.columns[layout.bounds[number] : layout.bounds[number + 1]]
        starts = (layout.starts[first : last + 1] - begin).astype(np.int32)
        matrix = csr_matrix(
            (layout.values[begin:end], layout.places[begin:end], starts),
            shape=(last - first, len(columns)),
        )
        edges = [*np.flatnonzero(layout.begins[first:last]).tolist(), last - first]
        runs = [(slice(*ends), products[slice(*ends), : ends[0]]) for ends in pairwise(edges)]
        yield _Block(slice(first, last), columns, matrix, runs)


def _settle(
    wished: Floats, held: Floats, lows: Floats, highs: Floats, runs: Iterable[tuple[slice, Floats]]
) -> Floats:
    """Return how far each share of a block moves, one run after the other; ``held`` moves too.

    Args:
        wished: each row's best share, were it alone.
        held: the shares.
        lows: the least that each share may be, and
        highs: the most.
        runs: of each run its rows, and their products with those before them.
    """
    steps = np.zeros_like(held)
    for rows, before in runs:
        wish = wished[rows]
        wish -= before @ steps[: rows.start]
        np.maximum(wish, lows[rows], out=wish)
        np.minimum(wish, highs[rows], out=wish)
        np.subtract(wish, held[rows], out=steps[rows])
    held += steps
    return steps
