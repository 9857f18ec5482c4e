"""The shops of the configuration as the replies know them, and what only they know to be wrong."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from cases.labels import Priority
from daemon import assets
from daemon.config import positions
from daemon.config.config import Config
from daemon.config.reading import refuse
from daemon.config.shops import ShopTable
from replies.calendar import Calendar, check_calendar
from replies.shops import DEFAULT_ZONES, Shop
from replies.wording import lint_contact

#: Any marketplace will do: none lets a brand bear a link, an address or a telephone number.
_MARKETPLACE: Final = "amazon.com"


def build_shop(name: str, table: ShopTable) -> Shop:
    """Return the shop that a table of the configuration describes."""
    return Shop(
        id=name,
        brand=table.brand,
        senders=frozenset(table.senders),
        recipients=frozenset(table.recipients),
        marketplaces=frozenset(table.marketplaces),
        calendar=_build_calendar(table),
        hours={priority: getattr(table.promise, priority.value) for priority in Priority},
        kept=table.promise.kept,
        beyond_limit=table.beyond_limit,
        language=table.language,
        silent_on=frozenset(table.silent_on),
    )


def languages() -> frozenset[str]:
    """Return the languages that there are templates in."""
    return frozenset(template.parent.name for template in assets.templates().glob("*/*.txt"))


def check_shops(path: Path, config: Config) -> None:
    """Raise ``ConfigError`` for calendars, brands and marketplaces that cannot work.

    Apart from reading the configuration, because the tables of holidays take half a second to
    open and most commands never look at them.
    """
    refuse(path, find_faulty(config))


def find_faulty(config: Config) -> Iterator[tuple[positions.Path, str]]:
    """Yield the key and a sentence for each shop that cannot work as it is described."""
    spoken = languages()
    for name, table in config.shops.items():
        for sentence in check_calendar(_build_calendar(table)):
            yield ("shops", name), sentence
        if table.language not in spoken:
            known = ", ".join(sorted(spoken))
            yield ("shops", name, "language"), f"no templates in this language; there are: {known}"
        for number, marketplace in enumerate(table.marketplaces, start=1):
            if marketplace not in DEFAULT_ZONES:
                said = (
                    f"entry {number} is no marketplace we know; known: {', '.join(DEFAULT_ZONES)}"
                )
                yield ("shops", name, "marketplaces"), said
        for found in lint_contact(table.brand, _MARKETPLACE):
            said = f"{found.words!r} looks like a {found.rule}; marketplaces refuse that, so write"
            yield ("shops", name, "brand"), f"{said} the name without it"


def _build_calendar(table: ShopTable) -> Calendar:
    return Calendar(
        zone=table.zone,
        hours=table.hours.by_weekday(),
        country=table.country,
        subdivision=table.subdivision,
        closed=frozenset(table.closed),
    )
