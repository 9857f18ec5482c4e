"""A promised time as a buyer reads it."""

from datetime import UTC, datetime

import pytest
from babel import localedata

from replies.moment import spell
from replies.shops import DEFAULT_ZONES

MORNING = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Monday, 23 November 2026 at 10:00 (Central European Time)"),
        ("de", "Montag, 23. November 2026, 10:00 Uhr (Mitteleuropäische Zeit)"),
        ("ja", "2026年11月23日（月曜日）10:00（中央ヨーロッパ時間）"),
        ("fr", "lundi 23 novembre 2026 à 10:00 (heure d’Europe centrale)"),
        ("es", "lunes, 23 de noviembre de 2026, 10:00 h (hora de Europa central)"),
        ("zh", "2026年11月23日星期一 10:00（中欧时间）"),
    ],
)
def test_a_time_is_spelled_in_the_language(language: str, expected: str) -> None:
    """Date, time and zone are words of that language, without seconds."""
    assert expected == spell(MORNING, "Europe/Berlin", language)


def test_american_english_puts_the_month_first() -> None:
    """Buyers on amazon.com read twelve hours."""
    expected = "Monday, November 23, 2026 at 1:00 AM (Pacific Time)"

    assert expected == spell(MORNING, "America/Los_Angeles", "en", "amazon.com")


@pytest.mark.parametrize(
    ("zone", "month", "expected"),
    [
        ("America/Phoenix", 7, "Mountain Standard Time"),
        ("America/Denver", 7, "Mountain Time"),
        ("Europe/London", 1, "Greenwich Mean Time"),
        ("Europe/London", 7, "British Summer Time"),
        ("Europe/Dublin", 1, "Greenwich Mean Time"),
        ("Europe/Dublin", 7, "Irish Standard Time"),
        ("Asia/Tokyo", 7, "Japan Standard Time"),
        ("Europe/Istanbul", 1, "Türkiye Time"),
        ("UTC", 1, "Coordinated Universal Time"),
    ],
)
def test_a_zone_is_named_truly(zone: str, month: int, expected: str) -> None:
    """Arizona has no summer time, Ireland's law calls summer the standard, Turkey has no name."""
    text = spell(datetime(2026, month, 15, 9, tzinfo=UTC), zone, "en")

    assert expected == text.partition(" (")[2].removesuffix(")")


def test_the_hour_that_comes_twice_is_told_apart() -> None:
    """Half past two on the last Sunday of October is said to be summer's or winter's."""
    hours = [datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1)]

    expected = [
        "Sunday, 25 October 2026 at 02:30 (Central European Summer Time)",
        "Sunday, 25 October 2026 at 02:30 (Central European Standard Time)",
    ]

    assert expected == [spell(at, "Europe/Berlin", "en") for at in hours]


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "ja", "zh"])
def test_no_zone_is_an_offset(language: str) -> None:
    """Every marketplace's zone has a name in words."""
    spelled = [spell(MORNING, home.zone, language) for home in DEFAULT_ZONES.values()]

    assert [] == [text for text in spelled if "+0" in text or "+1" in text]


def test_no_language_holds_what_no_time_is_written_with() -> None:
    """Names of coins, languages and measures are two thirds of what Babel reads of each."""
    spell(MORNING, "Europe/Berlin", "cs")
    held = localedata.load("cs")

    assert {"months", "days", "meta_zones", "territories"} <= set(held)
    assert not {"currency_names", "languages", "unit_patterns"} & set(held)
