"""What a form asks to be done to cases: its fields become a deed of cases/deeds.py.

One table says every button's word; the same words serve one case, many at once, and the keys.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from cases.deeds import (
    Assign,
    Awaited,
    Close,
    Closing,
    Correct,
    Deed,
    Escalate,
    Hold,
    LetGo,
    Rate,
    Reopen,
    Snooze,
    Wait,
)
from cases.labels import ALONE, FOREMOST, TAGS, Priority

#: The longest reason or note, in characters.
LONGEST: Final = 2000
_MORNING: Final = time(9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The fields of a form that asks for something."""

    #: Which button: a key of ``DEEDS``.
    do: str
    #: A person, a priority, whom to wait for, or a span of ``SPANS``.
    to: str = ""
    until: str = ""
    reason: str = ""
    tags: Sequence[str] = ()


def _in_hours(hours: int) -> Callable[[datetime, ZoneInfo], datetime]:
    return lambda now, _: now + timedelta(hours=hours)


def _in_the_morning(days: Callable[[datetime], int]) -> Callable[[datetime, ZoneInfo], datetime]:
    def until(now: datetime, zone: ZoneInfo) -> datetime:
        here = now.astimezone(zone)
        day = here.date() + timedelta(days=days(here))
        return datetime.combine(day, _MORNING, zone).astimezone(now.tzinfo)

    return until


#: How long a case can be put off, and until when that is.
SPANS: Final[Mapping[str, Callable[[datetime, ZoneInfo], datetime]]] = {
    "hour": _in_hours(1),
    "four-hours": _in_hours(4),
    "tomorrow": _in_the_morning(lambda _: 1),
    "monday": _in_the_morning(lambda here: 7 - here.weekday()),
}


def _until(asked: Asked, now: datetime, zone: ZoneInfo) -> datetime:
    return SPANS[asked.until](now, zone)


#: The deed behind each button; a table of values that the form does not offer raises
#: ``ValueError`` or ``KeyError``.
DEEDS: Final[Mapping[str, Callable[[Asked, datetime, ZoneInfo], Deed]]] = {
    "claim": lambda asked, _, __: Hold(reason=asked.reason[:LONGEST]),
    "release": lambda *_: LetGo(),
    "assign": lambda asked, _, __: Assign(to=asked.to or None),
    "done": lambda *_: Close(),
    "no-response": lambda *_: Close(why=Closing.NO_RESPONSE),
    "spam": lambda *_: Close(why=Closing.SPAM),
    "reopen": lambda *_: Reopen(),
    "snooze": lambda asked, now, zone: Snooze(until=_until(asked, now, zone)),
    "wait": lambda asked, now, zone: Wait(
        on=Awaited(asked.to), until=_until(asked, now, zone) if asked.until else None
    ),
    "escalate": lambda *_: Escalate(),
    "calm": lambda *_: Escalate(on=False),
    "tag": lambda asked, _, __: Correct(tags=tuple(asked.tags)),
    "rate": lambda asked, _, __: Rate(priority=Priority(asked.to)),
}


def read_deed(asked: Asked, now: datetime, zone: ZoneInfo) -> Deed | None:
    """Return the deed that is asked for; None where the form asks for none that there is."""
    make = DEEDS.get(asked.do)
    try:
        return make(asked, now, zone) if make else None
    except (KeyError, ValueError):
        return None


def toggled(tags: Sequence[str], tag: str) -> tuple[str, ...]:
    """Return the tags with one more or one less; the set stays complete."""
    if tag in tags:
        left = tuple(one for one in tags if one != tag)
        return left or ("other",)
    if tag in ALONE:
        return (tag,)
    return (*(one for one in tags if one not in ALONE), tag)


def arranged(present: Sequence[str], chosen: Sequence[str], main: str) -> tuple[str, ...]:
    """Return the chosen tags in their order: grave ones, main, those it has already, the others."""
    known = [tag for tag in (*FOREMOST, main, *present, *chosen) if tag in chosen]
    return tuple(dict.fromkeys(known))


def likely(tags: Sequence[str], count: int = 9) -> tuple[str, ...]:
    """Return the tags that the keys 1 to 9 toggle: those it has, then the commonest others."""
    return tuple(dict.fromkeys((*tags, *_COMMON, *TAGS)))[:count]


#: In the order in which letters of marketplaces are most often about them.
_COMMON: Final = (
    *("late-delivery", "not-received", "damaged", "wrong-item", "missing-item", "defective"),
    *("refund", "return", "exchange", "cancellation", "address-change", "free-gift"),
)
