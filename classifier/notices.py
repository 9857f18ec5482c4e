"""What a marketplace's notice announces, as tags.

The topic and the return reason were read from the notice's own fields; they are evidence of their
own beside the buyer's comment, which goes through rules and model like any text. Reasons are an
enumeration that marketplaces word differently: the words that tell them apart are looked for. The
buyer's own change of mind is a reason that names no cause: where nothing stands beside it, nobody
need read it. Practice rules S3.10, S4.4 and S4.5. Pure; an unknown topic or reason gives no tag.
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

#: The wish that a notice's own makes impossible, whoever hears it: what is sent back was not
#: cancelled, and what was never sent is not sent back.
INSTEAD: Final = {"return": "cancellation", "cancellation": "return"}

#: Words of a reason that the buyer alone has, and that names no cause.
OWN_REASONS: Final = (
    *(
        "no longer needed",
        "not needed",
        "by mistake",
        "by accident",
        "accidental",
        "changed my mind",
    ),
    *("changed mind", "changed their mind", "mind change", "better price", "cheaper", "no reason"),
    *("unwanted", "not wanted", "ordered wrong", "ordered the wrong", "approve purchase"),
    *("nicht mehr benötigt", "nicht mehr gebraucht", "versehentlich", "aus versehen", "irrtümlich"),
    *("günstiger", "besserer preis", "meinung geändert", "anders überlegt", "kein grund"),
    *("gefällt mir nicht", "gefällt nicht", "ungewollt", "falsch bestellt"),
    *("plus besoin", "par erreur", "meilleur prix", "moins cher", "changement d'avis"),
    *("changé d'avis", "aucun motif", "commandé le mauvais"),
    *("ya no lo necesit", "ya no es necesari", "ya no lo quier", "por error", "por accidente"),
    *("mejor precio", "más barato", "cambio de opinión", "cambiado de opinión", "sin motivo"),
    *("non più necessari", "non mi serve più", "per errore", "per sbaglio", "prezzo migliore"),
    *("cambiato idea", "ripensamento", "nessun motivo"),
    *(
        "不要になった",
        "不要になりました",
        "間違えて注文",
        "誤って注文",
        "注文間違い",
        "購入の意思なし",
    ),
    *("他でより安く", "より安い", "気が変わ", "理由なし"),
    *("不再需要", "不需要了", "不想要", "误购", "誤購", "拍错", "拍錯", "买错", "買錯", "更便宜"),
    *("七天无理由", "七天無理由", "无理由", "無理由", "改变主意", "改變主意"),
)

#: A reason that is longer was written by the buyer, and says more.
_CHOSEN: Final = 60

#: Words of a return reason, folded, and the tag they stand for; the first that stands in the
#: reason decides.
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


def is_told(notice: Notice) -> bool:
    """Say whether the notice's topic tells all: a buyer's own reason, and no word beside it."""
    if notice.comment or len(notice.reason) > _CHOSEN or notice.topic not in TOPICS:
        return False
    reason = fold_phrase(notice.reason)
    return _cause(reason) is None and any(fold_phrase(own) in reason for own in OWN_REASONS)


def _cause(reason: str) -> str | None:
    return next(
        (tag for words, tag in REASONS if any(fold_phrase(word) in reason for word in words)),
        None,
    )
