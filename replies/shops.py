"""The seller's shops: which one a letter is for, and the zone a marketplace lives in.

A shop is found from the address the letter came to, its plus-tag, the marketplace, else the
mailbox's default (design: Words). Where the evidence points at two shops and nothing decides
between them the answer is None: an unknown shop acknowledges nothing, because the wrong brand is
worse than silence.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time, timedelta
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from cases.labels import Priority
from cases.values import Letter
from replies.calendar import Calendar

#: Open time within which a person answers, while there is no history to forecast from.
DEFAULT_HOURS: Final[Mapping[Priority, timedelta]] = MappingProxyType(
    {
        Priority.URGENT: timedelta(hours=2),
        Priority.HIGH: timedelta(hours=4),
        Priority.NORMAL: timedelta(hours=8),
        Priority.LOW: timedelta(hours=9),
    }
)


class Locality(NamedTuple):
    """The zone, holidays and language of a marketplace's buyers."""

    #: IANA name.
    zone: str
    #: ISO 3166 code for public holidays; None where it has no country of its own.
    country: str | None
    #: ISO 639-1 of what its buyers read where a letter does not tell; None where it may be any.
    language: str | None


#: Where each marketplace is at home (docs/reference/promises.md). One that spans several zones
#: stands in the one its own offices keep.
DEFAULT_ZONES: Final[Mapping[str, Locality]] = MappingProxyType(
    {
        "amazon.ae": Locality("Asia/Dubai", "AE", "en"),
        "amazon.ca": Locality("America/Toronto", "CA", "en"),
        "amazon.co.jp": Locality("Asia/Tokyo", "JP", "ja"),
        "amazon.co.uk": Locality("Europe/London", "GB", "en"),
        "amazon.co.za": Locality("Africa/Johannesburg", "ZA", "en"),
        "amazon.com": Locality("America/Los_Angeles", "US", "en"),
        "amazon.com.au": Locality("Australia/Sydney", "AU", "en"),
        "amazon.com.be": Locality("Europe/Brussels", "BE", "nl"),
        "amazon.com.br": Locality("America/Sao_Paulo", "BR", "pt"),
        "amazon.com.mx": Locality("America/Mexico_City", "MX", "es"),
        "amazon.com.tr": Locality("Europe/Istanbul", "TR", "tr"),
        "amazon.de": Locality("Europe/Berlin", "DE", "de"),
        "amazon.eg": Locality("Africa/Cairo", "EG", "ar"),
        "amazon.es": Locality("Europe/Madrid", "ES", "es"),
        "amazon.fr": Locality("Europe/Paris", "FR", "fr"),
        "amazon.ie": Locality("Europe/Dublin", "IE", "en"),
        "amazon.in": Locality("Asia/Kolkata", "IN", "en"),
        "amazon.it": Locality("Europe/Rome", "IT", "it"),
        "amazon.nl": Locality("Europe/Amsterdam", "NL", "nl"),
        "amazon.pl": Locality("Europe/Warsaw", "PL", "pl"),
        "amazon.sa": Locality("Asia/Riyadh", "SA", "ar"),
        "amazon.se": Locality("Europe/Stockholm", "SE", "sv"),
        "amazon.sg": Locality("Asia/Singapore", "SG", "en"),
        "ebay": Locality("America/Los_Angeles", "US", None),
        "etsy": Locality("America/New_York", "US", None),
        "shopify": Locality("UTC", None, None),
        "walmart": Locality("America/Chicago", "US", "en"),
    }
)

#: Where no marketplace tells the zone.
DEFAULT_ZONE: Final = "UTC"

#: Monday to Friday, 9 to 18: the hours of a shop that states none.
OFFICE_HOURS: Final[Mapping[int, tuple[tuple[time, time], ...]]] = MappingProxyType(
    {day: ((time(9), time(18)),) for day in range(5)}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """One seller account as its buyers meet it."""

    id: str
    #: The name under which an acknowledgement is signed; "" signs as customer service, in the
    #: buyer's language.
    brand: str = ""
    #: From addresses the marketplace has approved, lower case.
    senders: frozenset[str] = frozenset()
    #: Addresses (``shop@example.org``) and plus-tags (``+shop``) that mean this shop, lower case.
    recipients: frozenset[str] = frozenset()
    #: Marketplaces on which it sells.
    marketplaces: frozenset[str] = frozenset()
    calendar: Calendar
    #: Open time within which a person answers, by priority.
    hours: Mapping[Priority, timedelta] = field(default_factory=lambda: DEFAULT_HOURS)
    #: The share of the promises that are to be kept, once there is history.
    kept: float = 0.9
    #: What a buyer reads where the promise lies past the marketplace's limit: the true time, or
    #: none.
    beyond_limit: Literal["honest", "no-time"] = "honest"
    #: ISO 639-1; read where neither letter nor marketplace tells.
    language: str = "en"
    #: Main tags on which nothing automatic is said: a person speaks first.
    silent_on: frozenset[str] = frozenset()


def default_shop(marketplace: str | None, zone: str = DEFAULT_ZONE) -> Shop:
    """Return the shop of an empty configuration for letters of ``marketplace``.

    Its hours are ``OFFICE_HOURS`` in the marketplace's zone, ``zone`` for direct mail; it keeps
    no holidays.
    """
    home = DEFAULT_ZONES.get(marketplace or "")
    return Shop(
        id="default",
        calendar=Calendar(zone=home.zone if home else zone, hours=OFFICE_HOURS),
    )


def find_shop(letter: Letter, shops: Sequence[Shop], default: str | None) -> Shop | None:
    """Return the shop that ``letter`` is for; None when that is not known.

    ``default`` is the id of the mailbox's own shop: it decides between equals and stands in
    where the letter tells nothing.
    """
    for claimed in (_exact(letter), _tags(letter), _bare(letter)):
        if found := [shop for shop in shops if shop.recipients & claimed]:
            return _decide(found, letter.marketplace, default)
    if found := [shop for shop in shops if letter.marketplace in shop.marketplaces]:
        return _decide(found, letter.marketplace, default)
    return next((shop for shop in shops if shop.id == default), None)


def _exact(letter: Letter) -> frozenset[str]:
    return frozenset(letter.recipients)


def _tags(letter: Letter) -> frozenset[str]:
    locals_ = (address.rpartition("@")[0] for address in letter.recipients)
    return frozenset("+" + tag for _, plus, tag in (one.partition("+") for one in locals_) if plus)


def _bare(letter: Letter) -> frozenset[str]:
    return frozenset(map(without_tag, letter.recipients))


def without_tag(address: str) -> str:
    """Return ``user@host`` for ``user+tag@host``."""
    local, at, domain = address.rpartition("@")
    return local.partition("+")[0] + at + domain


def _decide(found: list[Shop], marketplace: str | None, default: str | None) -> Shop | None:
    """Narrow equals by marketplace, then by the mailbox's default."""
    selling = [shop for shop in found if marketplace in shop.marketplaces]
    candidates = selling or found
    if len(candidates) == 1:
        return candidates[0]
    return next((shop for shop in candidates if shop.id == default), None)
