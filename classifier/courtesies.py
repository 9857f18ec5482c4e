"""Courtesies: what buyers say around a letter whatever it is about, and the letter without them.

Everybody greets, thanks in advance and signs, so nothing follows from it; yet a model takes
"Thanks" under a complaint for the matter itself. What stands whole at a letter's edges is therefore
kept from the model. Rules hear it: they know when thanks are all there is. Pure, but for
``read_courtesies``.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from classifier.folding import Folded, fold_phrase, wide

OURS: Final = Path(__file__).with_suffix(".toml")

#: So much of a letter's end is looked at, in characters.
_TAIL: Final = 240
#: The longest name that a greeting or closing bears, in words.
_NAME: Final = 3
#: So many words must be left: thanks alone are no courtesy but the letter.
_LEAST: Final = 2
#: A run of Chinese or Japanese of this length is more than one word.
_RUN: Final = 4

_WORD: Final = re.compile(r"\w+")
#: What parts a greeting from what follows; the dot of "Dear Mr. Smith" does not.
_STOP: Final = re.compile("[^ .]")

Words = tuple[str, ...]
_Place = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is said around a letter in one language, as it is written."""

    greetings: tuple[str, ...]
    closings: tuple[str, ...]
    #: What closings are signed with.
    names: tuple[str, ...]
    #: Order numbers, addresses and the like that stand below a letter of any matter.
    particulars: tuple[str, ...]
    #: Subjects that say nothing of the matter.
    subjects: tuple[str, ...]
    #: Greetings and closings that stand without a stop or line break beside them as well.
    loose: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Courtesies:
    """The courtesies of all languages together, to be known at a letter's edges."""

    greetings: frozenset[Words]
    closings: frozenset[Words]
    loose: frozenset[Words]
    #: The first words of greetings and the last of closings: few letters go on from there.
    edges: frozenset[str]
    #: The most words of one of them.
    longest: int

    def strip(self, folded: Folded) -> Folded:
        """Return a letter without its courtesies, or as it is where they are all there is.

        Positions stay: a greeting is blanked, a closing cut.
        """
        begin, end = self._begin(folded), self._end(folded)
        inner = folded.text[begin:end]
        if len(inner) == len(folded.text) or _count(inner) < _LEAST:
            return folded
        return replace(folded, text=" " * begin + inner)

    def _begin(self, folded: Folded) -> int:
        """Return where the letter begins behind its greetings."""
        text = folded.text
        first = _WORD.search(text)
        if first is None or first.group() not in self.edges:
            return 0
        places = [found.span() for found in _WORD.finditer(text, 0, _TAIL)]
        at = 0
        while size := self._opening(folded, places[at:]):
            at += size
        return places[at][0] if 0 < at < len(places) else 0

    def _end(self, folded: Folded) -> int:
        """Return where the letter ends before its closings, and the name below them."""
        text = folded.text
        last = _WORD.findall(text[-_TAIL // 3 :])[-_NAME - 1 :]
        if self.edges.isdisjoint(last) and not any(wide(word[-1]) for word in last):
            return len(text)
        first = max(0, len(text) - _TAIL)
        places = [found.span() for found in _WORD.finditer(text, first)]
        if places and first and places[0][0] == first:
            # What was cut in two is no word.
            del places[0]
        at = len(places) - self._signed(folded, places)
        while size := self._closing(text, places[:at]):
            at -= size
        if at == 0:
            return len(text)
        return self._glued(text, places[at - 1]) or (
            places[at][0] if at < len(places) else len(text)
        )

    def _opening(self, folded: Folded, places: Sequence[_Place]) -> int:
        """Return how many words at the beginning are a greeting with its name; 0 for none."""
        text = folded.text
        if not places or text[slice(*places[0])] not in self.edges:
            return 0
        words = tuple(text[slice(*place)] for place in places[: self.longest])
        for size in range(len(words), 0, -1):
            if (said := words[:size]) in self.greetings:
                name = _named(folded, places[size - 1][1], places[size : size + _NAME + 1])
                if name or said in self.loose or _parts(text, places[size - 1][1], 1):
                    return size + name
        return 0

    def _closing(self, text: str, places: Sequence[_Place]) -> int:
        """Return how many words at the end are a closing; 0 for none."""
        if not places or text[slice(*places[-1])] not in self.edges:
            return 0
        words = tuple(text[slice(*place)] for place in places[-self.longest :])
        for size in range(len(words), 0, -1):
            said = words[-size:]
            if said in self.closings and (
                said in self.loose or _parts(text, places[-size][0] - 1, -1)
            ):
                return size
        return 0

    def _signed(self, folded: Folded, places: Sequence[_Place]) -> int:
        """Return how many words at the end are the name below a closing; 0 for none."""
        for size in range(1, min(_NAME, len(places) - 1) + 1):
            if not _is_name(folded, places[-size]):
                return 0
            if self._closing(folded.text, places[:-size]):
                return size
        return 0

    def _glued(self, text: str, place: _Place) -> int:
        """Return where thanks begin that are written to the last word, as in Chinese; else 0."""
        start, end = place
        if not wide(text[end - 1]):
            return 0
        return next(
            (at for at in range(start + 1, end) if (text[at:end],) in self.loose & self.closings),
            0,
        )


def read_courtesies(path: Path = OURS) -> dict[str, Said]:
    """Return the courtesies of every language, by ISO 639-1 code."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        language: Said(**{kind: tuple(texts) for kind, texts in said.items()})
        for language, said in table.items()
    }


def gather(said: Mapping[str, Said]) -> Courtesies:
    """Return the courtesies of all languages as they are known again."""
    greetings = _folded(one for each in said.values() for one in each.greetings)
    closings = _folded(one for each in said.values() for one in each.closings)
    return Courtesies(
        greetings=greetings,
        closings=closings,
        loose=_folded(one for each in said.values() for one in each.loose),
        edges=frozenset({one[0] for one in greetings} | {one[-1] for one in closings}),
        longest=max(map(len, greetings | closings), default=0),
    )


def _folded(phrases: Iterable[str]) -> frozenset[Words]:
    return frozenset(tuple(_WORD.findall(fold_phrase(phrase))) for phrase in phrases)


def _parts(text: str, at: int, step: int) -> bool:
    """Say whether what stands here, seen from a courtesy, parts it from the letter."""
    while 0 <= at < len(text) and text[at] == " ":
        at += step
    return not 0 <= at < len(text) or not text[at].isalnum()


def _named(folded: Folded, end: int, places: Sequence[_Place]) -> int:
    """Return how many words behind a greeting are the name that it greets: "Hello Ann," is one.

    Behind a stop the letter has begun: "Hello, Refund: how?" greets nobody.
    """
    if places and _STOP.search(folded.text, end, places[0][0]):
        return 0
    for size in range(1, min(_NAME, len(places) - 1) + 1):
        stop = places[size - 1][1]
        if not _is_name(folded, places[size - 1]):
            break
        if folded.text[stop] in ",:!\n，：":
            return size
    return 0


def _is_name(folded: Folded, place: _Place) -> bool:
    start, end = folded.origin(*place)
    word = folded.original[start:end]
    return word[:1].isupper() or (len(word) < _RUN and all(map(wide, word)))


def _count(text: str) -> int:
    words = _WORD.findall(text)
    return len(words) + sum(len(word) >= _RUN and wide(word[0]) for word in words)
