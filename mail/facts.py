"""Facts in the words of a mail: order ids, articles, photos.

An order id in the subject is trusted before one in the new text, that before one in the wrapper,
and that before one in the quoted history. Pure and total.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from mail.body import Body
from mail.marketplaces import MARKETPLACES
from mail.message import Message, Part

#: No text is searched further than this.
_LENGTH: Final = 20_000

#: Signs that stand for a hyphen or a digit where a keyboard of another script wrote them.
_PLAIN: Final = {
    **dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212, 0xFE63, 0xFF0D, 0x30FC), "-"),
    **{0xFF10 + digit: str(digit) for digit in range(10)},
}
_FOUR_DIGITS: Final = re.compile(r"\d{4}")
_JOINED: Final = re.compile(r"(?<![\w-])(\d{3}) ?(\d{7}) ?(\d{7})(?![\w-])")
#: Any other shop's number, which counts only with a word for "order" before it.
_NUMBER: Final = re.compile(r"(?<![\w-])[A-Z]{0,4}-?\d[\d-]{3,18}\d(?![\w-])")
_ORDER_WORD: Final = re.compile(
    r"(?:order|bestell(?:ung|nummer)?|auftrag|commande|pedido|ordine|encomenda|bestelling"
    r"|zamówieni\w*|beställning|ordre|tilaus\w*|objednávk\w*|sipariş|заказ\w*|đơn hàng"
    r"|ご?注文(?:番号)?|订单(?:号|编号)?|訂單(?:編號)?|주문(?:번호)?)"
    r"\W{0,3}(?:id|no|nr|number|num|nummer|numéro|n°|número|numero|番号|号)?[.:：#№\s]{0,4}$",
    re.IGNORECASE,
)
_ORDER_WORD_REACH: Final = 30
_ASIN: Final = re.compile(r"\b(B0[A-Z0-9]{8})\b")

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
        plain = text[:_LENGTH]
        if not _FOUR_DIGITS.search(plain):
            continue
        if not plain.isascii():
            plain = plain.translate(_PLAIN)
        for one in MARKETPLACES:
            # Only a marketplace's own numbers count in its mails; elsewhere any might be meant.
            if marketplace is None or one.name == marketplace.partition(".")[0]:
                found.update(dict.fromkeys(hit[1].upper() for hit in one.orders.finditer(plain)))
        if marketplace is None or marketplace.startswith("amazon"):
            found.update(dict.fromkeys("-".join(hit.groups()) for hit in _JOINED.finditer(plain)))
        if marketplace is None:
            found.update(dict.fromkeys(_labelled(plain, found)))
    return tuple(found)


def _labelled(text: str, known: Iterable[str]) -> Iterator[str]:
    for hit in _NUMBER.finditer(text):
        before = text[max(hit.start() - _ORDER_WORD_REACH, 0) : hit.start()]
        if _ORDER_WORD.search(before) and not any(hit[0] in one for one in known):
            yield hit[0]


def find_asins(texts: Iterable[str]) -> tuple[str, ...]:
    """Return Amazon's article numbers in ``texts``."""
    told = (text[:_LENGTH] for text in texts if "B0" in text)
    return tuple(dict.fromkeys(hit for text in told for hit in _ASIN.findall(text)))


def count_photos(message: Message, body: Body) -> int:
    """Return how many pictures came that a person attached."""
    return sum(_is_photo(part, body) for part in message.parts if not part.is_container)


def _is_photo(part: Part, body: Body) -> bool:
    if part.content_type.startswith("text/"):
        return False
    name = part.filename
    if not part.content_type.startswith("image/") and not _PICTURE_NAME.search(name):
        return False
    size = part.end - part.start
    shown = part.headers.first("content-id").strip().strip("<>")
    inline = bool(shown) and f"cid:{shown}" in body.html
    ornament = _ORNAMENT.search(name) is not None or size < _ORNAMENT_SIZE
    return size > 0 and (part.is_attachment or not inline or not ornament)
