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
from classifier.features import Features, Positions, Tokens
from classifier.folding import wide

#: Words that carry at least this share of what the heaviest carries are shown, so many at most.
_SHARE: Final = 0.4
_SPANS: Final = 3

Loads = NDArray[np.float64]


def loads(features: Features, known: NDArray[np.bool_], weights: NDArray[np.float32]) -> Loads:
    """Return how much each character of the stream speaks for its text's tag.

    Args:
        features: the features of a batch of texts.
        known: which of them the model knows.
        weights: what each of the known ones weighs for the tag.
    """
    starts, ends = features.starts[known], features.ends[known]
    shares = weights / (ends - starts)
    size = len(features.stream) + 1
    steps = np.bincount(starts, shares, size) - np.bincount(ends, shares, size)
    return np.asarray(np.cumsum(steps), dtype=np.float64)


def words(loaded: Loads, body: Tokens) -> tuple[Span, ...]:
    """Return the words of ``body`` on which the load lies; ``loaded`` is its own stretch."""
    if not body.places:
        return ()
    places = np.array(body.places)
    peaks = np.maximum.reduceat(loaded, places[:, 0])
    heaviest = float(peaks.max())
    if heaviest <= 0.0:
        return ()
    runs: list[tuple[int, int]] = []
    for token in np.flatnonzero(peaks >= _SHARE * heaviest).tolist():
        place, at, length = body.places[token]
        first, last = 0, length
        if wide(body.stream[place]):
            first, last = _stretch(loaded[place : place + length], _SHARE * heaviest)
        if last:
            runs.append((at + first, at + last))
    spans = [body.folded.origin(start, end) for start, end in _joined(runs)]
    return tuple(
        Span(by="model", start=start, end=end, words=body.folded.original[start:end])
        for start, end in spans[:_SPANS]
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
