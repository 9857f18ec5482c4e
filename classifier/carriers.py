"""Which words carried a tag: the model's weights laid over the text that they were applied to.

Every feature spreads its weight over the characters it covers; the words on which most of it lies
are shown. Worked out for a whole batch at once, because every letter is asked for its reasons.
Pure; where nothing speaks for the tag there are no words.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cases.values import Span
from classifier.features import Positions, Tokens
from classifier.folding import wide

#: Words that carry at least this share of what the heaviest carries are shown, so many at most.
_SHARE: Final = 0.4
_SPANS: Final = 3

#: What sums of weights leave where nothing speaks.
_NOISE: Final = 1e-9

Loads = NDArray[np.float64]


class Bodies:
    """The bodies of a batch of letters, in the stream of its features.

    Args:
        stream: the tokens of all parts of all letters.
        tokens: the parts of each letter: subject, body, concepts.
    """

    __slots__ = ("_bodies", "_edges", "_firsts", "_places", "_size", "_sizes")

    def __init__(self, stream: str, tokens: Sequence[tuple[Tokens, Tokens, Tokens]]) -> None:
        self._size = len(stream) + 1
        self._bodies = [body for _, body, _ in tokens]
        self._sizes = np.array([len(body.lengths) for body in self._bodies], dtype=np.int64)
        self._firsts = np.cumsum(self._sizes) - self._sizes
        sizes = np.array([len(part.stream) for text in tokens for part in text], dtype=np.int64)
        begins = (np.cumsum(sizes) - sizes)[1::3]
        lengths = np.array([one for body in self._bodies for one in body.lengths], dtype=np.int64)
        # Each token stands between two blanks of its own; the first of a body behind one.
        steps = np.cumsum(lengths + 2) - lengths - 2
        held = np.flatnonzero(self._sizes)
        shifts = begins[held] + 1 - steps[self._firsts[held]]
        #: Where each token of a body begins in the stream.
        self._places = steps + np.repeat(shifts, self._sizes[held])
        #: Each token up to the blank behind it; every second stretch lies between two tokens.
        self._edges = np.stack([self._places, self._places + lengths + 1], axis=1).ravel()

    def carriers(
        self, starts: Positions, ends: Positions, weights: NDArray[np.float32]
    ) -> dict[int, tuple[Span, ...]]:
        """Return, by letter, the words that speak most for its tag; some letters have none.

        Args:
            starts: where each feature that speaks begins in the stream.
            ends: where it ends.
            weights: what it weighs for the tag of its letter.
        """
        if not len(self._edges):
            return {}
        shares = weights / (ends - starts)
        steps = np.bincount(starts, shares, self._size) - np.bincount(ends, shares, self._size)
        loaded = np.cumsum(steps)
        peaks = np.maximum.reduceat(loaded, self._edges)[::2]
        filled = np.flatnonzero(self._sizes)
        least = np.zeros(len(self._sizes))
        least[filled] = _SHARE * np.maximum.reduceat(peaks, self._firsts[filled])
        needed = np.repeat(least, self._sizes)
        chosen = np.flatnonzero((peaks >= needed) & (needed > _NOISE))
        owners = np.searchsorted(self._firsts, chosen, side="right") - 1
        rows: dict[int, list[int]] = {}
        for owner, token in zip(
            owners.tolist(), (chosen - self._firsts[owners]).tolist(), strict=True
        ):
            rows.setdefault(owner, []).append(token)
        return {
            row: self._words(row, told, loaded, float(least[row])) for row, told in rows.items()
        }

    def _words(
        self, row: int, tokens: Sequence[int], loaded: Loads, least: float
    ) -> tuple[Span, ...]:
        """Return the words of a body that bear at least so much of the load."""
        body = self._bodies[row]
        runs: list[tuple[int, int]] = []
        begins = body.starts(tokens[-1] + 1)
        places = self._places[self._firsts[row] :]
        for token in tokens:
            at, first, last = begins[token], 0, body.lengths[token]
            if wide(body.folded.text[at]):
                place = int(places[token])
                first, last = _stretch(loaded[place : place + last], least)
            if last:
                runs.append((at + first, at + last))
        spans = [body.folded.origin(start, end) for start, end in _joined(runs)[:_SPANS]]
        return tuple(
            Span(by="model", start=start, end=end, words=body.folded.original[start:end])
            for start, end in spans
        )


def _stretch(part: Loads, least: float) -> tuple[int, int]:
    """Return the stretch of a text without blanks on which the load lies."""
    shown: Positions = np.flatnonzero(part >= least)
    return (int(shown[0]), int(shown[-1]) + 1) if len(shown) else (0, 0)


def _joined(runs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the runs with neighbours made one."""
    joined: list[tuple[int, int]] = []
    for start, end in runs:
        if joined and start - joined[-1][1] <= 1:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined
