"""The labels a letter can bear: tags, priorities, kinds and fulfilment.

The ids are fixed and English; what a person sees on a screen is translated.
"""

from collections.abc import Collection
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What sort of mail a letter is; only ``BUYER`` may ever be acknowledged."""

    BUYER = "buyer"
    NOTICE = "notice"
    AUTO_REPLY = "auto-reply"
    BOUNCE = "bounce"
    LIST = "list"
    OWN = "own"


class Fulfilment(StrEnum):
    """Who shipped the order; ``UNKNOWN`` unless the mail itself says so."""

    FBA = "fba"
    MERCHANT = "merchant"
    UNKNOWN = "unknown"


class Priority(StrEnum):
    """How soon a person must look; the highest level that fits."""

    URGENT = "urgent"
    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"

    @property
    def level(self) -> int:
        """0 for urgent to 3 for low: the first key of the queue's order."""
        return LEVELS.index(self)


#: A priority by its level.
LEVELS: Final = tuple(Priority)


_LEVELS: Final = {priority: level for level, priority in enumerate(Priority)}

#: Every tag, in the order a main tag is chosen when nothing else decides:
#: hazards and legal acts, then causes, then wishes, then what stands alone.
TAGS: Final = (
    "safety",
    "claim",
    "wrong-item",
    "missing-item",
    "not-received",
    "damaged",
    "defective",
    "not-as-described",
    "late-delivery",
    "free-gift",
    "gift-order",
    "address-change",
    "cancellation",
    "exchange",
    "return",
    "refund",
    "invoice",
    "product-question",
    "review",
    "thanks",
    "spam",
    "other",
)

#: Stand first whatever else the letter says.
FOREMOST: Final = ("safety", "claim")

#: What happened.
CAUSES: Final = frozenset(
    {
        "late-delivery",
        "not-received",
        "missing-item",
        "wrong-item",
        "damaged",
        "defective",
        "not-as-described",
        "free-gift",
    }
)

#: What the buyer wants done about it; follows the cause.
WISHES: Final = frozenset(
    {"return", "refund", "exchange", "cancellation", "address-change", "invoice"}
)

#: Never beside another tag.
ALONE: Final = frozenset({"thanks", "spam", "other"})

#: Filed, and never acknowledged.
UNANSWERED: Final = frozenset({"thanks", "spam"})

#: Tags with an acknowledgement of their own. Hazards and claims get a sober text, reviews and what
#: stands alone the general one or none: these speak of no matter, so none of them can be untrue.
WORDED: Final = frozenset(TAGS) - {*FOREMOST, *ALONE, "review"}


def check_tags(tags: Collection[str]) -> str | None:
    """Return why ``tags`` are no complete set, as a sentence; None when they are."""
    if not tags:
        return "no tag: give at least one"
    if unknown := sorted(set(tags) - set(TAGS)):
        return f"unknown tag {', '.join(unknown)}: use {', '.join(TAGS)}"
    if set(tags) & ALONE and len(tags) > 1:
        return f"{', '.join(sorted(set(tags) & ALONE))} stands alone: leave the others out"
    if len(set(tags)) < len(tags):
        return "a tag stands twice: give each once"
    return None
