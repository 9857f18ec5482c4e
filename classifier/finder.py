"""The finder: thousands of phrases looked for in one pass over a folded text.

An Aho-Corasick automaton finds the literals; a table of transitions joins those that a phrase
links by a gap or an open ending, inside one sentence. Only states that some literal of the text
reaches and another could go on from are followed, which are few of many. Whole words count in
scripts that put blanks between words; in Japanese and Chinese any place counts. Linear in the text;
nothing fails.
"""

import re
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Final, NamedTuple

import ahocorasick

from classifier.boundaries import count_marks, mark, word_end
from classifier.compiled import Compiled
from classifier.phrases import GAP_CHARACTERS, GAP_WORDS, GLUED, NEXT
from classifier.sentences import Breaks
from classifier.transitions import (
    NAMELESS,
    OPEN_GAPS,
    START,
    STOPPED,
)

#: A gap of words is never longer than this many characters.
_GAP_WIDTH: Final = 80

_WORD: Final = re.compile(r"[\w'-]+")


class _Way(NamedTuple):
    """One way on from a literal."""

    #: What must stand before it, "" at the start of a phrase.
    gap: str
    #: The state that is reached, negative where the phrase ends.
    state: int
    #: The name of the phrase that is complete, else "".
    name: str
    #: The literal with its accents where only these count, else "".
    exactly: str


class _Leads(NamedTuple):
    """Where one literal leads; sets of states are bits, because most meet none of another's."""

    #: How many characters of a marked text it takes, and of the text itself.
    size: int
    width: int
    #: Its last word takes any ending.
    open: bool
    #: The names of the phrases that are this literal.
    complete: tuple[str, ...]
    #: What it does at the start of a phrase where only its accents or a further part decide.
    first: tuple[_Way, ...]
    #: The states of phrases that begin with it.
    begun: int
    #: By state that it may follow: where that leads; and these states.
    onward: dict[int, list[_Way]]
    follows: int


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
        at_once: whether what searches is built now, or when something is looked for.
    """

    __slots__ = ("_automaton", "_compiled", "_leads", "_stops")

    def __init__(self, compiled: Compiled, stops: str = "", *, at_once: bool = True) -> None:
        self._compiled = compiled
        self._stops = stops
        self._leads = _Known(compiled, stops)
        self._automaton = _build(compiled) if at_once else None

    def __reduce__(self) -> tuple[Callable[[Compiled, str], "Finder"], tuple[Compiled, str]]:
        """Travel to another process as what it was made of: many only pass through it."""
        return partial(Finder, at_once=False), (self._compiled, self._stops)

    def find(self, text: str, sentences: Breaks) -> list[Occurrence]:
        """Return every phrase that stands in a folded text, in the order in which they end."""
        if not self._compiled.literals:
            return []
        marked, marks = mark(text)
        known = self._leads
        hits = [(last, known[number]) for last, number in self._hits(marked)]
        followed = 0
        for _, leads in hits:
            followed |= leads.follows
        search = _Search(text, sentences, self._stops)
        occurrences = search.occurrences
        for last, (size, width, open_, complete, first, begun, onward, follows) in hits:
            goes_on, begins = follows & search.states, begun & followed
            if not (goes_on or begins or complete or first):
                continue
            start = last + 1 - size
            start -= bisect_left(marks, start)
            end = word_end(text, start + width) if open_ else start + width
            for name in complete:
                occurrences.append(Occurrence(name, start, end))
            if start > search.sentence_end:
                search.pass_over(start)
            for way in first:
                search.reach(way, start, start, end)
            if goes_on:
                search.go_on(onward, goes_on, start, end)
            if begins:
                search.begin(begins, start, end)
        return occurrences

    def _hits(self, marked: str) -> Iterator[tuple[int, int]]:
        """Yield where each literal ends in a marked text, and its number."""
        if self._automaton is None:
            self._automaton = _build(self._compiled)
        hits: Iterator[tuple[int, int]] = self._automaton.iter(marked)
        return hits


def _build(compiled: Compiled) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton(ahocorasick.STORE_INTS)
    for number, literal in enumerate(compiled.literals):
        automaton.add_word(literal, number)
    automaton.make_automaton()
    return automaton


class _Known(dict[int, _Leads]):
    """Where literals lead, worked out when one is met for the first time: most never are.

    Args:
        compiled: what is looked for.
        stops: the name of the phrases that end a gap.
    """

    def __init__(self, compiled: Compiled, stops: str) -> None:
        super().__init__()
        self._compiled = compiled
        self._stops = stops

    def __missing__(self, number: int) -> _Leads:
        literal = self._compiled.literals[number]
        begun: list[int] = []
        first: list[_Way] = []
        onward: dict[int, list[_Way]] = {}
        for one in self._compiled.leads(number):
            name = "" if one.name == NAMELESS else self._compiled.names[one.name]
            way = _Way(one.gap, one.state, name, one.exactly)
            if one.source != START:
                onward.setdefault(one.source, []).append(way)
            elif not (name or one.exactly):
                begun.append(one.state)
            else:
                first.append(way)
        simple = all(one.state < 0 and not one.exactly and one.name != self._stops for one in first)
        leads = _Leads(
            size=len(literal),
            width=len(literal) - count_marks(literal),
            open=number >= self._compiled.whole,
            complete=tuple(one.name for one in first) if simple else (),
            first=() if simple else tuple(first),
            begun=_bits(begun),
            onward=onward,
            follows=_bits(onward),
        )
        self[number] = leads
        return leads


class _Search:
    """The phrases begun and found so far in one text."""

    __slots__ = (
        "_begun",
        "_sentences",
        "_stopped_at",
        "_stops",
        "_text",
        "occurrences",
        "sentence_end",
        "states",
    )

    def __init__(self, text: str, sentences: Breaks, stops: str) -> None:
        self._stops = stops
        self._stopped_at: list[tuple[int, int]] = []
        self._text = text
        self._sentences = sentences
        #: What may go on: the states reached, and from where to where that phrase stands.
        self._begun: list[tuple[int, int, int]] = []
        #: All states reached in this sentence, and where it ends.
        self.states = 0
        self.sentence_end = _sentence_end(sentences, 0)
        self.occurrences: list[Occurrence] = []

    def pass_over(self, start: int) -> None:
        """Let go what ended in the sentences before ``start``: no gap reaches over their ends."""
        passed = self._sentences.positions[self._sentences.number(start) - 1]
        self.sentence_end = _sentence_end(self._sentences, start)
        self._begun = [one for one in self._begun if one[2] > passed]
        self.states = 0
        for states, _, _ in self._begun:
            self.states |= states

    def go_on(self, onward: dict[int, list[_Way]], states: int, start: int, end: int) -> None:
        """Go on from what was begun with a literal that stands at ``start`` to ``end``."""
        for reached, begin, stop in self._begun[::-1]:
            if reached & states and start - _GAP_WIDTH <= stop <= start:
                for state in _states(reached & states):
                    for way in onward[state]:
                        if self._joins(stop, start, way.gap):
                            self.reach(way, begin, start, end)

    def begin(self, states: int, begin: int, end: int) -> None:
        """Remember that phrases reached ``states`` with what stands at ``begin`` to ``end``."""
        self._begun.append((states, begin, end))
        self.states |= states

    def reach(self, way: _Way, begin: int, start: int, end: int) -> None:
        """Take a way on from a literal that stands at ``start`` to ``end``."""
        _, state, name, exactly = way
        if exactly and self._text[start : start + len(exactly)] != exactly:
            return
        if name:
            self.occurrences.append(Occurrence(name, begin, end))
            if name == self._stops:
                self._stopped_at.append((begin, end))
        if state >= 0:
            self.begin(1 << state, begin, end)

    def _joins(self, start: int, end: int, gap: str) -> bool:
        """Say whether ``gap`` may stand between ``start`` and ``end``."""
        if gap == NEXT:
            return start + 1 == end and self._text[start] == NEXT
        if gap == GLUED:
            return start == end
        if gap not in OPEN_GAPS:
            if any(start <= begin and stop <= end for begin, stop in self._stopped_at):
                return False
            gap = gap[:-1] if gap == STOPPED[".."] else " .. "
        if end - start > (GAP_CHARACTERS if gap == ".." else _GAP_WIDTH):
            return False
        return gap == ".." or words_between(self._text, start, end) <= GAP_WORDS


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
