"""What a marketplace's notice announces, as tags.

The topic and the return reason were read from the notice's own fields; they are evidence of their
own beside the buyer's comment, which goes through rules and model like any text. Reasons are an
enumeration that marketplaces word differently: the words that tell them apart are looked for. The
buyer's own change of mind is a reason that names no cause: where nothing stands beside it, nobody
need read it. Practice rules S3.10, S4.4 and S4.5. Pure; an unknown topic or reason gives no tag.
"""

import re
from collections.abc import Iterable
from typing import Final

from cases.labels import CAUSES, FOREMOST, Kind
from cases.values import Letter, Notice
from classifier.folding import fold_phrase
from classifier.reason_words import OWN, REASONS

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

#: Topics whose deadline makes a notice urgent.
DISPUTES: Final = frozenset({"claim", "chargeback"})

#: Topics whose notices tell what may follow: refunds, returns, what is decided without an answer.
_FOLLOWED: Final = frozenset({*DISPUTES, "return", "cancellation", "refund"})

#: The tags that such a notice's sentences may give beside its topic.
HAPPENED: Final = (CAUSES - {"free-gift"}) | frozenset(FOREMOST)

#: The wish that a notice's own makes impossible, whoever hears it: what is sent back was not
#: cancelled, and what was never sent is not sent back.
INSTEAD: Final = {"return": "cancellation", "cancellation": "return"}

#: A reason that is longer was written by the buyer, and says more.
_CHOSEN: Final = 60


def _compile(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(fold_phrase(word) for word in words))


_OWN: Final = _compile(OWN)
_REASONS: Final = tuple((_compile(words), tag) for words, tag in REASONS)


def announced(notice: Notice) -> tuple[str, ...]:
    """Return the tags that the notice's topic and return reason stand for."""
    cause = _cause(fold_phrase(notice.reason)) if notice.reason else None
    return (*((cause,) if cause else ()), *TOPICS.get(notice.topic, ()))


def is_told(notice: Notice) -> bool:
    """Say whether the notice's topic tells all: a buyer's own reason, and no word beside it."""
    if notice.comment or len(notice.reason) > _CHOSEN or notice.topic not in TOPICS:
        return False
    reason = fold_phrase(notice.reason)
    return _cause(reason) is None and _OWN.search(reason) is not None


def speaks_alone(letter: Letter) -> bool:
    """Say whether a marketplace tells what becomes of an order, without a word of the buyer's.

    What it says of refunds and returns then is what may follow, and nobody's wish.
    """
    told = letter.notice
    if told is None or letter.kind is not Kind.NOTICE or told.reason or told.comment:
        return False
    return told.topic in _FOLLOWED


def is_routine(letter: Letter) -> bool:
    """Say whether the days in a notice's sentences are the marketplace's routine clock.

    Without a comment all words are the marketplace's; of these only a dispute's state a deadline,
    and where that was read by the marketplace's own calendar it counts.
    """
    told = letter.notice
    if told is None or letter.kind is not Kind.NOTICE or told.comment:
        return False
    return told.topic not in DISPUTES or told.deadline is not None


def _cause(reason: str) -> str | None:
    return next((tag for words, tag in _REASONS if words.search(reason)), None)
