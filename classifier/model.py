"""The trained model at run time: numpy alone, a batch at a time.

For every tag and level of priority a linear model over words, characters and concepts gives a
decision value; a second layer weighs these values against what the rulebooks said and gives
calibrated probabilities: that a tag is the main one, that the letter bears it, and how high it
stands. Letters of a language it was not trained
on get no answer: silence is honest, a guess is not. Equal to scikit-learn within 1e-4, which a
test holds. ``load_model`` raises ``ModelFault``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cases.labels import ALONE, FOREMOST, UNANSWERED
from cases.values import Span
from classifier.cache import Cache
from classifier.carriers import Bodies
from classifier.courtesies import gather, read_courtesies
from classifier.features import Features, Positions, Tokens, extract, tokenise
from classifier.folding import Folded
from classifier.hearing import Testimony
from classifier.lexicon import Lexicon
from classifier.modelfile import ModelFault, ModelFile, read_modelfile
from classifier.ordering import ordered
from classifier.vocabulary import Vectors, Vocabulary
from classifier.weighing import Numbers, Weighing

__all__ = ["Model", "ModelFault", "Opinion", "Score", "load_model"]

#: So many texts are judged at once; more only costs memory.
_CHUNK: Final = 64

#: The sum of all rows, in the order in which ``reduceat`` adds them.
_WHOLE: Final = np.zeros(1, dtype=np.intp)

#: Below this probability of its main tag an answer is unsure.
UNSURE: Final = 0.4

#: A tag that would come before the main one must be this probable: the order of the labels would
#: else turn a doubtful cause into the main tag.
AHEAD: Final = 0.75

#: How probable a tag that is not answered must be to silence a letter: below this it is likelier
#: that somebody waits for an answer.
SILENCING: Final = 0.5

Given = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A tag that the model gives."""

    tag: str
    #: Calibrated probability that the letter bears it, 0 to 1.
    probability: float
    #: The words of the body that carried it most.
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What the model says of one text; no scores where it knows nothing."""

    #: The tags it gives, the likeliest main tag first.
    scores: tuple[Score, ...] = ()
    #: Calibrated probability that the first is the main one.
    main: float = 0.0
    #: The main tag is certain enough for its own wording.
    certain: bool = False
    #: Calibrated probability that it is urgent, at least high, and at least normal; empty where
    #: the model is silent.
    heights: tuple[float, ...] = ()


class Model:
    """A loaded model.

    Args:
        stored: its arrays and facts.
        cache: where its compiled words of concepts are kept.
    """

    def __init__(self, stored: ModelFile, cache: Cache | None = None) -> None:
        self.tags = tuple(stored.tags)
        self.languages = frozenset(stored.languages) | {"unknown"}
        self.lexicon = Lexicon(stored.lexicon, cache)
        self._courtesies = gather(read_courtesies())
        self._vocabulary = Vocabulary(stored.keys, stored.rarity)
        self._weights = stored.weights
        self._intercepts = stored.intercepts
        self._weighing = Weighing(stored.scales, stored.balances)
        self._lines = np.array([facts.line for facts in stored.tags.values()])
        self._sure = stored.sure
        self._alone = np.array([tag in ALONE for tag in self.tags])
        self._silent = np.array([tag in UNANSWERED for tag in self.tags])
        self._foremost = np.array([tag in FOREMOST for tag in self.tags])
        #: Of each main tag, the tags that would come before it.
        self._before = np.array(
            [[ordered((tag, main))[0] != main for tag in self.tags] for main in self.tags]
        )

    def score(
        self,
        texts: Sequence[tuple[Folded, Folded]],
        languages: Sequence[str],
        testimonies: Sequence[Testimony],
    ) -> list[Opinion]:
        """Return what the model says of each text.

        Args:
            texts: subject and body of each letter, folded.
            languages: the letters' languages, ISO 639-1 or "unknown".
            testimonies: what the rulebooks said of each letter.
        """
        opinions = [Opinion()] * len(texts)
        heard = [at for at, language in enumerate(languages) if language in self.languages]
        for begin in range(0, len(heard), _CHUNK):
            chunk = heard[begin : begin + _CHUNK]
            tokens = [self._tokens(texts[at], languages[at]) for at in chunk]
            told = np.stack([testimonies[at] for at in chunk])
            for at, opinion in zip(chunk, self._opinions(tokens, told), strict=True):
                opinions[at] = opinion
        return opinions

    def decisions(
        self, texts: Sequence[tuple[Folded, Folded]], languages: Sequence[str]
    ) -> Numbers:
        """Return what the words alone say: decision values of tags and heights, a row a text."""
        features = extract(list(map(self._tokens, texts, languages)))
        columns = self._vocabulary.columns(features.keys)
        return self._decide(self._vocabulary.vectors(features, columns), len(texts))

    def _tokens(self, text: tuple[Folded, Folded], language: str) -> tuple[Tokens, Tokens, Tokens]:
        """Return subject, body and concepts as tokens."""
        subject, body = text[0], self._courtesies.strip(text[1])
        return tokenise(subject), tokenise(body), self.lexicon.tell((subject, body), language)

    def _decide(self, vectors: Vectors, size: int) -> Numbers:
        decisions = np.tile(self._intercepts.astype(np.float64), (size, 1))
        ends = np.searchsorted(vectors.rows, np.arange(size + 1)).tolist()
        for row, (first, last) in enumerate(pairwise(ends)):
            if first < last:
                # A letter at a time stays in the processor's own memory.
                known = self._weights.take(vectors.columns[first:last], axis=0)
                known *= vectors.values[first:last, None]
                decisions[row] += np.add.reduceat(known, _WHOLE, axis=0)[0]
        return decisions

    def _opinions(
        self, tokens: Sequence[tuple[Tokens, Tokens, Tokens]], testimonies: NDArray[np.float32]
    ) -> list[Opinion]:
        features = extract(tokens)
        columns = self._vocabulary.columns(features.keys)
        vectors = self._vocabulary.vectors(features, columns)
        weighed = self._weighing.weigh(self._decide(vectors, len(tokens)), testimonies)
        filled = np.isin(np.arange(len(tokens)), vectors.rows)
        mains = self._mains(weighed.main)
        given = self._given(weighed.borne, mains) & filled[:, None]
        spans = self._spans(features, columns, tokens, given)
        return [
            Opinion(
                scores=tuple(
                    Score(
                        tag=self.tags[column],
                        probability=round(float(weighed.borne[row, column]), 4),
                        spans=spans[row, column],
                    )
                    for column in sorted(np.flatnonzero(given[row]).tolist(), key=mains[row].__ne__)
                ),
                main=round(float(weighed.main[row, mains[row]]), 4),
                certain=bool(weighed.main[row, mains[row]] >= self._sure),
                heights=tuple(np.round(weighed.reached[row], 4).tolist()),
            )
            if filled[row]
            else Opinion()
            for row in range(len(tokens))
        ]

    def _mains(self, main: Numbers) -> NDArray[np.int64]:
        """Return the main tag of each text: the likeliest that may be believed.

        A letter of thanks or spam gets no answer, and a buyer who hears nothing is worse off than
        one who is thanked for thanks: these two must be certain.
        """
        likeliest = main.argmax(axis=1)
        believed = main.max(axis=1) >= SILENCING
        spoken = np.where(self._silent, -1.0, main).argmax(axis=1)
        chosen: NDArray[np.int64] = np.where(self._silent[likeliest] & ~believed, spoken, likeliest)
        return chosen

    def _given(self, borne: Numbers, mains: NDArray[np.int64]) -> Given:
        """Say which tags each text is given: its main one, and what is probable beside it."""
        lines = np.where(
            self._before[mains] & ~self._foremost, np.maximum(self._lines, AHEAD), self._lines
        )
        given: Given = (borne >= lines) & ~self._alone & ~self._alone[mains][:, None]
        given[np.arange(len(mains)), mains] = True
        return given

    def _spans(
        self,
        features: Features,
        columns: Positions,
        tokens: Sequence[tuple[Tokens, Tokens, Tokens]],
        given: NDArray[np.bool_],
    ) -> dict[tuple[int, int], tuple[Span, ...]]:
        """Return, for each tag given, the words of the body that carried it.

        The first tag of every text is worked out in one go, then the second of those that have one.
        """
        known = columns >= 0
        columns, rows = columns[known], features.rows[known]
        starts, ends = features.starts[known], features.ends[known]
        bodies = Bodies(features.stream, tokens)
        tags = [np.flatnonzero(row).tolist() for row in given]
        spans: dict[tuple[int, int], tuple[Span, ...]] = {}
        for turn in range(max(map(len, tags), default=0)):
            asked = {row: one[turn] for row, one in enumerate(tags) if turn < len(one)}
            tag_of = np.full(len(tags), -1)
            tag_of[list(asked)] = list(asked.values())
            heard = np.flatnonzero(tag_of[rows] >= 0)
            told = columns[heard]
            weights = self._vocabulary.rarity[told] * self._weights[told, tag_of[rows[heard]]]
            carried = bodies.carriers(starts[heard], ends[heard], weights)
            spans.update(((row, tag), carried.get(row, ())) for row, tag in asked.items())
        return spans


def load_model(folder: Path, cache: Cache | None = None) -> Model:
    """Return the model in ``folder``, whose compiled words of concepts are kept in ``cache``.

    Raises:
        OutdatedModel: another version of triaged wrote it.
        ModelFault: the folder holds no whole, unaltered model.
    """
    return Model(read_modelfile(folder), cache)
