"""What is said of the service, from what its parts say."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from cases.absences import Absence
from cases.labels import Priority
from cases.pauses import EVERYTHING, Pause, Scope, Subject
from daemon.health.health import Health, problems, remarks, say_length, summarise
from store.values import Beat, Waiting

SHOP = Subject(scope=Scope.SHOP, name="main")
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


def beat(**changes: object) -> Beat:
    """Build a beat of a mailbox that was read three seconds ago."""
    well = Beat(
        worker="main",
        mailbox="de",
        at=NOW,
        read_at=NOW - timedelta(seconds=3),
        inbox_problem="",
        sender_problem="",
    )
    return replace(well, **changes)  # type: ignore[arg-type]  # a builder of any field


def health(*beats: Beat, **changes: object) -> Health:
    """Build the health of a service with twelve open cases."""
    well = Health(
        now=NOW,
        mode="shadow",
        waiting=Waiting(by_priority={Priority.HIGH: 12}, overdue=1, unsure=0, oldest=NOW),
        beats=beats or (beat(),),
        poll=timedelta(minutes=2),
    )
    return replace(well, **changes)  # type: ignore[arg-type]  # a builder of any field


def test_a_service_that_is_well_says_so_in_one_line() -> None:
    """Mode, what waits, and when all mailboxes were read last: the oldest counts."""
    said = summarise(health(beat(), beat(mailbox="fr", read_at=NOW - timedelta(seconds=90))))

    assert "shadow; 12 waiting, 1 overdue; last read 90 s ago" == said


def test_trouble_stands_in_the_line() -> None:
    """The first sentence of it; a service that was never read says so."""
    said = summarise(health(beat(read_at=None, sender_problem="login refused")))

    assert "shadow; 12 waiting, 1 overdue; de: not read yet" == said


def test_an_absence_that_has_begun_stands_in_the_line() -> None:
    """Nothing is wrong then, and nobody should wonder at the promises."""
    until = NOW + timedelta(days=3)
    now, later = (
        Absence(since=since, until=until, shop=shop, who="li")
        for since, shop in ((NOW, "main"), (NOW + timedelta(days=1), ""))
    )

    away = health(absences=(now, later))
    assert "; shop main is away until 2026-11-26T10:00:00Z" in summarise(away)
    assert "every shop" not in summarise(away)
    assert () == problems(away)


def test_what_people_paused_stands_in_the_line() -> None:
    """All of it by whom, until when where it ends; nothing is wrong, for somebody wanted it so."""
    template = Subject(scope=Scope.TEMPLATE, name="general")
    until = NOW + timedelta(days=1)
    paused = health(
        pauses=(
            Pause(subject=SHOP, since=NOW, who="command:li"),
            Pause(subject=template, since=NOW, until=until, who="command:mo"),
        )
    )
    both = health(
        pauses=(
            Pause(subject=SHOP, since=NOW, who="breaker", why="refused"),
            Pause(subject=template, since=NOW, who="command:mo"),
        )
    )

    assert summarise(paused).endswith(
        "; paused: shop main by command:li, "
        "template general by command:mo until 2026-11-24T10:00:00Z"
    )
    assert () == problems(paused)
    assert ("paused: template general by command:mo",) == remarks(both)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (health(), ()),
        (health(beats=()), ("no worker has begun yet",)),
        (health(store_problem="The store is full."), ("The store is full.",)),
        (
            health(pauses=(Pause(subject=EVERYTHING, since=NOW, who="brake", why="too many"),)),
            ("sending is paused by brake (all): too many",),
        ),
        (
            health(pauses=(Pause(subject=SHOP, since=NOW, who="command:li"),)),
            (),
        ),
        (health(beat(read_at=None)), ("de: not read yet",)),
        (health(beat(inbox_problem="login refused")), ("de: login refused",)),
        (health(beat(sender_problem="the quota is used up")), ("de: the quota is used up",)),
        (health(beat(read_at=NOW - timedelta(minutes=6))), ()),
        (health(beat(read_at=NOW - timedelta(minutes=7))), ("de: not read for 7 min",)),
        (
            health(beat(at=NOW - timedelta(minutes=5))),
            ("de: worker main was last heard of 5 min ago",),
        ),
        (
            health(beat(at=NOW - timedelta(minutes=5), stopped=True)),
            ("de: worker main was stopped 5 min ago",),
        ),
        (health(beat(worker="old", at=NOW - timedelta(minutes=5), stopped=True), beat()), ()),
    ],
)
def test_what_keeps_it_from_its_work_is_named(given: Health, told: tuple[str, ...]) -> None:
    """A mailbox is stale after three intervals, a worker is gone when it says nothing."""
    assert told == problems(given)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(-1, "0 s"), (119, "119 s"), (120, "2 min"), (7_199, "119 min"), (7_200, "2 h")],
)
def test_a_length_is_said_in_its_largest_unit(seconds: int, said: str) -> None:
    """From two of a unit on."""
    assert said == say_length(timedelta(seconds=seconds))
