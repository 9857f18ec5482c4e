"""The wording lint: what stands in a text that a marketplace or good practice forbids (design P7).

Every finding is an error, never a warning: at load it stops the start, at rendering it withholds
the letter with the reason ``wording``. Order ids, dates and times are not mistaken for telephone
numbers, and the shop's own name is not held against the tables of words. Nothing here can fail.

Rules: mail-facts on the marketplaces' rules of wording; practice S0.3, S3.22, S3.24, X1 to X3.
What it looks for is in ``replies.forbidden``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Final
from unicodedata import normalize

from cases.values import Wording
from replies.forbidden.shapes import HARMLESS_DIGITS, SHAPES, TRACKING_LINK
from replies.forbidden.tables import choose_tables

#: Characters an acknowledgement may have.
LONGEST: Final = 1500

#: Rule to the sentence a person reads when it is broken.
REASONS: Final = MappingProxyType(
    {
        "length": "the text is empty or too long",
        "order-id": "the order's number is missing",
        "email-address": "no e-mail address may be sent through a marketplace",
        "link": "no link or web address may be sent through a marketplace",
        "phone-number": "no telephone number may be sent through a marketplace",
        "other-contact": "buyers must not be led away from the marketplace's own messages",
        "promotion": "no advertising in an answer to a buyer",
        "code": "no discounts, vouchers, coupons or codes",
        "review": "reviews, ratings and stars are not spoken of",
        "incentive": "nothing is offered in return",
        "remedy-promised": "an automatic text promises and confirms no refund, exchange or change",
        "payment": "no money is asked for outside the marketplace",
        "claim": "nobody is asked to close a claim or to do without one",
        "stock": "nobody is asked to cancel because something cannot be had",
        "blame": "nobody is blamed",
        "belittling": "a gift is never belittled",
        "away": "absence is no answer",
    }
)

#: What takes the place of words that are not judged; part of no pattern.
_MASK: Final = "\N{OBJECT REPLACEMENT CHARACTER}"

_SENTENCE_ENDS: Final = re.compile(r"[.!?]+(?=\s|$)|[。!?]|\n\s*\n|\n(?=\s*[-*•])")

#: "5. Januar": a stop that ends no sentence.
_ORDINAL_STOP: Final = re.compile(r"(?<=\d)\.(?= )")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingFault:
    """One thing a text must not say, or must."""

    #: Id of the rule (docs/reference/promises.md, Wording).
    rule: str
    #: The words found, in lower case; "" where something is missing.
    words: str
    #: The rule, as a person reads it.
    why: str


def lint(
    wording: Wording, marketplace: str | None, brand: str = "", order_id: str | None = None
) -> tuple[WordingFault, ...]:
    """Return every fault of the body of ``wording``; empty when it may be sent.

    Through a marketplace even a ``brand`` that is a web address is one; in direct mail (None) it
    may stand. ``order_id`` is the one the text has to name, None where no order is known.
    """
    body = wording.body
    # What is filled in is no wording, and what is left has been judged before.
    bare = _hide(_hide(body, order_id), wording.promised)
    return (
        *(_fault("length") for _ in [0] if not body.strip() or len(body) > LONGEST),
        *(_fault("order-id") for _ in [0] if order_id is not None and order_id not in body),
        *lint_text(bare, marketplace, brand, wording.language),
    )


def lint_text(
    text: str, marketplace: str | None, brand: str = "", language: str | None = None
) -> tuple[WordingFault, ...]:
    """Return what ``text`` must not say; ``language`` (ISO 639-1) is the one it is written in."""
    nameless = _hide_brand(text, brand)
    return (
        *lint_contact(nameless if marketplace is None else text, marketplace),
        *_lint_words(nameless, language),
    )


def lint_contact(text: str, marketplace: str | None) -> tuple[WordingFault, ...]:
    """Return the links, e-mail addresses and telephone numbers of ``text``.

    The marketplace's own name (``amazon.de``) is no link.
    """
    return tuple(fault for line in text.splitlines() for fault in _lint_line(line, marketplace))


@lru_cache(maxsize=4096)
def _lint_line(line: str, marketplace: str | None) -> tuple[WordingFault, ...]:
    """Judge one line; templates say the same ones again and again."""
    found: list[WordingFault] = []

    def take(rule: str, match: re.Match[str]) -> str:
        if match[0].casefold() != marketplace:
            found.append(_fault(rule, match[0]))
        # What is one thing is not another: an address is no link as well.
        return _MASK

    plain = TRACKING_LINK.sub(_MASK, normalize("NFKC", line))
    plain = HARMLESS_DIGITS.sub(_MASK, plain)
    for rule, shape in SHAPES:
        plain = shape.sub(partial(take, rule), plain)
    return tuple(found)


def _lint_words(text: str, language: str | None) -> Iterator[WordingFault]:
    folded = normalize("NFKC", text).lower().replace("’", "'")
    # A Turkish "İ" is lowered to an i with a second dot.
    folded = folded.replace("i\u0307", "i")
    for sentence in _SENTENCE_ENDS.split(_ORDINAL_STOP.sub("", folded)):
        yield from _lint_sentence(" ".join(sentence.split()), language)


@lru_cache(maxsize=4096)
def _lint_sentence(sentence: str, language: str | None) -> tuple[WordingFault, ...]:
    """Judge one folded sentence."""
    tables = tuple(choose_tables(sentence, language))
    # Words that travel are excused in the sentence's own language.
    excused = frozenset[str]().union(*(table.excuse(sentence) for table in tables))
    return tuple(
        _fault(rule, words) for table in tables for rule, words in table.find(sentence, excused)
    )


def _hide(text: str, name: str | None) -> str:
    """Return ``text`` without ``name``, so that it is not judged by its words."""
    return text.replace(name, _MASK) if name else text


def _hide_brand(text: str, brand: str) -> str:
    """Return ``text`` without ``brand``, in whatever case it is written."""
    return _brand_pattern(brand).sub(_MASK, text) if brand else text


@lru_cache(maxsize=64)
def _brand_pattern(brand: str) -> re.Pattern[str]:
    return re.compile(re.escape(brand), re.IGNORECASE)


def _fault(rule: str, words: str = "") -> WordingFault:
    return WordingFault(rule=rule, words=words, why=REASONS[rule])
