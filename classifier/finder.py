"""The finder: thousands of phrases looked for in one pass over a folded text.

An Aho-Corasick automaton finds the literals; a table of steps joins those that a phrase links by
a gap or an open ending, inside one sentence. Whole words count in scripts that put blanks between
words; in Japanese and Chinese any place counts. Linear in the text; nothing fails.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Final, NamedTuple

import ahocorasick

from classifier.folding import wide
from classifier.phrases import GAP_CHARACTERS, GAP_WORDS, GLUED, NEXT, Stretch
from classifier.sentences import Breaks

#: How many beginnings of one phrase are kept while its next part is looked for.
_KEPT: Final = 6

#: A gap of words is never longer than this many characters.
_GAP_WIDTH: Final = 80

#: What is glued to the word before it and still is a word of its own.
_SUFFIXES: Final = frozenset({"n't"})

_WORD: Final = re.compile(r"[\w'-]+")


class _Step(NamedTuple):
    """One literal of a phrase: where it may follow, and where it leads."""

    length: int
    #: Any ending may follow, and belongs to the hit.
    open: bool
    #: The word-bound tests that the literal's edges call for.
    bound_before: bool
    bound_after: bool
    #: The state it follows, -1 for the first literal of a phrase.
    after: int
    gap: str
    state: int
    #: Index of the phrase's name where it is complete, else -1.
    name: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One phrase found, in positions of the folded text."""

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
        names: dict[str, int] = {}
        table: dict[str, list[_Step]] = {}
        states = count()
        for name, stretches in phrases:
            number = names.setdefault(name, len(names))
            for literal, step in _steps(number, stretches, states):
                table.setdefault(literal, []).append(step)
        self._names = tuple(names)
        self._automaton = ahocorasick.Automaton()
        for literal, steps in table.items():
            self._automaton.add_word(literal, tuple(steps))
        self._automaton.make_automaton()

    def find(self, text: str, sentences: Breaks) -> list[Occurrence]:
        """Return every phrase that stands in ``text``, in the order in which they end."""
        occurrences: list[Occurrence] = []
        if not self._names:
            return occurrences
        begun: dict[int, list[tuple[int, int]]] = {}
        size = len(text)
        for last, steps in self._automaton.iter(text):
            for step in steps:
                start, end = last - step.length + 1, last + 1
                if step.bound_before and start and _spaced(text[start - 1]):
                    continue
                if step.bound_after and end < size and _spaced(text[end]):
                    continue
                if step.open:
                    end = _word_end(text, end)
                if step.after < 0:
                    starts = [start]
                else:
                    starts = [
                        begin
                        for begin, stop in begun.get(step.after, ())
                        if stop <= start and _joins(text, stop, start, step.gap, sentences)
                    ]
                for begin in starts:
                    if step.name >= 0:
                        name = self._names[step.name]
                        occurrences.append(Occurrence(name=name, start=begin, end=end))
                    else:
                        waiting = begun.setdefault(step.state, [])
                        waiting.append((begin, end))
                        del waiting[:-_KEPT]
        return occurrences


def _steps(
    name: int, stretches: tuple[Stretch, ...], states: Iterator[int]
) -> Iterator[tuple[str, _Step]]:
    """Yield the literals of one phrase with their steps.

    All variants of a stretch lead to one state, so that alternatives on both sides of a gap add
    up instead of multiplying.
    """
    reached = -1
    for index, stretch in enumerate(stretches):
        through = next(states)
        complete = name if index == len(stretches) - 1 else -1
        for row in stretch.variants:
            after, gap = reached, stretch.gap
            for place, literal in enumerate(row):
                ends = place == len(row) - 1
                state = through if ends else next(states)
                spaced = _spaced(literal.text[0]), _spaced(literal.text[-1])
                yield (
                    literal.text,
                    _Step(
                        length=len(literal.text),
                        open=literal.open,
                        bound_before=spaced[0] and literal.text not in _SUFFIXES,
                        bound_after=spaced[1] and not literal.open,
                        after=after,
                        gap=gap,
                        state=state,
                        name=complete if ends else -1,
                    ),
                )
                after, gap = state, NEXT
        reached = through


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


def _joins(text: str, start: int, end: int, gap: str, sentences: Breaks) -> bool:
    between = text[start:end]
    if gap in {NEXT, GLUED}:
        return between == ("" if gap == GLUED else NEXT)
    if len(between) > (GAP_CHARACTERS if gap == ".." else _GAP_WIDTH):
        return False
    if sentences.between(start, end):
        return False
    return gap == ".." or words_between(text, start, end) <= GAP_WORDS
