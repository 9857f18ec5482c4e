"""What a person types becomes a filter, and a filter what a person would type."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.asking import NAMES, Asked, ask, spell
from cases.filters import VIEWS, Filter
from cases.labels import TAGS, Priority
from cases.states import CaseState

CHRISTMAS = datetime(2026, 12, 24, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("", Filter()),
        ("broken cup", Filter(words=("broken", "cup"))),
        ('"broken cup" now', Filter(words=("broken", "cup", "now"))),
        ("order:302-1234567-1234567", Filter(order="302-1234567-1234567")),
        (
            "tag:damaged lang:de before:2026-12-24 is:overdue 破损",
            Filter(
                tags=frozenset({"damaged"}),
                language="de",
                before=CHRISTMAS,
                overdue=True,
                words=("破损",),
            ),
        ),
        ("TAG:Damaged tag：refund", Filter(tags=frozenset({"damaged", "refund"}))),
        ("is:snoozed is:open", Filter(states=frozenset({CaseState.OPEN, CaseState.SNOOZED}))),
        ("due:90m", Filter(due_within=timedelta(minutes=90))),
        ("after:2026-12-24T09:30:00+09:00", Filter(after=CHRISTMAS + timedelta(minutes=30))),
        ('shop:"Blue Cup" person:li', Filter(shop="Blue Cup", person="li")),
        ("priority:urgent market:amazon", Filter(
            priorities=frozenset({Priority.URGENT}), marketplace="amazon"
        )),
        ("http://x re:hello", Filter(words=("http://x", "re:hello"))),
    ],
)  # fmt: skip
def test_what_is_typed_is_understood(typed: str, wanted: Filter) -> None:
    """Names, words and quoted words, in any case and with a full-width colon."""
    assert Asked(wanted=wanted) == ask(typed)


@pytest.mark.parametrize(
    "typed",
    ["tag:nonsense", "is:nothing", "before:yesterday", "due:soon", "priority:9", 'shop:""'],
)
def test_what_is_not_understood_is_told(typed: str) -> None:
    """The rest is read all the same."""
    assert Asked(wanted=Filter(words=("cup",)), faults=(typed,)) == ask(f"{typed} cup")


VALUES = st.text("abcÄ- 店", min_size=1, max_size=8).map(str.strip).filter(bool)
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - the bounds are naive
FILTERS = st.builds(
    Filter,
    states=st.frozensets(st.sampled_from(CaseState)),
    words=st.lists(st.sampled_from(["cup", "is:open", "破损", "dam*", "a：b"])).map(tuple),
    order=st.none() | VALUES,
    tags=st.frozensets(st.sampled_from(TAGS), max_size=3),
    main_tags=st.frozensets(st.sampled_from(TAGS), max_size=3),
    priorities=st.frozensets(st.sampled_from(Priority)),
    language=st.none() | VALUES,
    marketplace=st.none() | VALUES,
    shop=st.none() | VALUES,
    person=st.none() | VALUES,
    free=st.booleans(),
    unsure=st.booleans(),
    escalated=st.booleans(),
    deadline=st.booleans(),
    overdue=st.booleans(),
    due_within=st.none() | st.integers(1, 9999).map(lambda number: timedelta(minutes=number)),
    before=st.none() | MOMENTS,
    after=st.none() | MOMENTS,
)


@given(FILTERS)
def test_a_filter_is_spelt_as_it_is_read(wanted: Filter) -> None:
    """Every filter can stand in a link."""
    assert Asked(wanted=wanted) == ask(spell(wanted))


def test_views_are_spelt() -> None:
    """A view that ships is a link that a person can read."""
    assert [
        "is:open due:120m",
        "is:open is:overdue",
        "is:open tag:claim tag:safety",
        "is:open is:deadline tag:free-gift tag:gift-order",
        "is:open is:unsure",
        "is:open main:spam main:thanks",
    ] == [spell(wanted) for wanted in VIEWS.values()]


@given(st.text(max_size=80))
def test_anything_can_be_typed(typed: str) -> None:
    """Nothing raises."""
    assert isinstance(ask(typed).wanted, Filter)


def test_every_name_is_explained() -> None:
    """docs/howto/search.md shows each name that is more than a word."""
    page = Path("docs/howto/search.md").read_text(encoding="utf-8")

    assert set() == {name for name in NAMES if f"`{name}:" not in page}
