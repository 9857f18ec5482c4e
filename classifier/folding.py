"""Folded text: what rules and model read instead of the letter's own characters.

Folding makes equal what buyers write differently: NFKC and casefold, one apostrophe, one hyphen,
no zero-width characters, single blanks, and lines that a mail program wrapped joined again. A
real line break stays, because it ends a sentence. Every folded position leads back to the
characters it came from, so that spans always point into the letter as it was written. Any string
folds; nothing here fails.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final

#: A line at least this wide was probably broken by a mail program, not by the writer.
_WRAPPED: Final = 50

_TABLE: Final = str.maketrans(
    {
        **dict.fromkeys("’‘‛ʼ´`＇′", "'"),
        **dict.fromkeys("‐‑", "-"),
        **dict.fromkeys("œŒ", "oe"),
        **dict.fromkeys("æÆ", "ae"),
        "İ": "i",
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0f\ufe0e"),
    }
)

#: What a straight ``casefold`` of ASCII does not settle: blanks to join, and all other scripts
#: (with the letter before a combining mark, which belongs to it).
_SPECIAL: Final = re.compile(
    r"\s*\n\s*|[^\S\n ]\s*|[ ]\s+|(?:[A-Za-z](?=[\u0300-\u036f]))?[^\x00-\x7f\s]+|`"
)

_LIST_MARKS: Final = "-*•・–>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """A folded text with its way back."""

    #: What is matched.
    text: str
    #: What was folded.
    original: str
    #: Folded positions at which a stretch begins, rising, the first 0.
    _starts: list[int] = field(repr=False)
    #: For each stretch, where it begins in the original.
    _origins: list[int] = field(repr=False)
    #: For each stretch, its length in the original where it maps as a whole, else -1.
    _wholes: list[int] = field(repr=False)

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return the original span, end exclusive, of the non-empty folded one."""
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, end - 1) - 1
        begin = self._origins[first]
        if self._wholes[first] < 0:
            begin += start - self._starts[first]
        stop = self._origins[last]
        whole = self._wholes[last]
        stop += end - self._starts[last] if whole < 0 else whole
        return begin, stop


def fold(text: str) -> Folded:
    """Return ``text`` folded."""
    parts: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    wholes: list[int] = []
    length = 0

    def put(part: str, origin: int, whole: int = -1) -> None:
        nonlocal length
        if part:
            starts.append(length)
            origins.append(origin)
            wholes.append(whole)
            parts.append(part)
            length += len(part)

    position = 0
    for found in _SPECIAL.finditer(text):
        start, end = found.span()
        if position < start:
            put(text[position:start].casefold(), position)
        position = end
        run = found.group()
        if run[0].isspace():
            put(_blank(text, start, end), start, end - start)
            continue
        straight = fold_phrase(run)
        if len(straight) == len(run):
            put(straight, start)
            continue
        for offset, cluster in _clusters(run):
            put(fold_phrase(cluster), start + offset, len(cluster))
    if position < len(text):
        put(text[position:].casefold(), position)
    return Folded(
        text="".join(parts),
        original=text,
        _starts=starts or [0],
        _origins=origins or [0],
        _wholes=wholes or [-1],
    )


def fold_phrase(phrase: str) -> str:
    """Return ``phrase`` folded as text is, blanks left as they are."""
    folded = phrase.translate(_TABLE).casefold()
    return unicodedata.normalize("NFKC", folded)


def wide(character: str) -> bool:
    """Say whether ``character`` belongs to a script written without blanks between words."""
    return "\u2e80" <= character <= "\ua4cf" or "\uf900" <= character <= "\uffdf"


def _clusters(run: str) -> list[tuple[int, str]]:
    """Return the run's characters with offsets, marks kept with the character they change."""
    clusters: list[tuple[int, str]] = []
    for offset, character in enumerate(run):
        if clusters and unicodedata.combining(unicodedata.normalize("NFKC", character)[0]):
            begin, base = clusters[-1]
            clusters[-1] = begin, base + character
        else:
            clusters.append((offset, character))
    return clusters


def _blank(text: str, start: int, end: int) -> str:
    """Return what stands for the blanks ``text[start:end]``: a break, one blank, or nothing."""
    run = text[start:end]
    if "\n" not in run:
        return " "
    if run.count("\n") > 1 or end == len(text) or text[end] in _LIST_MARKS:
        return "\n"
    line = text[text.rfind("\n", 0, start) + 1 : start]
    joined = bool(line) and wide(line[-1])
    width = len(line) * 2 if joined else len(line)
    if width < _WRAPPED or (text[end].isupper() and line[-1] in ".!?"):
        return "\n"
    return "" if joined and wide(text[end]) else " "
