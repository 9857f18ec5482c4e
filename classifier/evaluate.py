"""How well the classifier does on letters it has not seen: ``python -m classifier.evaluate``.

The corpus is split twice: by situation, so that no situation stands on both sides, and by writer.
Every letter is judged by rules alone, by the model alone and by both, through ``classify`` itself.
Prints Markdown tables: main tag, set, priority, own wording; by language, difficulty and tag; and
how often pairs of letters stand in the true order, with what misled those that do not.
Rules are the same in every fold, so their figures measure how they generalise only where their
writers did not read the letters. Fails with ``CorpusFault`` or ``RulebookFault``.
"""

import argparse
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from rich.progress import Progress
from sklearn.model_selection import GroupKFold

from cases.labels import TAGS
from classifier import pairs
from classifier.corpus import DIFFICULTIES, Example, read_corpus
from classifier.fragments import Fragment
from classifier.judging import Figures, Judged, counts, f1, figures, judge
from classifier.knowledge import Knowledge, load_knowledge
from classifier.lexicon import Lexicon, read_lexicon
from classifier.model import Model
from classifier.teaching import read_fragments
from classifier.train import LEXICON, fit

__all__ = ["Figures", "Judged", "figures", "held_out", "judge", "report"]

_FOLDS: Final = 4


def held_out(
    examples: Sequence[Example],
    knowledge: Knowledge,
    taught: Sequence[Fragment],
    split: Iterable[tuple[Sequence[int], Sequence[int]]],
    advance: Callable[[], None] = lambda: None,
    *,
    lexicon: Lexicon | None = None,
) -> dict[str, list[Judged]]:
    """Return every held-out letter judged by rules alone, by the model alone and by both.

    Args:
        examples: all letters.
        knowledge: the rulebooks; its model is not used.
        taught: what the rulebooks teach the model.
        split: for each fold the places of the letters to learn from and to judge.
        advance: called after each fold.
        lexicon: the words of concepts.
    """
    judged: dict[str, list[Judged]] = {"rules": [], "model": [], "both": []}
    for seen, held in split:
        model = Model(
            fit(
                [examples[at] for at in seen],
                taught,
                rulebooks=knowledge.rulebooks,
                lexicon=lexicon,
            )
        )
        test = [examples[at] for at in held]
        ways = {
            "rules": replace(knowledge, model=None),
            "model": Knowledge(rulebooks={}, model=model),
            "both": replace(knowledge, model=model),
        }
        for way, known in ways.items():
            judged[way] += judge(test, known)
        advance()
    return judged


def report(judged: Mapping[str, Sequence[Judged]]) -> Iterator[str]:
    """Yield the lines of the report."""
    yield "| judged by | letters | main | micro F1 | macro F1 | whole set | priority | unsure |"
    yield "|---|---|---|---|---|---|---|---|"
    for way, letters in judged.items():
        yield _row(way, letters)
    both = judged["both"]
    for language in sorted({one.example.language for one in both}):
        yield _row(f"both, {language}", [one for one in both if one.example.language == language])
    for difficulty in DIFFICULTIES:
        group = [one for one in both if one.example.difficulty == difficulty]
        if group:
            yield _row(f"both, {difficulty}", group)
    all_of_them = figures(both)
    yield ""
    yield (
        f"Own wording for {all_of_them.said:.1%} of the letters, "
        f"untrue for {all_of_them.untrue:.1%} of these."
    )
    yield ""
    yield "| tag | letters | precision | recall | rules alone | model alone |"
    yield "|---|---|---|---|---|---|"
    for tag in TAGS:
        right, wrong, missed = counts(both, tag)
        if right + missed:
            alone = [f"{f1(*counts(judged[way], tag)):.2f}" for way in ("rules", "model")]
            shares = f"{right / max(1, right + wrong):.2f} | {right / (right + missed):.2f}"
            yield f"| {tag} | {right + missed} | {shares} | {' | '.join(alone)} |"
    yield ""
    yield from pairs.report(both)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(prog="python -m classifier.evaluate", description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="folder of training letters")
    parser.add_argument("--rulebook", type=Path, required=True, help="folder of rulebooks")
    options: Any = parser.parse_args(arguments)
    examples = read_corpus(options.corpus)
    knowledge = load_knowledge(options.rulebook, None)
    taught = read_fragments(options.rulebook)
    situations = [one.situation for one in examples]
    writers = [one.writer for one in examples]
    splits = {
        "situation": list(GroupKFold(n_splits=_FOLDS).split(examples, groups=situations)),
        "writer": list(GroupKFold(n_splits=_FOLDS).split(examples, groups=writers)),
    }
    with Progress(transient=True) as progress:
        task = progress.add_task("judging", total=sum(map(len, splits.values())))
        reports = {
            name: report(
                held_out(
                    examples,
                    knowledge,
                    taught,
                    split,
                    lambda: progress.advance(task),
                    lexicon=read_lexicon(LEXICON),
                )
            )
            for name, split in splits.items()
        }
    for name, lines in reports.items():
        print(f"## No {name} on both sides\n", *lines, "", sep="\n")  # noqa: T201 - a command


def _row(name: str, letters: Sequence[Judged]) -> str:
    of = figures(letters)
    shares = (of.main, of.micro, of.macro, of.exact, of.priority, of.unsure)
    return f"| {name} | {of.letters} | " + " | ".join(f"{share:.3f}" for share in shares) + " |"


if __name__ == "__main__":
    main()
