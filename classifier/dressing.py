"""Dressing: training letters as their writers might have greeted and signed them.

The letters in the corpus must each be unlike the others and hardly hold a courtesy; real ones do,
and not all of those are in our table. Which letter wears what follows from its own words: the same
letters give the same bytes. Pure.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from classifier.corpus import Example
from classifier.courtesies import Said, read_courtesies

#: Of so many letters the first few are only greeted, the next only signed, the rest both.
_OF: Final = 9
_GREETED, _SIGNED = 2, 5

#: One in so many bears an order number or address below, one in so many a subject of no matter.
_BEARS, _BARE = 4, 3

#: Between a letter and a courtesy: most stand on lines of their own.
_BREAKS: Final = ("\n\n", "\n", "\n\n", " ")


def dressed(examples: Sequence[Example]) -> list[Example]:
    """Return all letters in courtesies; those of languages without are left out."""
    courtesies = read_courtesies()
    worn = (dress(one, courtesies) for one in examples)
    return [one for one in worn if one is not None]


def dress(example: Example, courtesies: Mapping[str, Said]) -> Example | None:
    """Return a letter in courtesies of its language; None where we know none."""
    said = courtesies.get(example.language)
    if said is None:
        return None
    chance = _Chance(f"{example.subject}\0{example.text}")
    share = chance.below(_OF)
    text = example.text
    if share < _GREETED or share >= _SIGNED:
        text = chance.one(said.greetings) + chance.one(_BREAKS) + text
    if share >= _GREETED:
        text += chance.one(_BREAKS) + chance.one(said.closings)
        if chance.below(2):
            text += "\n" + chance.one(said.names)
    if not chance.below(_BEARS):
        text += "\n" + chance.one(said.particulars)
    subject = example.subject if chance.below(_BARE) else chance.one(said.subjects)
    return replace(example, subject=subject, text=text)


class _Chance:
    """Choices that follow from a text alone."""

    def __init__(self, text: str) -> None:
        self._left = int.from_bytes(hashlib.sha256(text.encode()).digest())

    def below(self, size: int) -> int:
        self._left, chosen = divmod(self._left, size)
        return chosen

    def one(self, items: Sequence[str]) -> str:
        return items[self.below(len(items))]
