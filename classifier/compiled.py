"""Phrases compiled: literals and where each leads, as arrays that a finder works on.

Compiling parses thousands of phrases, which takes longer than all else about a letter, so the
arrays can be packed, kept (``classifier.cache``) and unpacked. Pure; nothing fails.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from classifier.boundaries import mark_open, mark_whole
from classifier.literals import Literals, pack_literals
from classifier.phrases import GLUED, NEXT
from classifier.transitions import OPEN_GAPS, STOPPED, Transition, Wanted, transitions

#: Gaps by number.
_GAPS: Final = ("", NEXT, GLUED, *sorted(OPEN_GAPS), *sorted(STOPPED.values()))
_NUMBERS: Final = {gap: number for number, gap in enumerate(_GAPS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """What one finder looks for."""

    #: The names of the phrases.
    names: tuple[str, ...]
    #: Marked (``classifier.boundaries``): those of whole words first, then those with any ending.
    literals: Literals
    #: How many literals are of whole words.
    whole: int
    #: By literal, its group: those that lead alike, as variants of one stretch do.
    groups: NDArray[np.int32]
    #: By group, the first row of ``ways``; one more than there are groups.
    firsts: NDArray[np.int32]
    #: A row a transition: the state it follows, its gap's number, its state, its name's place.
    ways: NDArray[np.int32]
    #: By row of ``ways``, the literal with its accents where only these count.
    exactly: Mapping[int, str]

    def leads(self, group: int) -> Iterator[Transition]:
        """Yield where the literals of a group lead."""
        first, last = int(self.firsts[group]), int(self.firsts[group + 1])
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
    groups: dict[tuple[Transition, ...], int] = {}
    grouped = [groups.setdefault(ways, len(groups)) for ways in marked.values()]
    rows = [one for ways in groups for one in ways]
    flat = [
        number for one in rows for number in (one.source, _NUMBERS[one.gap], one.state, one.name)
    ]
    return Compiled(
        names=names,
        literals=pack_literals(marked),
        whole=size,
        groups=np.array(grouped, dtype=np.int32),
        firsts=np.cumsum([0, *map(len, groups)], dtype=np.int32),
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
    literals = compiled.literals
    return facts, {
        "literals": literals.packed,
        "heads": literals.heads,
        "groups": compiled.groups,
        "firsts": compiled.firsts,
        "ways": compiled.ways,
    }


def unpack(facts: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> Compiled:
    """Return what was packed."""
    return Compiled(
        names=tuple(facts["names"]),
        literals=Literals(arrays["literals"].tobytes(), arrays["heads"]),
        whole=facts["whole"],
        groups=arrays["groups"],
        firsts=arrays["firsts"],
        ways=arrays["ways"],
        exactly=dict(facts["exactly"]),
    )
