"""Days as marketplaces write them: with numbers, or with the month's name in twelve languages.

Whether 11/12 is a day of November or of December only the country tells, except where one number
cannot be a month; a day without a year is the nearest one. Pure; what is no day of the calendar is
left out.
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
#: Months' names as they stand beside a day without a year, where a beginning alone would also be
#: "marked", "set" or "outros".
_NAMES: Final = (
    "january janvier januar enero gennaio janeiro januari stycznia ocak",
    "february février februar febrero febbraio fevereiro februari lutego şubat",
    "march mars märz marzo março maart marca mart",
    "april avril abril aprile kwietnia nisan",
    "may mai mayo maggio maio mei maja maj mayıs",
    "june juin juni junio giugno junho czerwca haziran",
    "july juillet juli julio luglio julho lipca temmuz",
    "august août agosto augustus augusti sierpnia ağustos",
    "september septembre septiembre settembre setembro września eylül",
    "october octobre oktober octubre ottobre outubro października ekim",
    "november novembre noviembre novembro listopada kasım",
    "december décembre dezember diciembre dicembre dezembro grudnia aralık",
)
_ABBREVIATED: Final = "jan|feb|févr|apr|avr|jul|juil|aug|ago|sept|sep|oct|okt|nov|dec|dez|déc|dic"
_NAMED: Final = "|".join(
    sorted({*(" ".join(_NAMES).split()), *_ABBREVIATED.split("|")}, key=len, reverse=True)
)
_ENGLISH: Final = "|".join(
    (*(row.partition(" ")[0] for row in _NAMES), "jan|feb|apr|jul|aug|sept|sep|oct|nov|dec")
)
_DAY_OF_YEAR: Final = re.compile(
    r"(?=\d)(?:(?<![\d月./-])(?P<month3>\d{1,2})月(?P<day3>\d{1,2})[日号號]"
    r"|(?<![\d/.-])(?!24/7)(?P<one>\d{1,2})(?:/(?P<two>\d{1,2})(?![\d/])"
    r"|\.(?P<dotted>\d{1,2})\.(?!\s?\d))"
    rf"|(?<![\d.,/-])(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|ª|\.)?(?:\s+de|\s+of)?\s+(?P<name>{_NAMED})"
    r"(?![^\W\d_])(?!\.?,?\s+(?:del?\s+)?\d{4}))"
    # English alone puts the day behind.
    rf"|(?=[jfmasond])(?<![^\W\d_])(?P<name2>{_ENGLISH})\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?"
    r"(?![\d:])(?!,?\s+\d{4})",
    re.IGNORECASE,
)
_LONGEST: Final = 4
#: Where the month stands before the day.
_MONTH_FIRST: Final = frozenset({"America/Los_Angeles", "America/New_York", "America/Chicago"})


def find_days(text: str, zone: str, about: date | None = None) -> Iterator[tuple[int, int, date]]:
    """Yield where each day begins and ends in ``text``, and the day.

    Args:
        text: any words.
        zone: where it was written, which tells day and month apart.
        about: when, so that a day without a year is known; None where such a day shall not count.
    """
    for found in _DAY.finditer(text):
        day = _read(found, month_first=zone in _MONTH_FIRST)
        if day is not None:
            yield found.start(), found.end(), day
    if about is None:
        return
    for found in _DAY_OF_YEAR.finditer(text):
        day = _nearest(*_parts(found, month_first=zone in _MONTH_FIRST), about)
        if day is not None:
            yield found.start(), found.end(), day


def first_day(text: str, zone: str, about: date | None = None) -> date | None:
    """Return the first day in ``text``, one with its year before one without; None without any."""
    return next((day for _, _, day in find_days(text, zone, about)), None)


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


def _parts(found: re.Match[str], *, month_first: bool) -> tuple[int, int]:
    """Return month and day of one that is named without its year."""
    if found["month3"]:
        return int(found["month3"]), int(found["day3"])
    if found["one"]:
        one, two = int(found["one"]), int(found["two"] or found["dotted"])
        first = not found["dotted"] and (month_first or two > 12) and one <= 12  # noqa: PLR2004
        return (one, two) if first else (two, one)
    return _month(found["name"] or found["name2"]), int(found["day"] or found["day2"])


def _nearest(month: int, day: int, about: date) -> date | None:
    found = []
    for year in (about.year - 1, about.year, about.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return min(found, key=lambda one: abs(one - about), default=None)


def _month(name: str) -> int:
    """Return a month's number, 0 where a word is no month's name."""
    folded = name.lower()
    beginnings = (folded[:length] for length in range(_LONGEST, 2, -1))
    return next((_MONTH_OF[one] for one in beginnings if one in _MONTH_OF), 0)
