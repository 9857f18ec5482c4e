"""Who shipped an order, where the mail itself says so; never inferred. Pure and total."""

import re
from typing import Final

from cases.labels import Fulfilment
from mail.phrases import any_of

_BY_MARKETPLACE: Final = (
    "fulfilled by amazon", "fulfiled by amazon", "fulfilment by amazon", "fulfillment by amazon",
    "shipped by amazon", "dispatched by amazon", "dispatched from and sold by amazon",
    "ships from amazon", "amazon return center", "amazon return centre", "amazon fulfillment cent",
    "amazon fulfilment cent", "versand durch amazon", "von amazon versandt",
    "versandt durch amazon", "expédié par amazon", "enviado por amazon", "gestionado por amazon",
    "spedito da amazon", "gestito da amazon", "logística de amazon", "logistica di amazon",
    "verzonden door amazon", "wysyłka przez amazon", "amazonが発送", "amazonから発送",
    "amazonより発送",
    "amazonが出荷", "amazon.co.jpが発送", "amazon.co.jp が発送", "フルフィルメント by amazon",
    "亚马逊配送", "亚马逊发货",
)  # fmt: skip
_BY_MERCHANT: Final = (
    "fulfilled by merchant", "fulfilled by the merchant", "fulfilled by seller",
    "fulfilled by the seller", "merchant fulfilled", "merchant-fulfilled", "shipped by the seller",
    "shipped by seller", "shipped by the merchant", "versand durch verkäufer",
    "versand durch den verkäufer", "versand durch händler", "expédié par le vendeur",
    "enviado por el vendedor", "spedito dal venditore", "出品者が発送", "出品者から発送",
    "出品者より発送",
    "卖家配送", "卖家发货", "卖家自配送",
)  # fmt: skip
_MARKETPLACE_SENDS: Final = re.compile(any_of(_BY_MARKETPLACE))
_MERCHANT_SENDS: Final = re.compile(any_of(_BY_MERCHANT))
#: Without one of these no phrase can stand in a text.
_SIGNS: Final = (
    *("amazon", "merchant", "seller", "fba", "fbm", "mfn", "händler", "verkäufer", "vende"),
    *("vendi", "出品者", "卖家", "亚马逊"),
)
#: Short names, which count as whole words only.
_NAMES: Final = re.compile(r"\b(?:(fba)|(?:fbm|mfn))\b")
_NOT: Final = ("not", "n't", "nicht", "pas", "no", "non")


def find_fulfilment(text: str) -> Fulfilment:
    """Return who shipped, where ``text`` names one of the two and does not deny it."""
    folded = text.lower()
    if not any(sign in folded for sign in _SIGNS):
        return Fulfilment.UNKNOWN
    short = any(name in folded for name in ("fba", "fbm", "mfn"))
    named = {bool(found[1]) for found in _NAMES.finditer(folded)} if short else set()
    marketplace = True in named or _says(folded, _MARKETPLACE_SENDS)
    merchant = False in named or _says(folded, _MERCHANT_SENDS)
    if marketplace == merchant:
        return Fulfilment.UNKNOWN
    return Fulfilment.FBA if marketplace else Fulfilment.MERCHANT


def _says(text: str, phrases: re.Pattern[str]) -> bool:
    starts = (found.start() for found in phrases.finditer(text))
    return any(not text[:at].rstrip().endswith(_NOT) for at in starts)
