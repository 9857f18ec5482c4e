"""The time by which a marketplace's notice wants an answer, read from its sentences.

Hours and days count from the mail's own time; business days and named days end at midnight in
the marketplace's zone. Nothing is assumed: a notice that states no time has none. Practice S4.2,
X8.
"""

import re
from datetime import UTC, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

_NEXT_BUSINESS_DAY: Final = re.compile(
    r"next (?:business|working) day|(?:one|1) (?:business|working) day|n(?:ä"
    r"|ae)chste[nrs]? (?:werktag|"
    r"arbeitstag)|prochain jour ouvr|jour ouvré suivant|(?:siguiente|próximo) día (?:hábil"
    r"|laborable)"
    r"|(?:prossimo )?giorno lavorativo(?: successivo)?|próximo dia útil|volgende werkdag"
    r"|następnego dnia roboczego|nästa arbetsdag|翌営業日|下一个?工作日|次の営業日",
    re.IGNORECASE,
)
_SPAN: Final = re.compile(
    r"(?:(?P<lead>within|in the next|in|innerhalb von|innerhalb der nächsten|binnen|dans les"
    r"|dans un délai de"
    r"|sous|en un plazo de|en|dentro de|entro|em até|em|w ciągu|inom|içinde)\s+)?"
    r"(?:the next\s+|les\s+|las\s+|de\s+|le\s+)?"
    r"(?P<number>\d{1,3})\s*[-‑]?\s*"
    r"(?:(?P<hours>hours?|hrs?|stunden|heures?|horas?|ore\b|uur|godzin|timmar|saat|時間|小时|小時)"
    r"|(?P<business>business days?|working days?|werktage[n]?|arbeitstage[n]?|jours ouvrés"
    r"|jours ouvrables"
    r"|días hábiles|días laborables|giorni lavorativi|dias úteis|werkdagen|dni roboczych"
    r"|arbetsdagar"
    r"|営業日|个?工作日)"
    r"|(?P<days>(?:calendar )?days?\b|(?:kalender)?tage[n]?\b|jours?\b|días?\b|giorni\b|dias?\b"
    r"|dagen\b"
    r"|kalenderdagen\b|dni\b|dagar\b|gün\b|日|天))"
    r"\s*(?P<tail>以内|内|içinde)?",
    re.IGNORECASE,
)
_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october",
    "november", "december",
)  # fmt: skip
_NAMED: Final = re.compile(
    r"(?:by(?: date)?|before|until|no later than|bis(?: zum)?|avant le|antes del?"
    r"|entro il|até|vor dem)"
    r"\s*[:：]?\s+"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    r"(?:(?P<month>[a-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})"
    r"|(?P<day2>\d{1,2})(?:st|nd|rd|th|\.)?\s+(?P<month2>[a-z]{3,9})\.?,?\s+(?P<year2>\d{4})"
    r"|(?P<iso>\d{4}-\d{2}-\d{2})|(?P<dotted>\d{1,2}\.\d{1,2}\.\d{4}))",
    re.IGNORECASE,
)


_EAST_ASIAN: Final = re.compile(
    r"(?P<year>\d{4})年\s?(?P<month>\d{1,2})月\s?(?P<day>\d{1,2})日[^\n。]{0,20}?(?:まで|之前|以前|前)"
)


def stated_deadline(text: str, written: datetime | None, zone: str) -> datetime | None:
    """Return the earliest time that ``text`` states, in UTC; None where it states none."""
    if written is None:
        return None
    place = ZoneInfo(zone)
    times = [_named_day(found, place) for found in _NAMED.finditer(text)]
    times += [_east_asian_day(found, place) for found in _EAST_ASIAN.finditer(text)]
    if _NEXT_BUSINESS_DAY.search(text):
        times.append(_business_days(written, 1, place))
    times += [_span(found, written, place) for found in _SPAN.finditer(text)]
    later = [one for one in times if one is not None and one > written]
    return min(later, default=None)


def _span(found: re.Match[str], written: datetime, place: ZoneInfo) -> datetime | None:
    if not (found["lead"] or found["tail"]):
        return None
    number = int(found["number"])
    if found["hours"]:
        return written + timedelta(hours=number)
    if found["business"]:
        return _business_days(written, number, place)
    return written + timedelta(days=number)


def _business_days(written: datetime, number: int, place: ZoneInfo) -> datetime:
    """Return the end of the ``number``-th business day after ``written``, holidays not known."""
    day = written.astimezone(place).date()
    left = number
    while left > 0:
        day += timedelta(days=1)
        left -= day.weekday() < len(("mon", "tue", "wed", "thu", "fri"))
    return _end_of_day(day.year, day.month, day.day, place)


def _named_day(found: re.Match[str], place: ZoneInfo) -> datetime | None:
    try:
        if found["iso"]:
            year, month, day = (int(part) for part in found["iso"].split("-"))
        elif found["dotted"]:
            day, month, year = (int(part) for part in found["dotted"].split("."))
        else:
            name = (found["month"] or found["month2"]).lower()
            month = next(
                number for number, full in enumerate(_MONTHS, 1) if full.startswith(name[:3])
            )
            day, year = int(found["day"] or found["day2"]), int(found["year"] or found["year2"])
        return _end_of_day(year, month, day, place)
    except (ValueError, StopIteration):
        return None


def _east_asian_day(found: re.Match[str], place: ZoneInfo) -> datetime | None:
    try:
        return _end_of_day(int(found["year"]), int(found["month"]), int(found["day"]), place)
    except ValueError:
        return None


def _end_of_day(year: int, month: int, day: int, place: ZoneInfo) -> datetime:
    return datetime.combine(
        datetime(year, month, day, tzinfo=place).date(), time(23, 59, 59), place
    ).astimezone(UTC)
