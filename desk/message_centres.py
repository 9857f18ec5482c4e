"""Where a seller reads buyers' messages on the marketplace itself: a link that a person opens.

A letter that needs no answer is marked so there too, or the marketplace counts it as late. Nothing
here is fetched by the program, and no address is taken from a letter.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

#: Amazon's seller pages whose name is not that of their shop with a word before it.
_ELSEWHERE: Final[Mapping[str, str]] = MappingProxyType({"co.jp": "sellercentral-japan.amazon.com"})

_OTHERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ebay": "https://www.ebay.com/mesg",
        "etsy": "https://www.etsy.com/messages",
        "walmart": "https://seller.walmart.com/",
        "shopify": "https://admin.shopify.com/",
    }
)


def message_centre(marketplace: str | None) -> str | None:
    """Return the address of a marketplace's messages; None for mail that came directly."""
    name, _, tld = (marketplace or "").partition(".")
    if name == "amazon" and tld:
        host = _ELSEWHERE.get(tld, f"sellercentral.amazon.{tld}")
        return f"https://{host}/messaging/inbox"
    return _OTHERS.get(name)
