"""Dates of mail fields, read into aware UTC times.

The form of RFC 5322 3.3 with its obsolete zones and two-digit years (4.3), asctime, ISO 8601, and
what careless programs write between them. A time without a zone is taken as UTC. What is no date
gives None; never raises.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Final

_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)

#: Hours east of Greenwich (RFC 5322 4.3, and the names that mailers add in comments).
_ZONES: Final[Mapping[str, float]] = {
    "edt": -4, "est": -5, "cdt": -5, "cst": -6, "mdt": -6, "mst": -7, "pdt": -7, "pst": -8,
    "cet": 1, "cest": 2, "met": 1, "mest": 2, "bst": 1, "eet": 2, "eest": 3, "msk": 3, "jst": 9,
    "kst": 9, "ist": 5.5, "aest": 10, "aedt": 11, "hst": -10,
}  # fmt: skip

_CLOCK: Final = r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,]\d+)?)?"
_ZONE: Final = (
    r"\s*(?P<half>[AaPp][Mm])?\s*(?:GMT|UTC|UT)?\s*(?P<zone>[+-]\d{1,2}:?\d{2}|[A-Za-z]{1,5})?"
)
_FORMS: Final = (
    re.compile(
        r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?[\s/-]+(?P<month>[A-Za-z]{3})[a-z]*\.?[\s/,-]+"
        rf"(?P<year>\d{{2,4}})[,\s]+(?:at\s+)?{_CLOCK}{_ZONE}"
    ),
    re.compile(
        rf"(?P<month>[A-Za-z]{{3}})[a-z]*\.?\s+(?P<day>\d{{1,2}}),?\s+{_CLOCK}\s+"
        r"(?P<zone>[A-Za-z]{3,4}\s+)?(?P<year>\d{4})(?P<half>(?!))?"
    ),
    re.compile(
        r"(?P<month>[A-Za-z]{3})[a-z]*\.?\s+(?P<day>\d{1,2}),?\s+(?P<year>\d{4})[,\s]+(?:at\s+)?"
        rf"{_CLOCK}{_ZONE}"
    ),
    re.compile(
        rf"(?P<year>\d{{4}})[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})[T\s]+{_CLOCK}{_ZONE}"
    ),
)

#: Fields longer than this hold no date worth looking for.
_LENGTH: Final = 300


def parse_date(value: str) -> datetime | None:
    """Return the time a raw field states, in UTC."""
    text = value[:_LENGTH]
    for form in _FORMS:
        found = form.search(text)
        if found is not None:
            return _moment(found)
    return None


def parse_received(value: str) -> datetime | None:
    """Return the time at the end of a Received field (RFC 5321 4.4)."""
    return parse_date(value.rpartition(";")[2].strip()[:_LENGTH] or value[-_LENGTH:])


def _moment(found: re.Match[str]) -> datetime | None:
    month = found["month"].lower()
    if not month.isdecimal() and month[:3] not in _MONTHS:
        return None
    number = int(month) if month.isdecimal() else _MONTHS.index(month[:3]) + 1
    hour = int(found["hour"])
    half = (found["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        local = datetime(
            _year(found["year"]),
            number,
            int(found["day"]),
            hour,
            int(found["minute"]),
            min(int(found["second"] or 0), 59),
            tzinfo=UTC,
        )
        return local - _offset(found["zone"] or "")
    except (ValueError, OverflowError):
        return None


def _year(text: str) -> int:
    """Two digits below 50 and three digits are read as RFC 5322 4.3 says."""
    if len(text) == len("2026"):
        return int(text)
    return int(text) + (2000 if "00" <= text < "50" and len(text) == len("26") else 1900)


@lru_cache(maxsize=256)
def _offset(zone: str) -> timedelta:
    zone = zone.strip().lower()
    if zone[:1] in {"+", "-"}:
        digits = zone[1:].replace(":", "").rjust(4, "0")
        hours, minutes = int(digits[:-2]), int(digits[-2:])
        # -0000 and nonsense beyond a day both say nothing about the zone.
        size = timedelta(hours=hours, minutes=minutes)
        if size >= timedelta(hours=24):
            return timedelta(0)
        return -size if zone[0] == "-" else size
    return timedelta(hours=_ZONES.get(zone, 0))
