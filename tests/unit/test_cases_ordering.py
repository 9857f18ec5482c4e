"""Rank and sort key are two faces of one order, and clocks lift what is near them."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cases.clocks import DEFAULT_LIMIT, LIFT_BEFORE, lift_at, limit_at, nearest
from cases.ordering import Place, clock_step, effective_level, rank, sort_key

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
HOUR = timedelta(hours=1)

TIMES = st.integers(-5000, 5000).map(lambda minutes: NOW + timedelta(minutes=minutes))
PLACES = st.builds(
    Place,
    level=st.integers(0, 3),
    lift_at=st.none() | TIMES,
    clock_at=st.none() | TIMES,
    score=st.floats(0, 0.999),
    received=TIMES,
)


def place(**changes: object) -> Place:
    """Return a normal case without a clock."""
    told = {"level": 2, "received": NOW} | changes
    return Place(**told)  # type: ignore[arg-type]  # a builder of any field


@given(st.lists(PLACES, max_size=20), TIMES)
def test_a_sorted_list_never_shows_a_rising_rank(places: list[Place], now: datetime) -> None:
    """Whatever the keys, who is served first ranks no lower."""
    ranks = [rank(one, now) for one in sorted(places, key=lambda one: sort_key(one, now))]

    assert sorted(ranks, reverse=True) == ranks


@given(PLACES, TIMES)
def test_a_rank_lies_in_its_level(one: Place, now: datetime) -> None:
    """Urgent is 75 to 100, low 0 to 25."""
    floor = 25 * (3 - effective_level(one, now))

    assert floor <= rank(one, now) <= floor + 25


@given(PLACES, st.integers(0, 3000))
def test_letters_ranked_as_they_came_compare_by_what_they_say(one: Place, minutes: int) -> None:
    """The minute of a letter's coming moves its rank by nothing when its limit moves with it."""
    came = NOW + timedelta(minutes=minutes)
    first = place(clock_at=limit_at(None, NOW), score=one.score)
    other = place(clock_at=limit_at(None, came), score=one.score)

    assert rank(first, NOW) == rank(other, came)


def test_a_case_is_lifted_when_its_time_comes() -> None:
    """At ``lift_at`` a case is served one level higher, urgent ones stay where they are."""
    one = place(lift_at=NOW)

    assert (2, 1) == (effective_level(one, NOW - HOUR), effective_level(one, NOW))
    assert 0 == effective_level(place(level=0, lift_at=NOW), NOW)
    assert 3 == effective_level(place(level=3), NOW)


def test_level_then_clock_then_score_then_age_decide() -> None:
    """Each key decides only where those before it are equal."""
    near, far = NOW + HOUR, NOW + 3 * HOUR
    expected = [
        place(level=0),
        place(clock_at=near),
        place(clock_at=near + timedelta(minutes=5), score=0.0, received=NOW + HOUR),
        place(clock_at=far, score=0.9, received=NOW + HOUR),
        place(clock_at=far, received=NOW),
        place(clock_at=far, received=NOW + HOUR),
        place(),
    ]

    turned = list(reversed(expected))

    assert expected == sorted(turned, key=lambda one: sort_key(one, NOW))


def test_a_quarter_of_an_hour_is_one_step() -> None:
    """Clocks within a quarter of an hour are equally near; no clock is behind every clock."""
    assert clock_step(NOW) == clock_step(NOW + timedelta(minutes=14))
    assert clock_step(NOW) + 1 == clock_step(NOW + timedelta(minutes=15))
    assert clock_step(NOW + 10_000 * HOUR) < clock_step(None)


def test_the_limit_is_the_marketplaces() -> None:
    """24 hours from the oldest letter, nights and weekends counted; Walmart gives 48."""
    assert NOW + DEFAULT_LIMIT == limit_at("amazon.de", NOW) == limit_at(None, NOW)
    assert NOW + 48 * HOUR == limit_at("walmart", NOW)


def test_the_nearest_clock_counts() -> None:
    """Of several clocks the first to run out; none gives none, and lifts nothing."""
    assert NOW == nearest(None, NOW + HOUR, NOW)
    assert None is nearest(None, None)
    assert (NOW - LIFT_BEFORE, None) == (lift_at(NOW), lift_at(None))
