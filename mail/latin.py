"""Latin: the language that a text in Latin script is written in, by its letters alone.

A naive Bayes model over runs of letters, which an automaton counts in one pass: py3langid's, of
the fifteen languages we read and the signs of Latin script alone (``mail.condensing``). That is a
tenth of its numbers, and its answers to the last digit. What is not in this script has no meaning.
Pure; nothing fails but ``open_latin`` where the installation lacks the file.
"""

import math
from array import array
from collections import Counter
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file

FILE: Final = Path(__file__).with_name("latin.safetensors")

#: The languages, in the order of the columns of the model.
LANGUAGES: Final = (
    "cs",
    "da",
    "de",
    "en",
    "es",
    "fi",
    "fr",
    "it",
    "nl",
    "no",
    "pl",
    "pt",
    "sv",
    "tr",
    "vi",
)

#: The bytes of words in Latin script, lower case, in UTF-8: a blank first, then signs of ASCII and
#: all that letters up to U+024F and from U+1E00 to U+1EFF are made of.
SIGNS: Final = bytes(
    [*b" '_0123456789abcdefghijklmnopqrstuvwxyz", *range(0x80, 0xC0), *range(0xC2, 0xCA), 0xE1]
)
_COLUMNS: Final = bytes(max(0, SIGNS.find(byte)) for byte in range(256))


class Latin:
    """The model.

    Args:
        moves: by row and sign, the state that follows.
        rows: by state, its row.
        features: by state, the run of letters that ends there, -1 for none.
        weights: by run and language, the logarithm of how probable it is.
        priors: by language.
    """

    __slots__ = ("_features", "_moves", "_priors", "_rows", "_weights")

    def __init__(
        self,
        *,
        moves: NDArray[np.uint16],
        rows: NDArray[np.uint16],
        features: NDArray[np.int32],
        weights: NDArray[np.float16],
        priors: NDArray[np.float32],
    ) -> None:
        # One number at a time is read from these, which is slow from numpy.
        self._moves = _numbers("H", moves)
        self._rows = _numbers("I", rows.astype(np.uint32) * len(SIGNS))
        self._features = _numbers("i", features)
        self._weights = weights
        self._priors = priors

    def guess(self, text: str) -> tuple[str, float]:
        """Return the likeliest language of ``text``, in lower case, and how probable it is."""
        signs = text.encode().translate(_COLUMNS)
        counts = self._count(signs)
        if counts:
            runs = np.fromiter(counts.keys(), dtype=np.intp, count=len(counts))
            often = np.fromiter(counts.values(), dtype=np.float32, count=len(counts))
            scores = np.log1p(often) @ self._weights[runs] + self._priors
        else:
            scores = np.zeros(len(LANGUAGES), dtype=np.float32)
        # By the root of its length, so that a long text is not surer than it may be.
        scores *= 1.0 / math.sqrt(len(signs) or 1)
        np.exp(scores - scores.max(), out=scores)
        scores /= scores.sum()
        best = int(scores.argmax())
        return LANGUAGES[best], float(scores[best])

    def _count(self, signs: bytes) -> Counter[int]:
        moves, rows, features = self._moves, self._rows, self._features
        state, runs = 0, []
        for sign in signs:
            state = moves[rows[state] + sign]
            run = features[state]
            if run >= 0:
                runs.append(run)
        return Counter(runs)


def _numbers(code: str, numbers: NDArray[Any]) -> "array[int]":
    read = array(code)
    read.frombytes(numbers.view(np.uint8).data)
    return read


def open_latin() -> Latin:
    """Return the model that is installed."""
    arrays: dict[str, NDArray[Any]] = load_file(FILE)
    return Latin(**arrays)
