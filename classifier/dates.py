"""Stated deadlines: the day a buyer names, resolved against the letter's own date.

A day is a deadline where a word such as "by" leads to it (in Japanese follows it), or where the
same sentence speaks of a present: "her birthday is on Saturday". Named days count until their end
in the buyer's zone. A day that is over when the letter is written is no deadline. Pure: the
letter's date and the zone are arguments; a text without a day gives None.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final

from classifier.finder import Occurrence, words_between
from classifier.phrases import Phrase
from classifier.sentences import Breaks

#: Words that may stand between "by" and its day: "by the end of Friday".
_REACH: Final = 3
#: Characters that may stand between a day and the word that follows it, in Japanese.
_REACH_AFTER: Final = 8
#: A day and month without a year lies at most this far back; else it means the year to come.
_PAST: Final = timedelta(days=90)

_NUMBER: Final = r"(3[01]|[12]\d|0?[1-9])"
_DAY: Final = rf"(?<!\d){_NUMBER}"
_MONTH: Final = r"(1[0-2]|0?[1-9])"
_YEAR_FIRST: Final = re.compile(
    rf"(20\d\d)\s?[-/.年]\s?{_MONTH}\s?[-/.月]\s?(3[01]|[12]\d|0?[1-9])日?"
)
_MONTH_DAY_SIGNS: Final = re.compile(rf"(?<!\d){_MONTH}\s?月\s?(3[01]|[12]\d|0?[1-9])\s?[日号]")
_NUMBERS: Final = re.compile(
    r"(?<![\d.,/-])(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d\d))?(?![\d/-]|,\d)"
)
_DAY_ALONE: Final = re.compile(rf"{_DAY}(?:(?:st|nd|rd|th)\b|\.(?!\d)|日)")
_DAY_BEFORE: Final = re.compile(rf"{_DAY}\s?(?:st|nd|rd|th|\.|er|º)?\s(?:of\s|de\s)?$|{_DAY}\.$")
_DAY_BEHIND: Final = re.compile(rf"\.?\s(?:the\s)?{_NUMBER}(?:st|nd|rd|th)?(?![\d:])")
_YEAR_BEHIND: Final = re.compile(r",?\s?(20\d\d)(?!\d)")

_DECEMBER: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """The words of one language that name days."""

    by: tuple[Phrase, ...] = ()
    after: tuple[Phrase, ...] = ()
    today: tuple[Phrase, ...] = ()
    tomorrow: tuple[Phrase, ...] = ()
    day_after_tomorrow: tuple[Phrase, ...] = ()
    #: Monday first.
    weekdays: tuple[tuple[Phrase, ...], ...] = ()
    months: tuple[tuple[Phrase, ...], ...] = ()
    #: Month, day and the feast's name.
    named: tuple[tuple[int, int, Phrase], ...] = ()

    def phrases(self) -> Iterator[tuple[str, Phrase]]:
        """Yield every phrase under the name by which ``deadline`` knows it."""
        for name, phrases in (
            ("by", self.by),
            ("after", self.after),
            ("day 0", self.today),
            ("day 1", self.tomorrow),
            ("day 2", self.day_after_tomorrow),
        ):
            yield from ((name, phrase) for phrase in phrases)
        for name, rows in (("weekday", self.weekdays), ("month", self.months)):
            for number, row in enumerate(rows):
                yield from ((f"{name} {number}", phrase) for phrase in row)
        for month, day, phrase in self.named:
            yield f"named {month}-{day}", phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """A day named in the text."""

    start: int
    end: int
    day: date


def deadline(
    text: str,
    marks: Sequence[Occurrence],
    presents: Iterable[int],
    sentences: Breaks,
    *,
    written: datetime,
    zone: tzinfo,
    month_first: bool = False,
) -> datetime | None:
    """Return the nearest deadline stated in a folded text, None when it states none.

    Args:
        text: the folded text.
        marks: the date words found in it, under the names of ``DateWords.phrases``.
        presents: numbers of the sentences that speak of a present.
        sentences: where its sentences end.
        written: when the letter was written; aware.
        zone: the buyer's zone; a day ends there.
        month_first: True where 12/24 is written for 24 December.

    Returns:
        The last second of the nearest day that is not over; aware, UTC.
    """
    given = frozenset(presents)
    leads = [mark for mark in marks if mark.name in {"by", "after"}]
    if not leads and not given:
        return None
    today = written.astimezone(zone).date()
    named = [one for one in _days(text, marks, today, month_first=month_first) if one.day >= today]
    found = [one.day for one in named if sentences.number(one.start) in given and one.day > today]
    for lead in leads:
        near = [one for one in named if _belongs(text, lead, one, sentences)]
        if near:
            found.append(min(near, key=lambda one: abs(one.start - lead.start)).day)
    if not found:
        return None
    return datetime.combine(min(found), time(23, 59, 59), zone).astimezone(UTC)


def _belongs(text: str, lead: Occurrence, named: _Named, sentences: Breaks) -> bool:
    start, end = min(lead.end, named.end), max(lead.start, named.start)
    if lead.name == "by":
        return (
            named.start >= lead.end
            and not sentences.between(lead.end, named.start)
            and words_between(text, lead.end, named.start) <= _REACH
        )
    return (
        named.end <= lead.start
        and end - start <= _REACH_AFTER
        and not sentences.between(named.end, lead.start)
    )


def _days(
    text: str, marks: Sequence[Occurrence], today: date, *, month_first: bool
) -> list[_Named]:
    """Return every day named; what is part of a fuller date is no day of its own."""
    days: list[_Named] = []
    marks = sorted(marks, key=lambda mark: mark.start - mark.end)
    feasts = [
        _Named(start=mark.start, end=mark.end, day=day)
        for mark in marks
        if mark.name.startswith("named ")
        if (day := _dated(today, *map(int, mark.name.removeprefix("named ").split("-"))))
    ]
    for one in (
        *feasts,
        *_worded(text, marks, today),
        *_numeric(text, today, month_first=month_first),
        *_numbered(text, today, feasts),
    ):
        if not any(one.start < other.end and other.start < one.end for other in days):
            days.append(one)
    return days


def _worded(text: str, marks: Iterable[Occurrence], today: date) -> Iterator[_Named]:
    for mark in marks:
        kind, _, value = mark.name.partition(" ")
        start, end = mark.start, mark.end
        day: date | None = None
        if kind == "day":
            day = today + timedelta(days=int(value))
        elif kind == "weekday":
            day = today + timedelta(days=(int(value) - today.weekday() - 1) % 7 + 1)
        elif kind == "month":
            day, start, end = _by_month(text, mark, int(value) + 1, today)
        if day:
            yield _Named(start=start, end=end, day=day)


def _numbered(text: str, today: date, feasts: Iterable[_Named]) -> Iterator[_Named]:
    """Yield days named by their number alone; the 24th beside Christmas Eve is that day."""
    for found in _DAY_ALONE.finditer(text):
        number = int(found.group(1))
        meant = next((feast.day for feast in feasts if feast.day.day == number), None)
        yield from _named(found, meant or _next_numbered(today, number))


def _by_month(text: str, mark: Occurrence, month: int, today: date) -> tuple[date | None, int, int]:
    before = _DAY_BEFORE.search(text, max(0, mark.start - 10), mark.start)
    behind = _DAY_BEHIND.match(text, mark.end)
    if before:
        number, start, end = before.group(1) or before.group(2), before.start(), mark.end
    elif behind:
        number, start, end = behind.group(1), mark.start, behind.end()
    else:
        return None, mark.start, mark.end
    year = _YEAR_BEHIND.match(text, end)
    return _dated(today, month, int(number), int(year.group(1)) if year else None), start, end


def _numeric(text: str, today: date, *, month_first: bool) -> Iterator[_Named]:
    for found in _YEAR_FIRST.finditer(text):
        year, month, number = map(int, found.groups())
        yield from _named(found, _dated(today, month, number, year))
    for found in _MONTH_DAY_SIGNS.finditer(text):
        month, number = map(int, found.groups())
        yield from _named(found, _dated(today, month, number))
    for found in _NUMBERS.finditer(text):
        first, mark, second, written = found.groups()
        number, month = int(first), int(second)
        if month > _DECEMBER or (month_first and mark != "." and number <= _DECEMBER):
            number, month = month, number
        of_year = int(f"20{written[-2:]}") if written else None
        yield from _named(found, _dated(today, month, number, of_year))


def _named(found: re.Match[str], day: date | None) -> Iterator[_Named]:
    if day:
        yield _Named(start=found.start(), end=found.end(), day=day)


def _dated(today: date, month: int, number: int, year: int | None = None) -> date | None:
    """Return the day, of the year that is meant where none is written; None if there is none."""
    try:
        day = date(year or today.year, month, number)
        if not year and day < today - _PAST:
            day = date(today.year + 1, month, number)
    except ValueError:
        return None
    return day


def _next_numbered(today: date, number: int) -> date | None:
    """Return the next day with this number in its month."""
    month = today.replace(day=1)
    for _ in range(3):
        day = _dated(today, month.month, number, month.year)
        if day and day >= today:
            return day
        month = (month + timedelta(days=32)).replace(day=1)
    return None
