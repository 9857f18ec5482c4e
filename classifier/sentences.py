"""Where sentences and clauses end in a folded text.

A sentence ends at ``. ! ? 。`` or a line break (the full-width marks are folded to these), a
clause also at a comma, colon, semicolon, bracket or dash. A full stop inside a number, a date
such as "24. december", an abbreviation of one letter or for "o'clock", or an address ends nothing.
Pure; nothing fails.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

_DOMAINS: Final = (
    "com|de|co|net|org|info|fr|it|es|nl|jp|uk|ca|eu|cn|io|jpg|jpeg|png|gif|pdf|html?|txt|doc"
)

#: What follows a mark that ends a sentence; only a full stop has to prove itself.
_ENDS: Final = (
    r"(?:(?<!\.)|(?<!\b\d\.)(?<!\b\d\d\.)(?<!\b\w\.)(?<!\bkl\.)(?<!\bgodz\.)(?!\w)"
    rf"|(?<=[^\W\d]{{2}}\.)(?=[^\W\d])(?!(?:{_DOMAINS})\b))"
)

_SENTENCE: Final = re.compile(rf"[.!?。\n]{_ENDS}")

_CLAUSE: Final = re.compile(rf"[.!?。\n,;:()、—]{_ENDS}|(?<=\s)[-–]+\s")


#: What stands in quotation marks: others' words, a name, or what a card shall say.
_QUOTED: Final = re.compile(
    r'"[^"\n]{1,160}"|«[^»\n]{1,160}»|»[^«\n]{1,160}«|[“„”][^“”"\n]{1,160}[“”"]'
    r"|「[^」\n]{1,80}」|『[^』\n]{1,80}』|《[^》\n]{1,80}》"
)


class Quoted(NamedTuple):
    """A stretch in quotation marks, with them."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Breaks:
    """The positions at which a text is cut, rising."""

    positions: list[int]

    def number(self, position: int) -> int:
        """Return the number of the part in which ``position`` lies."""
        return bisect_left(self.positions, position)

    def between(self, start: int, end: int) -> bool:
        """Say whether a cut lies at or after ``start`` and before ``end``."""
        return self.number(start) != self.number(end)


@lru_cache(maxsize=512)
def sentences(text: str) -> Breaks:
    """Return where the sentences of ``text`` end; rules and concepts ask for the same in turn."""
    return Breaks(positions=[found.start() for found in _SENTENCE.finditer(text)])


def clauses(text: str) -> Breaks:
    """Return where the clauses of ``text`` end."""
    return Breaks(positions=[found.start() for found in _CLAUSE.finditer(text)])


@lru_cache(maxsize=512)
def quoted(text: str) -> tuple[Quoted, ...]:
    """Return what stands in quotation marks in ``text``, others' words or a name."""
    return tuple(Quoted(*found.span()) for found in _QUOTED.finditer(text))
