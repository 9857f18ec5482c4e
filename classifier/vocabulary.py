"""The vocabulary: which hashed features a model knows, and texts as weighted vectors over them.

Features are looked up through one table of slots; of two features that share a slot training kept
the more frequent, so a lookup is one read and one comparison. Counts are damped by their
logarithm, weighted by rarity and brought to length one, as scikit-learn's TF-IDF does. Pure;
what is not known is left out.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from classifier.features import Features, Hashes, Positions

#: The number of slots is this power of two.
SLOT_BITS: Final = 20

_NARROW: Final = 2**31

_SLOT: Final = np.uint64(2**SLOT_BITS - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vectors:
    """Texts as sparse rows, sorted by row and column."""

    rows: Positions
    columns: Positions
    values: NDArray[np.float32]
    #: How often each feature stands in its text.
    counts: Positions


class Vocabulary:
    """The features a model knows.

    Args:
        keys: their hashes; no two share a slot.
        rarity: the weight of each, higher for rarer ones.
    """

    __slots__ = ("_table", "keys", "rarity")

    def __init__(self, keys: Hashes, rarity: NDArray[np.float32]) -> None:
        self.keys = keys
        self.rarity = rarity
        self._table = np.full(2**SLOT_BITS, -1, dtype=np.int32)
        self._table[slots(keys)] = np.arange(len(keys), dtype=np.int32)

    def columns(self, keys: Hashes) -> Positions:
        """Return the column of each key, -1 for one that is not known."""
        columns = self._table[slots(keys)].astype(np.int64)
        if len(self.keys):
            columns[self.keys[columns] != keys] = -1
        return columns

    def vectors(self, features: Features, columns: Positions) -> Vectors:
        """Return the weighted vectors of the texts in ``features``, whose columns are known."""
        known = columns >= 0
        width = max(1, len(self.keys))
        cells = features.rows[known] * width + columns[known]
        if cells.size and int(cells.max()) < _NARROW:
            # Half as wide is sorted in half the time.
            cells = cells.astype(np.int32)
        cells.sort()
        firsts = np.flatnonzero(np.diff(cells, prepend=-1))
        cells, counts = cells[firsts].astype(np.int64), np.diff(firsts, append=len(cells))
        rows, found = cells // width, cells % width
        values = (1.0 + np.log(counts)) * self.rarity[found]
        lengths = np.sqrt(np.bincount(rows, weights=values * values))
        return Vectors(
            rows=rows,
            columns=found,
            values=(values / lengths[rows]).astype(np.float32),
            counts=counts,
        )


def slots(keys: Hashes) -> Positions:
    """Return the slot of each key."""
    return (keys & _SLOT).astype(np.int64)
