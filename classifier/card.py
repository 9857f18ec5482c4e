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


def write_card(folder: Path, model: ModelFile, examples: Sequence[Example], taught: int) -> None:
    """Write ``card.md`` into ``folder``.

    Args:
        folder: where the model is.
        model: the model.
        examples: the letters it was trained on.
        taught: how many fragments the rulebooks added.
    """
    languages = Counter(one.language for one in examples)
    given = Counter(tag for one in examples for tag in one.tags)
    situations = len({one.situation for one in examples})
    lines = [
        "# Model card",
        "",
        f"One linear model a tag over {len(model.keys)} word and character n-grams, trained on",
        f"{len(examples)} letters of {situations} situations, all written for this purpose ("
        + ", ".join(f"{language} {count}" for language, count in sorted(languages.items()))
        + f"), and {taught} phrases",
        "and sentences of the rulebooks. No mail of a buyer is in it. In other languages, and of",
        "tags that are not listed, it says nothing. A letter's likeliest tag must reach",
        "`threshold`, every further one `beside`; from `say it` on the model may, alone, choose",
        "the wording of an answer.",
        "",
        "| tag | letters | threshold | beside | say it |",
        "|---|---|---|---|---|",
        *(
            f"| {tag} | {given[tag]} | {facts.threshold:.2f} | {facts.beside:.2f} "
            f"| {_line(facts.say_it)} |"
            for tag, facts in model.tags.items()
        ),
        "",
        "Figures, how they were taken and what the model cannot do: docs/decisions/model.md.",
    ]
    (folder / "card.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _line(value: float) -> str:
    return "never" if value >= NEVER else f"{value:.2f}"
