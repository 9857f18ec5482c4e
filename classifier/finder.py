"""The finder: thousands of phrases looked for in one pass over a folded text.

An Aho-Corasick automaton finds the literals; a table of transitions joins those that a phrase
links by a gap or an open ending, inside one sentence. Whole words count in scripts that put blanks
between words; in Japanese and Chinese any place counts. Linear in the text; nothing fails.
"""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

import ahocorasick

from classifier.folding import wide
from classifier.phrases import GAP_CHARACTERS, GAP_WORDS, GLUED, NEXT, Stretch
from classifier.sentences import Breaks
from classifier.transitions import NAMELESS, Leads, Transition, transitions

#: How many beginnings of one phrase are kept while its next part is looked for.
_KEPT: Final = 6

#: A gap of words is never longer than this many characters.
_GAP_WIDTH: Final = 80

#: What is glued to the word before it and still is a word of its own.
_SUFFIXES: Final = frozenset({"n't"})

_WORD: Final = re.compile(r"[\w'-]+")


class _Entry(NamedTuple):
    """One literal in the automaton."""

    length: int
    #: The word-bound tests that the literal's edges call for.
    bound_before: bool
    bound_after: bool
    #: Where it leads as it stands, and with any ending.
    whole: Leads
    open: Leads


class Occurrence(NamedTuple):
    """One phrase found, in positions of the folded text; a tuple, because there are many."""

    name: str
    start: int
    end: int


class Finder:
    """Finds named phrases.

    Args:
        phrases: names with their parsed phrases; a name may come many times.
    """

    __slots__ = ("_automaton", "_names")

    def __init__(self, phrases: Iterable[tuple[str, tuple[Stretch, ...]]]) -> None:
        self._names, table = transitions(phrases)
        self._automaton = ahocorasick.Automaton()
        for literal, (whole, open_) in table.items():
            entry = _Entry(
                length=len(literal),
                bound_before=_spaced(literal[0]) and literal not in _SUFFIXES,
                bound_after=_spaced(literal[-1]),
                whole=whole,
                open=open_,
            )
            self._automaton.add_word(literal, entry)
        self._automaton.make_automaton()

    def find(self, text: str, sentences: Breaks) -> list[Occurrence]:
        """Return every phrase that stands in ``text``, in the order in which they end."""
        if not self._names:
            return []
        search = _Search(self._names, text, sentences)
        size = len(text)
        for last, entry in self._automaton.iter(text):
            start, end = last - entry.length + 1, last + 1
            if entry.bound_before and start and _spaced(text[start - 1]):
                continue
            if not (entry.bound_after and end < size and _spaced(text[end])):
                search.follow(entry.whole, start, end)
            if entry.open.first or entry.open.after:
                search.follow(entry.open, start, _word_end(text, end))
        return search.occurrences


class _Search:
    """The phrases begun and found so far in one text."""

    __slots__ = ("begun", "names", "occurrences", "sentences", "text")

    def __init__(self, names: tuple[str, ...], text: str, sentences: Breaks) -> None:
        self.names = names
        self.text = text
        self.sentences = sentences
        self.begun: dict[int, list[tuple[int, int]]] = {}
        self.occurrences: list[Occurrence] = []

    def follow(self, leads: Leads, start: int, end: int) -> None:
        """Go on from a literal that stands at ``start`` to ``end``."""
        for transition in leads.first:
            self._reach(transition, start, end)
        if not leads.after:
            return
        for state in leads.after.keys() & self.begun.keys():
            for transition in leads.after[state]:
                for begin, stop in tuple(self.begun[state]):
                    if stop <= start and self._joins(stop, start, transition.gap):
                        self._reach(transition, begin, end)

    def _reach(self, transition: Transition, begin: int, end: int) -> None:
        if transition.name != NAMELESS:
            name = self.names[transition.name]
            self.occurrences.append(Occurrence(name=name, start=begin, end=end))
        if transition.state >= 0:
            waiting = self.begun.get(transition.state)
            if waiting is None:
                self.begun[transition.state] = [(begin, end)]
                return
            waiting.append((begin, end))
            if len(waiting) > _KEPT:
                del waiting[0]

    def _joins(self, start: int, end: int, gap: str) -> bool:
        between = self.text[start:end]
        if gap in {NEXT, GLUED}:
            return between == ("" if gap == GLUED else NEXT)
        if len(between) > (GAP_CHARACTERS if gap == ".." else _GAP_WIDTH):
            return False
        if self.sentences.between(start, end):
            return False
        return gap == ".." or words_between(self.text, start, end) <= GAP_WORDS


def words_between(text: str, start: int, end: int) -> int:
    """Return how many words stand in ``text[start:end]``."""
    return len(_WORD.findall(text, start, end))


def _spaced(character: str) -> bool:
    """Say whether the character is part of a word that blanks separate from the next."""
    return (character.isalnum() or character == "_") and not wide(character)


def _word_end(text: str, position: int) -> int:
    while position < len(text) and _spaced(text[position]):
        position += 1
    return position
