"""What a marketplace's notice announces, as tags.

The topic and the return reason were read from the notice's own fields; they are evidence of their
own beside the buyer's comment, which goes through rules and model like any text. Reasons are an
enumeration that marketplaces word differently: the words that tell them apart are looked for.
Practice rules S3.10, S4.4 and S4.5. Pure; an unknown topic or reason gives no tag.
"""

from typing import Final

from cases.values import Notice
from classifier.folding import fold_phrase

#: Who gave such a tag.
BY: Final = "notice"

#: The tags of a topic; one that is not here announces nothing that the labels name.
TOPICS: Final = {
    "return": ("return",),
    "cancellation": ("cancellation",),
    "claim": ("claim",),
    "chargeback": ("claim",),
    "refund": ("refund",),
    "feedback": ("review",),
    "sale": ("other",),
    "shipped": ("other",),
    "opt-out": ("other",),
}

#: Topics that tell the seller something and carry no words of a buyer.
TELLING: Final = frozenset({"sale", "shipped", "opt-out"})

#: Topics after which a person must act within the marketplace's limit.
ACTED_ON: Final = frozenset({"return", "cancellation", "claim", "chargeback", "feedback"})

#: Words of a return reason, folded, and the tag they stand for; the first that stands in the
#: reason decides. "No longer needed", "bought by mistake" and "better price" name no cause.
REASONS: Final = (
    (("not authorized", "unauthorized", "unauthorised", "nicht genehmigt", "不正"), None),
    (("defective", "doesn't work", "does not work", "defekt", "funktioniert nicht"), "defective"),
    (("不良", "動作しない", "正常に動作", "故障"), "defective"),
    (("missing", "incomplete", "fehlen", "fehlt", "unvollständig", "不足", "欠品"), "missing-item"),
    (("wrong item", "incorrect item", "different item", "falsche", "falscher"), "wrong-item"),
    (("間違った商品", "違う商品", "誤った商品", "別の商品"), "wrong-item"),
    (("never arrived", "not arrive", "not received", "nie angekommen", "届かな"), "not-received"),
    (("too late", "zu spät", "遅", "間に合わ"), "late-delivery"),
    (("damaged", "broken", "beschädigt", "破損", "損傷"), "damaged"),
    (("description", "beschreibung", "説明", "掲載"), "not-as-described"),
    (("quality", "qualität", "品質", "not adequate", "unzureichend"), "not-as-described"),
    (("wrong size", "too small", "too large", "falsche größe", "サイズ"), "not-as-described"),
)


def announced(notice: Notice) -> tuple[str, ...]:
    """Return the tags that the notice's topic and return reason stand for."""
    cause = _cause(fold_phrase(notice.reason)) if notice.reason else None
    return (*((cause,) if cause else ()), *TOPICS.get(notice.topic, ()))


def _cause(reason: str) -> str | None:
    return next(
        (tag for words, tag in REASONS if any(fold_phrase(word) in reason for word in words)),
        None,
    )
