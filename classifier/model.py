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
from classifier.features import Features, Tokens, extract, tokenise
from classifier.folding import wide
from classifier.modelfile import ModelFault, ModelFile, read_modelfile
from classifier.vocabulary import Vectors, Vocabulary

__all__ = ["Model", "ModelFault", "Opinion", "Score", "load_model"]

#: So many texts are judged at once; more only costs memory.
_CHUNK: Final = 64

#: Words that carry at least this share of what the heaviest character carries are shown.
_SHOWN: Final = 0.4
_SPANS: Final = 3

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

    def score(self, texts: Sequence[tuple[str, str]], languages: Sequence[str]) -> list[Opinion]:
        """Return what the model says of each text.

        Args:
            texts: subject and body of each letter.
            languages: the letters' languages, ISO 639-1 or "unknown".
        """
        opinions = [Opinion()] * len(texts)
        heard = [at for at, language in enumerate(languages) if language in self.languages]
        for begin in range(0, len(heard), _CHUNK):
            chunk = heard[begin : begin + _CHUNK]
            tokens = [(tokenise(texts[at][0]), tokenise(texts[at][1])) for at in chunk]
            features = extract(tokens)
            vectors = self._vocabulary.vectors(features)
            judged = self._judge(vectors, len(chunk))
            for row, at in enumerate(chunk):
                if np.any(vectors.rows == row):
                    opinions[at] = self._opinion(judged[row], tokens[row])
        return opinions

    def probabilities(self, texts: Sequence[tuple[str, str]]) -> Probabilities:
        """Return the calibrated probability of every tag, a row a text, whatever the threshold."""
        tokens = [(tokenise(subject), tokenise(body)) for subject, body in texts]
        return self._judge(self._vocabulary.vectors(extract(tokens)), len(texts))

    def _judge(self, vectors: Vectors, size: int) -> Probabilities:
        decisions = np.tile(self._intercepts.astype(np.float64), (size, 1))
        filled, firsts = np.unique(vectors.rows, return_index=True)
        if len(filled):
            parts = vectors.values[:, None] * self._weights[vectors.columns]
            decisions[filled] += np.add.reduceat(parts, firsts, axis=0)
        odds = decisions * self._slopes + self._offsets
        judged: Probabilities = 1.0 / (1.0 + np.exp(-odds))
        return judged

    def _opinion(self, judged: Probabilities, tokens: tuple[Tokens, Tokens]) -> Opinion:
        likeliest = int(np.argmax(judged))
        return Opinion(
            scores=tuple(
                Score(
                    tag=tag,
                    probability=round(float(judged[column]), 4),
                    certain=bool(judged[column] >= facts.say_it),
                    spans=self._carried(tokens, column),
                )
                for column, (tag, facts) in enumerate(zip(self.tags, self._facts, strict=True))
                if judged[column] >= (facts.threshold if column == likeliest else facts.beside)
            ),
            doubted=frozenset(
                tag
                for tag, probability in zip(self.tags, judged, strict=True)
                if probability < DOUBT
            ),
        )

    def _carried(self, tokens: tuple[Tokens, Tokens], column: int) -> tuple[Span, ...]:
        """Return the words of the body that carried the tag in ``column``."""
        features = extract([tokens])
        weight = self._weight_of_characters(features, column)
        body = tokens[1]
        behind = len(tokens[0].stream)
        heaviest = weight[behind:].max(initial=0.0)
        if heaviest <= 0.0:
            return ()
        runs: list[tuple[int, int]] = []
        for place, at, length in body.places:
            part = weight[behind + place : behind + place + length]
            shown = np.flatnonzero(part >= _SHOWN * heaviest)
            if not len(shown):
                continue
            first, last = int(shown[0]), int(shown[-1]) + 1
            if not wide(body.stream[place]):
                first, last = 0, length
            runs.append((at + first, at + last))
        spans = [body.folded.origin(start, end) for start, end in _joined(runs)]
        return tuple(
            Span(by="model", start=start, end=end, words=body.folded.original[start:end])
            for start, end in spans[:_SPANS]
        )

    def _weight_of_characters(self, features: Features, column: int) -> Probabilities:
        """Return how much each character of the stream speaks for the tag."""
        columns = self._vocabulary.columns(features.keys)
        known = columns >= 0
        starts, ends = features.starts[known], features.ends[known]
        carried = self._vocabulary.rarity[columns[known]] * self._weights[columns[known], column]
        share = carried / (ends - starts)
        size = len(features.stream) + 1
        steps = np.bincount(starts, share, size) - np.bincount(ends, share, size)
        weight: Probabilities = np.cumsum(steps)
        return weight


def load_model(folder: Path) -> Model:
    """Return the model in ``folder``.

    Raises:
        ModelFault: the folder holds no whole, unaltered model of this format.
    """
    return Model(read_modelfile(folder))


def _joined(runs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the runs with neighbours made one."""
    joined: list[tuple[int, int]] = []
    for start, end in runs:
        if joined and start - joined[-1][1] <= 1:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined
