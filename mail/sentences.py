"""Sentences that only machines write, looked for in a text: what the word tables are made of.

A phrase is plain words; ``(a|b)`` are alternatives and ``~`` is a short gap. Case, accents and line
breaks do not matter. Each phrase is told by its longest word, and the words of all tables are
looked for in one pass over a text, so that hundreds of phrases cost little where none stands. Pure
and total.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

import ahocorasick

#: Machines say what they are at the beginning, or at the end.
_BEGINNING: Final = 2400
_END: Final = 600

#: A line shorter than this was not wrapped: the next one begins a sentence.
_WRAPPED: Final = 52
_BREAK: Final = "¶"
_ACCENTS: Final = re.compile("[\u0300-\u036f\u3099\u309a]+")
#: What has no accent to take off, as keyboards without it write it.
_LETTERS: Final = (
    ("’", "'"), ("ł", "l"), ("đ", "d"), ("ø", "o"), ("æ", "ae"), ("ß", "ss"), ("ı", "i"),
)  # fmt: skip
_START: Final = r"(?:\A|[¶.!?*»«)\]。※•|]\s?)"
_GAP: Final = ".{0,60}?"
#: A word no longer than this stands in every other letter.
_SHORT: Final = 3
#: What may stand around the words of a line.
_DRESS: Final = " \t*_#=|-–—~>\u3000"


#: The telling words of all tables, which are made while their modules are loaded.
_SIGNS: Final[set[str]] = set()


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """A text as phrases are looked for in it."""

    #: One line, lower case, without accents.
    text: str = ""
    #: The telling words that stand in it.
    told: frozenset[str] = frozenset()


def fold(text: str) -> Folded:
    """Prepare a text for the search."""
    if not text:
        return Folded()
    folded = _fold(text)
    found = _finder(len(_SIGNS)).iter(folded)
    return Folded(text=folded, told=frozenset([sign for _, sign in found]))


@lru_cache(maxsize=1)
def _finder(_: int) -> ahocorasick.Automaton:
    """Return what finds all telling words at once; made anew where a further table came."""
    finder = ahocorasick.Automaton()
    for sign in _SIGNS:
        finder.add_word(sign, sign)
    finder.make_automaton()
    return finder


def _fold(text: str) -> str:
    if len(text) > _BEGINNING + _END:
        text = f"{text[:_BEGINNING]}\n\n{text[-_END:]}"
    pieces: list[str] = []
    length = 0
    for line in text.split("\n"):
        bare = line.strip(_DRESS)
        if pieces and length < _WRAPPED:
            pieces.append(_BREAK)
        if bare:
            pieces.append(bare)
        length = len(line)
    return plain(" ".join(" ".join(pieces).split()))


def plain(text: str) -> str:
    """Return ``text`` in lower case, without accents, its apostrophes straight."""
    if not text.isascii():
        text = _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).lower()
        for sign, written in _LETTERS:
            text = text.replace(sign, written)
    return text.lower()


class Sentences:
    """A table of phrases, to be looked for in folded texts."""

    def __init__(self, *phrases: str) -> None:
        """Index the phrases by the word that tells each quickest."""
        table: dict[str, list[str]] = {}
        for phrase in map(plain, phrases):
            for form in _spread(phrase):
                table.setdefault(_sign(form), []).append(_pattern(form))
        _SIGNS.update(table)
        self._table = {sign: "|".join(forms) for sign, forms in table.items()}

    def stand(self, folded: Folded) -> bool:
        """Tell whether a phrase stands anywhere in ``folded``."""
        return any(_anywhere(forms).search(folded.text) for forms in self._told(folded))

    def open(self, folded: Folded) -> bool:
        """Tell whether a sentence of ``folded`` begins with a phrase."""
        return any(_opening(forms).search(folded.text) for forms in self._told(folded))

    def _told(self, folded: Folded) -> list[str]:
        return [self._table[sign] for sign in self._table.keys() & folded.told]


# Compiled when a mail asks for them: most never are, and a start would wait for all.
@cache
def _anywhere(forms: str) -> re.Pattern[str]:
    return re.compile(forms)


@cache
def _opening(forms: str) -> re.Pattern[str]:
    return re.compile(f"{_START}(?:{forms})")


def _groups(phrase: str) -> Iterator[tuple[int, int]]:
    """Yield where the outermost groups of a phrase begin and end."""
    depth = start = 0
    for place, sign in enumerate(phrase):
        start = place if sign == "(" and not depth else start
        depth += (sign == "(") - (sign == ")")
        if sign == ")" and not depth:
            yield start, place + 1


def _forms(group: str) -> list[str]:
    """Return the alternatives of a group, those of a group inside it untouched."""
    forms, depth = [""], 0
    for sign in group[1:-1]:
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            forms.append("")
        else:
            forms[-1] += sign
    return forms


def _sign(phrase: str) -> str:
    """Return the longest word that stands in every form of a phrase."""
    position, words = 0, ""
    for start, end in _groups(phrase):
        words += phrase[position:start] + "~"
        position = end + phrase.startswith("?", end)
    return max(re.split(r"[ ~]+", words + phrase[position:]), key=_telling)


def _telling(word: str) -> int:
    """Return how seldom a word is: a sign of East Asia says as much as some letters."""
    return len(word) if word.isascii() else 2 * len(word)


def _spread(phrase: str) -> list[str]:
    """Return the forms of a phrase that has no telling word of its own, by its best group."""
    if _telling(_sign(phrase)) > _SHORT:
        return [phrase]
    choices = [
        (min(_telling(_sign(form)) for form in _forms(phrase[start:end])), start, end)
        for start, end in _groups(phrase)
        if not phrase.startswith("?", end)
    ]
    if not choices:
        return [phrase]
    _, start, end = max(choices)
    return [phrase[:start] + form + phrase[end:] for form in _forms(phrase[start:end])]


def _pattern(phrase: str) -> str:
    written = {"(": "(?:", ")": ")", "|": "|", "~": _GAP, " ": rf" (?:{_BREAK} )?"}
    pieces = (
        "?"
        if sign == "?" and phrase[place - 1 : place] == ")"
        else written.get(sign, re.escape(sign))
        for place, sign in enumerate(phrase)
    )
    return "".join(pieces)
