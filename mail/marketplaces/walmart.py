"""Walmart: a relay address for each order, and notices."""

import re
from typing import Final

from cases.values import Notice
from mail.addresses import same_domain
from mail.marketplaces.marketplace import Origin, Role, Words
from mail.marketplaces.notices import announce
from mail.marketplaces.topics import find_topic
from mail.opened import Opened


class Walmart:
    """The mails of Walmart's marketplace."""

    name = "walmart"
    orders = re.compile(r"(?<![\w-])(\d{13,15}|\d{7}-\d{6,8}|2000\d{3}-\d{8})(?![\d-])")

    def origin(self, mail: Opened) -> Origin | None:
        """Return relay for an address of the relay domain, notice for any other of Walmart's."""
        domain = mail.sender.domain
        if same_domain(domain, "relay.walmart.com"):
            return Origin(marketplace="walmart", role=Role.RELAY)
        if same_domain(domain, "walmart.com"):
            return Origin(marketplace="walmart", role=Role.NOTICE)
        return None

    def buyer(self, mail: Opened, origin: Origin, words: Words | None) -> tuple[str, str | None]:
        """Return the relay address; it stands for one order."""
        del words
        return (mail.sender.address if origin.role is Role.RELAY else ""), None

    def words(self, mail: Opened, origin: Origin) -> Words | None:
        """Return None: no wrapper of Walmart's is known, so all of the text counts."""
        del mail, origin
        return None

    def notice(self, mail: Opened, origin: Origin) -> Notice | None:
        """Return the topic that the subject names, with the fields of the form."""
        if origin.role is not Role.NOTICE:
            return None
        return announce(find_topic(mail.subject), mail, "America/Chicago")


MARKETPLACE: Final = Walmart()
