"""The words of one language that name days and spans of time, as its rulebook lists them. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from classifier.phrases import Phrase

#: The units of a span of time, in hours.
UNITS: Final = {"hours": 1, "days": 24, "weeks": 168}

#: The lists that stand in a rulebook under the same names.
LISTS: Final = (
    "by",
    "after",
    "then",
    "purpose",
    "no_deadline",
    "ahead",
    "ahead_after",
    "article",
    "clock",
    "at",
    "morning",
    "afternoon",
    "within",
    "within_after",
    "last",
    "next",
    "unless",
    "today",
    "tonight",
    "tomorrow",
    "day_after_tomorrow",
    "next_week",
    *UNITS,
)

_DAYS: Final = {"tonight": "day 0", "tomorrow": "day 1", "day_after_tomorrow": "day 2"}


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """The words of one language that name days and spans of time."""

    #: By the name of the list, one of ``LISTS``.
    lists: dict[str, tuple[Phrase, ...]]
    #: Monday first.
    weekdays: tuple[tuple[Phrase, ...], ...] = ()
    months: tuple[tuple[Phrase, ...], ...] = ()
    #: Month, day and the feast's name.
    named: tuple[tuple[int, int, Phrase], ...] = ()
    #: Number words: the number and its word.
    numbers: tuple[tuple[int, Phrase], ...] = ()
    #: Words for a day of the month: its number and its word.
    ordinals: tuple[tuple[int, Phrase], ...] = ()

    def phrases(self) -> Iterator[tuple[str, Phrase]]:
        """Yield every phrase under the name by which ``deadline`` knows it.

        The names are "by", "after", "today" and so on, "day 1", "weekday 0", "month 11",
        "named 12-24", "unit 24", "number 2" and "ordinal 3".
        """
        for name, phrases in self.lists.items():
            called = f"unit {UNITS[name]}" if name in UNITS else _DAYS.get(name, name)
            yield from ((called, phrase) for phrase in phrases)
        for kind, rows in (("weekday", self.weekdays), ("month", self.months)):
            for number, row in enumerate(rows):
                yield from ((f"{kind} {number}", phrase) for phrase in row)
        for month, day, phrase in self.named:
            yield f"named {month}-{day}", phrase
        for kind, words in (("number", self.numbers), ("ordinal", self.ordinals)):
            yield from ((f"{kind} {number}", phrase) for number, phrase in words)
