"""Which text a letter gets, and in which language.

A letter about one thing never gets a text about another (design P7): a tag's own text needs a
main tag that is certain enough (``say_it``) and undisputed, else the general one is used. Hazards
and legal matters always get the sober text; where they are not certain it still says nothing that
could be wrong. A review gets the general one, because reviews are not spoken of.

Practice: S1.5, S2.9, S3.19; section 6 (the templates the source documents require).
"""

from collections.abc import Collection
from types import MappingProxyType
from typing import Final

from cases.labels import FOREMOST
from cases.values import Letter, Triage
from replies.shops import DEFAULT_ZONES, Shop

GENERAL: Final = "general"

SOBER: Final = "sober"

LATE_GIFT: Final = "late-gift"

#: Main tag to template; every other tag has the general one.
BY_TAG: Final = MappingProxyType(
    {
        **dict.fromkeys(FOREMOST, SOBER),
        "late-delivery": "late-delivery",
        "not-received": "not-received",
        "missing-item": "missing-item",
        "wrong-item": "wrong-item",
        "damaged": "damaged",
        "defective": "defective",
        "not-as-described": "not-as-described",
        "free-gift": "free-gift",
        "gift-order": "gift-order",
        "address-change": "address-change",
        "cancellation": "cancellation",
        "return": "return",
        "refund": "refund",
        "exchange": "exchange",
        "product-question": "product-question",
        "invoice": "invoice",
    }
)

#: Every template a letter can get.
NAMES: Final = frozenset({GENERAL, LATE_GIFT, *BY_TAG.values()})

#: Where nothing else tells the language.
_LAST_RESORT: Final = "en"


def choose_template(triage: Triage) -> str:
    """Return the name of the template for a letter with this ``triage``."""
    if triage.main in FOREMOST:
        return SOBER
    if triage.unsure or not triage.say_it:
        return GENERAL
    if triage.main == "late-delivery" and _is_dated_gift(triage):
        return LATE_GIFT
    return BY_TAG.get(triage.main, GENERAL)


def choose_language(letter: Letter, shop: Shop, spoken: Collection[str]) -> str:
    """Return the letter's language, else its marketplace's, else the shop's, else English.

    Only languages in ``spoken``, which must not be empty, are chosen.
    """
    home = DEFAULT_ZONES.get(letter.marketplace or "")
    at_home = home.language if home else None
    for wanted in (letter.language, at_home, shop.language, _LAST_RESORT):
        if wanted is not None and wanted in spoken:
            return wanted
    return min(spoken)


def _is_dated_gift(triage: Triage) -> bool:
    return triage.signals.gift_date and any(tag.tag == "gift-order" for tag in triage.tags)
