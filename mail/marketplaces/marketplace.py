"""What a marketplace must be able to say of a mail."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from cases.values import Notice
from mail.opened import Opened


class Role(StrEnum):
    """In whose name an address of a marketplace writes."""

    #: One buyer, answered at this very address.
    RELAY = "relay"
    #: A buyer, through an address that many share.
    CONVERSATION = "conversation"
    #: The marketplace itself.
    NOTICE = "notice"
    #: The marketplace, with a copy of what we wrote ourselves.
    COPY = "copy"
    #: The marketplace, because it did not deliver what we wrote.
    UNDELIVERED = "undelivered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Which marketplace a mail is from, and in whose name."""

    #: amazon.<tld>, ebay, etsy, walmart, shopify.
    marketplace: str
    role: Role
    #: True where the marketplace's own type field said so, not only the address.
    typed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What stands inside a marketplace's wrapper."""

    #: The person's words; "" where the wrapper is there and empty (a letter of photos).
    text: str
    #: What the wrapper says around them: product title, links, notes.
    wrapper: str = ""


class Marketplace(Protocol):
    """One marketplace: pure, and total on any mail."""

    #: amazon, ebay, etsy, walmart, shopify.
    name: str
    #: Its order ids, wherever they stand; group 1 is the id.
    orders: re.Pattern[str]

    def origin(self, mail: Opened) -> Origin | None:
        """Return in whose name the mail comes; None when it is not this marketplace's."""

    def buyer(self, mail: Opened, origin: Origin, words: Words | None) -> tuple[str, str | None]:
        """Return the buyer's stable alias and the marketplace's case id, where it has one."""

    def words(self, mail: Opened, origin: Origin) -> Words | None:
        """Return what stands inside the wrapper; None where no wrapper is recognised."""

    def notice(self, mail: Opened, origin: Origin) -> Notice | None:
        """Return what the mail announces in fields of the marketplace's own; None without any."""
