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
from classifier.vocabulary import Vocabulary, slots

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
    weights = np.array([1.0] * len(examples) + [one.weight for one in taught])
    keys = _keys(features, weights)
    counted = Vocabulary(keys, np.ones(len(keys), dtype=np.float32)).vectors(features)
    matrix = csr_matrix(
        (counted.counts.astype(np.float64), (counted.rows, counted.columns)),
        shape=(len(examples) + len(taught), len(keys)),
    )
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


def _keys(features: Features, weights: Numbers) -> NDArray[np.uint64]:
    """Return the features worth knowing; of two in one slot the one of more weight."""
    pairs = np.unique(np.stack([features.keys, features.rows.astype(np.uint64)], axis=1), axis=0)
    keys, places = np.unique(pairs[:, 0], return_inverse=True)
    weight = np.bincount(places, weights[pairs[:, 1].astype(np.int64)])
    keys, weight = keys[weight > WEIGHT_A_FEATURE], weight[weight > WEIGHT_A_FEATURE]
    order = np.lexsort((keys, -weight))
    _, firsts = np.unique(slots(keys[order]), return_index=True)
    return np.sort(keys[order][firsts])
