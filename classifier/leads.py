"""Leads: where each literal leads, worked out when a text holds it for the first time.

Most literals are never met, and most of those that are lead where another does: variants of one
stretch of a phrase. So what leads alike is kept once. Pure but for what it remembers; nothing
fails.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from classifier.boundaries import count_marks
from classifier.compiled import Compiled
from classifier.transitions import NAMELESS, START, Transition


class Way(NamedTuple):
    """One way on from a literal."""

    #: What must stand before it, "" at the start of a phrase.
    gap: str
    #: The state that is reached, negative where the phrase ends.
    state: int
    #: The name of the phrase that is complete, else "".
    name: str
    #: The literal with its accents where only these count, else "".
    exactly: str


class Onward(NamedTuple):
    """Ways in the order of need; sets of states are bits, because most meet none of another's."""

    #: The names of the phrases that are this literal.
    complete: tuple[str, ...]
    #: What it does at the start of a phrase where only its accents or a further part decide.
    first: tuple[Way, ...]
    #: The states of phrases that begin with it.
    begun: int
    #: By state that it may follow: where that leads; and these states.
    onward: Mapping[int, tuple[Way, ...]]
    follows: int


class Leads(NamedTuple):
    """Where one literal leads: its measures, and what ``Onward`` says."""

    #: How many characters of a marked text it takes, as a negative number: of two that end together
    #: the longer comes first.
    back: int
    #: How many characters of the text itself it takes.
    width: int
    #: Its last word takes any ending.
    open: bool
    complete: tuple[str, ...]
    first: tuple[Way, ...]
    begun: int
    onward: Mapping[int, tuple[Way, ...]]
    follows: int


class Known:
    """What is known of where literals lead.

    Args:
        compiled: what is looked for.
        stops: the name of the phrases that end a gap.
    """

    __slots__ = ("_compiled", "_numbers", "_onward", "_stops", "_ways", "met")

    def __init__(self, compiled: Compiled, stops: str) -> None:
        self._compiled = compiled
        self._stops = stops
        #: By literal; None until it is met.
        self.met: list[Leads | None] = [None] * len(compiled.literals)
        self._onward: dict[int, Onward] = {}
        self._ways: dict[Way, Way] = {}
        self._numbers: dict[int, int] = {}

    def meet(self, number: int) -> Leads:
        """Return where a literal leads that was not met before."""
        literal, group = self._compiled.literals[number], int(self._compiled.groups[number])
        if group not in self._onward:
            self._onward[group] = self._lead_on(self._compiled.leads(group))
        leads = Leads(
            self._once(-len(literal)),
            len(literal) - count_marks(literal),
            number >= self._compiled.whole,
            *self._onward[group],
        )
        self.met[number] = leads
        return leads

    def _once(self, number: int) -> int:
        """Return the same number, kept once."""
        return self._numbers.setdefault(number, number)

    def _lead_on(self, transitions: Iterable[Transition]) -> Onward:
        begun: list[int] = []
        first: list[Way] = []
        onward: dict[int, tuple[Way, ...]] = {}
        for one in transitions:
            name = "" if one.name == NAMELESS else self._compiled.names[one.name]
            way = Way(one.gap, one.state, name, one.exactly)
            way = self._ways.setdefault(way, way)
            if one.source != START:
                source = self._once(one.source)
                onward[source] = (*onward.get(source, ()), way)
            elif not (name or one.exactly):
                begun.append(one.state)
            else:
                first.append(way)
        simple = all(one.state < 0 and not one.exactly and one.name != self._stops for one in first)
        return Onward(
            complete=tuple(one.name for one in first) if simple else (),
            first=() if simple else tuple(first),
            begun=self._once(_bits(begun)),
            onward=onward,
            follows=self._once(_bits(onward)),
        )


def _bits(states: Iterable[int]) -> int:
    bits = 0
    for state in states:
        bits |= 1 << state
    return bits
