"""The configuration of a shop: its brand, hours and promise; and who may write and is answered."""

from datetime import date, time, timedelta
from typing import Final, Literal

from pydantic import Field

from daemon.config.values import Address, Duration, MainTag, Spans, Table, Zone

_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Promise(Table):
    """The reply times, in open hours, by priority."""

    urgent: Duration = timedelta(hours=2)
    high: Duration = timedelta(hours=4)
    normal: Duration = timedelta(hours=8)
    low: Duration = timedelta(hours=9)
    #: The share of the promises that are to be kept, once there is history.
    kept: float = Field(default=0.9, ge=0.5, le=0.99)


class Hours(Table):
    """The open hours of the people who answer, by day of the week; "" is closed."""

    mon: Spans = ((time(9), time(18)),)
    tue: Spans = ((time(9), time(18)),)
    wed: Spans = ((time(9), time(18)),)
    thu: Spans = ((time(9), time(18)),)
    fri: Spans = ((time(9), time(18)),)
    sat: Spans = ()
    sun: Spans = ()

    def by_weekday(self) -> dict[int, tuple[tuple[time, time], ...]]:
        """Return the spans by weekday number, Monday is 0."""
        return {number: getattr(self, day) for number, day in enumerate(_DAYS)}


class ShopTable(Table):
    """One seller account with its brand, hours and promise."""

    #: The name under every acknowledgement.
    brand: str = Field(min_length=1)
    #: The addresses the marketplace has approved for writing to buyers.
    senders: tuple[Address, ...] = ()
    #: Addresses, plus-tags included, that mean this shop.
    recipients: tuple[Address, ...] = ()
    #: Marketplaces whose letters mean this shop, such as "amazon.de".
    marketplaces: tuple[str, ...] = ()
    #: Of the acknowledgement, where the letter's own has no templates.
    language: str = Field(default="en", min_length=2)
    zone: Zone = "UTC"
    #: ISO 3166 country whose public holidays are closed; None keeps all days.
    country: str | None = Field(default=None, pattern=r"^[A-Z]{2}$")
    #: Its part with holidays of its own, such as "BY" for Bavaria.
    subdivision: str | None = None
    hours: Hours = Hours()
    #: Further days on which nobody answers.
    closed: tuple[date, ...] = ()
    promise: Promise = Promise()
    #: What is said when the promise lies past the marketplace's limit.
    beyond_limit: Literal["honest", "no-time"] = "honest"
    #: Main tags on which nothing automatic is said.
    silent_on: tuple[MainTag, ...] = ()


class Channels(Table):
    """The ways in on which buyers write, and who is never answered."""

    #: Letters through a marketplace's relay are answered.
    relays: bool = True
    #: Addresses of ours on which direct mail is answered too.
    direct: tuple[Address, ...] = ()
    #: Domains of ours; nothing that comes from them is answered.
    own_domains: tuple[str, ...] = ()
    #: Addresses and domains that are never answered.
    never: tuple[str, ...] = ()
    #: Names (authserv-id) of servers whose Authentication-Results are believed.
    trusted_servers: tuple[str, ...] = ()
    #: Answer direct mail although no trusted server says that its sender's domain sent it.
    unauthenticated_direct: bool = False
    #: Domains of forwarders whose sealed results (ARC) are believed where a trusted server says
    #: that the seal is whole.
    forwarders: tuple[str, ...] = ()
