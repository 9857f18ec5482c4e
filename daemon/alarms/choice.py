"""Which episodes are told now, and to whom: level, quiet hours, and how often. Pure."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, time
from zoneinfo import ZoneInfo

from cases.alarms import Audience, Level
from cases.episodes import Episode, is_ripe
from daemon.config.alarms import Alarms, Alerts, Receivers


def choose(
    known: Iterable[Episode], alarms: Alarms, alerts: Alerts, now: datetime
) -> Callable[[Episode], bool]:
    """Return what tells whether an episode is to be told now.

    Quiet hours hold back all but errors, and so does a message about cases that went out a short
    while ago: the next one tells of all that came meanwhile.
    """
    receivers: Mapping[Audience, Receivers] = {Audience.OPERATOR: alarms, Audience.AGENTS: alerts}
    resting = {audience: is_quiet(one.quiet, one.zone, now) for audience, one in receivers.items()}
    resting[Audience.AGENTS] |= _was_told(known, now - alerts.every)

    def is_chosen(one: Episode) -> bool:
        held = resting[one.kind.audience] and one.kind.level is not Level.ERROR
        return not held and is_ripe(one, alarms.repeat, now)

    return is_chosen


def is_quiet(span: tuple[time, time] | None, zone: str, now: datetime) -> bool:
    """Tell whether ``now`` lies in these hours of the day, which may pass midnight."""
    if span is None:
        return False
    begins, ends = span
    local = now.astimezone(ZoneInfo(zone)).time()
    if begins <= ends:
        return begins <= local < ends
    return local >= begins or local < ends


def _was_told(known: Iterable[Episode], since: datetime) -> bool:
    """Tell whether agents were told something since then that could have waited."""
    return any(
        one.told_at is not None and one.told_at > since
        for one in known
        if one.kind.audience is Audience.AGENTS and one.kind.level is not Level.ERROR
    )
