"""Which shop a letter is for, and where the marketplaces live."""

import re
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import available_timezones

import pytest

from cases.values import Letter
from replies.calendar import check_calendar, next_open
from replies.shops import DEFAULT_ZONES, Shop, default_shop, find_shop

PROMISES = Path(__file__).parents[2] / "docs" / "reference" / "promises.md"

AMAZON = {
    *("ae", "ca", "co.jp", "co.uk", "co.za", "com", "com.au", "com.be", "com.br", "com.mx"),
    *("com.tr", "de", "eg", "es", "fr", "ie", "in", "it", "nl", "pl", "sa", "se", "sg"),
}


def shop(id_: str, *recipients: str, sells: tuple[str, ...] = ()) -> Shop:
    """Build a shop that claims ``recipients`` and sells on the marketplaces ``sells``."""
    return Shop(
        id=id_,
        brand=id_.title(),
        recipients=frozenset(recipients),
        marketplaces=frozenset(sells),
        calendar=default_shop(None).calendar,
    )


def letter(*recipients: str, marketplace: str | None = None) -> Letter:
    """Build a letter to ``recipients``."""
    return Letter(recipients=recipients, marketplace=marketplace)


def found(one: Letter, *shops: Shop, default: str | None = None) -> str | None:
    """Return the id of the shop found."""
    result = find_shop(one, shops, default)
    return None if result is None else result.id


def test_the_address_names_the_shop() -> None:
    """A letter to an address that one shop claims is that shop's."""
    shops = (shop("lamps", "lamps@example.org"), shop("cups", "cups@example.org"))

    assert "cups" == found(letter("x@example.org", "cups@example.org"), *shops)


def test_the_exact_address_goes_before_the_bare_one() -> None:
    """A tagged address may be another shop's than the plain one."""
    shops = (shop("plain", "us@example.org"), shop("tagged", "us+de@example.org"))

    assert "tagged" == found(letter("us+de@example.org"), *shops)


def test_a_tag_alone_names_the_shop() -> None:
    """``+cups`` means the shop on whatever mailbox it is used."""
    shops = (shop("lamps", "+lamps"), shop("cups", "+cups"))

    assert "cups" == found(letter("us+cups@example.org"), *shops)


def test_a_tag_that_nobody_claims_falls_back_to_the_address() -> None:
    """A buyer's or a marketplace's own tag does not hide the address."""
    assert "plain" == found(letter("us+x9@example.org"), shop("plain", "us@example.org"))


def test_the_marketplace_names_the_shop() -> None:
    """Where the address says nothing the only shop on that marketplace is meant."""
    shops = (shop("lamps", sells=("amazon.de",)), shop("cups", sells=("ebay",)))

    assert "cups" == found(letter("us@example.org", marketplace="ebay"), *shops, default="lamps")


def test_the_marketplace_decides_between_shops_of_one_address() -> None:
    """Two shops may share a mailbox."""
    shops = (
        shop("lamps", "us@example.org", sells=("amazon.de",)),
        shop("cups", "us@example.org", sells=("ebay",)),
    )

    assert "lamps" == found(letter("us@example.org", marketplace="amazon.de"), *shops)


def test_the_default_decides_between_equals() -> None:
    """The mailbox's own shop goes before another on the same marketplace."""
    shops = (shop("lamps", sells=("ebay",)), shop("cups", sells=("ebay",)))

    assert "cups" == found(letter(marketplace="ebay"), *shops, default="cups")


def test_between_equals_without_a_default_no_shop_is_found() -> None:
    """The wrong brand is worse than silence."""
    shops = (shop("lamps", sells=("ebay",)), shop("cups", sells=("ebay",)))

    assert None is found(letter(marketplace="ebay"), *shops)


def test_a_default_that_sells_elsewhere_does_not_decide() -> None:
    """Two shops on eBay and a default on Amazon leave an eBay letter unknown."""
    shops = (shop("lamps", sells=("ebay",)), shop("cups", sells=("ebay",)), shop("tea"))

    assert None is found(letter(marketplace="ebay"), *shops, default="tea")


def test_the_default_stands_in_where_nothing_tells() -> None:
    """A letter without evidence belongs to the mailbox's shop."""
    assert "lamps" == found(letter("a@example.org"), shop("lamps"), shop("cups"), default="lamps")


def test_without_evidence_and_default_the_shop_is_unknown() -> None:
    """Nothing is guessed, even where only one shop exists."""
    assert None is found(letter("a@example.org"), shop("lamps"))


def test_every_amazon_marketplace_has_a_zone() -> None:
    """The table knows each Amazon domain with a relay, and the newest beside them."""
    assert AMAZON == {
        name.removeprefix("amazon.") for name in DEFAULT_ZONES if name.startswith("amazon.")
    }


@pytest.mark.parametrize("marketplace", DEFAULT_ZONES)
def test_every_zone_and_country_is_known(marketplace: str) -> None:
    """A row can be used as a calendar as it stands."""
    home = DEFAULT_ZONES[marketplace]

    assert home.zone in available_timezones()
    assert () == check_calendar(default_shop(marketplace).calendar)


def test_the_empty_configuration_opens_at_nine_in_the_zone_of_the_marketplace() -> None:
    """A Saturday's letter waits for Monday at nine in Berlin, Tokyo and London."""
    saturday = datetime(2026, 11, 21, 12, tzinfo=UTC)

    expected = {
        "amazon.de": datetime(2026, 11, 23, 8, tzinfo=UTC),
        "amazon.co.jp": datetime(2026, 11, 23, 0, tzinfo=UTC),
        None: datetime(2026, 11, 23, 9, tzinfo=UTC),
    }

    assert expected == {one: next_open(default_shop(one).calendar, saturday) for one in expected}


def test_the_reference_lists_every_zone() -> None:
    """docs/reference/promises.md shows the table as it is, row by row."""
    rows = re.findall(
        r"^\| (\S+) \| (\S+) \| (\S+) \| (\S+) \|$", PROMISES.read_text(), re.MULTILINE
    )

    expected = [
        (name, home.zone, home.country or "-", home.language or "-")
        for name, home in DEFAULT_ZONES.items()
    ]

    assert [("marketplace", "zone", "country", "language"), ("---",) * 4, *expected] == rows
