"""How the service is: a value made from what its parts say, and the sentences it comes to.

Pure: ``daemon/health/pulse.py`` gathers it from the running parts and ``triaged status`` from the
store, so that both say the same of the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from cases.absences import Absence
from cases.pauses import EVERYTHING, Pause
from daemon.moments import iso
from store.encryption_protocol import Damage
from store.protocol import Ledger
from store.values import Beat, Waiting

#: A mailbox that was not read for so many of its intervals is not looked after.
STALE_AFTER: Final = 3
#: A worker writes down how it is so often; one that was silent for ``LOST_AFTER`` is gone.
BEAT_EVERY: Final = timedelta(seconds=20)
LOST_AFTER: Final = BEAT_EVERY * 4


#: Who pauses without a person: somebody must look.
UNATTENDED: Final = frozenset({"brake", "breaker"})
NO_DAMAGE: Final = Damage()
NOTHING: Final = Waiting(by_priority={}, overdue=0, unsure=0, oldest=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How the service is at ``now``."""

    now: datetime
    #: How each worker finds each of its mailboxes.
    beats: tuple[Beat, ...]
    #: How often a mailbox is to be read.
    poll: timedelta
    #: What may leave: shadow, approve, canary or live; "" where the store was not asked.
    mode: str = ""
    #: What waits for a person.
    waiting: Waiting = NOTHING
    #: What is held back now, by a person or by the machine.
    pauses: tuple[Pause, ...] = ()
    #: When nobody answers though the calendar says open, as far as it is not over.
    absences: tuple[Absence, ...] = ()
    #: Why the store cannot be used, a sentence; "" while it can.
    store_problem: str = ""
    #: Encrypted words that were altered or damaged, and where.
    damage: Damage = NO_DAMAGE
    #: Why a mailbox will not log in before long, by mailbox (daemon/login/outlook.py).
    logins: Mapping[str, str] = field(default_factory=dict)
    #: Why the starter model judges in place of the one that is named; "" where it does not.
    outdated: str = ""

    @property
    def read_at(self) -> datetime | None:
        """When the mailbox that was not read for the longest time was read."""
        times = [beat.read_at for beat in self.beats]
        return min((time for time in times if time), default=None) if all(times) else None


def problems(health: Health) -> tuple[str, ...]:
    """Return why the service is not ready to do its work, a sentence each; none where it is."""
    if health.store_problem:
        return (health.store_problem,)
    if not health.beats:
        return ("no worker has begun yet",)
    held = (
        f"sending is paused by {pause.who} ({pause.subject}): {pause.why}"
        for pause in health.pauses
        if _is_pressing(pause)
    )
    beats = without_relieved(health.beats, health.now)
    return (*held, *(said for beat in beats for said in _problems_of(beat, health)))


def is_heard(beat: Beat, now: datetime) -> bool:
    """Tell whether its worker is at work."""
    return not beat.stopped and now - beat.at <= LOST_AFTER


def without_relieved(beats: Sequence[Beat], now: datetime) -> Sequence[Beat]:
    """Return the beats without those of stopped workers whose mailbox another one looks after."""
    watched = {beat.mailbox for beat in beats if is_heard(beat, now)}
    return [beat for beat in beats if not (beat.stopped and beat.mailbox in watched)]


def _problems_of(beat: Beat, health: Health) -> Sequence[str]:
    if beat.stopped:
        ago = say_length(health.now - beat.at)
        return (f"{beat.mailbox}: worker {beat.worker} was stopped {ago} ago",)
    if health.now - beat.at > LOST_AFTER:
        silence = say_length(health.now - beat.at)
        return (f"{beat.mailbox}: worker {beat.worker} was last heard of {silence} ago",)
    told = []
    if beat.inbox_problem:
        told.append(f"{beat.mailbox}: {beat.inbox_problem}")
    elif beat.read_at is None:
        told.append(f"{beat.mailbox}: not read yet")
    elif health.now - beat.read_at > health.poll * STALE_AFTER:
        told.append(f"{beat.mailbox}: not read for {say_length(health.now - beat.read_at)}")
    if beat.sender_problem:
        told.append(f"{beat.mailbox}: {beat.sender_problem}")
    return told


def remarks(health: Health) -> tuple[str, ...]:
    """Return what people should know though it keeps nothing from its work, a sentence each."""
    away = (
        f"{f'shop {one.shop}' if one.shop else 'every shop'} is away until {iso(one.until)}"
        for one in health.absences
        if one.since <= health.now
    )
    paused = ", ".join(_name(one) for one in health.pauses if not _is_pressing(one))
    return (
        *([say_damage(health.damage)] if health.damage.count else []),
        *([health.outdated] if health.outdated else []),
        *([f"paused: {paused}"] if paused else []),
        *(f"{mailbox}: {said}" for mailbox, said in health.logins.items()),
        *away,
    )


def say_damage(damage: Damage) -> str:
    """Return how many words of the store do not open any more, and where the first are."""
    more = damage.count - len(damage.places)
    named = "; ".join((*damage.places, *([f"and {more} more"] if more else [])))
    what = "word of the store was" if damage.count == 1 else "words of the store were"
    return f"{damage.count} encrypted {what} altered or damaged ({named})"


def _is_pressing(pause: Pause) -> bool:
    """Tell whether somebody must look: no person paused it, or nothing leaves at all."""
    return pause.who in UNATTENDED or pause.subject == EVERYTHING


def _name(pause: Pause) -> str:
    until = f" until {iso(pause.until)}" if pause.until else ""
    return f"{pause.subject} by {pause.who}{until}"


def summarise(health: Health) -> str:
    """Return one line: what may leave, what waits, when all mailboxes were read last."""
    if health.store_problem:
        return health.store_problem
    line = f"{health.mode}; {health.waiting.cases} waiting, {health.waiting.overdue} overdue"
    if read := health.read_at:
        line += f"; last read {say_length(health.now - read)} ago"
    told = (*problems(health), *remarks(health))
    return f"{line}; {told[0]}" if told else line


def say_length(length: timedelta) -> str:
    """Return a length of time in its largest unit, as in "3 s" or "2 h"."""
    seconds = max(int(length.total_seconds()), 0)
    for unit, size in (("d", 86_400), ("h", 3_600), ("min", 60)):
        if seconds >= size * 2:
            return f"{seconds // size} {unit}"
    return f"{seconds} s"


def ask(ledger: Ledger, health: Health) -> Health:
    """Return ``health`` with what the store knows of it."""
    waiting = ledger.waiting(health.now)
    mode = ledger.setting("mode") or "shadow"
    return replace(
        health,
        mode=mode,
        waiting=waiting,
        pauses=ledger.pauses(health.now),
        absences=ledger.absences(health.now),
        damage=ledger.encryption.damage(),
    )
