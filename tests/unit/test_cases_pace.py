"""Pace: quotas in rolling windows, people first, and the order in which not all can leave."""

import random
from datetime import UTC, datetime, timedelta
from typing import Final

import pytest

from cases.labels import Priority
from cases.pace import Pace, Room, Sent, Urgency, Window, find_room, usefulness

NOW: Final = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
MINUTE: Final = timedelta(minutes=1)
DAY: Final = timedelta(days=1)


def pace(reserve: float = 0.2, **limits: int) -> Pace:
    """Return a pace with these limits, by the names of their windows."""
    named = {Window[name.upper()]: most for name, most in limits.items()}
    return Pace(login="seller", limits=named, reserve=reserve)


def ago(*minutes: int) -> list[datetime]:
    """Return times so many minutes before now."""
    return [NOW - number * MINUTE for number in minutes]


@pytest.mark.parametrize(
    ("given", "sent", "urgency", "expected"),
    [
        (pace(), ago(1), Urgency.AUTOMATIC, Room(number=None)),
        (pace(day=10), [], Urgency.PERSON, Room(number=10)),
        (pace(day=10), [], Urgency.AUTOMATIC, Room(number=8)),
        (pace(day=10), ago(*range(1, 9)), Urgency.PERSON, Room(number=2)),
        # The eighth newest leaves the window first.
        (
            pace(day=10),
            ago(*range(1, 9)),
            Urgency.AUTOMATIC,
            Room(number=0, opens=NOW - 8 * MINUTE + DAY),
        ),
        (pace(day=10, minute=2), ago(0), Urgency.PERSON, Room(number=1)),
        (pace(day=10, quarter=2), ago(15, 16), Urgency.PERSON, Room(number=2)),
        # What is narrower than its reserve lets at least one out.
        (pace(minute=1), [], Urgency.AUTOMATIC, Room(number=1)),
        (pace(day=100, reserve=0), ago(1), Urgency.AUTOMATIC, Room(number=99)),
    ],
)
def test_room(given: Pace, sent: list[datetime], urgency: Urgency, expected: Room) -> None:
    """The narrowest window counts, and automatic mail stops short of each quota."""
    assert expected == find_room(given, Sent(automatic=sent), urgency, NOW)


def test_a_peak_delays_no_person() -> None:
    """6,000 letters at a provider of 2,000 a day and 30 a minute: people's replies never wait."""
    allowed, end = pace(day=2000, minute=30), NOW + DAY
    dice = random.Random(5)  # noqa: S311 - when people write, nothing secret
    replies = sorted((NOW + dice.random() * DAY for _ in range(350)), reverse=True)
    people: list[datetime] = []
    automatic: list[datetime] = []
    now, waiting, delayed = NOW, 6000, 0
    while now < end:
        room = find_room(allowed, Sent(people=people, automatic=automatic), Urgency.AUTOMATIC, now)
        leaving = min(waiting, room.number or 0)
        automatic, waiting = [now] * leaving + automatic, waiting - leaving
        while replies and replies[-1] <= now:
            sent = Sent(people=people, automatic=automatic)
            delayed += find_room(allowed, sent, Urgency.PERSON, now).number == 0
            people = [replies.pop(), *people]
        now = min(room.opens or now + MINUTE, replies[-1] if replies else end)

    assert 0 == delayed
    # Four fifths of the quota are theirs, and they use all of it.
    assert (350, 1600, 4400) == (len(people), len(automatic), waiting)


def test_the_most_useful_goes_first() -> None:
    """Priority, then the nearest limit, then the longest wait; no limit comes last."""
    order = [
        (Priority.URGENT, None, NOW),
        (Priority.HIGH, NOW + MINUTE, NOW),
        (Priority.HIGH, NOW + 2 * MINUTE, NOW - DAY),
        (Priority.NORMAL, NOW, NOW - MINUTE),
        (Priority.NORMAL, NOW, NOW),
        (Priority.NORMAL, None, NOW - DAY),
    ]
    shuffled = [order[place] for place in (3, 0, 5, 1, 4, 2)]

    assert order == sorted(shuffled, key=lambda one: usefulness(*one))


def test_a_refused_quota_holds_for_its_window() -> None:
    """A minute's for a minute, a quarter's for a quarter, a day's for an hour at a time."""
    assert [1, 15, 60, 60] == [window.hold // MINUTE for window in Window]
