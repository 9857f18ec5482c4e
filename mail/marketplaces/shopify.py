"""Shopify: notices only; its customers write from their own addresses."""

import re
from typing import Final

from cases.values import Notice
from mail.addresses import same_domain
from mail.marketplaces.form_words import ORDER_WORD
from mail.marketplaces.marketplace import Origin, Role, Words
from mail.marketplaces.notices import announce
from mail.marketplaces.topics import find_topic
from mail.opened import Opened

_DOMAINS: Final = ("shopify.com", "shopifyemail.com", "myshopify.com")


class Shopify:
    """The mails of Shopify itself."""

    name = "shopify"
    orders = re.compile(rf"(?i){ORDER_WORD}#\s?([A-Z]{{0,4}}\d{{4,8}})\b")

    def origin(self, mail: Opened) -> Origin | None:
        """Return notice for an address of Shopify's."""
        if any(same_domain(mail.sender.domain, one) for one in _DOMAINS):
            return Origin(marketplace="shopify", role=Role.NOTICE)
        return None

    def buyer(self, mail: Opened, origin: Origin, words: Words | None) -> tuple[str, str | None]:
        """Return nobody: a notice speaks for no address."""
        del mail, origin, words
        return "", None

    def words(self, mail: Opened, origin: Origin) -> Words | None:
        """Return None: there is no wrapper around a customer's words."""
        del mail, origin
        return None

    def notice(self, mail: Opened, origin: Origin) -> Notice | None:
        """Return the topic that the subject names, with the fields of the form."""
        del origin
        topic = find_topic(mail.subject)
        # Shopify decides no claims: who disputes here does it at the bank.
        return announce("chargeback" if topic == "claim" else topic, mail, "UTC")


MARKETPLACE: Final = Shopify()
