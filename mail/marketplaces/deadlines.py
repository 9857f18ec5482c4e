"""The time by which a marketplace's notice wants an answer, read from its sentences.

Hours and days count from the mail's own time; business days and named days end at midnight in
the marketplace's zone. Nothing is assumed: a notice that states no time has none, and a time in
which another acts ("we will refund the buyer within 5 days") is none. Practice S4.2, X8.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from mail.marketplaces import deadline_words as said
from mail.marketplaces.days import end_of, find_days


def _either(words: Iterable[str]) -> str:
    """Return a pattern of any of ``words``, the longer ones first."""
    return "|".join(sorted(words, key=len, reverse=True))


_NEXT_BUSINESS_DAY: Final = re.compile(_either(said.NEXT_BUSINESS_DAY), re.IGNORECASE)
_SPAN: Final = re.compile(
    rf"(?:(?<![\d月年./-])(?P<number>\d{{1,3}})(?!\d)"
    rf"|(?<!\w)(?P<word>{_either(said.NUMBERS)})(?!\w)"
    rf"|(?P<sign>[{''.join(said.SIGNS)}]))"
    r"(?:\s*\(\d{1,3}\))?\s*[-‑]?\s*"
    rf"(?:(?P<business>{_either(said.BUSINESS_DAYS)})|(?P<hours>{_either(said.HOURS)})"
    rf"|(?P<days>{_either(said.DAYS)}))"
    rf"\s*(?:的?(?P<tail>{_either(said.TAILS)}))?",
    re.IGNORECASE,
)
_LEAD: Final = re.compile(
    rf"(?<![^\W\d_])(?:{_either(said.LEADS)})\s*"
    r"(?:the next\s+|next\s+|les\s+|las\s+|los\s+|de\s+|le\s+)?$",
    re.IGNORECASE,
)
_LEAD_REACH: Final = 40
#: An hour, and a weekday, may stand between the word and its day.
_HOUR: Final = (
    r"(?:(?:le |las |les )?(?:ore )?\d{1,2}(?:[:.h]\d{2})?\s*(?:a\.?m\.?|p\.?m\.?|uhr|h|uur)?\s*"
    r"(?:[a-z]{3,4}\s+)?(?:on|am|le|du|el|del|il|den|op|em|de|do|dnia)?\s*)?"
)
_BEFORE: Final = re.compile(
    rf"(?:(?<![^\W\d_])(?:{_either(said.BEFORE)})|{_either(said.BEFORE_UNSPACED)})\s*[:：]?\s*"
    rf"{_HOUR}(?:(?:the|le|el|il|den|dem|dia)\s+)?(?:[^\W\d_]{{2,12}}\.?(?:-feira)?,?\s+)?"
    r"(?:(?:the|le|el|il|den|dem)\s+)?$",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(
    r"日?\s?(?:[(（][^()（）\n]{1,5}[)）])?[\s\d:：時时点點分午後下晚上中正に的]{0,16}?"
    rf"(?:{_either(said.BEHIND)})|\s?(?:{_either(said.BEHIND_SPACED)})",
    re.IGNORECASE,
)
_OTHERS: Final = re.compile(_either(said.OTHERS), re.IGNORECASE)
_OURS: Final = re.compile(
    rf"{_either(said.OURS)}|(?:{_either(said.ON_PAIN)})[^,;:]*$", re.IGNORECASE
)
_PROOFS: Final = re.compile(_either(said.PROOFS), re.IGNORECASE)
#: Where the sentence before a time begins; a dot inside a number is no end.
_SENTENCE: Final = re.compile(r"[。！？\n]|[.!?](?=\s)")
_SENTENCE_REACH: Final = 160
_BEFORE_REACH: Final = 60
_WEEK: Final = 5


def stated_deadline(text: str, written: datetime | None, zone: str) -> datetime | None:
    """Return the earliest time that ``text`` states, in UTC; None where it states none."""
    if written is None:
        return None
    times = (
        time
        for place, time in (
            *_named_days(text, written, zone),
            *_next_days(text, written, zone),
            *_spans(text, written, zone),
        )
        if time > written and _is_ours(text, place)
    )
    return min(times, default=None)


def _named_days(text: str, written: datetime, zone: str) -> Iterator[tuple[int, datetime]]:
    about = written.astimezone(ZoneInfo(zone)).date()
    for start, end, day in find_days(text, zone, about):
        before = text[max(start - _BEFORE_REACH, 0) : start]
        if _BEFORE.search(before) or _BEHIND.match(text, end):
            yield start, end_of(day, zone)


def _next_days(text: str, written: datetime, zone: str) -> Iterator[tuple[int, datetime]]:
    for found in _NEXT_BUSINESS_DAY.finditer(text):
        yield found.start(), _business_days(written, 1, zone)


def _spans(text: str, written: datetime, zone: str) -> Iterator[tuple[int, datetime]]:
    for found in _SPAN.finditer(text):
        before = text[max(found.start() - _LEAD_REACH, 0) : found.start()]
        if not (found["tail"] or _LEAD.search(before)):
            continue
        number = _number(found)
        if found["business"]:
            yield found.start(), _business_days(written, number, zone)
        else:
            unit = timedelta(hours=1) if found["hours"] else timedelta(days=1)
            yield found.start(), written + number * unit


def _number(found: re.Match[str]) -> int:
    if found["number"]:
        return int(found["number"])
    return said.SIGNS[found["sign"]] if found["sign"] else said.NUMBERS[found["word"].lower()]


def _is_ours(text: str, place: int) -> bool:
    """Say whether the sentence up to ``place`` leaves the time to the seller."""
    sentence = _SENTENCE.split(text[max(place - _SENTENCE_REACH, 0) : place])[-1]
    rest, others = _OTHERS.subn("", _PROOFS.sub("", sentence))
    return not others or _OURS.search(rest) is not None


def _business_days(written: datetime, number: int, zone: str) -> datetime:
    """Return the end of the ``number``-th business day after ``written``, holidays not known."""
    day = written.astimezone(ZoneInfo(zone)).date()
    left = number
    while left > 0:
        day += timedelta(days=1)
        left -= day.weekday() < _WEEK
    return end_of(day, zone)
