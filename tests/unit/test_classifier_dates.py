"""Deadlines: which days count, and when they end."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from classifier.dates import deadline
from classifier.rules import load_rulebook, match

ENGLISH = """
language = "en"
[dates]
by = ["by", "before", "until"]
today = ["today"]
tomorrow = ["tomorrow"]
day_after_tomorrow = ["the day after tomorrow"]
weekdays = [["monday"], ["tuesday"], [], [], ["friday"], ["saturday"], []]
months = [["january", "jan"], [], [], [], [], [], [], [], [], [], [], ["december", "dec"]]
named = { "christmas" = "12-24" }
[[signal]]
id = "birthday"
signal = "gift-date"
phrases = ["birthday"]
match = ["birthday"]
no_match = ["day"]
"""

JAPANESE = """
language = "ja"
[dates]
after = ["までに"]
tomorrow = ["明日"]
weekdays = [[], [], [], [], ["金曜"], [], []]
"""

BERLIN = ZoneInfo("Europe/Berlin")
#: A Monday.
WRITTEN = datetime(2026, 11, 23, 9, tzinfo=UTC)


def day(text: str, book: str = ENGLISH, *, month_first: bool = False) -> date | None:
    """Return the day in Berlin on which the deadline of ``text`` ends."""
    found = match(load_rulebook(book, "test.toml"), text)
    ends = deadline(
        found.folded.text,
        found.marks,
        found.presents,
        found.sentences,
        written=WRITTEN,
        zone=BERLIN,
        month_first=month_first,
    )
    return ends.astimezone(BERLIN).date() if ends else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I need it by Friday.", date(2026, 11, 27)),
        ("by tomorrow please", date(2026, 11, 24)),
        ("by the day after tomorrow", date(2026, 11, 25)),
        ("before the end of Friday", date(2026, 11, 27)),
        ("by Monday", date(2026, 11, 30)),
        ("before the 24th", date(2026, 11, 24)),
        ("before the 3rd", date(2026, 12, 3)),
        ("by December 24th", date(2026, 12, 24)),
        ("until 5 January", date(2027, 1, 5)),
        ("by 24.12.", date(2026, 12, 24)),
        ("by 24/12/2026", date(2026, 12, 24)),
        ("by 2026-12-24", date(2026, 12, 24)),
        ("before Christmas!", date(2026, 12, 24)),
        ("a present for Christmas, please before the 24th", date(2026, 12, 24)),
        ("Her birthday is on Saturday", date(2026, 11, 28)),
        ("Her birthday is the 24th of December", date(2026, 12, 24)),
        ("Her birthday is on 24. december", date(2026, 12, 24)),
        ("by 20 November", None),
        ("I bought it on Friday", None),
        ("today!!!", None),
        ("by the way. Friday was nice", None),
        ("by 99/99", None),
    ],
)
def test_a_named_day_is_a_deadline(text: str, expected: date | None) -> None:
    """A day counts after "by" or beside a present, and never once it is over."""
    assert expected == day(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("明日までにお願いします", date(2026, 11, 24)),
        ("11月30日までに届きますか", date(2026, 11, 30)),
        ("28日(土)までに", date(2026, 11, 28)),
        ("金曜日までに", date(2026, 11, 27)),
        ("12月30日までに届きますか", date(2026, 12, 30)),
        ("2027年1月5日までに", date(2027, 1, 5)),
        ("11月30日に注文しました", None),
    ],
)
def test_in_japanese_the_word_follows_the_day(text: str, expected: date | None) -> None:
    """The word that makes a day a deadline stands behind it."""
    assert expected == day(text, JAPANESE)


def test_american_dates_put_the_month_first() -> None:
    """12/5 is 5 December in the United States and 12 May elsewhere."""
    assert date(2026, 12, 5) == day("by 12/5", month_first=True)


def test_a_day_ends_in_the_buyers_zone() -> None:
    """The deadline is the last second of the day where the buyer lives, in UTC."""
    found = match(load_rulebook(ENGLISH, "test.toml"), "by Friday")
    ends = deadline(
        found.folded.text, found.marks, (), found.sentences, written=WRITTEN, zone=BERLIN
    )

    assert datetime(2026, 11, 27, 22, 59, 59, tzinfo=UTC) == ends
