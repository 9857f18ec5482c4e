"""What is wrong with a person's reply: the rule, the place in the text and the remedy.

The same rules of wording as for automatic texts, but for those that bind a machine alone: a person
may say what the person has decided, and that the shop is closed on Sunday (design P7). Remedies
are told in the languages of the screens. Nothing here can fail.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final
from unicodedata import normalize

from cases.values import Letter
from replies.wording import lint_text

#: Rules that a person's reply is free of.
MACHINE_ALONE: Final = frozenset({"remedy-promised", "away", "length"})

#: Rule to its remedy, in English and simplified Chinese.
REMEDIES: Final = MappingProxyType(
    {
        "empty": ("Write something.", "请先写下内容。"),
        "blank": ("Fill in what stands in ‹ ›.", "请填写 ‹ › 中的内容。"),
        "order-id": ("Name the order's number.", "请写上订单号。"),
        "email-address": ("Take the e-mail address out.", "请删去邮箱地址。"),
        "link": (
            "Take the link out; only a carrier's tracking page may stand.",
            "请删去链接,只有承运商的物流查询页面可以保留。",
        ),
        "phone-number": ("Take the telephone number out.", "请删去电话号码。"),
        "other-contact": (
            "Ask the buyer to answer this message, and name no other way.",
            "请让买家直接回复本消息,不要提其他联系方式。",
        ),
        "promotion": ("Speak of this order alone.", "只谈这一个订单,不要推荐其他商品或活动。"),
        "code": (
            "Offer no discount, voucher or code; a refund or replacement may be offered.",
            "不要给折扣、优惠券或优惠码;可以提出退款或补发。",
        ),
        "review": (
            "Say nothing of reviews, ratings or stars, not even thanks.",
            "不要提评价、评分或星级,也不要为此道谢。",
        ),
        "incentive": ("Offer nothing in return.", "不要以任何好处作为交换。"),
        "payment": (
            "Ask for no money outside the marketplace.",
            "不要要求买家在平台之外付款。",
        ),
        "claim": (
            "Do not ask to close a claim; answer it on the marketplace.",
            "不要要求买家撤销索赔或纠纷,请在平台上回应。",
        ),
        "stock": (
            "Do not ask the buyer to cancel; cancel on the marketplace with the reason.",
            "不要让买家取消订单,缺货请由卖家在平台上取消并说明原因。",
        ),
        "blame": (
            "Blame nobody: say what you found and what you do next.",
            "不要归咎于任何人,只说查到了什么、接下来怎么办。",
        ),
        "belittling": (
            "Treat the gift like any other part of the order.",
            "请把赠品当作订单的一部分来对待。",
        ),
        "attachment-type": (
            "Send it as another type: this marketplace refuses this one.",
            "请换一种文件格式,该平台不接收这种文件。",
        ),
        "attachment-size": ("Send smaller files.", "请压缩附件,总大小超过了限制。"),
    }
)


#: Signs of two subjects that are compared; a form cuts a long one.
_COMPARED: Final = 290

#: A character with the marks that become one with it: "ﾌﾟ" is two, "プ" is one.
_WRITTEN: Final = re.compile("(?s).[\u0300-\u036f\u3099\u309a\uff9e\uff9f]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing that has to be mended before a reply may leave."""

    #: A key of ``REMEDIES``.
    rule: str
    #: The words found; "" where something is missing.
    words: str = ""
    #: Where they stand in the text, end exclusive; both 0 where nothing stands.
    start: int = 0
    end: int = 0

    @property
    def remedy(self) -> str:
        """What to do, in English."""
        return REMEDIES[self.rule][0]

    @property
    def remedy_zh(self) -> str:
        """What to do, in simplified Chinese."""
        return REMEDIES[self.rule][1]


def proofread_reply(
    subject: str, body: str, letter: Letter, *, brand: str = ""
) -> tuple[Remark, ...]:
    """Return what has to be mended in subject and body of a reply to ``letter``.

    A subject that gives back the letter's own is the buyer's, as in an acknowledgement, and is
    not judged. Places are those of the text in which the words stand.
    """
    ours = _bare(subject) not in {"", _bare(letter.subject)}
    return tuple(
        remark
        for text in ([subject] if ours else []) + [body]
        for remark in proofread(text, letter.marketplace, letter.language, brand=brand)
    )


def _bare(subject: str) -> str:
    """Return a subject without the sign of an answer, as far as desks make it."""
    return " ".join(subject.split()).casefold().removeprefix("re:").strip()[:_COMPARED]


def proofread(
    text: str,
    marketplace: str | None,
    language: str | None = None,
    *,
    brand: str = "",
    order_id: str | None = None,
) -> tuple[Remark, ...]:
    """Return what has to be mended in a person's reply, in the order of the text.

    Args:
        text: the reply as it was written.
        marketplace: what it goes through (``amazon.de``, ``ebay``); None is direct mail.
        language: ISO 639-1 of the text; None is unknown.
        brand: the shop's own name, which is not judged by its words.
        order_id: the one it has to name; None where none is known.
    """
    if not text.strip():
        return (Remark(rule="empty"),)
    found = (
        Remark(rule=fault.rule, words=fault.words, start=start, end=end)
        for fault in lint_text(_hide(text, order_id), marketplace, brand, language)
        if fault.rule not in MACHINE_ALONE
        for start, end in [_place(fault.words, text)]
    )
    missing = [Remark(rule="order-id")] if order_id and order_id not in text else []
    return (*missing, *dict.fromkeys(sorted(found, key=lambda one: (one.start, one.end))))


def _hide(text: str, order_id: str | None) -> str:
    """Return ``text`` without the order's number, which is no telephone number."""
    return text.replace(order_id, "\N{OBJECT REPLACEMENT CHARACTER}") if order_id else text


def _place(words: str, text: str) -> tuple[int, int]:
    """Return where ``words``, folded as the lint folds them, stand in ``text``."""
    folded = tuple(_fold(text))
    pattern = r"\s*".join(re.escape(sign) for sign in words if not sign.isspace())
    match = re.search(pattern, "".join(sign for sign, _, _ in folded)) if words else None
    if match is None:
        return 0, 0
    return folded[match.start()][1], folded[match.end() - 1][2]


def _fold(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each folded character with start and end of what it comes from in ``text``."""
    for written in _WRITTEN.finditer(text):
        for sign in normalize("NFKC", written[0]).lower().replace("’", "'"):
            yield sign, *written.span()
