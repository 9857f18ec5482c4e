"""The terms by which the words of letters are found again, the same on every database.

A word of a script with blanks is one term, without case and accents. A run of Han, kana or Hangul
is a term for each two neighbours, and one for its last sign: so words of two signs are found, and
a single sign is the beginning of a term wherever it stands. A fact of a case is a term of its own
with a colon, which no word has.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

#: Longer words are cut: nobody types them, and a database bounds a term.
TERM_LENGTH: Final = 64

#: So many characters of a letter are read; what follows is a log or a table that was pasted in.
TEXT_LIMIT: Final = 20_000

_SIGNS: Final = (
    "\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_RUN: Final = re.compile(rf"([{_SIGNS}]+)|([^\W_{_SIGNS}]+)")
_SIGN: Final = re.compile(f"[{_SIGNS}]")
_NO_FACT: Final = re.compile(r"[^\w.@+-]+")

#: Marks of Latin, Greek, Cyrillic, Hebrew and Arabic; those of kana make other letters.
_ACCENT: Final = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff]"
)


def terms(text: str) -> set[str]:
    """Return every term of a text."""
    return set(_terms(fold(text[:TEXT_LIMIT])))


def asked(word: str) -> list[str]:
    """Return the terms that must all be there for a word a person types.

    A term that ends in ``*`` is the beginning of one.
    """
    found: list[str] = []
    last = ""
    for signs, letters in _RUN.findall(fold(word)):
        if signs:
            pairs = [signs[at : at + 2] for at in range(len(signs) - 1)]
            found += pairs or [f"{signs}*"]
        else:
            found.append(letters[:TERM_LENGTH])
        last = letters
    if last and word.endswith("*"):
        found[-1] += "*"
    return found


def beginning(term: str) -> str | None:
    """Return how ``asked`` names the sign that a term begins with; None where it is a word."""
    return f"{term[0]}*" if _SIGN.match(term) else None


def fact(name: str, value: str) -> str:
    """Return the term of a fact."""
    return f"{name}:{_NO_FACT.sub('_', fold(value))[:TERM_LENGTH]}"


def is_fact(term: str) -> bool:
    """Tell facts from words."""
    return ":" in term


def fold(text: str) -> str:
    """Return the text without case, width and accents."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize(
        "NFC", _ACCENT.sub("", unicodedata.normalize("NFKD", text.casefold()))
    )


def _terms(text: str) -> Iterator[str]:
    for signs, letters in _RUN.findall(text):
        if letters:
            yield letters[:TERM_LENGTH]
        else:
            yield from (signs[at : at + 2] for at in range(len(signs)))
