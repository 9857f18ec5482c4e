"""The finder: thousands of phrases looked for in one pass over a folded text.

An Aho-Corasick automaton finds the beginnings of literals (``classifier.literals``), and what is
left of one is compared in its place; a table of transitions joins those that a phrase links by a
gap or an open ending, inside one sentence. Only states that some literal of the text reaches and
another could go on from are followed, which are few of many. Whole words count in scripts that put
blanks between words; in Japanese and Chinese any place counts. Linear in the text; nothing fails.
"""

import re
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Final, NamedTuple

import ahocorasick

from classifier.boundaries import mark, word_end
from classifier.compiled import Compiled
from classifier.leads import Known, Leads, Way
from classifier.phrases import GAP_CHARACTERS, GAP_WORDS, GLUED, NEXT
from classifier.sentences import Breaks
from classifier.transitions import OPEN_GAPS, STOPPED

#: A gap of words is never longer than this many characters.
_GAP_WIDTH: Final = 80

_WORD: Final = re.compile(r"[\w'-]+")


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

    __slots__ = ("_automaton", "_compiled", "_known", "_stops")

    def __init__(self, compiled: Compiled, stops: str = "", *, at_once: bool = True) -> None:
        self._compiled = compiled
        self._stops = stops
        self._known = Known(compiled, stops)
        self._automaton = _build(compiled) if at_once else None

    def __reduce__(self) -> tuple[Callable[[Compiled, str], "Finder"], tuple[Compiled, str]]:
        """Travel to another process as what it was made of: many only pass through it."""
        return partial(Finder, at_once=False), (self._compiled, self._stops)

    def find(self, text: str, sentences: Breaks) -> list[Occurrence]:
        """Return every phrase that stands in a folded text, in the order in which they end."""
        if not self._compiled.literals:
            return []
        marked, marks = mark(text)
        hits = self._hits(marked)
        followed = 0
        for _, leads in hits:
            followed |= leads.follows
        search = _Search(text, sentences, self._stops)
        occurrences = search.occurrences
        for last, (back, width, open_, complete, first, begun, onward, follows) in hits:
            goes_on, begins = follows & search.states, begun & followed
            if not (goes_on or begins or complete or first):
                continue
            start = last + 1 + back
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

    def _hits(self, marked: str) -> list[tuple[int, Leads]]:
        """Return where each literal of a marked text ends, and where it leads.

        In the order of their ends, and of those that end together the longest first.
        """
        if self._automaton is None:
            self._automaton = _build(self._compiled)
        met, meet = self._known.met, self._known.meet
        text, turns, ends = self._compiled.literals.tails()
        hits: list[tuple[int, Leads]] = []
        late = False
        for last, told in self._automaton.iter(marked):
            if told >= 0:
                hits.append((last, met[told] or meet(told)))
                continue
            number = ~told
            turn, end = turns[number], ends[number]
            if marked.startswith(text[turn:end], last + 1):
                hits.append((last + end - turn, met[number] or meet(number)))
                late = True
        if late:
            hits.sort()
        return hits


def _build(compiled: Compiled) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton(ahocorasick.STORE_INTS)
    for number, (head, tail) in enumerate(compiled.literals.parted()):
        # What has a tail is seen by its number, without looking it up.
        automaton.add_word(head, ~number if tail else number)
    automaton.make_automaton()
    return automaton


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

    def go_on(
        self, onward: Mapping[int, tuple[Way, ...]], states: int, start: int, end: int
    ) -> None:
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

    def reach(self, way: Way, begin: int, start: int, end: int) -> None:
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
