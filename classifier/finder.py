"""The finder: thousands of phrases looked for in one pass over a folded text.

An Aho-Corasick automaton finds the literals; a table of transitions joins those that a phrase
links by a gap or an open ending, inside one sentence. Whole words count in scripts that put blanks
between words; in Japanese and Chinese any place counts. Linear in the text; nothing fails.
"""

import re
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import ahocorasick

from classifier.boundaries import mark, word_end
from classifier.compiled import Compiled
from classifier.phrases import GAP_CHARACTERS, GAP_WORDS, GLUED, NEXT
from classifier.sentences import Breaks
from classifier.transitions import (
    NAMELESS,
    OPEN_GAPS,
    START,
    STOPPED,
    Transition,
)

#: A gap of words is never longer than this many characters.
_GAP_WIDTH: Final = 80

_WORD: Final = re.compile(r"[\w'-]+")


class _Leads(NamedTuple):
    """Where one literal leads; sets of states are bits, because most meet none of another's."""

    #: The states of phrases that begin with it.
    begun: int
    #: What else it does at the start of a phrase: complete it, or count with its accents alone.
    first: tuple[Transition, ...]
    #: By gap that says where the part before it ends, and by state: where that leads.
    near: tuple[tuple[str, int, dict[int, list[Transition]]], ...]
    #: By state that a gap of some width may follow, and these states.
    far: dict[int, list[Transition]]
    far_states: int


class Occurrence(NamedTuple):
    """One phrase found, in positions of the folded text; a tuple, because there are many."""

    name: str
    start: int
    end: int


class Finder:
    """Finds named phrases.

    Args:
        compiled: what is looked for.
        stops: the name of the phrases that end a gap of those that are ``stopped``.
    """

    __slots__ = ("_automaton", "_compiled", "_leads", "_lengths", "_stops")

    def __init__(self, compiled: Compiled, stops: str = "") -> None:
        self._compiled = compiled
        self._stops = compiled.names.index(stops) if stops in compiled.names else -1
        self._lengths = array("H", map(len, compiled.literals))
        #: Where literals lead, worked out when one is met for the first time: most never are.
        self._leads: dict[int, _Leads] = {}
        self._automaton = ahocorasick.Automaton(ahocorasick.STORE_INTS)
        for number, literal in enumerate(compiled.literals):
            self._automaton.add_word(literal, number)
        self._automaton.make_automaton()

    def find(self, text: str, sentences: Breaks) -> list[Occurrence]:
        """Return every phrase that stands in a folded text, in the order in which they end."""
        if not self._compiled.literals:
            return []
        search = _Search(self._compiled.names, text, sentences, self._stops)
        marked, marks = mark(text)
        whole, lengths, known = self._compiled.whole, self._lengths, self._leads
        follow = search.follow
        for last, number in self._automaton.iter(marked):
            first = last - lengths[number] + 1
            start, end = first - bisect_left(marks, first), last + 1 - bisect_right(marks, last)
            leads = known.get(number) or self._met(number)
            follow(leads, start, end if number < whole else word_end(text, end))
        return search.occurrences

    def _met(self, number: int) -> _Leads:
        begun: list[int] = []
        first: list[Transition] = []
        after: dict[str, dict[int, list[Transition]]] = {NEXT: {}, GLUED: {}, "": {}}
        for one in self._compiled.leads(number):
            if one.source != START:
                after[one.gap if one.gap in after else ""].setdefault(one.source, []).append(one)
            elif one.name == NAMELESS and not one.exactly:
                begun.append(one.state)
            else:
                first.append(one)
        far = after.pop("")
        near = tuple((gap, _bits(ways), ways) for gap, ways in after.items() if ways)
        leads = _Leads(_bits(begun), tuple(first), near, far, _bits(far))
        self._leads[number] = leads
        return leads


class _Search:
    """The phrases begun and found so far in one text."""

    __slots__ = (
        "begun",
        "ended",
        "names",
        "occurrences",
        "sentence_end",
        "sentences",
        "states",
        "stopped_at",
        "stops",
        "text",
    )

    def __init__(self, names: tuple[str, ...], text: str, sentences: Breaks, stops: int) -> None:
        self.names = names
        self.stops = stops
        self.stopped_at: list[tuple[int, int]] = []
        self.text = text
        self.sentences = sentences
        #: What may go on: the states reached, and from where to where that phrase stands.
        self.begun: list[tuple[int, int, int]] = []
        self.sentence_end = _sentence_end(sentences, 0)
        #: The same by its end, and all states together.
        self.ended: dict[int, list[tuple[int, int]]] = {}
        self.states = 0
        self.occurrences: list[Occurrence] = []

    def follow(self, leads: _Leads, start: int, end: int) -> None:
        """Go on from a literal that stands at ``start`` to ``end``."""
        begun, first, near, far, far_states = leads
        if start > self.sentence_end:
            self._pass_over(start)
        for transition in first:
            self._reach(transition, start, start, end)
        for gap, states, ways in near:
            stop = start - len(gap) if gap == NEXT else start
            if stop in self.ended and self.text[stop:start] == (NEXT if gap == NEXT else ""):
                for reached, begin in tuple(self.ended[stop]):
                    for state in _states(reached & states):
                        for transition in ways[state]:
                            self._reach(transition, begin, start, end)
        if far_states & self.states:
            self._follow_far(far, far_states, start, end)
        if begun:
            self._begin(begun, start, end)

    def _pass_over(self, start: int) -> None:
        """Let go what ended in the sentences before ``start``: no gap reaches over their ends."""
        passed = self.sentences.positions[self.sentences.number(start) - 1]
        self.sentence_end = _sentence_end(self.sentences, start)
        self.begun = [one for one in self.begun if one[2] > passed]
        self.states = 0
        for states, _, _ in self.begun:
            self.states |= states

    def _follow_far(
        self, far: dict[int, list[Transition]], states: int, start: int, end: int
    ) -> None:
        for reached, begin, stop in self.begun[::-1]:
            if start - stop > _GAP_WIDTH:
                return
            if stop <= start and reached & states:
                for state in _states(reached & states):
                    for transition in far[state]:
                        if self._joins(stop, start, transition.gap):
                            self._reach(transition, begin, start, end)

    def _begin(self, states: int, begin: int, end: int) -> None:
        self.begun.append((states, begin, end))
        self.ended.setdefault(end, []).append((states, begin))
        self.states |= states

    def _reach(self, transition: Transition, begin: int, start: int, end: int) -> None:
        _, _, state, name, exactly = transition
        if exactly and self.text[start : start + len(exactly)] != exactly:
            return
        if name != NAMELESS:
            self.occurrences.append(Occurrence(self.names[name], begin, end))
            if name == self.stops:
                self.stopped_at.append((begin, end))
        if state >= 0:
            self._begin(1 << state, begin, end)

    def _joins(self, start: int, end: int, gap: str) -> bool:
        """Say whether a gap of some width may stand between ``start`` and ``end``."""
        if gap not in OPEN_GAPS:
            if any(start <= begin and stop <= end for begin, stop in self.stopped_at):
                return False
            gap = gap[:-1] if gap == STOPPED[".."] else " .. "
        if end - start > (GAP_CHARACTERS if gap == ".." else _GAP_WIDTH):
            return False
        return gap == ".." or words_between(self.text, start, end) <= GAP_WORDS


def _bits(states: Iterable[int]) -> int:
    bits = 0
    for state in states:
        bits |= 1 << state
    return bits


def _sentence_end(sentences: Breaks, start: int) -> int:
    """Return where the sentence ends in which ``start`` lies."""
    number = sentences.number(start)
    ends = sentences.positions
    return ends[number] if number < len(ends) else sys.maxsize


def _states(bits: int) -> Iterator[int]:
    while bits:
        state = bits.bit_length() - 1
        bits ^= 1 << state
        yield state


def words_between(text: str, start: int, end: int) -> int:
    """Return how many words stand in ``text[start:end]``."""
    return len(_WORD.findall(text, start, end))
