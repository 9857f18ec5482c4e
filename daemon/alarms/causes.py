"""What needs the operator now: one decision, from an observation to alarms.

Pure. What one process sees of itself is apart from what every worker sees of all, because the one
is remembered by the process and the other by the store. A sentence holds what stays the same while
nothing changes, so a moment and no length of time.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from cases.alarms import Alarm
from cases.pauses import BRAKE, BREAKER, EVERYTHING, Pause
from daemon.alarms.pressing import Clock, find_endings
from daemon.alarms.saying import say_number, say_time
from daemon.health.health import (
    LOST_AFTER,
    STALE_AFTER,
    Health,
    say_damage,
    say_length,
    without_relieved,
)
from daemon.health.observation import Observation
from store.alarms_protocol import Outlook
from store.values import Beat

_MIB: Final = 1024 * 1024
#: So many refusals within an hour, and one in so many of all that ended, are no accident.
_FEWEST_REFUSED: Final = 3
_ONE_IN: Final = 10


def find_own(seen: Observation, disk_wanted: int) -> Iterator[Alarm]:
    """Yield what this process sees by itself; ``disk_wanted`` is in MiB."""
    if seen.health.store_problem:
        yield Alarm(kind="store-failing", sentence=seen.health.store_problem)
    if seen.disk_free is not None and seen.disk_free < disk_wanted * _MIB:
        yield Alarm(
            kind="disk-low",
            sentence=f"{seen.disk_free // _MIB} MiB are left in the state folder, where "
            f"{disk_wanted} are wanted.",
        )
    for mailbox, said in seen.health.logins.items():
        sentence = f"Mailbox {mailbox} will not log in before long: {said}."
        yield Alarm(kind="login-ending", subject=mailbox, sentence=sentence)
    if seen.health.outdated:
        yield Alarm(kind="model-outdated", sentence=f"{seen.health.outdated}.")
    if seen.refused:
        yield Alarm(
            kind="config-refused",
            sentence="The configuration on disk has faults; the one before it is in use.",
        )


def find_shared(seen: Observation, zone: str) -> Iterator[Alarm]:
    """Yield what every worker sees of the same store; nothing where it cannot be asked."""
    if seen.outlook is None:
        return
    health = seen.health
    yield from _of_workers(seen, zone)
    for beat in (*seen.others, *health.beats):
        if health.now - beat.at <= LOST_AFTER:
            yield from _of_mailbox(beat, health, zone)
    for pause in health.pauses:
        yield from _of_pause(pause, health.now, zone)
    if health.damage.count:
        yield Alarm(
            kind="words-damaged",
            sentence=f"{say_damage(health.damage)}.",
            size=health.damage.count,
        )
    yield from _of_outlook(seen.outlook, health.now)


def _of_workers(seen: Observation, zone: str) -> Iterator[Alarm]:
    now = seen.health.now
    heard: dict[str, datetime] = {}
    for beat in seen.others:
        if not beat.stopped:
            heard[beat.worker] = max(beat.at, heard.get(beat.worker, beat.at))
    for worker, at in heard.items():
        if now - at > LOST_AFTER:
            said = f"Worker {worker} was last heard of at {say_time(at, now, zone)}."
            yield Alarm(kind="worker-gone", subject=worker, sentence=said)
    left: dict[str, Beat] = {}
    for beat in without_relieved((*seen.others, *seen.health.beats), now):
        if beat.stopped and (beat.mailbox not in left or left[beat.mailbox].at < beat.at):
            left[beat.mailbox] = beat
    for mailbox, beat in left.items():
        since = say_time(beat.at, now, zone)
        said = f"Nobody reads mailbox {mailbox} since worker {beat.worker} was stopped at {since}."
        yield Alarm(kind="mailbox-left", subject=mailbox, sentence=said)


def _of_mailbox(beat: Beat, health: Health, zone: str) -> Iterator[Alarm]:
    name, now = beat.mailbox, health.now
    if beat.inbox_problem:
        said = f"Mailbox {name} cannot be read: {beat.inbox_problem}."
        yield Alarm(kind="mailbox-failing", subject=name, sentence=said)
    elif beat.read_at is not None and now - beat.read_at > health.poll * STALE_AFTER:
        said = f"Mailbox {name} was last read at {say_time(beat.read_at, now, zone)}."
        yield Alarm(kind="mailbox-stale", subject=name, sentence=said)
    if beat.sender_problem:
        said = f"Nothing leaves mailbox {name}: {beat.sender_problem}."
        yield Alarm(kind="sender-failing", subject=name, sentence=said)


def _of_pause(pause: Pause, now: datetime, zone: str) -> Iterator[Alarm]:
    since = say_time(pause.since, now, zone)
    subject = str(pause.subject)
    # A person's reason is in the person's words, which stay in the store.
    if pause.who == BRAKE:
        said = f"The brake holds everything since {since}: {pause.why}."
        yield Alarm(kind="brake-held", subject=subject, sentence=said)
    elif pause.who == BREAKER:
        said = f"Nothing of {subject} leaves since {since}: {pause.why}."
        yield Alarm(kind="breaker-tripped", subject=subject, sentence=said)
    elif pause.subject == EVERYTHING and pause.until is None:
        yield Alarm(kind="paused-long", sentence=f"Everything is paused since {since}.")


def _of_outlook(outlook: Outlook, now: datetime) -> Iterator[Alarm]:
    ended = outlook.sent + outlook.refused
    if outlook.refused >= _FEWEST_REFUSED and outlook.refused * _ONE_IN >= ended:
        said = f"{outlook.refused} of {ended} acknowledgements of the last hour were refused."
        yield Alarm(kind="acks-failing", sentence=said)
    if outlook.unknown:
        acks = say_number(outlook.unknown, "acknowledgement", "acknowledgements")
        said = f"Nobody knows whether {acks} left."
        yield Alarm(kind="acks-unknown", sentence=said, size=outlook.unknown)
    for mailbox, number in outlook.stranded.items():
        due = say_number(number, "acknowledgement is due", "acknowledgements are due")
        said = f"{due} in mailbox {mailbox}, which no worker has."
        yield Alarm(kind="acks-stranded", subject=mailbox, sentence=said, size=number)
    if outlook.set_aside:
        number = outlook.set_aside
        what = say_number(number, "letter is set aside", "letters are set aside")
        said = f"{what}: judging failed three times."
        yield Alarm(kind="letters-set-aside", sentence=said, size=number)
    near = sum(
        one.clock is Clock.PROMISE and one.at > now and not one.case.held
        for one in find_endings(outlook)
    )
    if near:
        ahead = say_length(outlook.until - now)
        what = say_number(near, "promise runs out", "promises run out")
        cases = "its case" if near == 1 else "their cases"
        said = f"{what} within {ahead}, and nobody works on {cases}."
        yield Alarm(kind="promises-near", sentence=said)
