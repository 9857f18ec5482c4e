"""Training, in a process of its own: ``python -m classifier.train --corpus DIR --out DIR``.

For every tag one logistic regression is fitted on the features of all letters. Its probability is
calibrated, and its thresholds chosen, on scores that each letter got from a model that had seen no
letter of its situation. The result is exported as arrays and JSON beside a card. The same letters
give the same bytes. Fails with ``CorpusFault`` where the letters break the format. scikit-learn is
imported here and in ``evaluate`` alone.
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

from cases.labels import TAGS
from classifier.card import write_card
from classifier.corpus import Example, read_corpus
from classifier.features import Features, extract, tokenise
from classifier.modelfile import ModelFile, TagFacts, write_modelfile
from classifier.thresholds import choose
from classifier.vocabulary import Vocabulary, slots

#: A feature must stand in so many letters, a tag must be given to so many.
LETTERS_A_FEATURE: Final = 2
LETTERS_A_TAG: Final = 8

#: How freely the weights may grow; the table that chose it is in docs/decisions/model.md.
FREEDOM: Final = 30.0

_FOLDS: Final = 5

Advance = Callable[[], None]
Truth = NDArray[np.bool_]
Decisions = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """One tag's model as scikit-learn left it."""

    regression: LogisticRegression
    facts: TagFacts


def fit(examples: Sequence[Example], advance: Advance = lambda: None) -> ModelFile:
    """Return the model that ``examples`` teach.

    Args:
        examples: the training letters.
        advance: called once for each tag, for a progress bar.
    """
    features = extract([(tokenise(one.subject), tokenise(one.text)) for one in examples])
    keys = _keys(features)
    matrix, rarity = weigh(features, keys, len(examples))
    groups = [one.situation for one in examples]
    fitted: dict[str, Fitted] = {}
    for tag in TAGS:
        truth = np.array([tag in one.tags for one in examples])
        if truth.sum() >= LETTERS_A_TAG:
            fitted[tag] = _fit_tag(matrix, truth, groups)
        advance()
    regressions = [one.regression for one in fitted.values()]
    return ModelFile(
        languages=tuple(sorted({one.language for one in examples})),
        tags={tag: one.facts for tag, one in fitted.items()},
        keys=keys,
        rarity=rarity,
        weights=np.stack([one.coef_[0] for one in regressions], axis=1).astype(np.float32),
        intercepts=np.array([one.intercept_[0] for one in regressions], dtype=np.float32),
    )


def weigh(
    features: Features, keys: NDArray[np.uint64], letters: int
) -> tuple[csr_matrix, NDArray[np.float32]]:
    """Return the letters as scikit-learn's TF-IDF rows, and the rarity it found of each key."""
    counted = Vocabulary(keys, np.ones(len(keys), dtype=np.float32)).vectors(features)
    matrix = csr_matrix(
        (counted.counts.astype(np.float64), (counted.rows, counted.columns)),
        shape=(letters, len(keys)),
    )
    transformer = TfidfTransformer(sublinear_tf=True)
    return transformer.fit_transform(matrix), transformer.idf_.astype(np.float32)


def regression() -> LogisticRegression:
    """Return the untrained model of one tag."""
    return LogisticRegression(C=FREEDOM, class_weight="balanced", max_iter=500)


def _keys(features: Features) -> NDArray[np.uint64]:
    """Return the features worth knowing; of two in one slot the more frequent."""
    pairs = np.unique(np.stack([features.keys, features.rows.astype(np.uint64)], axis=1), axis=0)
    keys, letters = np.unique(pairs[:, 0], return_counts=True)
    frequent = letters >= LETTERS_A_FEATURE
    keys, letters = keys[frequent], letters[frequent]
    order = np.lexsort((keys, -letters))
    _, firsts = np.unique(slots(keys[order]), return_index=True)
    return np.sort(keys[order][firsts])


def _fit_tag(matrix: csr_matrix, truth: Truth, groups: Sequence[str]) -> Fitted:
    unseen = _unseen(matrix, truth, groups)
    platt = LogisticRegression(C=100.0).fit(unseen[:, None], truth)
    slope, offset = float(platt.coef_[0, 0]), float(platt.intercept_[0])
    probabilities = 1.0 / (1.0 + np.exp(-(unseen * slope + offset)))
    chosen = choose(probabilities, truth)
    return Fitted(
        regression=regression().fit(matrix, truth),
        facts=TagFacts(
            slope=slope, offset=offset, threshold=chosen.threshold, say_it=chosen.say_it
        ),
    )


def _unseen(matrix: csr_matrix, truth: Truth, groups: Sequence[str]) -> Decisions:
    """Return each letter's decision value from a model that saw no letter of its situation."""
    decisions: Decisions = np.zeros(len(truth))
    folds = GroupKFold(n_splits=min(_FOLDS, len(set(groups))))
    for seen, held in folds.split(matrix, truth, groups):
        if truth[seen].any():
            learned = regression().fit(matrix[seen], truth[seen])
            decisions[held] = learned.decision_function(matrix[held])
    return decisions


def main(arguments: Sequence[str] | None = None) -> None:
    """Train on a folder of letters and export the model."""
    parser = argparse.ArgumentParser(prog="python -m classifier.train", description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="folder of training letters")
    parser.add_argument("--out", type=Path, required=True, help="folder the model is written to")
    options: Any = parser.parse_args(arguments)
    examples = read_corpus(options.corpus)
    with Progress(transient=True) as progress:
        task = progress.add_task("training", total=len(TAGS))
        model = fit(examples, lambda: progress.advance(task))
    write_modelfile(options.out, model)
    write_card(options.out, model, examples)
    counts = Counter(one.language for one in examples)
    read = ", ".join(f"{language} {count}" for language, count in sorted(counts.items()))
    print(f"{len(model.tags)} tags from {len(examples)} letters ({read})")  # noqa: T201 - a command


if __name__ == "__main__":
    main()
