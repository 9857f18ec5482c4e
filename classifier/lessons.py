"""Lessons: letters and what rulebooks teach, as weighted rows for scikit-learn.

Cutting tens of thousands of texts into features takes as long as fitting models to them, so each
language is counted by itself, side by side (``classifier.cores``), and the counts are joined.
What comes out does not depend on how many cores there are. Pure.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, vstack
from sklearn.feature_extraction.text import TfidfTransformer

from cases.labels import Priority
from classifier.cores import spread
from classifier.corpus import Example
from classifier.features import Hashes, Positions, extract, tokenise
from classifier.folding import fold
from classifier.fragments import Fragment
from classifier.lexicon import Lexicon, Words
from classifier.priority import LEVELS
from classifier.thresholds import Numbers, Truth
from classifier.vocabulary import slots

#: The texts of a feature must weigh more than one letter together, so that none is known from one
#: letter alone.
WEIGHT_A_FEATURE: Final = 1.0

#: So many texts are cut into features at once; more only costs memory.
_CHUNK: Final = 1000

#: The parts of a text, folded on its way: subject and body, or a fragment.
_Parts = tuple[str, ...]


class _Counted(NamedTuple):
    """The features of some texts."""

    #: Their hashes, rising.
    keys: Hashes
    #: How often each stands in each text: one row a text, one column a key.
    counts: csr_matrix


@dataclass(frozen=True, slots=True, kw_only=True)
class Lessons:
    """Everything there is to learn from, as scikit-learn takes it; letters stand first."""

    matrix: csr_matrix
    weights: Numbers
    #: The tags of each row.
    tags: tuple[frozenset[str], ...]
    #: The level of priority of each row; that of its tag where a fragment bears none.
    levels: tuple[int, ...]
    #: The language of each row, ISO 639-1.
    languages: tuple[str, ...]
    #: The situation of each letter.
    situations: tuple[str, ...]
    keys: NDArray[np.uint64]
    rarity: NDArray[np.float32]

    def truth(self, tag: str) -> Truth:
        """Say of each row whether it bears ``tag``."""
        return np.array([tag in tags for tags in self.tags])

    def reaches(self, height: Priority) -> Truth:
        """Say of each row whether it stands at least as high as ``height``."""
        return np.array([level <= height.level for level in self.levels])


def prepare(
    examples: Sequence[Example], taught: Sequence[Fragment] = (), lexicon: Lexicon | None = None
) -> Lessons:
    """Return letters and fragments as weighted rows of features."""
    words = lexicon.words if lexicon else {}
    parts: list[_Parts] = [
        *((one.subject, one.text) for one in examples),
        *((one.text,) for one in taught),
    ]
    spoken = [one.language for one in examples] + [one.language for one in taught]
    weights = np.array([one.weight for one in examples] + [one.weight for one in taught])
    letters = {one.id: at for at, one in enumerate(examples)}
    owners = [letters[one.id] for one in examples]
    owners += range(len(examples), len(weights))
    keys, matrix = _known(*_count_all(parts, spoken, words), weights, np.array(owners))
    transformer = TfidfTransformer(sublinear_tf=True)
    return Lessons(
        matrix=transformer.fit_transform(matrix),
        weights=weights,
        tags=(
            *(frozenset(one.tags) for one in examples),
            *(frozenset((one.tag,)) for one in taught),
        ),
        levels=(
            *(one.priority.level for one in examples),
            *(LEVELS[one.tag].level for one in taught),
        ),
        languages=tuple(spoken),
        situations=tuple(one.situation for one in examples),
        keys=keys,
        rarity=transformer.idf_.astype(np.float32),
    )


def _count_all(parts: Sequence[_Parts], spoken: Sequence[str], words: Words) -> _Counted:
    """Return the features of all texts, each language counted by itself."""
    rows: dict[str, list[int]] = {}
    for row, language in enumerate(spoken):
        rows.setdefault(language, []).append(row)
    # The largest first, so that no core waits for another at the end.
    languages = sorted(rows, key=lambda language: (-len(rows[language]), language))
    tasks = [([parts[row] for row in rows[one]], one, words) for one in languages]
    pieces = list(spread(_count, tasks, len(parts)))
    keys, places = _number(
        np.concatenate([piece.keys for piece in pieces] or [np.zeros(0, dtype=np.uint64)])
    )
    ends = np.cumsum([len(piece.keys) for piece in pieces])[:-1]
    for piece, columns in zip(pieces, np.split(places, ends), strict=False):
        piece.counts.resize(piece.counts.shape[0], max(1, len(keys)))
        piece.counts.indices = columns[piece.counts.indices].astype(np.int32)
    order = np.argsort([row for language in languages for row in rows[language]])
    counts = vstack([piece.counts for piece in pieces], format="csr")[order]
    counts.sort_indices()
    return _Counted(keys, counts)


def _count(texts: Sequence[_Parts], language: str, words: Words) -> _Counted:
    """Return the features of texts of one language."""
    lexicon = Lexicon(words)
    rows: list[Positions] = []
    found: list[Hashes] = []
    for begin in range(0, len(texts), _CHUNK):
        folded = [tuple(map(fold, parts)) for parts in texts[begin : begin + _CHUNK]]
        features = extract(
            [(*map(tokenise, parts), lexicon.tell(parts, language)) for parts in folded]
        )
        rows.append(features.rows + begin)
        found.append(features.keys)
    keys, places = _number(np.concatenate(found))
    width = max(1, len(keys))
    cells, counts = [], []
    ends = np.cumsum(list(map(len, found)))[:-1]
    for told, columns in zip(rows, np.split(places, ends), strict=True):
        # Texts follow each other, so what is sorted chunk by chunk is sorted.
        here, times = np.unique(told * width + columns, return_counts=True)
        cells.append(here)
        counts.append(times)
    where = np.divmod(np.concatenate(cells), width)
    values = np.concatenate(counts).astype(np.float32)
    return _Counted(keys, csr_matrix((values, where), shape=(len(texts), width)))


def _number(hashes: Hashes) -> tuple[Hashes, Positions]:
    """Return the hashes that occur, rising, and for each occurrence its place among them.

    A table of slots tells most places; sorting the occurrences with their places takes ten times
    as long.
    """
    if not len(hashes):
        return hashes, np.zeros(0, dtype=np.int64)
    risen = np.sort(hashes)
    known = risen[np.flatnonzero(np.append(True, risen[1:] != risen[:-1]))]
    mask = np.uint64(2 ** (4 * len(known)).bit_length() - 1)
    table = np.zeros(int(mask) + 1, dtype=np.int64)
    table[known & mask] = np.arange(len(known))
    places = table[hashes & mask]
    others = np.flatnonzero(known[places] != hashes)
    places[others] = np.searchsorted(known, hashes[others])
    return known, places


def _known(
    found: Hashes, counts: csr_matrix, weights: Numbers, owners: Positions
) -> tuple[Hashes, csr_matrix]:
    """Return the features worth knowing, and how often they stand in each text.

    A letter and what is told of it in other words (``owners``) count once, whatever it weighs. Of
    two features in one slot the one of more weight is known.
    """
    rows = len(owners)
    joined = csr_matrix((np.ones(rows), (owners, np.arange(rows))), shape=(rows, rows)) @ counts
    told = np.repeat(np.minimum(weights, 1.0), np.diff(joined.indptr))
    weight = np.bincount(joined.indices, told, len(found))
    worth = np.flatnonzero(weight > WEIGHT_A_FEATURE)
    order = worth[np.lexsort((found[worth], -weight[worth]))]
    _, firsts = np.unique(slots(found[order]), return_index=True)
    known = np.sort(order[firsts])
    return found[known], counts[:, known]
