"""eBay: members' relay addresses, notices, and the element in which the buyer's words stand."""

import re
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from cases.values import Notice
from mail import markup
from mail.marketplaces.marketplace import Origin, Role, Words
from mail.marketplaces.notices import announce
from mail.marketplaces.topics import find_topic
from mail.opened import Opened

_DOMAIN: Final = re.compile(r"(?:^|\.)ebay\.(com(?:\.\w{2})?|co\.\w{2}|[a-z]{2})$")
#: The zone in which a site's days end; the first one's for those that are not named.
_ZONES: Final = {
    "com": "America/Los_Angeles",
    "ca": "America/Toronto",
    "co.uk": "Europe/London",
    "ie": "Europe/Dublin",
    "de": "Europe/Berlin",
    "at": "Europe/Vienna",
    "ch": "Europe/Zurich",
    "fr": "Europe/Paris",
    "it": "Europe/Rome",
    "es": "Europe/Madrid",
    "nl": "Europe/Amsterdam",
    "be": "Europe/Brussels",
    "pl": "Europe/Warsaw",
    "com.au": "Australia/Sydney",
}


class Ebay:
    """The mails of eBay's sites."""

    name = "ebay"
    orders = re.compile(r"(?<![\w-])(\d{2}-\d{5}-\d{5})(?![\d-])")

    def origin(self, mail: Opened) -> Origin | None:
        """Return relay for a member's address, notice for any other of eBay's."""
        domain = mail.sender.domain
        if not _DOMAIN.search(domain):
            return None
        relay = "members" in domain.split(".")
        return Origin(marketplace="ebay", role=Role.RELAY if relay else Role.NOTICE)

    def buyer(self, mail: Opened, origin: Origin, words: Words | None) -> tuple[str, str | None]:
        """Return the member's address; eBay's mails carry no case id of their own."""
        del words
        return (mail.sender.address if origin.role is Role.RELAY else ""), None

    def words(self, mail: Opened, origin: Origin) -> Words | None:
        """Return what the member typed, where eBay marks it."""
        if origin.role is not Role.RELAY or "UserInputtedText" not in mail.html:
            return None
        nodes = LexborHTMLParser(mail.html).css('[id^="UserInputtedText"]')
        inner = "\n\n".join(markup.render(node.html or "") for node in nodes).strip()
        return Words(text=inner, wrapper=mail.text) if inner else None

    def notice(self, mail: Opened, origin: Origin) -> Notice | None:
        """Return the topic that the subject names, with the fields of the form."""
        if origin.role is not Role.NOTICE:
            return None
        site = _DOMAIN.search(mail.sender.domain)
        zone = _ZONES.get(site[1], _ZONES["com"]) if site is not None else _ZONES["com"]
        return announce(find_topic(mail.subject), mail, zone)


MARKETPLACE: Final = Ebay()
