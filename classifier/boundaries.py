"""Where words begin and end in a text, written into it, so that whole words are found as such.

A mark stands before each word and another behind it; a literal that is marked in the same way
stands in a marked text exactly where its words are whole. Words of scripts without blanks bear no
marks: any place counts there. A letter behind a digit begins a word ("2weeks"). Pure; nothing
fails.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np

from classifier.spelling import plain

#: The marks; a letter's own characters of this kind count as blanks.
_BEGIN: Final = "\x01"
_END: Final = "\x02"
_REFUSED: Final = re.compile(f"[\0-{_END}]")

#: A character of a word that blanks separate from the next, and a row of them.
_SPACED: Final = r"[^\W\u2e80-\ua4cf\uf900-\uffdf]"
_WORD: Final = re.compile(rf"({_SPACED}+)")
_BEHIND_DIGIT: Final = re.compile(r"\d(?=[^\W\d_\u2e80-\ua4cf\uf900-\uffdf])")
_REST: Final = re.compile(rf"{_SPACED}*")

#: What is glued to the word before it and still is a word of its own.
_SUFFIXES: Final = frozenset({"n't"})


class Marked(NamedTuple):
    """A text without accents and with its words marked."""

    text: str
    #: Where the marks stand, rising: what stands at ``p`` stood at ``p`` less the marks before it.
    marks: list[int]


@lru_cache(maxsize=512)
def mark(text: str) -> Marked:
    """Return a folded text marked; rules and concepts ask for the same one in turn."""
    marked = _marked(plain(text))
    codes = np.frombuffer(marked.encode("utf-32-le"), dtype=np.uint32)
    return Marked(marked, np.flatnonzero(codes <= ord(_END)).tolist())


def mark_whole(literal: str) -> str:
    """Return a plain literal as it stands in marked texts where its words are whole."""
    marked = _marked(literal)
    return marked[1:] if literal in _SUFFIXES else marked


def mark_open(literal: str) -> str:
    """Return a plain literal whose last word takes any ending."""
    return mark_whole(literal).removesuffix(_END)


def count_marks(literal: str) -> int:
    """Return how many marks stand in a marked literal."""
    return literal.count(_BEGIN) + literal.count(_END)


def word_end(text: str, position: int) -> int:
    """Return where the word ends that goes on at ``position``."""
    rest = _REST.match(text, position)
    return rest.end() if rest else position


def _marked(text: str) -> str:
    pieces = _WORD.split(_REFUSED.sub(" ", text))
    pieces[1::2] = [f"{_BEGIN}{word}{_END}" for word in pieces[1::2]]
    return _BEHIND_DIGIT.sub(rf"\g<0>{_BEGIN}", "".join(pieces))
