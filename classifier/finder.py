"""The finder: thousands of phrases looked for in one pass over a folded text.

An Aho-Corasick automaton finds the literals; a table of transitions joins those that a phrase
links by a gap or an open ending, inside one sentence. Whole words count in scripts that put blanks
between words; in Japanese and Chinese any place counts. Linear in the text; nothing fails.
"""

import re
from array import array
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

import ahocorasick

from classifier.folding import wide
from classifier.phrases import GAP_CHARACTERS, GAP_WORDS, GLUED, NEXT
from classifier.sentences import Breaks
from classifier.spelling import plain
from classifier.transitions import (
    NAMELESS,
    OPEN_GAPS,
    START,
    STOPPED,
    Transition,
    Wanted,
    transitions,
)

#: How many beginnings of one phrase are kept while its next part is looked for.
_KEPT: Final = 6

#: A gap of words is never longer than this many characters.
_GAP_WIDTH: Final = 80

#: What is glued to the word before it and still is a word of its own.
_SUFFIXES: Final = frozenset({"n't"})

_WORD: Final = re.compile(r"[\w'-]+")


class _Leads(NamedTuple):
    """Where one literal leads."""

    #: From the start of a phrase.
    first: tuple[Transition, ...]
    #: From a state reached before.
    after: dict[int, tuple[Transition, ...]]


_NOWHERE: Final = _Leads((), {})


class Occurrence(NamedTuple):
    """One phrase found, in positions of the folded text; a tuple, because there are many."""

    name: str
    start: int
    end: int


class Finder:
    """Finds named phrases.

    Args:
        phrases: what is looked for; a name may come many times.
        stops: the name of the phrases that end a gap of those that are ``stopped``.
    """

    __slots__ = ("_automaton", "_leads", "_lengths", "_names", "_open", "_stops", "_whole")

    def __init__(self, phrases: Iterable[Wanted], stops: str = "") -> None:
        self._names, whole, open_ = transitions(phrases)
        self._stops = self._names.index(stops) if stops in self._names else -1
        literals = [*whole, *(literal for literal in open_ if literal not in whole)]
        self._whole = list(whole.values())
        self._open = {number: open_[one] for number, one in enumerate(literals) if one in open_}
        self._lengths = array("H", map(len, literals))
        #: Where literals lead, worked out when one is met for the first time: most never are.
        self._leads: dict[int, tuple[_Leads, _Leads]] = {}
        self._automaton = ahocorasick.Automaton(ahocorasick.STORE_INTS)
        for number, literal in enumerate(literals):
            self._automaton.add_word(literal, number)
        self._automaton.make_automaton()

    def find(self, text: str, sentences: Breaks) -> list[Occurrence]:
        """Return every phrase that stands in a folded text, in the order in which they end."""
        if not self._names:
            return []
        search = _Search(self._names, text, sentences, self._stops)
        size = len(text)
        for last, number in self._automaton.iter(plain(text)):
            start, end = last - self._lengths[number] + 1, last + 1
            if start and text[start - 1] != " " and not _begins(text, start, end):
                continue
            whole, open_ = self._leads.get(number) or self._met(number)
            if end == size or text[end] == " " or not (_spaced(text[end]) and _spaced(text[last])):
                search.follow(whole, start, end)
            if open_ is not _NOWHERE:
                search.follow(open_, start, _word_end(text, end))
        return search.occurrences

    def _met(self, number: int) -> tuple[_Leads, _Leads]:
        whole = _grouped(self._whole[number]) if number < len(self._whole) else _NOWHERE
        open_ = _grouped(self._open[number]) if number in self._open else _NOWHERE
        self._leads[number] = whole, open_
        return whole, open_


def _grouped(ways: tuple[Transition, ...]) -> _Leads:
    after: dict[int, tuple[Transition, ...]] = {}
    for one in ways:
        if one.source != START:
            after[one.source] = (*after.get(one.source, ()), one)
    return _Leads(tuple(one for one in ways if one.source == START), after)


class _Search:
    """The phrases begun and found so far in one text."""

    __slots__ = ("begun", "names", "occurrences", "sentences", "stopped_at", "stops", "text")

    def __init__(self, names: tuple[str, ...], text: str, sentences: Breaks, stops: int) -> None:
        self.names = names
        self.stops = stops
        self.stopped_at: list[tuple[int, int]] = []
        self.text = text
        self.sentences = sentences
        self.begun: dict[int, list[tuple[int, int]]] = {}
        self.occurrences: list[Occurrence] = []

    def follow(self, leads: _Leads, start: int, end: int) -> None:
        """Go on from a literal that stands at ``start`` to ``end``."""
        for transition in leads.first:
            self._reach(transition, start, start, end)
        if not leads.after:
            return
        for state in leads.after.keys() & self.begun.keys():
            for transition in leads.after[state]:
                for begin, stop in tuple(self.begun[state]):
                    if stop <= start and self._joins(stop, start, transition.gap):
                        self._reach(transition, begin, start, end)

    def _reach(self, transition: Transition, begin: int, start: int, end: int) -> None:
        exactly = transition.exactly
        if exactly and self.text[start : start + len(exactly)] != exactly:
            return
        if transition.name != NAMELESS:
            name = self.names[transition.name]
            self.occurrences.append(Occurrence(name=name, start=begin, end=end))
            if transition.name == self.stops:
                self.stopped_at.append((begin, end))
        if transition.state >= 0:
            waiting = self.begun.get(transition.state)
            if waiting is None:
                self.begun[transition.state] = [(begin, end)]
                return
            waiting.append((begin, end))
            if len(waiting) > _KEPT:
                del waiting[0]

    def _joins(self, start: int, end: int, gap: str) -> bool:
        if gap in {NEXT, GLUED}:
            return self.text[start:end] == ("" if gap == GLUED else NEXT)
        if gap not in OPEN_GAPS:
            if any(start <= begin and stop <= end for begin, stop in self.stopped_at):
                return False
            gap = gap[:-1] if gap == STOPPED[".."] else " .. "
        if end - start > (GAP_CHARACTERS if gap == ".." else _GAP_WIDTH):
            return False
        if self.sentences.between(start, end):
            return False
        return gap == ".." or words_between(self.text, start, end) <= GAP_WORDS


def words_between(text: str, start: int, end: int) -> int:
    """Return how many words stand in ``text[start:end]``."""
    return len(_WORD.findall(text, start, end))


@lru_cache(maxsize=4096)
def _spaced(character: str) -> bool:
    """Say whether the character is part of a word that blanks separate from the next."""
    return (character.isalnum() or character == "_") and not wide(character)


def _begins(text: str, start: int, end: int) -> bool:
    """Say whether what begins at ``start``, which is not 0, begins a word: also behind a digit."""
    before = text[start - 1]
    if not _spaced(before) or not _spaced(text[start]):
        return True
    return (before.isdigit() and text[start].isalpha()) or text[start:end] in _SUFFIXES


def _word_end(text: str, position: int) -> int:
    while position < len(text) and _spaced(text[position]):
        position += 1
    return position
