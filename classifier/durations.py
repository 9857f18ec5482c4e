"""Spans of time named in a text: "24 hours", "zwei Tage", "48小时". Pure; nothing fails."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final, NamedTuple

from classifier.finder import Occurrence

#: Digits right before a unit, with the counting word that Chinese puts between; behind the sign of
#: a month they are a day of it.
_DIGITS: Final = re.compile(r"(?<![\d月])(?<!月\s)(\d{1,3})[ -]?[个個]?$")
_JOINT: Final = re.compile(r"[ -]?[个個]?")


class Duration(NamedTuple):
    """A span of time named in the text."""

    start: int
    end: int
    length: timedelta


def durations(text: str, marks: Sequence[Occurrence]) -> Iterator[Duration]:
    """Yield the spans of time named in a folded text.

    Args:
        text: the folded text.
        marks: the date words found in it, under the names of ``DateWords.phrases``.
    """
    numbers = [mark for mark in marks if mark.name.startswith("number ")]
    for unit in marks:
        if not unit.name.startswith("unit "):
            continue
        hours = int(unit.name.removeprefix("unit "))
        digits = _DIGITS.search(text, max(0, unit.start - 8), unit.start)
        if digits:
            length = timedelta(hours=hours * int(digits.group(1)))
            yield Duration(digits.start(), unit.end, length)
        for number in numbers:
            if number.end <= unit.start and _JOINT.fullmatch(text, number.end, unit.start):
                count = int(number.name.removeprefix("number "))
                yield Duration(number.start, unit.end, timedelta(hours=hours * count))
