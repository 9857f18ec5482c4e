"""Literals: what a finder looks for, packed, and how much of each tells it from all others.

A text each would take four times as much for months, so they stand one behind the other. A finder
needs only the *head* of a literal as states of its own, up to the first sign that no other has
there; the *tail* is compared in the text where a head was met. Two thirds of all signs are tails.
Pure; nothing fails.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, overload

import numpy as np
from numpy.typing import NDArray

#: What stands between two literals; marked texts hold none.
_BETWEEN: Final = "\x03"


class Literals(Sequence[str]):
    """Literals, each at its place.

    Args:
        packed: UTF-8, with a sign between two that none of them holds.
        heads: how many signs of each are its head, with which no other literal begins unless it
            is the whole of it.
    """

    __slots__ = ("_ends", "_text", "_turns")

    def __init__(self, packed: bytes, heads: NDArray[np.int32]) -> None:
        self._text = packed.decode()
        signs = np.frombuffer(self._text.encode("utf-32-le"), dtype=np.uint32)
        ends = [*np.flatnonzero(signs == ord(_BETWEEN)).tolist(), len(signs)] if packed else []
        bounds = np.array([-1, *ends], dtype=np.int32)
        self._ends = array("i", bounds[1:].tobytes())
        #: Where the head of each ends and its tail begins.
        self._turns = array("i", (bounds[:-1] + 1 + heads).astype(np.int32).tobytes())

    @property
    def packed(self) -> NDArray[np.uint8]:
        """What they were made of."""
        return np.frombuffer(self._text.encode(), dtype=np.uint8)

    @property
    def heads(self) -> NDArray[np.int32]:
        """How many signs of each are its head."""
        return np.array(
            [turn - begin for begin, turn in zip(self._begins(), self._turns, strict=True)],
            dtype=np.int32,
        )

    def parted(self) -> Iterator[tuple[str, str]]:
        """Yield head and tail of each."""
        for begin, turn, end in zip(self._begins(), self._turns, self._ends, strict=True):
            yield self._text[begin:turn], self._text[turn:end]

    def tails(self) -> tuple[str, Sequence[int], Sequence[int]]:
        """Return a text, and from where to where in it the tail of each literal stands.

        For who asks ten thousand times a second; where both are the same, the head is all.
        """
        return self._text, self._turns, self._ends

    def __len__(self) -> int:
        """Count them."""
        return len(self._turns)

    @overload
    def __getitem__(self, place: int) -> str: ...

    @overload
    def __getitem__(self, place: slice) -> list[str]: ...

    def __getitem__(self, place: int | slice) -> str | list[str]:
        """Return the literal at a place."""
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        if not 0 <= place < len(self):
            raise IndexError(place)
        return self._text[self._ends[place - 1] + 1 if place else 0 : self._ends[place]]

    def _begins(self) -> list[int]:
        return [0, *(end + 1 for end in self._ends)][: len(self)]


def pack_literals(literals: Iterable[str]) -> Literals:
    """Return literals packed; they differ, and none is empty or holds the sign between them."""
    told = list(literals)
    return Literals(_BETWEEN.join(told).encode(), np.array(_heads(told), dtype=np.int32))


def _heads(literals: Sequence[str]) -> list[int]:
    """Return how many signs of each tell it from all others: in order, from its two neighbours."""
    order = sorted(range(len(literals)), key=literals.__getitem__)
    shared = [_shared(literals[one], literals[other]) for one, other in pairwise(order)]
    heads = [0] * len(literals)
    for place, before, behind in zip(order, [0, *shared], [*shared, 0], strict=False):
        heads[place] = min(len(literals[place]), 1 + max(before, behind))
    return heads


def _shared(one: str, other: str) -> int:
    """Return how many signs two literals begin with alike."""
    return next(
        (at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right),
        min(len(one), len(other)),
    )
