"""The reply time that an acknowledgement states."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cases.labels import Priority
from replies.calendar import Calendar
from replies.promise import Promise, forecast, round_up
from replies.shops import DEFAULT_HOURS, OFFICE_HOURS, Shop

PROMISES = Path(__file__).parents[2] / "docs" / "reference" / "promises.md"

SHOP = Shop(id="s", brand="S", calendar=Calendar(zone="UTC", hours=OFFICE_HOURS))
MONDAY_TEN = datetime(2026, 11, 23, 10, tzinfo=UTC)
SATURDAY = datetime(2026, 11, 21, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("priority", "expected"),
    [
        (Priority.URGENT, datetime(2026, 11, 23, 12, tzinfo=UTC)),
        (Priority.HIGH, datetime(2026, 11, 23, 14, tzinfo=UTC)),
        (Priority.NORMAL, datetime(2026, 11, 23, 18, tzinfo=UTC)),
        (Priority.LOW, datetime(2026, 11, 24, 10, tzinfo=UTC)),
    ],
)
def test_the_priority_gives_the_hours(priority: Priority, expected: datetime) -> None:
    """The more urgent a letter is the sooner its promise."""
    assert Promise(at=expected) == forecast(priority, SHOP, MONDAY_TEN)


def test_a_letter_of_the_weekend_is_promised_for_monday() -> None:
    """Open time begins with the next open hour."""
    expected = Promise(at=datetime(2026, 11, 23, 11, tzinfo=UTC))

    assert expected == forecast(Priority.URGENT, SHOP, SATURDAY)


def test_a_promise_is_rounded_up_to_the_quarter_hour() -> None:
    """The buyer never reads a time before the forecast."""
    minutes = (0, 1, 15, 44)

    expected = [0, 15, 15, 45]

    assert expected == [round_up(MONDAY_TEN + timedelta(minutes=one)).minute for one in minutes]


def test_a_promise_past_the_limit_is_still_stated_truthfully() -> None:
    """The true time is worth more than a number the marketplace would like."""
    expected = Promise(at=datetime(2026, 11, 23, 11, tzinfo=UTC), beyond_limit=True)

    assert expected == forecast(Priority.URGENT, SHOP, SATURDAY, SATURDAY + timedelta(hours=24))


def test_a_shop_may_state_no_time_past_the_limit() -> None:
    """``no-time`` leaves the time out and still tells the operator."""
    shop = replace(SHOP, beyond_limit="no-time")

    expected = Promise(at=None, beyond_limit=True)

    assert expected == forecast(Priority.URGENT, shop, SATURDAY, SATURDAY + timedelta(hours=24))


def test_a_promise_on_the_limit_is_within_it() -> None:
    """Only what lies later is beyond."""
    limit = datetime(2026, 11, 23, 12, tzinfo=UTC)

    assert Promise(at=limit) == forecast(Priority.URGENT, SHOP, MONDAY_TEN, limit)


def test_without_open_hours_no_time_is_stated() -> None:
    """A time is never made up."""
    closed = replace(SHOP, calendar=Calendar(zone="UTC", hours={}))

    assert Promise(at=None) == forecast(Priority.HIGH, closed, MONDAY_TEN)


def test_the_reference_states_the_hours_of_the_priorities() -> None:
    """docs/reference/promises.md and the table say the same."""
    rows = re.findall(r"^\| (\w+) \| (\d+) \|$", PROMISES.read_text(), re.MULTILINE)

    expected = {
        priority.value: hours / timedelta(hours=1) for priority, hours in DEFAULT_HOURS.items()
    }

    assert expected == {priority: float(hours) for priority, hours in rows}
