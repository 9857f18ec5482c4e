"""What a letter's subject tells: the buyer's own words, the marketplace's topic, or nothing.

A reply's subject repeats an older matter, and a marketplace's frame ("... inquiry from Amazon
customer ...") is its wrapper, so neither gives a tag beside words of the buyer. A letter without
words takes its tags from the topic. Pure; nothing fails.
"""

import re
from typing import Final

from cases.labels import Kind
from cases.values import Letter

_REPLY: Final = re.compile(
    r"\s*(re|aw|antw|antwort|sv|vs|fwd?|wg|tr|rv|res|rif|r|i|odp|ynt|回复|答复|回覆|转发|关于|返信)"
    r"\s*(\[\d+\]|\(\d+\))?\s*[:：]",
    re.IGNORECASE,
)

_FRAME: Final = re.compile(
    r"\bamazon\b|\bebay\b|\betsy\b|\bwalmart\b|\d{3}-\d{7}-\d{7}|\d\d-\d{5}-\d{5}"
    r"|に関するお問い合わせ|注文[:：]",
    re.IGNORECASE,
)


def own_words(letter: Letter) -> str:
    """Return the subject where the buyer wrote it for this letter, else ""."""
    if letter.kind is not Kind.BUYER or _REPLY.match(letter.subject):
        return ""
    if letter.relay and _FRAME.search(letter.subject):
        return ""
    return letter.subject


def topic(letter: Letter) -> str:
    """Return what speaks for a letter without words: its subject, whoever wrote it."""
    return "" if _REPLY.match(letter.subject) else letter.subject
