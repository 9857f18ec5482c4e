"""Times as people read them: what is left, how long ago, when."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from desk.language import Words

#: A clock with less than this left is said to be near.
NEAR: Final = timedelta(hours=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """The time left on a clock."""

    #: "2 h 10 min left", "overdue 14 min".
    text: str
    #: over, near or far: the same again as a colour.
    state: str


def left(clock_at: datetime | None, now: datetime, words: Words) -> Left | None:
    """Return what is left until ``clock_at``; None where no clock runs."""
    if clock_at is None:
        return None
    span = span_of(abs(clock_at - now), words)
    if clock_at < now:
        return Left(text=words("clock.overdue", span=span), state="over")
    state = "near" if clock_at - now < NEAR else "far"
    return Left(text=words("clock.left", span=span), state=state)


def ago(at: datetime, now: datetime, words: Words) -> str:
    """Return how long ago something happened."""
    return words("clock.ago", span=span_of(max(timedelta(0), now - at), words))


def span_of(span: timedelta, words: Words) -> str:
    """Return a length of time in its two largest units, in whole minutes."""
    minutes = int(span / timedelta(minutes=1))
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    if days:
        return words("clock.days", days=days, hours=hours)
    if hours:
        return words("clock.hours", hours=hours, minutes=f"{minutes:02}")
    return words("clock.minutes", minutes=minutes)


def when(at: datetime, zone: ZoneInfo) -> str:
    """Return a time in the desk's zone: "2026-11-23 11:00 CET"."""
    return at.astimezone(zone).strftime("%Y-%m-%d %H:%M %Z")
