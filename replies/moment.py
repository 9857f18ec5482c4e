"""A time as a buyer reads it: date, time and the name of the zone, in the buyer's language.

The zone is named in words and truly: by its year-round name where it has one ("Central European
Time"), else by the name in force at that time, else by its place. The hour that comes twice in
autumn is told apart by its summer or winter name. Only languages known to Babel can be asked for.

Practice: S1.12 (an absolute time). Babel's own "full" forms are not used: they print seconds and
"Standard Time".
"""

from datetime import datetime, timedelta
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final, Literal
from zoneinfo import ZoneInfo

from babel import localedata
from babel.dates import format_datetime, get_timezone_location, get_timezone_name

#: Marketplaces whose English is the American one: month first, twelve hours.
_AMERICAN: Final = frozenset({"amazon.com", "amazon.ca", "walmart"})

#: Locale to a pattern (Unicode TR 35) that reads well after "by" and its like.
_PATTERNS: Final = MappingProxyType(
    {
        "de": "EEEE, d. MMMM y, HH:mm 'Uhr'",
        "en": "EEEE, d MMMM y 'at' HH:mm",
        "en_US": "EEEE, MMMM d, y 'at' h:mm a",
        "es": "EEEE, d 'de' MMMM 'de' y, HH:mm 'h'",
        "fr": "EEEE d MMMM y 'à' HH:mm",
        "it": "EEEE d MMMM y, 'ore' HH:mm",
        "ja": "y年M月d日（EEEE）H:mm",
        "nl": "EEEE d MMMM y, HH:mm 'uur'",
        "pl": "EEEE, d MMMM y, 'godz.' HH:mm",
        "pt": "EEEE, d 'de' MMMM 'de' y, 'às' HH:mm",
        "sv": "EEEE d MMMM y, 'kl.' HH:mm",
        "tr": "d MMMM y EEEE, 'saat' HH:mm",
        "zh": "y年M月d日EEEE HH:mm",
    }
)

#: What Babel holds of each language beside the words of dates, times and places.
_UNUSED: Final = (
    "compact_currency_formats",
    "compact_decimal_formats",
    "compound_unit_patterns",
    "currency_names",
    "currency_names_plural",
    "currency_symbols",
    "date_fields",
    "interval_formats",
    "languages",
    "scripts",
    "unit_display_names",
    "unit_patterns",
    "variants",
)

#: Which of a zone's names: all the year, summer, winter.
_Variant = Literal["generic", "daylight", "standard"]

#: Languages that write brackets in full width.
_FULL_WIDTH: Final = frozenset({"ja", "zh"})


def spell(at: datetime, zone: str, language: str, marketplace: str | None = None) -> str:
    """Return ``at`` in words on the wall clock of ``zone``, with the zone's name in brackets.

    ``language`` is ISO 639-1; ``marketplace`` chooses between kinds of English.
    """
    locale = "en_US" if language == "en" and marketplace in _AMERICAN else language
    _let_go(locale)
    local = at.astimezone(ZoneInfo(zone))
    text = format_datetime(local, _PATTERNS.get(locale, "EEEE d MMMM y, HH:mm"), locale=locale)
    opens, closes = ("（", "）") if language in _FULL_WIDTH else (" (", ")")
    return f"{text}{opens}{name_zone(local, locale)}{closes}"


@cache
def _let_go(locale: str) -> None:
    """Let go of what no time is written with: of twelve languages eight MiB of twelve."""
    names = localedata.load(locale)
    for unused in _UNUSED:
        names.pop(unused, None)


def name_zone(local: datetime, locale: str) -> str:
    """Return the name of the zone of ``local``, true at that time."""
    zone = ZoneInfo(str(local.tzinfo))
    in_force: _Variant = "daylight" if _is_summer(local) else "standard"
    shared = _keeps_one_time(local) or _comes_twice(local)
    variants: tuple[_Variant, ...] = (in_force,) if shared else ("generic", in_force)
    names = (_zone_name(zone.key, locale, variant) for variant in variants)
    return next((name for name in names if name is not None), _zone_place(zone.key, locale))


@lru_cache(maxsize=1024)
def _zone_name(zone: str, locale: str, variant: _Variant) -> str | None:
    """Return the name, None where the language has none for this variant."""
    name = get_timezone_name(ZoneInfo(zone), locale=locale, zone_variant=variant)
    return None if name == get_timezone_location(ZoneInfo(zone), locale=locale) else name


@lru_cache(maxsize=1024)
def _zone_place(zone: str, locale: str) -> str:
    # Some languages put "local time" in brackets of its own; ours stand around the whole.
    place = get_timezone_location(ZoneInfo(zone), locale=locale)
    return place.replace(" (", ", ").replace(")", "")


def _offsets(local: datetime) -> tuple[timedelta, ...]:
    """Return the offsets from UTC in midwinter and midsummer of that year."""
    days = (local.replace(month=month, day=1) for month in (1, 7))
    return tuple(day.utcoffset() or timedelta(0) for day in days)


def _is_summer(local: datetime) -> bool:
    # Not ``local.dst()``: Ireland's zone calls winter the exception, with a dst of minus one.
    return (local.utcoffset() or timedelta(0)) > min(_offsets(local))


def _keeps_one_time(local: datetime) -> bool:
    """Tell zones without summer time, which share their year-round name with zones that have it."""
    return len(set(_offsets(local))) == 1


def _comes_twice(local: datetime) -> bool:
    return local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
