"""What rulebooks teach the model: their example sentences, and their phrases as small letters.

A rulebook is the knowledge of someone who writes the language. A rule uses it to the letter; the
model, shown the same phrases as fragments of letters, carries it to forms, orders and spellings
that no rule lists. Fragments weigh less than letters and are never counted among them: calibration
and thresholds come from letters alone. Pure.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from classifier.phrases import Phrase, Stretch
from classifier.rulefile import RuleFile

#: A phrase is shown in so many of its variants.
VARIANTS: Final = 4

#: What a fragment weighs beside a letter; an example sentence weighs as much as one.
WEIGHT: Final = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """A piece of text that speaks for one tag."""

    text: str
    tag: str
    #: ISO 639-1.
    language: str
    #: What it weighs beside a letter.
    weight: float


def fragments(rulefile: RuleFile) -> Iterator[Fragment]:
    """Yield what the rules of one language teach about tags."""
    for rule in rulefile.rules:
        if rule.signal:
            continue
        shown = dict.fromkeys(_variants(rule.phrases), WEIGHT) | dict.fromkeys(rule.match, 1.0)
        for text, weight in sorted(shown.items()):
            yield Fragment(text=text, tag=rule.label, language=rulefile.language, weight=weight)


def _variants(phrases: Iterable[Phrase]) -> Iterator[str]:
    """Yield variants of each phrase, spread over all alternatives of all its stretches."""
    for phrase in phrases:
        choices = [_choices(stretch) for stretch in phrase]
        shown = min(VARIANTS, max(map(len, choices)))
        for number in range(shown):
            words = (
                row[(number * max(1, len(row) // shown) + place) % len(row)]
                for place, row in enumerate(choices)
            )
            yield " ".join(word for word in words if word)


def _choices(stretch: Stretch) -> list[str]:
    rows = [variant.replace("*", "").replace("=", "") for variant in stretch.variants]
    return [*rows, ""] if stretch.optional else rows
