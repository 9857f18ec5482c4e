"""Descent: support vector machines over the same rows, all fitted side by side.

Dual coordinate descent (Hsieh et al. 2008, squared hinge), as liblinear does it, which is behind
scikit-learn's ``LinearSVC``. But liblinear copies all rows for every tag and fold, which takes as
long as fitting; here rows are laid out once, in blocks whose columns lie together, and a step is
taken for all machines at once. A block is solved row by row on the products of its rows, so that
the weights are read and written once a block. Intercepts stand fixed: the second layer moves
them anyway (``classifier.weighing``), and free they make every row pull at every other. A share
says how hard a row pulls at the weights, upwards if it bears the tag, else downwards. Pure; the
same rows give the same bytes.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

#: How often every row is visited; more of it finds no more tags. docs/decisions/model.md.
ROUNDS: Final = 4

#: Rows a block: more of them share more columns, and cost more to multiply with each other.
_BLOCK: Final = 128

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
    #: How many columns there are in all.
    width: int


class _Block(NamedTuple):
    """Rows that are solved together."""

    rows: slice
    columns: NDArray[np.int32]
    matrix: csr_matrix
    #: Of each row, its products with those before it.
    products: list[Floats]


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
    columns, places = [], []
    products = np.zeros((-(-rows // _BLOCK), _BLOCK, _BLOCK), dtype=np.float32)
    for number, first in enumerate(range(0, rows, _BLOCK)):
        block = laid[first : first + _BLOCK]
        found, where = np.unique(block.indices, return_inverse=True)
        columns.append(found)
        places.append(where)
        size = block.shape[0]
        met = (block @ block.T).toarray() / slopes[first : first + size, None]
        products[number, :size, :size] = met
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
        width=width,
    )


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
            rows, columns, matrix, products = blocks[number]
            near = weights.take(columns, axis=0)
            held = shares[rows]
            fault = matrix @ near + layout.yields[rows] * held - goals[rows]
            wished = held - fault / layout.slopes[rows]
            steps = _settle(wished, held, lows[rows], highs[rows], products)
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
        before = [row[:place] for place, row in enumerate(products[: last - first])]
        yield _Block(slice(first, last), columns, matrix, before)


def _settle(
    wished: Floats, held: Floats, lows: Floats, highs: Floats, products: Sequence[Floats]
) -> Floats:
    """Return how far each share of a block moves, one row after the other; ``held`` moves too.

    Args:
        wished: each row's best share, were it alone.
        held: the shares.
        lows: the least that each share may be, and
        highs: the most.
        products: of each row, its products with those before it.
    """
    steps = np.zeros_like(held)
    pulled = np.empty(held.shape[1], dtype=np.float32)
    for place, (wish, low, high, before, step) in enumerate(
        zip(wished, lows, highs, products, steps, strict=True)
    ):
        np.dot(before, steps[:place], out=pulled)
        np.subtract(wish, pulled, out=wish)
        np.maximum(wish, low, out=wish)
        np.minimum(wish, high, out=wish)
        np.subtract(wish, held[place], out=step)
    held += steps
    return steps
