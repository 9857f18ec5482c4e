"""Deadlines: which days count, and when they end."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from classifier.dates import deadline, names_past_feast
from classifier.rules import load_rulebook, match

ENGLISH = """
language = "en"
[dates]
by = ["by", "before", "until"]
purpose = ["concert"]
clock = ["am"]
at = ["at"]
morning = ["in the morning"]
afternoon = ["in the evening"]
within = ["within", "in the next"]
within_after = ["at most"]
hours = ["hours", "hour", "h"]
days = ["(working|business|) days", "day"]
weeks = ["weeks", "week"]
numbers = { "two" = 2, "seven" = 7, "a" = 1 }
last = ["last", "past"]
next = ["next"]
unless = ["black friday"]
today = ["today"]
tomorrow = ["tomorrow"]
day_after_tomorrow = ["the day after tomorrow"]
weekdays = [["monday"], ["tuesday"], ["wednesday"], [], ["friday"], ["saturday"], []]
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
within_after = ["以内"]
hours = ["時間"]
days = ["日"]
tomorrow = ["明日"]
weekdays = [[], [], [], [], ["金曜"], [], []]
"""

CHINESE = """
language = "zh"
[dates]
by = ["最晚"]
after = ["前", "之前"]
within_after = ["内"]
hours = ["小时"]
days = ["天"]
numbers = { "三" = 3, "两" = 2 }
last = ["上周", "上个"]
next = ["下周", "下个"]
weekdays = [["周一"], [], [], [], ["周五"], [], []]
"""

#: Where the sign of a day is also that of a span of days.
CHINESE_DAYS = CHINESE.replace('days = ["天"]', 'days = ["天", "日"]')

BERLIN = ZoneInfo("Europe/Berlin")
#: A Monday.
WRITTEN = datetime(2026, 11, 23, 9, tzinfo=UTC)


def ends(
    text: str, book: str = ENGLISH, *, written: datetime = WRITTEN, month_first: bool = False
) -> datetime | None:
    """Return when the deadline of ``text`` ends."""
    found = match(load_rulebook(book, "test.toml"), text)
    return deadline(
        found.folded.text,
        found.marks,
        found.presents,
        found.sentences,
        written=written,
        zone=BERLIN,
        month_first=month_first,
    )


def day(text: str, book: str = ENGLISH, *, month_first: bool = False) -> date | None:
    """Return the day in Berlin on which the deadline of ``text`` ends."""
    end = ends(text, book, month_first=month_first)
    return end.astimezone(BERLIN).date() if end else None


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
        ("十二月三十日までに", date(2026, 12, 30)),
        ("あと1日です", None),
        ("1日までに", date(2026, 12, 1)),
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
    assert datetime(2026, 11, 27, 22, 59, 59, tzinfo=UTC) == ends("by Friday")


@pytest.mark.parametrize(
    ("text", "book", "hours"),
    [
        ("Answer within 24 hours!", ENGLISH, 24),
        ("answer within 48h", ENGLISH, 48),
        ("within the next two days", ENGLISH, 48),
        ("within 2-3 business days", ENGLISH, 72),
        ("I wait a week at most", ENGLISH, 168),
        ("It came in 24 hours", ENGLISH, None),
        ("within 0 hours", ENGLISH, None),
        ("within reason. 3 days ago", ENGLISH, None),
        ("within 99999 hours", ENGLISH, None),
        ("24時間以内に返事をください", JAPANESE, 24),
        ("3日以内に", JAPANESE, 72),
        ("请48小时内答复", CHINESE, 48),
        ("三天内给我退款", CHINESE, 72),
        ("两个小时内", CHINESE, 2),
    ],
)
def test_a_span_of_time_is_a_deadline(text: str, book: str, hours: int | None) -> None:
    """It runs from the letter's own time, to the hour."""
    expected = WRITTEN + timedelta(hours=hours) if hours else None

    assert expected == ends(text, book)


@pytest.mark.parametrize(
    ("text", "book", "expected"),
    [
        ("by last Friday", ENGLISH, None),
        ("by last Monday", ENGLISH, None),
        ("before the Friday past", ENGLISH, None),
        ("by next Friday", ENGLISH, date(2026, 12, 4)),
        ("by next Monday", ENGLISH, date(2026, 11, 30)),
        ("until Black Friday", ENGLISH, None),
        ("上周五前", CHINESE, None),
        ("下周五之前", CHINESE, date(2026, 12, 4)),
        ("周五之前", CHINESE, date(2026, 11, 27)),
        ("25号之前要用", CHINESE, date(2026, 11, 25)),
        ("请在11月25天内", CHINESE, None),
        ("请在12月 3日内退款", CHINESE_DAYS, None),
        ("3日内退款", CHINESE_DAYS, date(2026, 11, 26)),
        ("二十五号之前要用", CHINESE, date(2026, 11, 25)),
        ("十二月二十四号前", CHINESE, date(2026, 12, 24)),
        ("12月24前", CHINESE, date(2026, 12, 24)),
        ("最晚在这个星期里无论如何也不要超过周五", CHINESE, None),
    ],
)
def test_words_beside_a_day_move_it(text: str, book: str, expected: date | None) -> None:
    """Last is over, next is in the week to come, and some names of days are none."""
    assert expected == day(text, book)


@pytest.mark.parametrize("text", ["by 5 May 2099", "by 2028-01-01", "by 2027-06-01"])
def test_a_day_beyond_reach_is_none(text: str) -> None:
    """More than half a year ahead nothing is due."""
    assert None is ends(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I needed it by Christmas", None),
        ("it is here for her birthday on 20 December", None),
        ("by 15 October", None),
        ("her birthday is on 14 January", date(2027, 1, 14)),
        ("by 31 January", date(2027, 1, 31)),
    ],
)
def test_in_january_december_is_over(text: str, expected: date | None) -> None:
    """A feast, or a day and month, of the last three months is not that of the year to come."""
    end = ends(text, written=datetime(2027, 1, 7, 9, tzinfo=UTC))

    assert expected == (end.astimezone(BERLIN).date() if end else None)


@pytest.mark.parametrize(
    ("text", "presents", "expected"),
    [
        ("it was for christmas", {0}, True),
        ("it was for christmas, the next birthday is on 14 january", {0}, False),
        ("it was for her birthday", {0}, False),
        ("it was for christmas. it is for her birthday", {0, 1}, False),
        ("it was for christmas", set(), False),
    ],
)
def test_a_present_for_a_feast_that_has_passed_has_no_day_ahead(
    text: str, presents: set[int], *, expected: bool
) -> None:
    """Only where each sentence about a present names a feast of the past, and no day to come."""
    found = match(load_rulebook(ENGLISH, "test.toml"), text)
    past = names_past_feast(
        found.folded.text,
        found.marks,
        presents,
        found.sentences,
        written=datetime(2027, 1, 7, 9, tzinfo=UTC),
        zone=BERLIN,
    )

    assert expected is past


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by Wednesday at 8", (25, 8)),
        ("by Wednesday at two", (25, 14)),
        ("by Wednesday at two in the morning", (25, 2)),
        ("by Wednesday 9 am", (25, 9)),
        ("by Wednesday at 7:30 in the evening", (25, 19)),
        ("by Wednesday at 20%", (25, 23)),
        ("by Wednesday at two days' notice", (25, 23)),
        ("by Wednesday. I wake at 8", (25, 23)),
        ("by today at 8 in the morning", (23, 23)),
    ],
)
def test_a_day_ends_at_the_hour_beside_it(text: str, expected: tuple[int, int]) -> None:
    """A small hour is of the afternoon, and one that has passed today is not believed."""
    end = ends(text)

    assert end is not None
    assert expected == (end.astimezone(BERLIN).day, end.astimezone(BERLIN).hour)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("our concert is today at seven", True),
        ("our concert is today", False),
        ("our concert is at seven", False),
        ("it rains today at seven", False),
    ],
)
def test_today_at_an_hour_is_a_day_as_any_other(text: str, *, expected: bool) -> None:
    """It needs a word for what it is for; without an hour "today" is said in haste."""
    assert expected is (ends(text) is not None)


def test_a_word_leads_to_the_first_day_behind_it() -> None:
    """What was awaited by one day is not awaited by the next that is told of."""
    assert date(2026, 12, 20) == day("by 20 December, today I see")


@pytest.mark.parametrize("year", [1, 9999])
def test_a_clock_that_was_never_set_gives_no_deadline(year: int) -> None:
    """A letter of an impossible year is read like any other."""
    assert None is ends("by Friday, within 24 hours", written=WRITTEN.replace(year=year))
