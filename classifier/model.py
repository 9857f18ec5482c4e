"""The trained model at run time: numpy alone, a batch at a time.

For every tag a linear model over word and character n-grams gives a decision value, Platt's two
numbers turn it into a calibrated probability, and below the tag's threshold the model says
nothing. Tags it finds improbable are named too, because they speak against a rule. Letters of a
language it was not trained on get no answer: silence is honest, a guess is not. Equal to
scikit-learn within 1e-4, which a test holds. ``load_model`` raises ``ModelFault``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cases.values import Span
from classifier.carriers import loads, words
from classifier.features import Features, Tokens, extract, tokenise
from classifier.folding import Folded
from classifier.modelfile import ModelFault, ModelFile, read_modelfile
from classifier.vocabulary import Vectors, Vocabulary

__all__ = ["Model", "ModelFault", "Opinion", "Score", "load_model"]

#: So many texts are judged at once; more only costs memory.
_CHUNK: Final = 64

#: Below this probability a tag is doubted.
DOUBT: Final = 0.2

Probabilities = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A tag for which the model speaks: its probability reaches the tag's threshold."""

    tag: str
    #: Calibrated probability, 0 to 1.
    probability: float
    #: True at or above the tag's higher threshold, from which its own wording may be used.
    certain: bool
    #: The words of the body that carried it most.
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What the model says of one text; nothing where it knows nothing."""

    #: The tags it gives.
    scores: tuple[Score, ...] = ()
    #: The tags it finds improbable.
    doubted: frozenset[str] = frozenset()


class Model:
    """A loaded model.

    Args:
        stored: its arrays and facts.
    """

    def __init__(self, stored: ModelFile) -> None:
        self.tags = tuple(stored.tags)
        self.languages = frozenset(stored.languages) | {"unknown"}
        self._facts = tuple(stored.tags.values())
        self._vocabulary = Vocabulary(stored.keys, stored.rarity)
        self._weights = stored.weights
        self._intercepts = stored.intercepts
        self._slopes = np.array([facts.slope for facts in self._facts])
        self._offsets = np.array([facts.offset for facts in self._facts])
        self._thresholds = np.array([facts.threshold for facts in self._facts])
        self._besides = np.array([facts.beside for facts in self._facts])

    def score(
        self, texts: Sequence[tuple[Folded, Folded]], languages: Sequence[str]
    ) -> list[Opinion]:
        """Return what the model says of each text.

        Args:
            texts: subject and body of each letter, folded.
            languages: the letters' languages, ISO 639-1 or "unknown".
        """
        opinions = [Opinion()] * len(texts)
        heard = [at for at, language in enumerate(languages) if language in self.languages]
        for begin in range(0, len(heard), _CHUNK):
            chunk = heard[begin : begin + _CHUNK]
            tokens = [(tokenise(texts[at][0]), tokenise(texts[at][1])) for at in chunk]
            for at, opinion in zip(chunk, self._opinions(tokens), strict=True):
                opinions[at] = opinion
        return opinions

    def probabilities(self, texts: Sequence[tuple[Folded, Folded]]) -> Probabilities:
        """Return the calibrated probability of every tag, a row a text, whatever the threshold."""
        features = extract([(tokenise(subject), tokenise(body)) for subject, body in texts])
        return self._judge(self._vocabulary.vectors(features), len(texts))

    def _judge(self, vectors: Vectors, size: int) -> Probabilities:
        decisions = np.tile(self._intercepts.astype(np.float64), (size, 1))
        filled, firsts = np.unique(vectors.rows, return_index=True)
        if len(filled):
            parts = vectors.values[:, None] * self._weights[vectors.columns]
            decisions[filled] += np.add.reduceat(parts, firsts, axis=0)
        odds = decisions * self._slopes + self._offsets
        judged: Probabilities = 1.0 / (1.0 + np.exp(-odds))
        return judged

    def _opinions(self, tokens: Sequence[tuple[Tokens, Tokens]]) -> list[Opinion]:
        features = extract(tokens)
        vectors = self._vocabulary.vectors(features)
        judged = self._judge(vectors, len(tokens))
        filled = np.isin(np.arange(len(tokens)), vectors.rows)
        given = self._given(judged) & filled[:, None]
        spans = self._spans(features, tokens, given)
        opinions = []
        for row, probabilities in enumerate(judged.tolist()):
            scores = tuple(
                Score(
                    tag=self.tags[column],
                    probability=round(probabilities[column], 4),
                    certain=probabilities[column] >= self._facts[column].say_it,
                    spans=spans[row, column],
                )
                for column in np.flatnonzero(given[row]).tolist()
            )
            doubted = {
                tag
                for tag, probability in zip(self.tags, probabilities, strict=True)
                if filled[row] and probability < DOUBT
            }
            opinions.append(Opinion(scores=scores, doubted=frozenset(doubted)))
        return opinions

    def _given(self, judged: Probabilities) -> NDArray[np.bool_]:
        """Say which tags each text is given: its likeliest has the lower line to cross."""
        likeliest = np.zeros(judged.shape, dtype=np.bool_)
        likeliest[np.arange(len(judged)), judged.argmax(axis=1)] = True
        given: NDArray[np.bool_] = judged >= np.where(likeliest, self._thresholds, self._besides)
        return given

    def _spans(
        self,
        features: Features,
        tokens: Sequence[tuple[Tokens, Tokens]],
        given: NDArray[np.bool_],
    ) -> dict[tuple[int, int], tuple[Span, ...]]:
        """Return, for each tag given, the words of the body that carried it.

        The first tag of every text is worked out in one go, then the second of those that have one.
        """
        columns = self._vocabulary.columns(features.keys)
        known = columns >= 0
        columns, rows = columns[known], features.rows[known]
        bodies = np.cumsum([len(part.stream) for text in tokens for part in text])
        tags = [np.flatnonzero(row).tolist() for row in given]
        spans: dict[tuple[int, int], tuple[Span, ...]] = {}
        for turn in range(max(map(len, tags), default=0)):
            asked = np.array([row[turn] if turn < len(row) else 0 for row in tags])
            weights = self._vocabulary.rarity[columns] * self._weights[columns, asked[rows]]
            loaded = loads(features, known, weights)
            for row, (_, body) in enumerate(tokens):
                if turn < len(tags[row]):
                    end = int(bodies[2 * row + 1])
                    part = loaded[end - len(body.stream) : end]
                    spans[row, tags[row][turn]] = words(part, body)
        return spans


def load_model(folder: Path) -> Model:
    """Return the model in ``folder``.

    Raises:
        ModelFault: the folder holds no whole, unaltered model of this format.
    """
    return Model(read_modelfile(folder))
