"""Episodes: how long an alarm lasts, and what was told of it.

One trouble is told once when it has lasted as long as its kind's patience, again when there is more
of it or after a while, and once more when it is over. What comes and goes within ``SETTLED`` is one
trouble. Whoever tells an episode holds it meanwhile, so that of several workers one does; when
telling failed, or nobody came back from it, it is tried again. Pure; time is an argument.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from cases.alarms import KINDS, Alarm, Kind

#: Missing for so long, it is over.
SETTLED: Final = timedelta(minutes=3)
#: So long whoever tells it may take; longer than any channel is given.
LEASE: Final = timedelta(minutes=2)
#: After this, what could not be told is tried again.
RETRY: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """An alarm from when it was found first."""

    alarm: Alarm
    since: datetime
    #: When it was missed first; None while it is there.
    gone_at: datetime | None = None
    #: When it was told last, and how much of it there was; None before.
    told_at: datetime | None = None
    told_size: int = 0
    #: Until when it is somebody else's to tell, or rests because telling failed.
    held_until: datetime | None = None

    @property
    def kind(self) -> Kind:
        """Its kind."""
        return KINDS[self.alarm.kind]

    @property
    def is_over(self) -> bool:
        """Whether what is to be told of it is its end."""
        return self.gone_at is not None


def follow(known: Iterable[Episode], found: Iterable[Alarm], now: datetime) -> tuple[Episode, ...]:
    """Return the episodes after a look that found these alarms, those of each key once."""
    there = {alarm.key: alarm for alarm in found if alarm.kind in KINDS}
    lasting = {one.alarm.key: one for one in known if one.alarm.kind in KINDS}
    stay = (
        _stay(one, there[key]) if key in there else _miss(one, now) for key, one in lasting.items()
    )
    begun = (Episode(alarm=alarm, since=now) for key, alarm in there.items() if key not in lasting)
    return (*(one for one in stay if one is not None), *begun)


def _stay(one: Episode, alarm: Alarm) -> Episode:
    return replace(one, alarm=alarm, gone_at=None)


def _miss(one: Episode, now: datetime) -> Episode | None:
    """Return an episode whose alarm was not found; None where nobody is to hear its end."""
    gone_at = one.gone_at or now
    heard = one.told_at is not None and one.kind.lasting
    if now - gone_at >= SETTLED and not heard:
        return None
    return replace(one, gone_at=gone_at)


def is_ripe(one: Episode, repeat: timedelta, now: datetime) -> bool:
    """Tell whether it is to be told now; ``repeat`` is how long between two times."""
    if one.held_until is not None and now < one.held_until:
        return False
    if one.gone_at is not None:
        return now - one.gone_at >= SETTLED
    if one.told_at is None:
        return now - one.since >= one.kind.patience
    if not one.kind.lasting:
        return False
    return one.alarm.size > one.told_size or now - one.told_at >= repeat


def take(
    known: Sequence[Episode], chosen: Callable[[Episode], bool], now: datetime
) -> tuple[tuple[Episode, ...], tuple[Episode, ...]]:
    """Return the episodes, and those of them that are the caller's to tell: what is ``chosen``."""
    mine = tuple(one for one in known if chosen(one))
    keys = {one.alarm.key for one in mine}
    held = (replace(one, held_until=now + LEASE) if one.alarm.key in keys else one for one in known)
    return tuple(held), mine


def settle(
    known: Iterable[Episode], told: Iterable[Episode], now: datetime, *, reached: bool
) -> tuple[Episode, ...]:
    """Return the episodes after these were told, or could not be; as ``take`` returned them."""
    ended = {one.alarm.key: one for one in told}
    after = (
        _settle(one, ended[one.alarm.key], now, reached=reached) if one.alarm.key in ended else one
        for one in known
    )
    return tuple(one for one in after if one is not None)


def _settle(one: Episode, told: Episode, now: datetime, *, reached: bool) -> Episode | None:
    if not reached:
        return replace(one, held_until=now + RETRY)
    if not told.is_over:
        return replace(one, told_at=now, told_size=told.alarm.size, held_until=None)
    # It was told to be over: one that came back meanwhile is a new one.
    return None if one.is_over else replace(one, since=now, told_at=None, held_until=None)
