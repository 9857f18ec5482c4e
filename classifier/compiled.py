"""Phrases compiled: literals and where each leads, as arrays that a finder works on.

Compiling parses thousands of phrases, which takes longer than all else about a letter, so the
arrays can be packed, kept (``classifier.cache``) and unpacked. Pure; nothing fails.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, overload

import numpy as np
from numpy.typing import NDArray

from classifier.boundaries import mark_open, mark_whole
from classifier.phrases import GLUED, NEXT
from classifier.transitions import OPEN_GAPS, STOPPED, Transition, Wanted, transitions

#: Gaps by number.
_GAPS: Final = ("", NEXT, GLUED, *sorted(OPEN_GAPS), *sorted(STOPPED.values()))
_NUMBERS: Final = {gap: number for number, gap in enumerate(_GAPS)}

#: What joins literals where they are packed; marked texts hold none.
_BETWEEN: Final = "\x03"


class Literals(Sequence[str]):
    """Literals one behind the other: a text each would take four times as much for months.

    Args:
        packed: UTF-8, with a sign between two that none of them holds.
    """

    __slots__ = ("_bounds", "_packed")

    def __init__(self, packed: bytes) -> None:
        self._packed = packed
        signs = np.flatnonzero(np.frombuffer(packed, dtype=np.uint8) == ord(_BETWEEN))
        ends = [*signs.tolist(), len(packed)] if packed else []
        self._bounds = np.array([-1, *ends], dtype=np.int32)

    @property
    def packed(self) -> NDArray[np.uint8]:
        """What they were made of."""
        return np.frombuffer(self._packed, dtype=np.uint8)

    def __len__(self) -> int:
        """Count them."""
        return len(self._bounds) - 1

    @overload
    def __getitem__(self, place: int) -> str: ...

    @overload
    def __getitem__(self, place: slice) -> list[str]: ...

    def __getitem__(self, place: int | slice) -> str | list[str]:
        """Return the literal at a place."""
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        if not 0 <= place < len(self):
            raise IndexError(place)
        first, last = self._bounds[place : place + 2]
        return self._packed[first + 1 : last].decode()


def pack_literals(literals: Iterable[str]) -> Literals:
    """Return literals packed; none is empty or holds the sign between them."""
    return Literals(_BETWEEN.join(literals).encode())


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """What one finder looks for."""

    #: The names of the phrases.
    names: tuple[str, ...]
    #: Marked (``classifier.boundaries``): those of whole words first, then those with any ending.
    literals: Literals
    #: How many literals are of whole words.
    whole: int
    #: By literal, the first row of ``ways``; one more than there are literals.
    firsts: NDArray[np.int32]
    #: A row a transition: the state it follows, its gap's number, its state, its name's place.
    ways: NDArray[np.int32]
    #: By row of ``ways``, the literal with its accents where only these count.
    exactly: Mapping[int, str]

    def leads(self, literal: int) -> Iterator[Transition]:
        """Yield where a literal leads."""
        first, last = int(self.firsts[literal]), int(self.firsts[literal + 1])
        for row, (source, gap, state, name) in enumerate(self.ways[first:last].tolist(), first):
            yield Transition(source, _GAPS[gap], state, name, self.exactly.get(row, ""))


def compile_phrases(phrases: Iterable[Wanted]) -> Compiled:
    """Return ``phrases`` compiled; this takes a while."""
    names, whole, open_ = transitions(phrases)
    marked = {mark_whole(literal): ways for literal, ways in whole.items()}
    size = len(marked)
    for literal, ways in open_.items():
        # Where no blanks are, nothing tells a whole word from one with an ending.
        ending = mark_open(literal)
        marked[ending] = (*marked.get(ending, ()), *ways)
    leads = list(marked.values())
    rows = [one for ways in leads for one in ways]
    flat = [
        number for one in rows for number in (one.source, _NUMBERS[one.gap], one.state, one.name)
    ]
    return Compiled(
        names=names,
        literals=pack_literals(marked),
        whole=size,
        firsts=np.cumsum([0, *map(len, leads)], dtype=np.int32),
        ways=np.array(flat, dtype=np.int32).reshape(-1, 4),
        exactly={row: one.exactly for row, one in enumerate(rows) if one.exactly},
    )


def pack(compiled: Compiled) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
    """Return ``compiled`` as facts for JSON and as arrays."""
    facts = {
        "names": compiled.names,
        "whole": compiled.whole,
        "exactly": list(compiled.exactly.items()),
    }
    literals = compiled.literals.packed
    return facts, {"literals": literals, "firsts": compiled.firsts, "ways": compiled.ways}


def unpack(facts: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> Compiled:
    """Return what was packed."""
    return Compiled(
        names=tuple(facts["names"]),
        literals=Literals(arrays["literals"].tobytes()),
        whole=facts["whole"],
        firsts=arrays["firsts"],
        ways=arrays["ways"],
        exactly=dict(facts["exactly"]),
    )
