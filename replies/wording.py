"""The wording lint: what stands in a text that a marketplace or good practice forbids (design P7).

Every finding is an error, never a warning: at load it stops the start, at rendering it withholds
the letter with the reason ``wording``. Order ids, dates and times are not mistaken for telephone
numbers, and the shop's own name is not held against the tables of words. Nothing here can fail.

Rules: mail-facts on the marketplaces' rules of wording; practice S0.3, S3.22, S3.24, X1 to X3.
The words are in ``replies.forbidden_en`` and its like, one module a language;
``replies.forbidden`` chooses among them, sentence by sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Final
from unicodedata import normalize

from cases.values import Wording
from replies.forbidden import choose_tables

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

#: Order ids of the marketplaces, dates, times: digits that are no telephone number.
_HARMLESS_DIGITS: Final = re.compile(
    r"""
    \b[A-Z]?\d{2,3}-\d{5,7}-\d{5,7}\b         # Amazon, Amazon Pay, eBay
    | \b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b       # 2026-11-23
    | \b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b     # 23.11.2026, 11/23/2026
    | \b\d{1,2}:\d{2}(?::\d{2})?\b            # 10:00
    """,
    re.VERBOSE,
)

_TOP_LEVEL: Final = (
    "com|net|org|info|biz|io|co|me|tv|cc|app|dev|shop|store|online|site|xyz|top|club|link|page|eu"
    "|de|at|ch|fr|it|es|pt|nl|be|lu|pl|se|dk|no|fi|cz|hu|ro|gr|tr|ru|ua|uk|ie|us|ca|mx|br|jp|cn|hk"
    "|tw|kr|sg|in|au|nz|za|ae|sa|eg|vn|ly|gl|gg"
)

#: Contact data by its shape, in any language.
_SHAPES: Final = (
    (
        "email-address",
        re.compile(
            r"[\w.+-]+ ?(?:@|\(at\)|\[at\]|\{at\}) ?[\w-]+(?:(?:\.| ?[\(\[]dot[\)\]] ?)[\w-]+)+"
            r"|[\w.+-]+ at [\w-]+ dot \w+",
            re.IGNORECASE,
        ),
    ),
    (
        "link",
        re.compile(
            r"(?i:\bhttps?:/?/?\S*|\bwww\.\S+|<a\s)"
            # A sentence that lacks its blank ("order.It") has a capital where a domain has none.
            rf"|(?<![\w@.-])(?:[A-Za-z0-9](?:[\w-]*[A-Za-z0-9])?\.)+(?:{_TOP_LEVEL})(?![\w-])(?!\.\w)"
            rf"|(?<![\w@.-])(?:[A-Z0-9][A-Z0-9-]*\.)+(?:{_TOP_LEVEL.upper()})(?![\w-])"
            rf"|(?i:\b[\w-]+ dot (?:{_TOP_LEVEL})\b)",
            re.ASCII,
        ),
    ),
    (
        "phone-number",
        re.compile(
            r"""
            (?<![\w-])(?:\+|00)[1-9]\d{0,3}[ ()/.-]*(?:\d[ ()/.-]*){6,12}(?!\w)   # +49 30 1234567
            | (?<![\w-])\(0?\d{2,5}\)[ /.-]*\d(?:[ /.-]*\d){4,9}(?!\w)            # (030) 1234567
            | (?<![\w-])0\d{1,5}(?:[ /.-]{1,3}\d{2,8}){1,4}(?![\w-])              # 030 1234567
            | (?<![\w-])0\d{8,11}(?![\w-])                                        # 01712345678
            | (?<![\w-])(?:1[ .-])?[2-9]\d{2}[ .-]\d{3}[ .-]\d{4}(?![\w-])        # 206-555-0123
            | (?<![\w-])1[3-9]\d{9}(?![\w-])                                      # 13812345678
            | (?i:\b(?:tel|fax|phone|telefon|mobile|handy|mobil|call|anruf\w*)\b|電話|电话)
              [ :.：]{0,3}(?:[A-Za-z]{1,8}\ )?\d[\d ()/.-]{3,}\d
            """,
            re.VERBOSE | re.ASCII,
        ),
    ),
)


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
    return (
        *(_fault("length") for _ in [0] if not body.strip() or len(body) > LONGEST),
        *(_fault("order-id") for _ in [0] if order_id is not None and order_id not in body),
        *lint_text(_hide(body, order_id), marketplace, brand, wording.language),
    )


def lint_text(
    text: str, marketplace: str | None, brand: str = "", language: str | None = None
) -> tuple[WordingFault, ...]:
    """Return what ``text`` must not say; ``language`` (ISO 639-1) is the one it is written in."""
    nameless = _hide(text, brand)
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

    plain = _HARMLESS_DIGITS.sub(_MASK, normalize("NFKC", line))
    for rule, shape in _SHAPES:
        plain = shape.sub(partial(take, rule), plain)
    return tuple(found)


def _lint_words(text: str, language: str | None) -> Iterator[WordingFault]:
    folded = normalize("NFKC", text).lower().replace("’", "'")
    for sentence in _SENTENCE_ENDS.split(_ORDINAL_STOP.sub("", folded)):
        yield from _lint_sentence(" ".join(sentence.split()), language)


@lru_cache(maxsize=4096)
def _lint_sentence(sentence: str, language: str | None) -> tuple[WordingFault, ...]:
    """Judge one folded sentence."""
    return tuple(
        _fault(rule, words)
        for vocabulary in choose_tables(sentence, language)
        for rule, words in vocabulary.find(sentence)
    )


def _hide(text: str, name: str | None) -> str:
    """Return ``text`` without ``name``, so that it is not judged by its words."""
    return re.sub(re.escape(name), _MASK, text, flags=re.IGNORECASE) if name else text


def _fault(rule: str, words: str = "") -> WordingFault:
    return WordingFault(rule=rule, words=words, why=REASONS[rule])
