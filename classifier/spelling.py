"""Spelling without accents: what buyers leave off on a phone counts as written.

Phrases and texts lose the accents of Latin letters alike, one character for one, so that every
position stays where it was. A phrase is looked for in its other customary spellings too: ``ae`` for
``ä``, ``e'`` for a final ``è``. A word that would mean another thing without its accents is written
``=word`` in a phrase and then counts with exactly these. Pure; nothing fails.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

#: What stands before a word whose accents count.
EXACTLY: Final = "="

#: Letters whose mark Unicode does not take apart.
_STROKES: Final = {"ø": "o", "đ": "d", "ł": "l", "ı": "i", "ħ": "h", "ŧ": "t"}

_PLAIN: Final = {
    code: base
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    if "a" <= (base := unicodedata.normalize("NFD", chr(code))[0]) <= "z" and base != chr(code)
} | {ord(letter): base for letter, base in _STROKES.items()}

#: The same letters: most texts hold few of them, and many none.
_ACCENTED: Final = re.compile(f"[{''.join(map(chr, _PLAIN))}]")
_BASES: Final = {chr(code): base for code, base in _PLAIN.items()}

_DIGRAPHS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_MARKED: Final = re.compile("[=\u00c0-\u024f\u1e00-\u1eff]")
_FINAL: Final = re.compile(r"(?:[àèìòù]|(?<=ch)é)(?!\w)")


def plain(text: str) -> str:
    """Return a folded text without accents, as long as it was."""
    return text if text.isascii() else _ACCENTED.sub(_base, text)


def _base(found: re.Match[str]) -> str:
    return _BASES[found.group()]


def is_plain(literal: str) -> bool:
    """Say whether a folded literal has one spelling, itself."""
    return not _MARKED.search(literal)


def spellings(literal: str) -> Iterator[tuple[str, str]]:
    """Yield each plain spelling of a folded literal, with its accents where only these count."""
    if EXACTLY in literal:
        written = literal.replace(EXACTLY, "")
        yield plain(written), written
        return
    spelt = plain(literal)
    yield spelt, ""
    typed = {
        plain(literal.translate(_DIGRAPHS)),
        plain(_FINAL.sub(lambda found: plain(found.group()) + "'", literal)),
    }
    for other in sorted(typed - {spelt}):
        yield other, ""
