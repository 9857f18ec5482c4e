"""Absences: when nobody answers though the calendar says open, and who said so. Pure values."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

#: From when until when, aware.
Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Absence:
    """A time that counts as closed."""

    since: datetime
    #: Exclusive.
    until: datetime
    #: The shop whose people are away; "" for every shop's.
    shop: str = ""
    who: str
    why: str = ""


def spans(absences: Iterable[Absence], shop: str) -> tuple[Span, ...]:
    """Return when the people of a shop are away, in order; spans may overlap."""
    return tuple(sorted((one.since, one.until) for one in absences if one.shop in {"", shop}))
