"""Facts in the words of a mail: order ids, articles, who shipped, photos.

An order id in the subject is trusted before one in the new text, that before one in the wrapper,
and that before one in the quoted history. Who shipped is told only where the mail says it, never
inferred from a marketplace. Pure and total.
"""

import re
from collections.abc import Iterable
from typing import Final

from cases.labels import Fulfilment
from mail.marketplaces import MARKETPLACES
from mail.message import Message, Part

#: Signs that stand for a hyphen or a digit where a keyboard of another script wrote them.
_PLAIN: Final = {
    **dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212, 0xFE63, 0xFF0D, 0x30FC), "-"),
    **{0xFF10 + digit: str(digit) for digit in range(10)},
}
_JOINED: Final = re.compile(r"(?<![\w-])(\d{3})[ ]?(\d{7})[ ]?(\d{7})(?![\w-])")
_LABELLED: Final = re.compile(
    r"(?:order|bestell(?:ung|nummer)?|auftrag|commande|pedido|ordine|encomenda|bestelling|zamówieni\w*"
    r"|beställning|ordre|tilaus\w*|objednávk\w*|sipariş|заказ\w*|đơn hàng|注文(?:番号)?|ご注文"
    r"|订单(?:号|编号)?|訂單|주문)"
    r"[ \t]*(?:id|no|nr|number|num|nummer|numéro|n°|número|numero|番号|号)?[ \t]*[.:：]?[ \t]*(?:#"
    r"|№|：)?[ \t]*"
    r"([A-Z]{0,4}-?\d[\d-]{3,18}\d)(?![\w-])",
    re.IGNORECASE,
)
_ASIN: Final = re.compile(r"\b(B0[A-Z0-9]{8})\b")

_BY_MARKETPLACE: Final = re.compile(
    r"(?<!not )(?<!nicht )(?:fulfil+ed by amazon|fulfil+ment by amazon|shipped by amazon"
    r"|dispatched (?:from and"
    r" sold|by) (?:by )?amazon|versand durch amazon|von amazon versandt|expédié par amazon"
    r"|enviado por amazon"
    r"|gestito? da amazon|spedito da amazon|logística de amazon|logistica di amazon"
    r"|verzonden door amazon"
    r"|wysyłka przez amazon|amazon(?:\.co\.jp)?\s?(?:が|から|より)(?:発送|出荷)"
    r"|フルフィルメント\s?by\s?amazon"
    r"|亚马逊(?:配送|发货)|\bFBA\b|amazon (?:return|fulfil+ment) cent(?:er|re))",
    re.IGNORECASE,
)
_BY_MERCHANT: Final = re.compile(
    r"(?:fulfil+ed by (?:the )?(?:merchant|seller)|merchant[- ]fulfil+ed"
    r"|shipped by (?:the )?(?:seller|merchant)"
    r"|versand durch (?:den )?(?:verkäufer|händler)|expédié par le vendeur|enviado por el vendedor"
    r"|spedito dal venditore|出品者(?:が|から|より)(?:発送|出荷)|卖家(?:自)?(?:配送|发货)|\bFBM\b"
    r"|\bMFN\b)",
    re.IGNORECASE,
)

_PICTURE_NAME: Final = re.compile(r"\.(?:jpe?g|png|heic|heif|webp|bmp|tiff?|gif)$", re.IGNORECASE)
_ORNAMENT: Final = re.compile(
    r"logo|icon|banner|pixel|spacer|footer|header|facebook|twitter", re.IGNORECASE
)
#: A picture inside the text that is smaller than this (as sent) is an ornament.
_ORNAMENT_SIZE: Final = 6000


def find_orders(texts: Iterable[str], marketplace: str | None) -> tuple[str, ...]:
    """Return the order ids in ``texts``, which are given in order of trust."""
    found: dict[str, None] = {}
    for text in texts:
        plain = text.translate(_PLAIN)
        for one in MARKETPLACES:
            # Only a marketplace's own numbers count in its mails; elsewhere any might be meant.
            if marketplace is None or one.name == marketplace.partition(".")[0]:
                found.update(dict.fromkeys(hit[1].upper() for hit in one.orders.finditer(plain)))
        if marketplace is None or marketplace.startswith("amazon"):
            found.update(dict.fromkeys("-".join(hit.groups()) for hit in _JOINED.finditer(plain)))
        if marketplace is None:
            labelled = (hit[1].upper() for hit in _LABELLED.finditer(plain))
            found.update(dict.fromkeys(one for one in labelled if not _is_part(one, found)))
    return tuple(found)


def find_asins(texts: Iterable[str]) -> tuple[str, ...]:
    """Return Amazon's article numbers in ``texts``."""
    return tuple(dict.fromkeys(hit for text in texts for hit in _ASIN.findall(text)))


def find_fulfilment(text: str) -> Fulfilment:
    """Return who shipped the order where the mail says so, and only of one of the two."""
    marketplace = _BY_MARKETPLACE.search(text) is not None
    merchant = _BY_MERCHANT.search(text) is not None
    if marketplace == merchant:
        return Fulfilment.UNKNOWN
    return Fulfilment.FBA if marketplace else Fulfilment.MERCHANT


def count_photos(message: Message, html: str) -> int:
    """Return how many pictures came that a person attached."""
    return sum(_is_photo(part, html) for part in message.parts if not part.is_container)


def _is_photo(part: Part, html: str) -> bool:
    name = part.filename
    if not part.content_type.startswith("image/") and not _PICTURE_NAME.search(name):
        return False
    if part.content_type.startswith("text/"):
        return False
    size = part.end - part.start
    shown = part.headers.first("content-id").strip().strip("<>")
    inline = bool(shown) and f"cid:{shown}" in html
    ornament = _ORNAMENT.search(name) is not None or size < _ORNAMENT_SIZE
    return size > 0 and (part.is_attachment or not inline or not ornament)


def _is_part(one: str, found: Iterable[str]) -> bool:
    return any(one in other for other in found)
