"""Sentences that only machines write, looked for in a text: what the word tables are made of.

A phrase is plain words; ``(a|b)`` are alternatives and ``~`` is a short gap. Case, accents and line
breaks do not matter. Of each phrase its longest word is looked for first, so that hundreds of
phrases cost little where none stands. Pure and total.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

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


def fold(text: str) -> str:
    """Return a text as phrases are looked for in it: one line, lower case, without accents."""
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
        self._table = {
            sign: (re.compile("|".join(forms)), re.compile(rf"{_START}(?:{'|'.join(forms)})"))
            for sign, forms in table.items()
        }

    def stand(self, folded: str) -> bool:
        """Tell whether a phrase stands anywhere in ``folded``."""
        return any(self._table[sign][0].search(folded) for sign in self._told(folded))

    def open(self, folded: str) -> bool:
        """Tell whether a sentence of ``folded`` begins with a phrase."""
        return any(self._table[sign][1].search(folded) for sign in self._told(folded))

    def _told(self, folded: str) -> list[str]:
        # In most mails none: this is the line that hundreds of phrases cost.
        return [sign for sign in self._table if sign in folded] if folded else []


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
