"""Lessons: letters and what rulebooks teach, as weighted rows for scikit-learn. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfTransformer

from classifier.corpus import Example
from classifier.features import Features, extract, tokenise
from classifier.folding import fold
from classifier.fragments import Fragment
from classifier.lexicon import Lexicon
from classifier.thresholds import Numbers, Truth
from classifier.vocabulary import slots

#: A letter is learned from twice: as it was written, and dressed in courtesies.
WEIGHT_A_LETTER: Final = 0.5

#: The texts of a feature must weigh more than one letter together, so that none is known from one
#: letter alone.
WEIGHT_A_FEATURE: Final = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lessons:
    """Everything there is to learn from, as scikit-learn takes it; letters stand first."""

    matrix: csr_matrix
    weights: Numbers
    #: The tags of each row.
    tags: tuple[frozenset[str], ...]
    #: The situation of each letter.
    situations: tuple[str, ...]
    keys: NDArray[np.uint64]
    rarity: NDArray[np.float32]

    def truth(self, tag: str) -> Truth:
        """Say of each row whether it bears ``tag``."""
        return np.array([tag in tags for tags in self.tags])


def prepare(
    examples: Sequence[Example], taught: Sequence[Fragment] = (), lexicon: Lexicon | None = None
) -> Lessons:
    """Return letters and fragments as weighted rows of features."""
    told = lexicon or Lexicon({})
    letters = [((fold(one.subject), fold(one.text)), one.language) for one in examples]
    pieces = [((fold(one.text),), one.language) for one in taught]
    features = extract(
        [
            (*map(tokenise, texts), told.tell(texts, language))
            for texts, language in (*letters, *pieces)
        ]
    )
    weights = np.array([WEIGHT_A_LETTER] * len(examples) + [one.weight for one in taught])
    keys, matrix = _counted(features, weights)
    transformer = TfidfTransformer(sublinear_tf=True)
    return Lessons(
        matrix=transformer.fit_transform(matrix),
        weights=weights,
        tags=(
            *(frozenset(one.tags) for one in examples),
            *(frozenset((one.tag,)) for one in taught),
        ),
        situations=tuple(one.situation for one in examples),
        keys=keys,
        rarity=transformer.idf_.astype(np.float32),
    )


def _counted(features: Features, weights: Numbers) -> tuple[NDArray[np.uint64], csr_matrix]:
    """Return the features worth knowing, and how often they stand in each text.

    Of two features in one slot the one of more weight is known.
    """
    found, places = np.unique(features.keys, return_inverse=True)
    size = len(found)
    cells, counts = np.unique(features.rows * size + places, return_counts=True)
    rows, columns = np.divmod(cells, size) if size else (cells, cells)
    weight = np.bincount(columns, weights[rows], size)
    worth = np.flatnonzero(weight > WEIGHT_A_FEATURE)
    order = worth[np.lexsort((found[worth], -weight[worth]))]
    _, firsts = np.unique(slots(found[order]), return_index=True)
    known = np.sort(order[firsts])
    matrix = csr_matrix((counts.astype(np.float64), (rows, columns)), shape=(len(weights), size))
    return found[known], matrix[:, known]
