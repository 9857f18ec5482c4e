"""Features: word and character n-grams of a text, as hashes, for training and for judging alike.

One extractor serves both, so that the model sees in the daemon exactly what it was trained on. A
text becomes tokens; features are the token, a pair of neighbours, runs of 2 to 5 characters
inside a token and its two edges, single Chinese and Japanese signs, and concepts that meet in a
sentence: this carries word forms, typos and languages without blanks.
Hashes are 64-bit polynomials, computed for a whole batch with numpy; digits count as one digit.
Pure; any text gives features, an empty one none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

import numpy as np
from numpy.typing import NDArray

from classifier.folding import Folded

#: Part of every model file: a model of other features is not ours to use.
VERSION: Final = 4

#: Longer texts are judged by their beginning.
LONGEST: Final = 6000

#: Lengths of the character runs.
RUNS: Final = (2, 3, 4, 5)

#: The private characters in which concepts are told (``classifier.lexicon``); no token of a
#: letter holds one.
FIRST_CONCEPT: Final = 0xE000

_TOKEN: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+|[!?]+|[^\w\s.,;:()\"'\ue000-\uf8ff-]")
_DIGIT: Final = re.compile("[1-9]")

_BASE: Final = 0x9E3779B97F4A7C15
_INVERSE: Final = pow(_BASE, -1, 2**64)
_PAIR: Final = np.uint64(0xC2B2AE3D27D4EB4F)
_MIX: Final = (np.uint64(0xFF51AFD7ED558CCD), np.uint64(0xC4CEB9FE1A85EC53))
_SHIFT: Final = np.uint64(33)

#: The signs of Chinese and Japanese, those of concepts, and the kind they are hashed under.
_WIDE: Final = np.uint64(0x3041), np.uint64(0x9FFF)
_CONCEPTS: Final = np.uint64(FIRST_CONCEPT), np.uint64(0xF8FF)
_SIGN: Final = RUNS[-1] + 1

#: The kind of two concepts that meet in a sentence, and how many others may stand between them.
_MEETING: Final = _SIGN + 1
_BETWEEN: Final = 10

Hashes = NDArray[np.uint64]
Positions = NDArray[np.int64]
_Found = tuple[Hashes, Positions, Positions]


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """Every feature of a batch of texts, one entry an occurrence."""

    #: The text it stands in.
    rows: Positions
    #: Its hash.
    keys: Hashes
    #: The stretch of ``stream`` it covers, end exclusive.
    starts: Positions
    ends: Positions
    #: The tokens of all texts behind each other, each between two blanks.
    stream: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """One text cut into tokens."""

    #: The tokens, each between two blanks.
    stream: str
    #: Of each token its length; the first begins at 1 in ``stream``, the next two behind its end.
    lengths: Sequence[int]
    folded: Folded

    def starts(self, number: int) -> list[int]:
        """Return where each of the first ``number`` tokens begins in the folded text."""
        found = _TOKEN.finditer(self.folded.text, 0, LONGEST)
        return [one.start() for one in islice(found, number)]


def tokenise(folded: Folded) -> Tokens:
    """Return the tokens of a folded text."""
    words = _TOKEN.findall(folded.text, 0, LONGEST)
    stream = f" {'  '.join(words)} " if words else ""
    return Tokens(stream=_DIGIT.sub("0", stream), lengths=list(map(len, words)), folded=folded)


def extract(texts: Sequence[Sequence[Tokens]]) -> Features:
    """Return the features of texts, each given as its parts (subject, body)."""
    parts = [part for text in texts for part in text]
    stream = "".join([part.stream for part in parts])
    lengths = np.array(
        [length for part in parts for length in part.lengths],
        dtype=np.int64,
    )
    owners = np.repeat(
        np.arange(len(texts)), [sum(len(part.lengths) for part in text) for text in texts]
    )
    blocks = np.repeat(np.arange(len(lengths)), lengths + 2)
    firsts = np.cumsum(lengths + 2) - lengths - 1
    codes = np.frombuffer(stream.encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    found = [
        _words(codes, firsts, lengths),
        *_pairs(codes, firsts, lengths, owners),
        *_runs(codes, blocks),
        _signs(codes),
        *_meetings(codes, blocks),
    ]
    starts = np.concatenate([one[1] for one in found])
    return Features(
        rows=owners[blocks[starts]] if len(starts) else starts,
        keys=np.concatenate([one[0] for one in found]),
        starts=starts,
        ends=np.concatenate([one[2] for one in found]),
        stream=stream,
    )


def _words(codes: Hashes, firsts: Positions, lengths: Positions) -> _Found:
    return _mixed(_tokens(codes, firsts, lengths), 0), firsts, firsts + lengths


def _pairs(codes: Hashes, firsts: Positions, lengths: Positions, owners: Positions) -> list[_Found]:
    """Return the pairs of neighbours; subject and body touch, two letters never do."""
    tokens = _tokens(codes, firsts, lengths)
    same = owners[1:] == owners[:-1]
    joined = (tokens[:-1] * _PAIR + tokens[1:])[same]
    return [(_mixed(joined, 1), firsts[:-1][same], (firsts + lengths)[1:][same])]


def _runs(codes: Hashes, blocks: Positions) -> list[_Found]:
    """Return the character runs of each length, none across two tokens."""
    found = []
    hashes = codes.copy()
    power = 1
    for length in range(2, RUNS[-1] + 1):
        power = power * _BASE % 2**64
        hashes = hashes[:-1] + codes[length - 1 :] * np.uint64(power)
        starts = np.flatnonzero(blocks[: len(hashes)] == blocks[length - 1 :])
        if length in RUNS:
            found.append((_mixed(hashes[starts], length), starts, starts + length))
    return found


def _signs(codes: Hashes) -> _Found:
    """Return concepts, and the single signs of scripts without blanks, as often as not a word."""
    wide = (codes >= _WIDE[0]) & (codes <= _WIDE[1])
    starts = np.flatnonzero(wide | ((codes >= _CONCEPTS[0]) & (codes <= _CONCEPTS[1])))
    return _mixed(codes[starts], _SIGN), starts, starts + 1


def _meetings(codes: Hashes, blocks: Positions) -> list[_Found]:
    """Return the pairs of concepts that meet in a sentence but are no neighbours.

    Their order does not count: it is the language's, and seldom the matter's.
    """
    places = np.flatnonzero((codes >= _CONCEPTS[0]) & (codes <= _CONCEPTS[1]))
    found = []
    for step in range(2, min(_BETWEEN + 2, len(places))):
        starts, ends = places[:-step], places[step:]
        meet = (blocks[starts] == blocks[ends]) & (codes[starts] != codes[ends])
        starts, ends = starts[meet], ends[meet]
        lower = np.minimum(codes[starts], codes[ends])
        upper = np.maximum(codes[starts], codes[ends])
        found.append((_mixed(lower * _PAIR + upper, _MEETING), starts, ends + 1))
    return found


def _tokens(codes: Hashes, firsts: Positions, lengths: Positions) -> Hashes:
    """Return a hash of each token: the difference of two prefixes, moved to the origin."""
    powers, inverses = _powers(_BASE, len(codes) + 1), _powers(_INVERSE, len(codes) + 1)
    prefixes = np.zeros(len(codes) + 1, dtype=np.uint64)
    np.cumsum(codes * powers[:-1], out=prefixes[1:])
    hashes: Hashes = (prefixes[firsts + lengths] - prefixes[firsts]) * inverses[firsts]
    return hashes


def _powers(base: int, size: int) -> Hashes:
    powers = np.full(size, base, dtype=np.uint64)
    powers[0] = 1
    products: Hashes = np.cumprod(powers, dtype=np.uint64)
    return products


def _mixed(hashes: Hashes, kind: int) -> Hashes:
    """Return well-spread hashes; features of different kinds never share one on purpose."""
    mixed = hashes + np.uint64((kind + 1) * _BASE % 2**64)
    for factor in _MIX:
        mixed = (mixed ^ (mixed >> _SHIFT)) * factor
    return mixed ^ (mixed >> _SHIFT)
