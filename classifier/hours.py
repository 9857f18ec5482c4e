"""Hours named in a text: "5 pm", "at seven", "kl 8", 早上九点.

An hour stands before a word of ``clock`` ("5 pm", 九点) or behind one of ``at`` ("um vier"). It
lies in the afternoon beside a word of ``afternoon``, and from one to six also without, unless a
word of ``morning`` stands there: nobody is visited at four in the night. Pure; nothing fails.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import time
from typing import Final, NamedTuple

from classifier.finder import Occurrence

_BEFORE: Final = re.compile(
    r"(?<![\d.,:/-])([01]?\d|2[0-4])(?:[:.h]([0-5]\d))?\s?$|([一二两三四五六七八九十]{1,2})$"
)
_BEHIND: Final = re.compile(
    r"\s?([01]?\d|2[0-4])(?:[:.h]([0-5]\d))?"
    r"(?![\d:]|[.,/-]\d|\s?(?:[%€$£°]|(?:eur|euros?|kr|kg|km|cm|mm|zł|tl|lira|grad|degrees)\b))"
)
_SIGNS: Final = {sign: number for number, sign in enumerate("一二三四五六七八九十", 1)} | {"两": 2}

#: So many characters may stand between an hour and what tells its half of the day.
_REACH: Final = 16
#: Nobody means the night by an hour up to this one.
_SMALL: Final = 6
#: Days and weeks.
_LONG: Final = frozenset({"unit 24", "unit 168"})
_NOON: Final = 12
_DAY: Final = 24


class Hour(NamedTuple):
    """An hour named in the text."""

    start: int
    end: int
    #: In the buyer's zone.
    hour: time
    #: A word of ``clock`` stands behind it: it is an hour also where no day is named.
    sure: bool


def hours(text: str, marks: Sequence[Occurrence]) -> list[Hour]:
    """Return the hours named in a folded text.

    Args:
        text: the folded text.
        marks: the date words found in it, under the names of ``DateWords.phrases``.
    """
    return [
        Hour(start, end, one, sure)
        for start, end, number, minute, sure in _named(text, marks)
        if (one := _time(number, minute, _half(marks, start, end)))
    ]


def _named(text: str, marks: Sequence[Occurrence]) -> Iterator[tuple[int, int, int, int, bool]]:
    """Yield the places, hours and minutes, and whether they are sure."""
    for mark in marks:
        if mark.name == "clock":
            found = _BEFORE.search(text, max(0, mark.start - 6), mark.start)
            if found:
                number = int(found.group(1)) if found.group(1) else _signs(found.group(3))
                yield found.start(), mark.end, number, int(found.group(2) or 0), True
        elif mark.name == "at":
            found = _BEHIND.match(text, mark.end)
            if found and not _counts(marks, found.end()):
                yield (
                    found.start(),
                    found.end(),
                    int(found.group(1)),
                    int(found.group(2) or 0),
                    False,
                )
            for word in marks:
                kind, _, count = word.name.partition(" ")
                if (
                    kind == "number"
                    and word.start == mark.end + 1
                    and int(count) > 1
                    and not _counts(marks, word.end)
                ):
                    yield word.start, word.end, int(count), 0, False


def _counts(marks: Sequence[Occurrence], end: int) -> bool:
    """Say whether a number that ends there counts days or weeks: "um zwei Wochen"."""
    return any(mark.name in _LONG and mark.start in {end, end + 1} for mark in marks)


def _half(marks: Sequence[Occurrence], start: int, end: int) -> set[str]:
    """Return which halves of the day are named beside an hour."""
    return {
        mark.name
        for mark in marks
        if mark.name in {"morning", "afternoon"}
        and mark.start - end <= _REACH
        and start - mark.end <= _REACH
    }


def _time(number: int, minute: int, halves: set[str]) -> time | None:
    """Return the time of day, None where there is no such hour."""
    if number < _NOON and ("afternoon" in halves or (number <= _SMALL and "morning" not in halves)):
        number += _NOON
    return time(number, minute) if 0 < number < _DAY else None


def _signs(written: str) -> int:
    """Return an hour in Chinese signs: 九, 十, 十一."""
    return _SIGNS.get(written[0], 0) + (_SIGNS.get(written[1], 0) if len(written) > 1 else 0)
