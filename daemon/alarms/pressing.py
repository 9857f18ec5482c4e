"""Which cases their people are told of: grave ones at once, others before a clock runs out.

Pure. A case that somebody works on is told of to nobody.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from cases.alarms import Alarm
from cases.labels import FOREMOST, Priority
from daemon.alarms.saying import say_time
from desk.language import Words
from store.alarms_protocol import Outlook, Pressing
from store.values import Waiting


class Clock(StrEnum):
    """A clock that runs on a case."""

    PROMISE = "promise"
    LIMIT = "limit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """A clock of a case that ends soon, or did so within a day."""

    case: Pressing
    clock: Clock
    at: datetime


def find_endings(outlook: Outlook) -> Iterator[Ending]:
    """Yield the clocks that end before ``outlook.until``, those of before included."""
    for one in outlook.pressing:
        for clock, at in ((Clock.PROMISE, one.promise_at), (Clock.LIMIT, one.limit_at)):
            if at is not None and at <= outlook.until:
                yield Ending(case=one, clock=clock, at=at)


def find_pressing(outlook: Outlook, zone: str, words: Words, now: datetime) -> Iterator[Alarm]:
    """Yield an alarm for each case and clock; times are said in ``zone``."""
    for one in outlook.pressing:
        if _is_grave(one) and not one.held:
            tag = words.label("tag", one.tags[0])
            yield Alarm(
                kind="case-grave",
                subject=f"{one.case}/{one.opening}",
                sentence=words("alert.case-grave", case=one.case, tag=tag),
                case=one.case,
            )
    for ending in find_endings(outlook):
        case, at = ending.case, say_time(ending.at, now, zone)
        if not case.held:
            yield Alarm(
                kind="grave-ending" if _is_grave(case) else f"{ending.clock}-ending",
                subject=f"{case.case}/{case.opening} {ending.clock} {ending.at:%Y%m%dT%H%M}",
                sentence=words(f"alert.{ending.clock}", case=case.case, at=at),
                case=case.case,
            )


def find_digest(
    waiting: Waiting, hour: time, zone: str, words: Words, now: datetime
) -> Iterator[Alarm]:
    """Yield the day's summary once its hour has come."""
    local = now.astimezone(ZoneInfo(zone))
    if local.time() < hour:
        return
    parts = ", ".join(
        f"{waiting.by_priority[one]} {words.label('priority', one)}"
        for one in Priority
        if waiting.by_priority.get(one)
    )
    said = words(
        "alert.digest" if waiting.cases else "alert.empty",
        n=waiting.cases,
        parts=parts,
        overdue=waiting.overdue,
        unsure=waiting.unsure,
    )
    yield Alarm(kind="digest", subject=f"{local:%Y-%m-%d}", sentence=said)


def _is_grave(case: Pressing) -> bool:
    return case.tags[:1] != () and case.tags[0] in FOREMOST
