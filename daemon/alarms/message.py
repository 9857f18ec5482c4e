"""What is sent: one message for all that is told at once, without a buyer's words or name (P11).

Pure. A message says what is wrong, since when, and what to do; about cases, where to open them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Final

from cases.alarms import Audience, Level
from cases.episodes import Episode
from daemon.alarms.saying import say_time
from daemon.health.health import say_length
from desk.language import Words

#: What is beyond this is only counted: a phone shows no more.
_MOST: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message."""

    title: str
    text: str
    #: Of the gravest that it tells; None where all of it is over.
    level: Level | None


def write_message(
    told: Sequence[Episode], zone: str, words: Words, now: datetime, desk: str = ""
) -> Message | None:
    """Return the message that tells these episodes, the gravest first; None where there are none.

    Args:
        told: of one audience.
        zone: in which times are said.
        words: the language that agents are told in; the operator is told in English.
        now: the time.
        desk: the address of the desk, without a stroke at its end; "" where there is none.
    """
    if not told:
        return None
    order = tuple(reversed(Level))
    told = sorted(
        told, key=lambda one: (one.is_over, order.index(one.kind.level), one.kind.id, one.since)
    )
    lines = list[str]()
    for (over, _), same in groupby(told[:_MOST], key=lambda one: (one.is_over, one.kind.id)):
        group = list(same)
        lines += [_say_end(one) if over else _say(one, zone, now, desk) for one in group]
        lines += [] if over else [f"→ {_remedy(group[0], words)}"]
    if len(told) > _MOST:
        lines.append(words("alert.more", n=len(told) - _MOST))
    level = None if told[0].is_over else told[0].kind.level
    return Message(title=_title(told, words), text="\n".join(lines), level=level)


def _say(one: Episode, zone: str, now: datetime, desk: str) -> str:
    if one.alarm.case is not None:
        link = f" {desk}/case/{one.alarm.case}" if desk else ""
        return one.alarm.sentence + link
    since = f" (since {say_time(one.since, now, zone)})" if one.kind.lasting else ""
    return f"{one.alarm.sentence}{since}"


def _say_end(one: Episode) -> str:
    lasted = say_length(one.gone_at - one.since) if one.gone_at else ""
    return f"Over after {lasted}: {one.alarm.sentence}"


def _remedy(one: Episode, words: Words) -> str:
    if one.kind.audience is not Audience.AGENTS:
        return one.kind.remedy
    return words.texts.get(f"remedy.{one.kind.id}", one.kind.remedy)


def _title(told: Sequence[Episode], words: Words) -> str:
    """Return what a phone shows first: which alarm, or how many."""
    first = told[0]
    if first.kind.audience is Audience.AGENTS:
        return f"triaged: {_name_cases(told, words)}"
    if len(told) == 1:
        over = "over: " if first.is_over else ""
        return f"triaged: {over}{first.kind.id} {first.alarm.subject}".rstrip()
    there = [one for one in told if not one.is_over]
    parts = (
        (len(there), "alarm" if len(there) == 1 else "alarms"),
        (sum(one.kind.level is Level.ERROR for one in there), "grave"),
        (len(told) - len(there), "over"),
    )
    return f"triaged: {', '.join(f'{number} {word}' for number, word in parts if number)}"


def _name_cases(told: Sequence[Episode], words: Words) -> str:
    if len(told) == 1:
        return told[0].alarm.sentence
    cases = {one.alarm.case for one in told} - {None}
    grave = {one.alarm.case for one in told if one.kind.level is Level.ERROR}
    said = words("alert.cases", n=len(cases))
    return f"{said} ({words('alert.grave', n=len(grave))})" if grave else said
