"""Which words carried a tag: the model's weights laid over the text that they were applied to.

Every feature spreads its weight over the characters it covers; the words on which most of it lies
are shown. Worked out for a whole batch at once, because every letter is asked for its reasons.
Pure; where nothing speaks for the tag there are no words.
"""

from collections.abc import Sequence
from itertools import accumulate
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

    __slots__ = ("_begins", "_bodies", "_edges", "_firsts", "_size", "_sizes")

    def __init__(self, stream: str, tokens: Sequence[tuple[Tokens, Tokens, Tokens]]) -> None:
        ends = list(accumulate(len(part.stream) for text in tokens for part in text))
        self._size = len(stream) + 1
        self._bodies = [body for _, body, _ in tokens]
        self._begins = ends[::3]
        self._sizes = np.array([len(body.places) for body in self._bodies])
        self._firsts = np.cumsum(self._sizes) - self._sizes
        places = [
            (begin + at, begin + at + length + 1)
            for begin, body in zip(self._begins, self._bodies, strict=True)
            for at, _, length in body.places
        ]
        #: Each token up to the blank behind it; every second stretch lies between two tokens.
        self._edges = np.array(places, dtype=np.int64).ravel()

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
        begin, body = self._begins[row], self._bodies[row]
        runs: list[tuple[int, int]] = []
        for token in tokens:
            place, at, length = body.places[token]
            first, last = 0, length
            if wide(body.stream[place]):
                first, last = _stretch(loaded[begin + place : begin + place + length], least)
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
