"""Days named in a text, resolved against the day on which it was written.

Weekdays, feasts, dates in figures and words, "the 24th", "el 24", 12月24日, 二十四号, "in two
days". A weekday is the next; beside a word for "last" it is over, beside one for "next" it lies in
the week to come. An hour alone ("5 pm") is today's. What is part of a fuller date is no day of its
own, and what stands in an ``unless`` phrase ("guten Morgen") or only names a part of the day ("por
la mañana") is none. Pure; what is no day of the calendar is left out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from classifier.durations import durations
from classifier.finder import Occurrence
from classifier.hours import hours
from classifier.sentences import Breaks

#: A day and month without a year lies at most this far back; else it means the year to come. In
#: January "for Christmas" tells of the feast that is over.
_PAST: Final = timedelta(days=90)
_YEAR: Final = timedelta(days=365)

_NUMBER: Final = r"(3[01]|[12]\d|0?[1-9])"
_SIGNS: Final = "[一二三四五六七八九十廿]"
_DAY: Final = rf"(?<!\d){_NUMBER}"
_APART: Final = r"(?<![\da-z,.])"
_MONTH: Final = r"(1[0-2]|0?[1-9])"
_YEAR_FIRST: Final = re.compile(
    rf"(20\d\d)\s?[-/.年]\s?{_MONTH}\s?[-/.月]\s?(3[01]|[12]\d|0?[1-9])[日号號]?"
)
_MONTH_DAY_SIGNS: Final = re.compile(
    rf"(?<!\d)({_MONTH}|{_SIGNS}{{1,2}})\s?月\s?"
    rf"((?:3[01]|[12]\d|0?[1-9])(?!\d)|{_SIGNS}{{1,3}}(?=[日号號]))[日号號]?(?![个個])"
)
_NUMBERS: Final = re.compile(
    r"(?<![\d.,/-])(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d\d))?(?![\d/-]|,\d)"
)
#: Before what is counted down: "1日" is then one day, not the first.
_LEFT: Final = "(?<!あと)(?<!残り)(?<!还有)(?<!还剩)(?<!只剩)"
_DAY_ALONE: Final = re.compile(
    rf"{_APART}{_LEFT}(?:{_NUMBER}(?:(?:st|nd|rd|th)\b|\.(?!\d)|[日号號](?![間后後目以内內]))"
    rf"|({_SIGNS}{{1,3}})[号號])"
)
_DAY_BEFORE: Final = re.compile(rf"{_DAY}\s?(?:st|nd|rd|th|\.|er|º)?\s(?:of\s|de\s)?$|{_DAY}\.$")
_DAY_BEHIND: Final = re.compile(rf"\.?\s(?:the\s)?{_NUMBER}(?:st|nd|rd|th)?(?![\d:])")
_YEAR_BEHIND: Final = re.compile(r",?\s?(20\d\d)(?!\d)")
_BARE: Final = re.compile(
    rf"\s{_NUMBER}(?:(?:e|ste|:e|:a)\b|(?=[.!?,;:)\n](?!\d)|$|\s(?:at|we|so|or|please|pour|car|à|au|et|sinon|por|para|y|o|al|a|nos|ci|nous|on|es|c'est"
    r"|per|e|in|alle|le|la|mattina|sera|pomeriggio|matin|soir|midi|und|um|abends|früh)\b))"
)
_OF: Final = re.compile(r"\s(?:of\s|de\s)?|(?<!\w)")
#: What may stand between a weekday and the date it belongs to: "Friday, the 4th".
_APPOSED: Final = re.compile(r"[\s,.(]*(?:(?:the|le|el|il|den|dem|der)\s)?")

_FRIDAY: Final = 4
_DECEMBER: Final = 12
_DIGITS: Final = {sign: number for number, sign in enumerate("一二三四五六七八九", 1)}


#: The names of date words that name a day or a span of time themselves, to the first blank.
_TIMES: Final = frozenset(
    {"named", "day", "weekday", "month", "unit", "today", "next_week", "clock"}
)


class Named(NamedTuple):
    """A day named in the text."""

    start: int
    end: int
    day: date
    #: It is "today", or only an hour: said in haste as often as meant.
    vague: bool = False


def named_days(
    text: str,
    marks: Sequence[Occurrence],
    sentences: Breaks,
    today: date,
    *,
    month_first: bool,
) -> list[Named]:
    """Return every day named in a folded text.

    Args:
        text: the folded text.
        marks: the date words found in it, under the names of ``DateWords.phrases``.
        sentences: where its sentences end.
        today: the day on which it was written, where its writer lives.
        month_first: True where 12/24 is written for 24 December.
    """
    spared = [mark for mark in marks if mark.name == "unless"]
    days: list[Named] = []
    marks = sorted(marks, key=lambda mark: mark.start - mark.end)
    feasts = [
        Named(mark.start, mark.end, day)
        for mark in marks
        if mark.name.startswith("named ")
        if (day := _dated(today, *map(int, mark.name.removeprefix("named ").split("-"))))
    ]
    for one in (
        *feasts,
        *_worded(text, marks, today),
        *_numeric(text, today, month_first=month_first),
        *_numbered(text, marks, today, feasts),
        *_ahead(text, marks, today),
    ):
        taken = any(one.start < other.end and other.start < one.end for other in days) or any(
            mark.name == "morning" and mark.start <= one.start and one.end <= mark.end
            for mark in marks
        )
        if not taken and not any(one.start < mark.end and mark.start < one.end for mark in spared):
            days.append(one)
    dated = {sentences.number(one.start) for one in days}
    days += (
        Named(one.start, one.end, today, vague=True)
        for one in hours(text, marks)
        if one.sure and sentences.number(one.start) not in dated
    )
    weekdays = {(mark.start, mark.end) for mark in marks if mark.name.startswith("weekday ")}
    return [one for one in days if one[:2] not in weekdays or not _apposed(text, one, days)]


def names_time(name: str) -> bool:
    """Say whether the date word of this name names a day or a span of time by itself.

    Where none does, only figures name a day, or the signs of month and day.
    """
    return name.partition(" ")[0] in _TIMES


def _apposed(text: str, weekday: Named, days: Iterable[Named]) -> bool:
    """Say whether a weekday only explains the date beside it: "Friday, the 4th"."""
    return any(
        _APPOSED.fullmatch(text, min(weekday.end, one.end), max(weekday.start, one.start))
        for one in days
        if one.day != weekday.day and one.day.weekday() == weekday.day.weekday()
    )


def _worded(text: str, marks: Sequence[Occurrence], today: date) -> Iterator[Named]:
    for mark in marks:
        kind, _, value = mark.name.partition(" ")
        start, end = mark.start, mark.end
        day: date | None = None
        if kind == "day":
            day = today + timedelta(days=int(value))
        elif kind == "weekday":
            day = _weekday(text, mark, marks, today)
        elif kind == "today":
            yield Named(start, end, today, vague=True)
        elif kind == "next_week" and not _part_of_weekday(mark, marks):
            day = today + timedelta(days=7 + _FRIDAY - today.weekday())
        elif kind == "month":
            day, start, end = _by_month(text, mark, marks, today)
        if day:
            yield Named(start, end, day)


def _weekday(text: str, mark: Occurrence, marks: Iterable[Occurrence], today: date) -> date:
    ahead = int(mark.name.removeprefix("weekday ")) - today.weekday()
    beside = {one.name for one in marks if one.name in {"last", "next"} and _touch(text, one, mark)}
    if "last" in beside:
        return today + timedelta(days=-(-ahead % 7 or 7))
    if "next" in beside:
        return today + timedelta(days=ahead + 7)
    return today + timedelta(days=(ahead - 1) % 7 + 1)


def _part_of_weekday(mark: Occurrence, marks: Iterable[Occurrence]) -> bool:
    """Say whether the week's word shares its sign with a weekday: 下周三."""
    return any(
        one.name.startswith("weekday") and one.start < mark.end and mark.start < one.end
        for one in marks
    )


def _touch(text: str, word: Occurrence, mark: Occurrence) -> bool:
    """Say whether a word stands right before or behind a day; in Chinese they may share a sign."""
    if word.start < mark.start:
        return word.end < mark.end and not text[word.end : mark.start].strip()
    return word.end > mark.end and not text[mark.end : word.start].strip()


def _numbered(
    text: str, marks: Sequence[Occurrence], today: date, feasts: Iterable[Named]
) -> Iterator[Named]:
    """Yield days named by their number alone; the 24th beside Christmas Eve is that day."""
    units = {mark.start for mark in marks if mark.name == "clock" or mark.name.startswith("unit ")}
    timed = hours(text, marks)
    bare = (
        found
        for mark in marks
        if mark.name == "article"
        and (found := _BARE.match(text, mark.end))
        and units.isdisjoint({found.end(), found.end() + 1})
    )
    for found in (*_DAY_ALONE.finditer(text), *bare):
        if any(one.start < found.end() and found.start() < one.end for one in timed):
            continue
        number = _figure(next(filter(None, found.groups())))
        meant = next((feast.day for feast in feasts if feast.day.day == number), None)
        yield from _named(found, meant or _next_numbered(today, number))


def _ahead(text: str, marks: Sequence[Occurrence], today: date) -> Iterator[Named]:
    """Yield the days at which spans of time end: "in two days", 三天后."""
    for span in durations(text, marks):
        if span.length < timedelta(days=1):
            continue
        for mark in marks:
            before = mark.name == "ahead" and not text[mark.end : span.start].strip()
            behind = mark.name == "ahead_after" and not text[span.end : mark.start].strip()
            if (before and mark.end <= span.start) or (behind and span.end <= mark.start):
                yield Named(span.start, span.end, today + span.length)


def _by_month(
    text: str, mark: Occurrence, marks: Iterable[Occurrence], today: date
) -> tuple[date | None, int, int]:
    month = int(mark.name.removeprefix("month ")) + 1
    before = _DAY_BEFORE.search(text, max(0, mark.start - 10), mark.start)
    behind = _DAY_BEHIND.match(text, mark.end)
    worded = next((one for one in marks if _counts(text, one, mark)), None)
    if worded:
        number = worded.name.partition(" ")[2]
        start, end = min(worded.start, mark.start), max(worded.end, mark.end)
    elif before:
        number, start, end = before.group(1) or before.group(2), before.start(), mark.end
    elif behind:
        number, start, end = behind.group(1), mark.start, behind.end()
    else:
        return None, mark.start, mark.end
    year = _YEAR_BEHIND.match(text, end)
    return _dated(today, month, int(number), int(year.group(1)) if year else None), start, end


def _counts(text: str, word: Occurrence, month: Occurrence) -> bool:
    """Say whether a number word tells the day of this month: "the third of", "le premier"."""
    if word.name.partition(" ")[0] not in {"number", "ordinal"}:
        return False
    if word.end <= month.start:
        return bool(_OF.fullmatch(text, word.end, month.start))
    return word.name.startswith("ordinal") and text[month.end : word.start] in {" ", " the "}


def _numeric(text: str, today: date, *, month_first: bool) -> Iterator[Named]:
    for found in _YEAR_FIRST.finditer(text):
        year, month, number = map(int, found.groups())
        yield from _named(found, _dated(today, month, number, year))
    for found in _MONTH_DAY_SIGNS.finditer(text):
        month, number = _figure(found.group(1)), _figure(found.group(3))
        yield from _named(found, _dated(today, month, number))
    for found in _NUMBERS.finditer(text):
        first, mark, second, written = found.groups()
        number, month = int(first), int(second)
        if month > _DECEMBER or (month_first and mark != "." and number <= _DECEMBER):
            number, month = month, number
        of_year = int(f"20{written[-2:]}") if written else None
        yield from _named(found, _dated(today, month, number, of_year))


def _named(found: re.Match[str], day: date | None) -> Iterator[Named]:
    if day:
        yield Named(found.start(), found.end(), day)


def _dated(today: date, month: int, number: int, year: int | None = None) -> date | None:
    """Return the day, of the year that is meant where none is written; None if there is none."""
    try:
        day = date(year or today.year, month, number)
        if not year and day < today - _PAST:
            day = date(today.year + 1, month, number)
        elif not year and day - _YEAR >= today - _PAST:
            day = date(today.year - 1, month, number)
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


def _figure(written: str) -> int:
    """Return a number up to 31 in figures or Chinese signs."""
    if written.isdigit():
        return int(written)
    tens, ten, ones = written.replace("廿", "二十").partition("十")
    if not ten:
        return _DIGITS.get(written, 0)
    return 10 * _DIGITS.get(tens, 1) + _DIGITS.get(ones, 0)
