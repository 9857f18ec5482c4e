"""Marketplaces: one file each behind one small protocol, found by the sender's domain.

A new marketplace is a new file here and a line in ``MARKETPLACES``; nothing else knows their names.
"""

from typing import Final

from mail.marketplaces.amazon import Amazon
from mail.marketplaces.ebay import Ebay
from mail.marketplaces.etsy import Etsy
from mail.marketplaces.marketplace import Marketplace, Origin, Role, Words
from mail.marketplaces.shopify import Shopify
from mail.marketplaces.walmart import Walmart

__all__ = ["MARKETPLACES", "Marketplace", "Origin", "Role", "Words"]

#: Asked in this order; no two claim the same domain.
MARKETPLACES: Final[tuple[Marketplace, ...]] = (Amazon(), Ebay(), Etsy(), Walmart(), Shopify())
