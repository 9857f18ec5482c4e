"""Training, in a process of its own: ``python -m classifier.train --corpus DIR --out DIR``.

For every tag one linear model is fitted on the features of all letters and of what the rulebooks
teach. Its probability is calibrated, and its thresholds are chosen, on scores that each letter got
from a model that had seen no letter of its situation. The result is exported as arrays and JSON
beside a card. The same letters and rulebooks give the same bytes. Fails with ``CorpusFault`` or
``RulebookFault``. scikit-learn is imported here and in ``evaluate`` alone.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from rich.progress import Progress
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.svm import LinearSVC

from cases.labels import TAGS
from classifier.card import write_card
from classifier.corpus import Example, read_corpus
from classifier.features import Features, extract, tokenise
from classifier.folding import fold
from classifier.fragments import Fragment, fragments
from classifier.modelfile import ModelFile, TagFacts, write_modelfile
from classifier.rulefile import read_rulefile
from classifier.thresholds import choose
from classifier.vocabulary import Vocabulary, slots

#: The texts of a feature must weigh more than one letter together, so that none is known from one
#: letter alone; a tag must be given to so many letters.
WEIGHT_A_FEATURE: Final = 1.0
LETTERS_A_TAG: Final = 8

#: How freely the weights may grow; docs/decisions/model.md says why.
FREEDOM: Final = 1.0

#: Where fitting stops; ten times finer changes no probability by more than 0.001.
TOLERANCE: Final = 0.01

_FOLDS: Final = 5

Advance = Callable[[], None]
Truth = NDArray[np.bool_]
Numbers = NDArray[np.float64]


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


def fit(
    examples: Sequence[Example],
    taught: Sequence[Fragment] = (),
    advance: Advance = lambda: None,
) -> ModelFile:
    """Return the model that letters and fragments teach.

    Args:
        examples: the training letters.
        taught: what the rulebooks add.
        advance: called once for each tag, for a progress bar.
    """
    lessons = prepare(examples, taught)
    tags: dict[str, TagFacts] = {}
    learned: list[LinearSVC] = []
    for tag in TAGS:
        truth = lessons.truth(tag)
        if truth[: len(examples)].sum() >= LETTERS_A_TAG:
            tags[tag] = _facts(lessons, truth)
            learned.append(machine().fit(lessons.matrix, truth, sample_weight=lessons.weights))
        advance()
    return ModelFile(
        languages=tuple(
            sorted({one.language for one in examples} | {one.language for one in taught})
        ),
        tags=tags,
        keys=lessons.keys,
        rarity=lessons.rarity,
        weights=np.stack([one.coef_[0] for one in learned], axis=1).astype(np.float32),
        intercepts=np.array([one.intercept_[0] for one in learned], dtype=np.float32),
    )


def prepare(examples: Sequence[Example], taught: Sequence[Fragment] = ()) -> Lessons:
    """Return letters and fragments as weighted rows of features."""
    features = extract(
        [
            *((tokenise(fold(one.subject)), tokenise(fold(one.text))) for one in examples),
            *((tokenise(fold(one.text)),) for one in taught),
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


def machine() -> LinearSVC:
    """Return the untrained model of one tag."""
    return LinearSVC(C=FREEDOM, tol=TOLERANCE, class_weight="balanced", random_state=0)


def _keys(features: Features, weights: Numbers) -> NDArray[np.uint64]:
    """Return the features worth knowing; of two in one slot the one of more weight."""
    pairs = np.unique(np.stack([features.keys, features.rows.astype(np.uint64)], axis=1), axis=0)
    keys, places = np.unique(pairs[:, 0], return_inverse=True)
    weight = np.bincount(places, weights[pairs[:, 1].astype(np.int64)])
    keys, weight = keys[weight > WEIGHT_A_FEATURE], weight[weight > WEIGHT_A_FEATURE]
    order = np.lexsort((keys, -weight))
    _, firsts = np.unique(slots(keys[order]), return_index=True)
    return np.sort(keys[order][firsts])


def _facts(lessons: Lessons, truth: Truth) -> TagFacts:
    unseen, letters = _unseen(lessons, truth), truth[: len(lessons.situations)]
    platt = LogisticRegression(C=100.0).fit(unseen[:, None], letters)
    slope, offset = float(platt.coef_[0, 0]), float(platt.intercept_[0])
    chosen = choose(1.0 / (1.0 + np.exp(-(unseen * slope + offset))), letters)
    return TagFacts(
        slope=slope,
        offset=offset,
        threshold=chosen.threshold,
        beside=chosen.beside,
        say_it=chosen.say_it,
    )


def _unseen(lessons: Lessons, truth: Truth) -> Numbers:
    """Return each letter's decision value from a model that saw no letter of its situation."""
    letters = len(lessons.situations)
    decisions: Numbers = np.zeros(letters)
    folds = GroupKFold(n_splits=min(_FOLDS, len(set(lessons.situations))))
    for seen, held in folds.split(lessons.matrix[:letters], groups=lessons.situations):
        rows = np.concatenate([seen, np.arange(letters, len(truth))])
        learned = machine().fit(
            lessons.matrix[rows], truth[rows], sample_weight=lessons.weights[rows]
        )
        decisions[held] = learned.decision_function(lessons.matrix[held])
    return decisions


def read_fragments(folder: Path) -> tuple[Fragment, ...]:
    """Return what the rulebooks in ``folder`` teach.

    Raises:
        RulebookFault: a file breaks the format.
    """
    return tuple(
        fragment
        for path in sorted(folder.glob("*.toml"))
        for fragment in fragments(read_rulefile(path.read_text(encoding="utf-8"), path.name))
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Train on a folder of letters and export the model."""
    parser = argparse.ArgumentParser(prog="python -m classifier.train", description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="folder of training letters")
    parser.add_argument("--rulebook", type=Path, help="folder of rulebooks to learn from as well")
    parser.add_argument("--out", type=Path, required=True, help="folder the model is written to")
    options: Any = parser.parse_args(arguments)
    examples = read_corpus(options.corpus)
    taught = read_fragments(options.rulebook) if options.rulebook else ()
    with Progress(transient=True) as progress:
        task = progress.add_task("training", total=len(TAGS))
        model = fit(examples, taught, lambda: progress.advance(task))
    write_modelfile(options.out, model)
    write_card(options.out, model, examples, len(taught))
    counts = Counter(one.language for one in examples)
    read = ", ".join(f"{language} {count}" for language, count in sorted(counts.items()))
    print(f"{len(model.tags)} tags from {len(examples)} letters ({read})")  # noqa: T201 - a command


if __name__ == "__main__":
    main()
