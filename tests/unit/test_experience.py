"""What people's answers teach about the next one."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from cases.absences import Absence
from cases.answers import LOOK_BACK, Answer
from cases.labels import Priority
from replies.calendar import Calendar, add_open, open_between
from replies.experience import ENOUGH, Experience, expect, learn, learn_all, quantile
from replies.promise import Promise, Prospect, forecast
from replies.shops import OFFICE_HOURS, Shop

HOUR = timedelta(hours=1)
#: A Monday; the office opens at 9.
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
OFFICE = Calendar(zone="UTC", hours=OFFICE_HOURS)
ALWAYS = Calendar(zone="UTC", hours={day: ((time(0), time(0)),) for day in range(7)})
SHOP = Shop(id="main", calendar=OFFICE)


def answered(waits: Sequence[timedelta], priority: Priority = Priority.NORMAL) -> list[Answer]:
    """Return openings that were answered after so long, all within office hours."""
    return [
        Answer(
            shop="main",
            priority=priority,
            received=NOW - timedelta(days=14),
            answered_at=add_open(OFFICE, NOW - timedelta(days=14), wait),
        )
        for wait in waits
    ]


def taught(answers: Sequence[Answer]) -> Experience:
    """Return what so many answers teach."""
    found = learn(answers, OFFICE, NOW - LOOK_BACK, NOW)
    assert found is not None
    return found


HUNDRED = [number * HOUR / 10 for number in range(1, 101)]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (NOW, NOW + 3 * HOUR, 3 * HOUR),
        (NOW - 2 * HOUR, NOW + HOUR, HOUR),
        (NOW + 8 * HOUR, NOW + 25 * HOUR, 2 * HOUR),
        (NOW - 72 * HOUR, NOW, 9 * HOUR),
        (NOW + HOUR, NOW, 0 * HOUR),
    ],
)
def test_open_time_between_two_moments(start: datetime, end: datetime, expected: timedelta) -> None:
    """Nights and weekends do not count; it is the other side of ``add_open``."""
    assert expected == open_between(OFFICE, start, end)


def test_open_time_without_who_is_away() -> None:
    """As in ``add_open``, whether they left or came back in the middle of a day."""
    away = ((NOW + 2 * HOUR, NOW + 26 * HOUR), (NOW + 25 * HOUR, NOW + 27 * HOUR))
    end = add_open(OFFICE, NOW, 5 * HOUR, away)
    assert end is not None

    assert 5 * HOUR == open_between(OFFICE, NOW, end, away)
    assert 2 * HOUR == open_between(OFFICE, NOW, NOW + 26 * HOUR, away)


@pytest.mark.parametrize("shop", ["", "main"])
def test_who_was_away_is_not_slow(shop: str) -> None:
    """What came while nobody was there is answered an hour after they were back."""
    week = NOW - timedelta(days=7)
    gone = Absence(since=week, until=week + timedelta(days=3), shop=shop, who="li")
    late = Answer(
        shop="main",
        priority=Priority.NORMAL,
        received=week,
        answered_at=gone.until + HOUR,
    )

    found = learn_all([late] * ENOUGH, [SHOP], NOW, [gone])["main"]
    assert HOUR == expect(found, Priority.NORMAL, 0, 0.9)
    elsewhere = learn_all([late] * ENOUGH, [SHOP], NOW, [replace(gone, shop="other")])["main"]
    assert 28 * HOUR == expect(elsewhere, Priority.NORMAL, 0, 0.9)


def test_nine_of_ten_answers_come_within_what_is_expected() -> None:
    """The chosen share of the known waits."""
    experience = taught(answered(HUNDRED))

    assert 9 * HOUR == expect(experience, Priority.NORMAL, 0, 0.9)
    assert 5 * HOUR == expect(experience, Priority.NORMAL, 0, 0.5)


def test_few_answers_teach_nothing() -> None:
    """Below the number of ``ENOUGH`` the hours of the priority stand."""
    few = answered([HOUR] * (ENOUGH - 1))

    assert None is learn(few, OFFICE, NOW - LOOK_BACK, NOW)
    assert {} == learn_all(few, [SHOP], NOW)
    assert {"main"} == set(learn_all(few + answered([HOUR]), [SHOP], NOW))
    assert {} == learn_all([replace(one, shop="other") for one in few * 2], [SHOP], NOW)


def test_a_priority_speaks_for_itself_where_enough_is_known() -> None:
    """Urgent letters are answered sooner, and are promised sooner."""
    urgent = answered([HOUR / 2] * ENOUGH, Priority.URGENT)
    experience = taught([*urgent, *answered([6 * HOUR] * ENOUGH), *answered([HOUR], Priority.LOW)])

    assert HOUR / 2 == expect(experience, Priority.URGENT, 0, 0.9)
    assert 6 * HOUR == expect(experience, Priority.NORMAL, 0, 0.9)
    assert 6 * HOUR == expect(experience, Priority.LOW, 0, 0.9)


def test_what_waits_already_longer_counts() -> None:
    """A queue that people no longer keep up with shows before it is answered."""
    late = [
        Answer(
            shop="main",
            priority=Priority.NORMAL,
            received=NOW - timedelta(days=7),
            answered_at=None,
        )
    ] * 30
    fresh = [replace(one, received=NOW - HOUR) for one in late]

    assert 45 * HOUR == expect(taught(answered(HUNDRED) + late), Priority.NORMAL, 0, 0.9)
    assert 9 * HOUR == expect(taught(answered(HUNDRED) + fresh), Priority.NORMAL, 0, 0.9)


def test_a_long_queue_takes_its_time() -> None:
    """180 open hours in four weeks and 180 answers: one an hour."""
    experience = taught(answered([HOUR] * 180))

    assert 1.0 == experience.pace
    assert HOUR == expect(experience, Priority.NORMAL, 1, 0.9)
    assert 20 * HOUR == expect(experience, Priority.NORMAL, 20, 0.9)


def test_the_promise_is_counted_in_open_time() -> None:
    """What was learnt in office hours is promised in office hours; without it the calendar."""
    prospect = Prospect(experience=taught(answered([2 * HOUR] * ENOUGH)))
    friday = NOW + timedelta(days=4, hours=8)

    expected = Promise(at=datetime(2026, 11, 30, 10, tzinfo=UTC))
    assert expected == forecast(Priority.NORMAL, SHOP, friday, None, prospect)
    assert expected != forecast(Priority.NORMAL, SHOP, friday)


def test_nine_of_ten_promises_are_kept() -> None:
    """Learnt from four weeks of one office, held against the next week of it."""
    draw = random.Random(7)  # noqa: S311 - a sample
    waits = [draw.expovariate(1 / 3) * HOUR for _ in range(400)]
    experience = taught(answered(waits[:200]))
    wait = expect(experience, Priority.NORMAL, 0, 0.9)

    kept = sum(one <= wait for one in waits[200:]) / 200
    assert abs(kept - 0.9) <= 0.05


@pytest.mark.parametrize(("share", "expected"), [(0.5, 2), (0.75, 3), (0.76, 4), (1, 4), (0, 1)])
def test_a_quantile_is_one_of_the_values(share: float, expected: int) -> None:
    """The smallest that the share does not exceed."""
    assert expected * HOUR == quantile([number * HOUR for number in (1, 2, 3, 4)], share)
