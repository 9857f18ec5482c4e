"""Days as marketplaces write them: with numbers, or with the month's name in twelve languages.

Whether 11/12 is a day of November or of December only the country tells, except where one number
cannot be a month. Pure; what is no day of the calendar is left out.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

#: The beginnings by which months are known; those of several languages in one row.
_MONTHS: Final = (
    "jan|ene|gen|sty|oca|янв",
    "feb|fév|fev|lut|şub|sub|фев",
    "mar|mär|mrz|mrt|maa|мар",
    "apr|avr|abr|kwi|nis|апр",
    "may|mai|mei|mag|maj|май|мая",
    "jun|juin|giu|cze|haz|июн",
    "jul|juil|lug|lip|tem|июл",
    "aug|aoû|aou|ago|sie|ağu|авг",
    "sep|set|wrz|eyl|сен",
    "oct|okt|ott|out|paź|eki|окт",
    "nov|lis|kas|ноя",
    "dec|dez|déc|dic|gru|ara|дек",
)
_MONTH_OF: Final[Mapping[str, int]] = {
    beginning: number
    for number, row in enumerate(_MONTHS, 1)
    for beginning in sorted(row.split("|"))
}
_DAY: Final = re.compile(
    r"(?<!\d)(?P<iso>\d{4}-\d{1,2}-\d{1,2})(?!\d)"
    r"|(?<![\d/.-])(?P<one>\d{1,2})(?P<sign>[./-])(?P<two>\d{1,2})(?P=sign)(?P<year>\d{4}|\d{2})(?!\d)"
    r"|(?P<east>\d{4}\s?[年/]\s?\d{1,2}\s?[月/]\s?\d{1,2})(?!\d)"
    r"|(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?(?:\s+de|\s+of)?\s+(?P<name>[^\W\d_]{3,12})\.?"
    r",?(?:\s+de|\s+del)?\s+(?P<named>\d{4})"
    r"|(?P<name2>[^\W\d_]{3,12})\.?\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<named2>\d{4})",
    re.IGNORECASE,
)
_LONGEST: Final = 4
#: Where the month stands before the day.
_MONTH_FIRST: Final = frozenset({"America/Los_Angeles", "America/New_York", "America/Chicago"})


def find_days(text: str, zone: str) -> Iterator[tuple[int, int, date]]:
    """Yield where each day begins and ends in ``text``, and the day."""
    for found in _DAY.finditer(text):
        day = _read(found, month_first=zone in _MONTH_FIRST)
        if day is not None:
            yield found.start(), found.end(), day


def first_day(text: str, zone: str) -> date | None:
    """Return the first day in ``text``, None where it names none."""
    return next((day for _, _, day in find_days(text, zone)), None)


def end_of(day: date, zone: str) -> datetime:
    """Return the last second of ``day`` in ``zone``, in UTC."""
    return datetime.combine(day, time(23, 59, 59), ZoneInfo(zone)).astimezone(UTC)


def _read(found: re.Match[str], *, month_first: bool) -> date | None:
    if found["iso"] or found["east"]:
        year, month, day = map(int, re.findall(r"\d+", found["iso"] or found["east"]))
    elif found["sign"]:
        one, two, year = int(found["one"]), int(found["two"]), int(found["year"])
        year += 2000 if year < 100 else 0  # noqa: PLR2004 - a year of two digits
        first = found["sign"] != "." and (month_first or two > 12) and one <= 12  # noqa: PLR2004
        month, day = (one, two) if first else (two, one)
    else:
        month = _month(found["name"] or found["name2"])
        day, year = int(found["day"] or found["day2"]), int(found["named"] or found["named2"])
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    """Return a month's number, 0 where a word is no month's name."""
    folded = name.lower()
    beginnings = (folded[:length] for length in range(_LONGEST, 2, -1))
    return next((_MONTH_OF[one] for one in beginnings if one in _MONTH_OF), 0)
