"""Phrases as transitions: which literal leads from which state to which.

All phrases of a rulebook share one table, keyed by the literals that the finder looks for. All
variants of a stretch lead to one state, so that alternatives on both sides of a gap add up instead
of multiplying; a stretch that may be absent leaves the states before it open. Pure.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Final, NamedTuple

from classifier.phrases import NEXT, Stretch

#: The state before the first literal of a phrase, and the one behind its last.
START: Final = -1
END: Final = -2

#: Of a transition that completes nothing.
NAMELESS: Final = -1

#: The gaps that may hold words.
_OPEN_GAPS: Final = frozenset({" .. ", ".."})


class Transition(NamedTuple):
    """Where a literal leads."""

    #: What must stand between the state's end and the literal.
    gap: str
    state: int
    #: Index of the name that is complete here, else NAMELESS.
    name: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Leads:
    """Where one literal leads, whole or with any ending."""

    #: From the start of a phrase.
    first: list[Transition] = field(default_factory=list)
    #: From a state reached before.
    after: dict[int, list[Transition]] = field(default_factory=dict)


#: By literal: where it leads as it stands, and where with any ending.
Table = dict[str, tuple[Leads, Leads]]


def transitions(
    phrases: Iterable[tuple[str, tuple[Stretch, ...]]],
) -> tuple[tuple[str, ...], Table]:
    """Return the names of the phrases and the table of their literals."""
    names: dict[str, int] = {}
    table: Table = {}
    states = count()
    for name, stretches in phrases:
        number = names.setdefault(name, len(names))
        for literal, ending, source, transition in _of_phrase(number, stretches, states):
            leads = table.setdefault(literal, (Leads(), Leads()))[ending]
            if source == START:
                leads.first.append(transition)
            else:
                leads.after.setdefault(source, []).append(transition)
    return tuple(names), table


def _of_phrase(
    name: int, stretches: tuple[Stretch, ...], states: Iterator[int]
) -> Iterator[tuple[str, bool, int, Transition]]:
    """Yield literal, whether any ending may follow, the state it follows, and where it leads."""
    last = len(stretches) - 1
    needed = max(index for index, stretch in enumerate(stretches) if not stretch.optional)
    sources = [(START, "")]
    for index, stretch in enumerate(stretches):
        through = END if index == last else next(states)
        complete = name if index >= needed else NAMELESS
        before = [(state, gap if gap in _OPEN_GAPS else stretch.gap) for state, gap in sources]
        for row in stretch.variants:
            after = before
            for literal in row[:-1]:
                state = next(states)
                for source, gap in after:
                    yield literal.text, literal.open, source, Transition(gap, state, NAMELESS)
                after = [(state, NEXT)]
            for source, gap in after:
                yield row[-1].text, row[-1].open, source, Transition(gap, through, complete)
        following = "" if index == last else stretches[index + 1].gap
        sources = [(through, following), *(before if stretch.optional else ())]
