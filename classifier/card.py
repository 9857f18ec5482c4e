"""The card of a model: what it was trained on and how it decides, for people to read.

It is made from the model and its letters alone, so that the same training gives the same card.
How well the model does stands in docs/decisions/model.md and comes from ``evaluate``.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from classifier.corpus import Example
from classifier.modelfile import ModelFile
from classifier.thresholds import NEVER


def write_card(
    folder: Path,
    model: ModelFile,
    examples: Sequence[Example],
    taught: int,
    corrections: Sequence[Example] = (),
) -> None:
    """Write ``card.md`` into ``folder``.

    Args:
        folder: where the model is.
        model: the model.
        examples: the letters it was trained on that were written for it.
        taught: how many fragments the rulebooks added.
        corrections: the mail of buyers it was trained on as well, with the tags people gave it.
    """
    given = Counter(tag for one in (*examples, *corrections) for tag in one.tags)
    situations = len({one.situation for one in examples})
    written = f"all written for this purpose ({_languages(examples)})"
    lines = [
        "# Model card",
        "",
        f"One linear model a tag over {len(model.keys)} word and character n-grams, trained on",
        f"{len(examples)} letters of {situations} situations, {written}, and {taught} phrases",
        f"and sentences of the rulebooks. {_private(corrections)} In other languages, and of",
        "tags that are not listed, it says nothing. A second layer weighs the words against what",
        "the rulebooks say. Beside the likeliest main tag a tag is given from `line` on; the main",
        f"tag's own wording is used {_from(model.sure)}.",
        "",
        "| tag | letters | line |",
        "|---|---|---|",
        *(f"| {tag} | {given[tag]} | {facts.line:.2f} |" for tag, facts in model.tags.items()),
        "",
        "Figures, how they were taken and what the model cannot do: docs/decisions/model.md.",
    ]
    (folder / "card.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _languages(examples: Sequence[Example]) -> str:
    counts = Counter(one.language for one in examples)
    return ", ".join(f"{language} {count}" for language, count in sorted(counts.items()))


def _private(corrections: Sequence[Example]) -> str:
    """Say how much of it is buyers' mail; whoever hands the model on must know."""
    if not corrections:
        return "No mail of a buyer is in it."
    return (
        f"It was trained on {len(corrections)} corrections\n"
        f"as well, which are mail of buyers ({_languages(corrections)}): keep it as their mail is\n"
        "kept. It holds no letter, but who guesses a word may find out whether one of them used it."
    )


def _from(value: float) -> str:
    return "never" if value >= NEVER else f"from {value:.2f} on"
