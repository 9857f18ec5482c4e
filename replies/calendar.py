"""When a shop's people are at work: open time on a calendar of hours, holidays and closed days.

Days are judged in the calendar's own zone and open time is counted in UTC, so an hour of open
time is an hour on both nights a year when the wall clock jumps. A wall time that the spring
change skips is read with the offset before it. Nothing here reads a clock.

``check_calendar`` names what is wrong with a calendar; the others expect one without faults and
raise what ``zoneinfo`` and ``holidays`` raise for names unknown to them.

Practice: S1.6, S1.12 (an absolute time, from business hours).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

from cases.absences import Span

#: How far ahead an open hour is looked for.
HORIZON: Final = timedelta(days=60)

_DAY: Final = timedelta(days=1)

_DAYS_A_WEEK: Final = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The hours in which a person may answer."""

    #: IANA name of the zone in which the hours are meant.
    zone: str
    #: Weekday (0 is Monday) to spans of wall time. An end at or before its start lies on the
    #: next day, so 00:00 to 00:00 is the whole day. A break at noon is two spans.
    hours: Mapping[int, tuple[tuple[time, time], ...]]
    #: ISO 3166 code of the country whose public holidays are closed; None for none.
    country: str | None = None
    #: The part of the country, as the holidays library names it ("BY", "CA").
    subdivision: str | None = None
    #: Further closed days.
    closed: frozenset[date] = field(default_factory=frozenset)


def add_open(
    calendar: Calendar, start: datetime, open_time: timedelta, away: Sequence[Span] = ()
) -> datetime | None:
    """Return the UTC time at which ``open_time`` of open hours has passed since ``start``.

    ``away`` are times that count as closed, by their beginning, aware; they may overlap.
    The result lies in open hours, at the latest at their end. None where the calendar has not so
    much open time within ``HORIZON``.
    """
    left = open_time
    for opens, closes in _without(_spans(calendar, start), away):
        if closes - opens >= left:
            return opens + left
        left -= closes - opens
    return None


def open_between(
    calendar: Calendar, start: datetime, end: datetime, away: Sequence[Span] = ()
) -> timedelta:
    """Return the open time from ``start`` to ``end``, of at most ``HORIZON``.

    ``away`` as in ``add_open``.
    """
    passed = timedelta(0)
    for opens, closes in _without(_spans(calendar, start), away):
        if opens >= end:
            break
        passed += min(closes, end) - opens
    return passed


def next_open(calendar: Calendar, now: datetime) -> datetime | None:
    """Return ``now`` where it is open, else the next opening, in UTC; None where there is none."""
    return add_open(calendar, now, timedelta(0))


def check_calendar(calendar: Calendar) -> tuple[str, ...]:
    """Return a sentence for each fault of ``calendar``; empty when it can be used."""
    faults = []
    if calendar.zone not in available_timezones():
        faults.append(f'unknown zone "{calendar.zone}": use an IANA name such as Europe/Berlin')
    if any(day not in range(_DAYS_A_WEEK) for day in calendar.hours):
        faults.append("a weekday is a number from 0 (Monday) to 6 (Sunday)")
    for day, spans in calendar.hours.items():
        ordered = sorted(spans)
        if any(closes > later for (_, closes), (later, _) in pairwise(ordered)):
            faults.append(f"the spans of weekday {day} overlap: join them")
    if not any(calendar.hours.values()):
        faults.append("no open hour: no acknowledgement could state a time")
    if calendar.country is not None:
        faults.extend(check_country(calendar.country, calendar.subdivision))
    return tuple(faults)


def check_country(country: str, subdivision: str | None = None) -> list[str]:
    """Return a sentence where no public holidays are known for a country or its part."""
    from holidays import list_supported_countries  # noqa: PLC0415  costs 0.1 s, often not needed

    known = list_supported_countries()
    if country not in known:
        return [f'no holidays known for country "{country}": use an ISO 3166 code such as DE']
    if subdivision is not None and subdivision not in known[country]:
        parts = ", ".join(known[country]) or "leave it out"
        return [f'no holidays known for "{subdivision}" in {country}; known: {parts}']
    return []


def _spans(calendar: Calendar, start: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Yield open spans in UTC, in order, none overlapping, from ``start`` to the horizon."""
    zone = ZoneInfo(calendar.zone)
    begin = start.astimezone(UTC)
    end = begin + HORIZON
    # A span of the day before may reach over midnight.
    day = start.astimezone(zone).date() - _DAY
    while datetime.combine(day, time(), zone).astimezone(UTC) < end:
        for opens, closes in _spans_of_day(calendar, day, zone):
            first, last = max(opens, begin), min(closes, end)
            if first < last:
                yield first, last
                begin = last
        day += _DAY


def _without(spans: Iterable[Span], away: Sequence[Span]) -> Iterator[Span]:
    """Yield what is left of the spans where nobody is away."""
    for opens, closes in spans:
        begin = opens
        for leaves, returns in away:
            if begin < leaves < closes:
                yield begin, leaves.astimezone(UTC)
            if leaves < closes and begin < returns:
                begin = max(begin, returns.astimezone(UTC))
        if begin < closes:
            yield begin, closes


def _spans_of_day(
    calendar: Calendar, day: date, zone: ZoneInfo
) -> Iterator[tuple[datetime, datetime]]:
    spans = calendar.hours.get(day.weekday(), ())
    if not spans or day in calendar.closed or day in _holidays(calendar, day.year):
        return
    for opens, closes in sorted(spans):
        last_day = day if opens < closes else day + _DAY
        yield (
            datetime.combine(day, opens, zone).astimezone(UTC),
            datetime.combine(last_day, closes, zone).astimezone(UTC),
        )


def _holidays(calendar: Calendar, year: int) -> frozenset[date]:
    if calendar.country is None:
        return frozenset()
    return _public_holidays(calendar.country, calendar.subdivision, year)


@lru_cache(maxsize=256)
def _public_holidays(country: str, subdivision: str | None, year: int) -> frozenset[date]:
    from holidays import country_holidays  # noqa: PLC0415  costs 0.5 s, often not needed

    return frozenset(country_holidays(country, subdiv=subdivision, years=year))
