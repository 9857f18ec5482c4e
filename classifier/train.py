"""Training, in a process of its own: ``python -m classifier.train --corpus DIR --out DIR``.

Each letter is learned from twice, as it is and in courtesies (``classifier.dressing``). For every
tag and level one linear model is fitted on the features of all letters and of what the rulebooks
teach. How far these models and the rules deserve belief is then learned (``classifier.layers``)
on the scores that each letter got from models that had seen no letter of its situation; thresholds
are chosen on scores got in the same way from the second layer. The result is exported as arrays and
JSON beside a card. The same letters and rulebooks give the same bytes. Fails with ``CorpusFault``
or ``RulebookFault``. scikit-learn is imported in ``machines``, ``layers``, ``lessons`` and
``evaluate`` alone.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from cases.doubts import HEIGHTS
from cases.labels import TAGS, WORDED
from classifier.card import write_card
from classifier.cores import deal, spread, undisturbed
from classifier.corpus import CorpusFault, Example, read_corpus
from classifier.dressing import dressed
from classifier.folding import fold
from classifier.fragments import Fragment
from classifier.hearing import COLUMNS, attest, audience, hear
from classifier.layers import learn_layers
from classifier.lessons import prepare
from classifier.lexicon import Lexicon, read_lexicon
from classifier.machines import FOLDS, GROUPS, learn, split
from classifier.modelfile import ModelFile, TagFacts, write_modelfile
from classifier.progress import show_progress
from classifier.replacement import try_folder
from classifier.rulefile import RulebookFault
from classifier.rules import Findings, Rulebook
from classifier.teaching import Teaching, read_teaching
from classifier.thresholds import line, sure
from classifier.weighing import Numbers

#: A tag must be given to so many letters.
LETTERS_A_TAG: Final = 8

#: Our own words of concepts.
LEXICON: Final = Path(__file__).parent / "concepts"

#: The steps of the progress: features, groups of word models, rulebooks asked, second layer.
STEPS: Final = GROUPS + 3

Advance = Callable[[], None]
Given = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trained:
    """A model, and how its like does on letters that it has not seen."""

    model: ModelFile
    #: Of each training letter the tags, main tag first, with their probabilities, as layers give
    #: them that had seen no letter of its situation.
    unseen: tuple[Mapping[str, float], ...]


def fit(
    examples: Sequence[Example],
    taught: Sequence[Fragment] = (),
    advance: Advance = lambda: None,
    *,
    rulebooks: Mapping[str, Rulebook] | None = None,
    lexicon: Lexicon | None = None,
) -> ModelFile:
    """Return the model that letters and rulebooks teach; the arguments are those of ``train``."""
    return train(examples, taught, advance, rulebooks=rulebooks, lexicon=lexicon).model


def train(
    examples: Sequence[Example],
    taught: Sequence[Fragment] = (),
    advance: Advance = lambda: None,
    *,
    rulebooks: Mapping[str, Rulebook] | None = None,
    lexicon: Lexicon | None = None,
) -> Trained:
    """Return the model that letters and rulebooks teach, and its like's word on each letter.

    Args:
        examples: the training letters.
        taught: the fragments that the rulebooks add.
        advance: called ``STEPS`` times, for a progress bar.
        rulebooks: the rulebooks by language, to learn how far they are right.
        lexicon: the words of concepts, in which all languages meet.

    Raises:
        CorpusFault: they are too few to learn anything from.
    """
    lexicon = lexicon or Lexicon({})
    letters = len(examples)
    examples = [*examples, *dressed(examples)]
    tags = [
        tag for tag in TAGS if sum(tag in example.tags for example in examples) >= LETTERS_A_TAG
    ]
    if not tags or len({one.situation for one in examples}) < FOLDS:
        raise CorpusFault(
            f"{letters} letters are too few to train on: {FOLDS} situations are needed, and "
            f"{LETTERS_A_TAG} letters of a tag"
        )
    lessons = prepare(examples, taught, lexicon)
    advance()
    truths = np.stack(
        [*map(lessons.truth, tags), *map(lessons.reaches, HEIGHTS)],
        axis=1,
    )
    # Threads of a linear algebra this small wait for each other longer than they work.
    with threadpool_limits(limits=1):
        machines = learn(lessons, truths, advance)
        rows = np.hstack([machines.unseen, testimonies(examples, rulebooks or {})])
        advance()
        borne = np.array([[tag in one.tags for tag in tags] for one in examples])
        mains = np.array(
            [tags.index(one.tags[0]) if one.tags[0] in tags else -1 for one in examples]
        )
        layers = learn_layers(
            rows, borne, mains, truths[: len(examples), len(tags) :], split(lessons.situations)
        )
    advance()
    main, bears = layers.main, layers.borne
    lines = {tag: line(tag, bears[:, at], borne[:, at]) for at, tag in enumerate(tags)}
    model = ModelFile(
        languages=tuple(
            sorted(
                {one.language for one in examples}
                | {one.language for one in taught}
                | set(lexicon.words)
            )
        ),
        lexicon=lexicon.words,
        # Each letter once: those in courtesies stand behind, and make chance look like knowledge.
        sure=_certain(tags, main[:letters], borne[:letters]),
        tags={tag: TagFacts(line=known) for tag, known in lines.items()},
        keys=lessons.keys,
        rarity=lessons.rarity,
        weights=machines.weights.astype(np.float32),
        intercepts=machines.intercepts.astype(np.float32),
        scales=layers.scales.astype(np.float32),
        balances=layers.balances.astype(np.float32),
    )
    return Trained(model=model, unseen=_told(main[:letters], bears[:letters], lines))


def _told(
    main: Numbers, bears: Numbers, lines: Mapping[str, float]
) -> tuple[Mapping[str, float], ...]:
    """Return the tags of each letter: the likeliest main one, and what reaches its line."""
    tags, reached = list(lines), bears >= np.array(list(lines.values()))
    return tuple(
        {tags[at]: float(bears[row, at]) for at in (first, *np.flatnonzero(reached[row]))}
        for row, first in enumerate(main.argmax(axis=1))
    )


def testimonies(
    examples: Sequence[Example], rulebooks: Mapping[str, Rulebook]
) -> NDArray[np.float32]:
    """Return what the rulebooks say of each letter: a row each, by ``COLUMNS``."""
    told = np.zeros((len(examples), len(COLUMNS)), dtype=np.float32)
    rows: dict[str, list[int]] = {}
    for row, one in enumerate(examples):
        rows.setdefault(one.language, []).append(row)
    # A rulebook takes long to reach another process, and English is asked for every language.
    hands = deal(sorted(rows, key=lambda language: (-len(rows[language]), language)))
    groups = [[row for language in hand for row in rows[language]] for hand in hands]
    tasks = [
        (
            [examples[row] for row in group],
            {language: audience(language, rulebooks) for language in hand},
        )
        for hand, group in zip(hands, groups, strict=True)
    ]
    for group, said in zip(groups, spread(_attest, tasks, len(examples)), strict=True):
        told[group] = said
    return told


def _attest(
    examples: Sequence[Example], audiences: Mapping[str, Mapping[str, Rulebook]]
) -> NDArray[np.float32]:
    """Return what the rulebooks of its language say of each letter."""

    @cache
    def titled(subject: str, language: str) -> tuple[Findings, ...]:
        # A letter in courtesies mostly bears the subject of the bare one.
        return hear(fold(subject), language, audiences[language])

    return np.stack(
        [
            attest(
                hear(fold(one.text), one.language, audiences[one.language]),
                titled(one.subject, one.language),
            )
            for one in examples
        ]
    )


def _certain(tags: Sequence[str], main: Numbers, borne: Given) -> float:
    """Return from which probability a main tag is sure, told from those with their own wording."""
    likeliest = main.argmax(axis=1)
    worded = np.flatnonzero(
        np.isin(likeliest, [at for at, tag in enumerate(tags) if tag in WORDED])
    )
    return sure(main.max(axis=1)[worded], borne[worded, likeliest[worded]])


def main(arguments: Sequence[str] | None = None) -> int:
    """Train on a folder of letters and export the model.

    Returns the exit code: 65 where the letters cannot be trained on, 78 where the rulebooks are at
    fault, 74 where a file cannot be read or written, which is tried before the minutes it takes.
    """
    parser = argparse.ArgumentParser(prog="python -m classifier.train", description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="folder of training letters")
    parser.add_argument("--rulebook", type=Path, help="folder of rulebooks to learn from as well")
    parser.add_argument("--own", type=Path, help="folder of rulebooks of the operator's own")
    parser.add_argument(
        "--lexicon", type=Path, nargs="+", default=[LEXICON], help="folders of words"
    )
    parser.add_argument("--out", type=Path, required=True, help="folder the model is written to")
    options: Any = parser.parse_args(arguments)
    try:
        undisturbed(_train, options)
    except (CorpusFault, RulebookFault) as fault:
        print(f"triaged: {fault}", file=sys.stderr)  # noqa: T201 - a command
        return 65 if isinstance(fault, CorpusFault) else 78
    except OSError as error:
        print(f"triaged: {error.filename}: {error.strerror}", file=sys.stderr)  # noqa: T201 - a command
        return 74
    return 0


def _train(options: Any) -> None:  # noqa: ANN401 - what argparse gives
    examples = read_corpus(options.corpus)
    options.out.mkdir(parents=True, exist_ok=True)
    try_folder(options.out)
    taught, rulebooks = (
        read_teaching(options.rulebook, len(examples), options.own)
        if options.rulebook
        else Teaching()
    )
    with show_progress(len(examples), STEPS) as advance:
        model = fit(
            examples,
            taught,
            advance,
            rulebooks=rulebooks,
            lexicon=read_lexicon(*options.lexicon),
        )
    write_modelfile(options.out, model)
    write_card(options.out, model, examples, len(taught))
    counts = Counter(one.language for one in examples)
    read = ", ".join(f"{language} {count}" for language, count in sorted(counts.items()))
    print(f"{len(model.tags)} tags from {len(examples)} letters ({read})")  # noqa: T201 - a command


if __name__ == "__main__":
    sys.exit(main())
