"""Open time: hours, breaks, holidays, and the two nights when the wall clock jumps."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replies.calendar import HORIZON, Calendar, add_open, check_calendar, next_open

NINE_TO_SIX = ((time(9), time(18)),)
OFFICE = dict.fromkeys(range(5), NINE_TO_SIX)
ZONES = ("Europe/Berlin", "America/New_York")


def calendar(**changes: object) -> Calendar:
    """Build an office in Berlin, open Monday to Friday from 9 to 18."""
    return Calendar(**{"zone": "Europe/Berlin", "hours": OFFICE, **changes})  # type: ignore[arg-type]


def wall(text: str, zone: str = "Europe/Berlin") -> datetime:
    """Read an ISO wall time of ``zone`` as UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def hours(count: float) -> timedelta:
    """Spell a number of hours."""
    return timedelta(hours=count)


def test_time_runs_on_inside_a_day() -> None:
    """Two hours after ten are twelve."""
    expected = wall("2026-11-23T12:00")

    assert expected == add_open(calendar(), wall("2026-11-23T10:00"), hours(2))


def test_the_night_does_not_count() -> None:
    """Two hours begun at five end at ten the next morning."""
    expected = wall("2026-11-24T10:00")

    assert expected == add_open(calendar(), wall("2026-11-23T17:00"), hours(2))


def test_the_weekend_does_not_count() -> None:
    """A letter of Saturday is begun on Monday."""
    expected = wall("2026-11-23T11:00")

    assert expected == add_open(calendar(), wall("2026-11-21T13:00"), hours(2))


def test_a_break_at_noon_does_not_count() -> None:
    """Two spans a day leave out what lies between them."""
    broken = calendar(hours={0: ((time(9), time(12)), (time(13), time(17)))})

    expected = wall("2026-11-23T14:00")

    assert expected == add_open(broken, wall("2026-11-23T11:00"), hours(2))


def test_the_end_of_a_day_is_still_open() -> None:
    """A promise may fall on closing time, not on the next morning."""
    expected = wall("2026-11-23T18:00")

    assert expected == add_open(calendar(), wall("2026-11-23T09:00"), hours(9))


def test_a_public_holiday_is_closed() -> None:
    """Christmas of 2026 falls on a Friday, and its second day on a Saturday."""
    expected = wall("2026-12-28T10:00")

    assert expected == add_open(calendar(country="DE"), wall("2026-12-24T17:00"), hours(2))


def test_a_holiday_of_another_part_of_the_country_is_open() -> None:
    """Epiphany is kept in Bavaria, not in Berlin."""
    start = wall("2027-01-06T08:00")

    expected = (wall("2027-01-07T09:00"), wall("2027-01-06T09:00"))

    assert expected == (
        next_open(calendar(country="DE", subdivision="BY"), start),
        next_open(calendar(country="DE", subdivision="BE"), start),
    )


def test_a_closed_day_is_closed() -> None:
    """The shop's own days off count like holidays."""
    expected = wall("2026-11-24T09:00")

    assert expected == next_open(
        calendar(closed=frozenset({date(2026, 11, 23)})), wall("2026-11-22T12:00")
    )


def test_a_span_may_reach_over_midnight() -> None:
    """A night shift of Monday goes on in the small hours of Tuesday."""
    night = calendar(hours={0: ((time(22), time(6)),)})

    expected = wall("2026-11-24T01:00")

    assert expected == add_open(night, wall("2026-11-23T20:00"), hours(3))


def test_overlapping_spans_count_once() -> None:
    """A night shift and the early shift after it share an hour, which passes once."""
    shifts = calendar(hours={0: ((time(22), time(6)),), 1: ((time(5), time(9)),)})

    expected = wall("2026-11-24T08:00")

    assert expected == add_open(shifts, wall("2026-11-24T04:00"), hours(4))


def test_midnight_to_midnight_is_the_whole_day() -> None:
    """A shop that never closes counts like a clock."""
    always = calendar(hours=dict.fromkeys(range(7), ((time(0), time(0)),)))
    start = wall("2026-11-21T13:00")

    expected = start + hours(50)

    assert expected == add_open(always, start, hours(50))


def test_open_now_is_the_next_opening() -> None:
    """Inside open hours nothing is waited for."""
    now = wall("2026-11-23T10:07")

    assert now == next_open(calendar(), now)


@pytest.mark.parametrize(
    "never",
    [
        calendar(hours={}),
        calendar(hours={0: ()}),
        calendar(closed=frozenset(date(2026, 11, 1) + timedelta(days=n) for n in range(120))),
    ],
)
def test_without_an_open_hour_there_is_no_answer(never: Calendar) -> None:
    """Where nothing is open within the horizon no time is made up."""
    assert None is add_open(never, wall("2026-11-23T10:00"), hours(1))


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        # The hour from 2 to 3 does not exist in March and comes twice in October.
        ("2026-03-29T01:00", "2026-03-29T05:00"),
        ("2026-10-25T01:00", "2026-10-25T03:00"),
    ],
)
def test_the_night_of_the_clock_change_has_its_true_length(start: str, expected: str) -> None:
    """Three hours of work are three hours, whatever the wall clock does meanwhile."""
    always = calendar(hours=dict.fromkeys(range(7), ((time(0), time(0)),)))

    assert wall(expected) == add_open(always, wall(start), hours(3))


def test_a_good_calendar_has_no_fault() -> None:
    """Hours with a country and its part are taken as they are."""
    assert () == check_calendar(calendar(country="DE", subdivision="BY"))


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (calendar(zone="Europe/Berlim"), "Europe/Berlim"),
        (calendar(hours={}), "no open hour"),
        (calendar(hours={7: NINE_TO_SIX}), "weekday"),
        (calendar(hours={0: ((time(9), time(13)), (time(12), time(18)))}), "overlap"),
        (calendar(country="Germany"), "Germany"),
        (calendar(country="DE", subdivision="XX"), "XX"),
    ],
)
def test_a_fault_is_named(broken: Calendar, words: str) -> None:
    """Each way to be wrong gives one sentence that shows what was written."""
    faults = check_calendar(broken)

    assert [True] == [words in fault for fault in faults]


# Around both changes of the clock in both zones, and in between.
moments = st.datetimes(
    min_value=datetime(2026, 2, 20),  # noqa: DTZ001  hypothesis wants it naive, zone below
    max_value=datetime(2026, 12, 31),  # noqa: DTZ001
    timezones=st.just(UTC),
)
changes = st.sampled_from(
    [datetime(2026, *day, tzinfo=UTC) for day in ((3, 8), (3, 29), (10, 25), (11, 1))]
)
starts = moments | st.builds(
    lambda day, minutes: day + timedelta(minutes=minutes), changes, st.integers(-3000, 3000)
)
amounts = st.integers(0, 60 * 60).map(lambda minutes: timedelta(minutes=minutes))


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    """Draw hours of whole hours on some days, in a zone whose clock changes."""
    four = st.lists(st.integers(0, 23), min_size=4, max_size=4, unique=True).map(sorted)
    spans = four.map(lambda at: ((time(at[0]), time(at[1])), (time(at[2]), time(at[3]))))
    week = draw(st.dictionaries(st.integers(0, 6), spans, min_size=1))
    return Calendar(zone=draw(st.sampled_from(ZONES)), hours=week)


def is_open(one: Calendar, at: datetime) -> bool:
    """Read the calendar on the wall, an end counted as open."""
    local = at.astimezone(ZoneInfo(one.zone))
    just_before = (at - timedelta(microseconds=1)).astimezone(ZoneInfo(one.zone))
    return any(
        opens <= clock.time() < closes
        for clock in (local, just_before)
        for opens, closes in one.hours.get(clock.weekday(), ())
    )


@given(one=calendars(), start=starts, amount=amounts)
def test_the_result_lies_in_open_hours(one: Calendar, start: datetime, amount: timedelta) -> None:
    """Whatever the calendar and the season, nobody is promised a closed hour."""
    at = add_open(one, start, amount)

    assert at is None or is_open(one, at)


@given(one=calendars(), start=starts, amount=amounts)
def test_the_result_is_not_before_its_time(
    one: Calendar, start: datetime, amount: timedelta
) -> None:
    """Open time is part of all time: never earlier than start plus amount, nor past the horizon."""
    at = add_open(one, start, amount)

    assert at is None or start + amount <= at <= start + HORIZON


@given(one=calendars(), start=starts, amount=amounts, more=amounts)
def test_more_time_never_ends_earlier(
    one: Calendar, start: datetime, amount: timedelta, more: timedelta
) -> None:
    """Adding is monotone in the amount."""
    first, second = add_open(one, start, amount), add_open(one, start, amount + more)

    assert second is None or (first is not None and first <= second)


@given(one=calendars(), start=starts, later=amounts, amount=amounts)
def test_a_later_start_never_ends_earlier(
    one: Calendar, start: datetime, later: timedelta, amount: timedelta
) -> None:
    """Adding is monotone in the start."""
    first, second = add_open(one, start, amount), add_open(one, start + later, amount)

    assert first is None or second is None or first <= second


def test_nobody_answers_while_everybody_is_away() -> None:
    """Hours of absence do not count, whichever part of a day they take and however they overlap."""
    away = (
        (wall("2026-11-23T11:00"), wall("2026-11-23T12:00")),
        (wall("2026-11-23T11:30"), wall("2026-11-23T12:30")),
        (wall("2026-11-23T17:00"), wall("2026-11-24T10:00")),
    )

    ends = [
        add_open(calendar(), wall("2026-11-23T10:00"), hours(count), away)
        for count in (1, 2, 5.5, 6)
    ]
    assert [
        wall("2026-11-23T11:00"),
        wall("2026-11-23T13:30"),
        wall("2026-11-23T17:00"),
        wall("2026-11-24T10:30"),
    ] == ends


@given(starts=st.lists(st.integers(0, 400), min_size=1, max_size=4), amount=st.integers(0, 30))
def test_the_result_lies_in_no_absence(starts: list[int], amount: int) -> None:
    """Whatever absences are named, an answer is due outside of them, or as one begins."""
    now = wall("2026-11-23T10:00")
    away = tuple(sorted((now + hours(start), now + hours(start + 7)) for start in starts))

    end = add_open(calendar(), now, hours(amount), away)

    assert end is not None
    assert not [one for one in away if one[0] < end < one[1]]
