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

#: What a number that is no telephone's is called, up to the number itself.
_LABELS: Final = (
    r"(?:serial|tracking|article|item|model|batch|invoice|part|parcel|shipment|order|case)"
    r"(?: (?:number|no\.?|id))?(?: (?:is|was|reads))?"
    r"|(?:serien|sendungs|artikel|rechnungs|modell|bestell|auftrags|tracking|paket)-?nummer"
    r"(?: (?:ist|war|lautet))?"
    r"|num[eé]ro (?:de|du) (?:suivi|série|commande|facture|modèle|colis)(?: est)?(?: le)?"
    r"|número de (?:seguimiento|serie|pedido|factura|modelo|envío)(?: es)?(?: el)?"
    r"|numero (?:di |d')(?:tracciamento|tracking|serie|ordine|fattura|spedizione)(?: è)?"
    "|(?:追跡|注文|商品|製造|シリアル|伝票|請求書)番号(?:は)?"
    "|(?:物流|快递|快遞|订|訂|发票|發票|序列|追踪|追蹤|运|運)(?:单|單)?(?:号码?|號碼?)(?:是|为|為)?"
)

#: Order ids of the marketplaces, dates, times: digits that are no telephone number.
_HARMLESS_DIGITS: Final = re.compile(
    r"\b[A-Z]?\d{2,3}-\d{5,7}-\d{5,7}\b"  # Amazon, Amazon Pay, eBay
    r"|\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b"  # 2026-11-23
    r"|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b"  # 23.11.2026, 11/23/2026
    r"|\b\d{1,2}:\d{2}(?::\d{2})?\b"  # 10:00
    rf"|(?i:{_LABELS})[ :#]{{0,3}}\d[\d ./-]{{3,30}}"  # serial number 0815 4711
)

_TOP_LEVEL: Final = (
    "com|net|org|info|biz|io|co|me|tv|cc|app|dev|shop|store|online|site|xyz|top|club|link|page|eu"
    "|de|at|ch|fr|it|es|pt|nl|be|lu|pl|se|dk|no|fi|cz|hu|ro|gr|tr|ru|ua|uk|ie|us|ca|mx|br|jp|cn|hk"
    "|tw|kr|sg|in|au|nz|za|ae|sa|eg|vn|ly|gl|gg"
)

#: The same in words: what stands before them tells in which languages they are no other word.
_SPELT_TOP_LEVEL: Final = (
    r"dot (?:com|net|org|info|biz|io|co|shop|store|online|xyz|app|de|fr|es|uk|jp|cn|eu)"
    r"|punkt (?:com|net|org|info|shop|de|at|ch|eu|io)"
    r"|point (?:com|net|org|info|shop|fr|be|ch|eu)"
    r"|punto (?:com|net|org|info|shop|it|eu|es(?=\W*$))"
    r"|(?:ドット|点|點) ?(?:com|net|org|co|jp|cn|tw|hk|shop|コム|ネット|ジェー?ピー|シーオー)"
    r"|punto es(?= y | ?[,;])|(?:double[- ]?u ?|doppia (?:vu|v) ?|vu ?|uve doble |达不溜){3}"
    r"|(?:drei ?mal|tres|trois|tre|three|triple) (?:w|uves? dobles?|double[- ]?v|double[- ]?u'?s?)"
)

#: The sign "@" in brackets, and its names.
_AT_SIGN: Final = (
    r"[\(\[\{<] ?(?:at|ät|@|arroba|arobase|chiocciola|アット(?:マーク)?|艾特) ?[\)\]\}>]"
)
#: Said in words: the sign and the stop as each language calls them, so that "at that point" passes.
_SPOKEN_AT: Final = (
    r" (?:at|at[- ]sign) [\w-]{1,64} dot \w| (?:at|ät|klammeraffe) [\w-]{1,64} punkt \w"
    r"| arobase [\w-]{1,64} point \w| (?:arroba|chiocciola) [\w-]{1,64} punto \w"
    r"| ?(?:アット(?:マーク)?|艾特|圈a|小老鼠) ?[\w-]{1,64} ?(?:ドット|点|點) ?\w"
)
_DOT: Final = r"[\(\[\{<] ?(?:dot|punkt|point|punto|ドット|点|點|\.) ?[\)\]\}>]"

#: Numbers as they are called when a telephone number is said aloud, digit by digit or in pairs.
_DIGIT_NAMES: Final = (
    "zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple|ten|eleven|twelve"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"|null|eins?|zwo|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\w+(?:zehn|zig|ßig)"
    "|zéro|un|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize"
    "|vingts?|trente|quarante|cinquante|soixante|cents?|et|and|und|y"
    "|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince"
    r"|dieci\w*|veint\w+|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien"
    "|due|tre|quattro|cinque|sei|sette|otto|nove|undici|dodici|tredici|quattordici|quindici|sedici"
    r"|diciannove|vent[iu]\w*|(?:trent|quarant|cinquant|sessant|settant|ottant|novant)\w+|cento"
)
_DIGIT_SIGNS: Final = (
    "[〇零一二三四五六七八九幺]|ゼロ|レイ|イチ|ニイ?|サン|ヨン|ゴー?|ロク|ナナ|ハチ|キュウ|キュー"
)

#: Contact data by its shape, in any language.
_SHAPES: Final = (
    (
        "email-address",
        re.compile(
            r"(?<![\w.+-])[\w.+-]{1,64}"
            rf"(?: ?(?:@|{_AT_SIGN}) ?[\w-]{{1,64}}(?:(?:\.| ?{_DOT} ?)[\w-]{{1,64}}){{0,8}}"
            rf"| ?\(a\) ?[\w-]{{1,64}}(?:\.| ?{_DOT})|{_SPOKEN_AT})"
            r"|\b(?:gmail|googlemail|hotmail|gmx|protonmail|yahoo|icloud|wanadoo|libero come)\b"
            r"|(?:ヤフー|ジー|グーグル|アウトルック) ?メール",
            re.IGNORECASE,
        ),
    ),
    (
        "link",
        re.compile(
            r"(?i:\bh(?:tt|xx)ps?:/?/?\S*|\bwww\.\S+|<a\s)"
            # A sentence that lacks its blank ("order.It") has a capital where a domain has none.
            rf"|(?<![\w@.-])(?:[A-Za-z0-9](?:[\w-]*[A-Za-z0-9])?\.)+(?:{_TOP_LEVEL})(?![\w-])(?!\.\w)"
            rf"|(?<![\w@.-])(?:[A-Z0-9][A-Z0-9-]*\.)+(?:{_TOP_LEVEL.upper()})(?![\w-])"
            rf"|(?i:(?<!\w)(?:{_SPELT_TOP_LEVEL})(?!\w)|{_DOT})"
            r"|(?i:\w ?[,。]|\w \.) ?(?:com|net|org|shop|de|fr|es|it|jp|cn)(?!\w)",
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
            | (?<![\w-])[6-9]\d{2}(?:[ .-]\d{3}){2}(?![\w-])                      # 612 345 678
            | (?<![\w-])3[2-9]\d[ .-]\d{6,7}(?![\w-])                             # 345 6789012
            | (?<![\w-])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\w-])                     # 138 1234 5678
            | (?<![\w-])\d(?:[ .-]\d){6,}(?![\w-])                                # 0 1 7 1 2 3 4
            | (?i:\b(?:tel|fax|phone|telefon|mobile|handy|mobil|call|anruf\w*)\b|電話|电话)
              [ :.：]{0,3}(?:[A-Za-z]{1,8}\ )?\d[\d ()/.-]{3,}\d
            """,
            re.VERBOSE | re.ASCII,
        ),
    ),
    (
        "phone-number",
        re.compile(
            rf"(?<!\w)(?:(?:{_DIGIT_NAMES})[\s,;.-]+){{5,}}(?:{_DIGIT_NAMES})(?!\w)"
            rf"|(?:(?:{_DIGIT_SIGNS})[ ,、の-]*){{6,}}",
            re.IGNORECASE,
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
