"""The topic of a marketplace's notice, by the words of its subject, in twelve languages.

A dispute is told by what happens to a case, a sale by how its subject begins; money that went back
is a refund whatever it was for; of return, cancellation, refund and feedback the one that is named
first is the matter, because articles' names and explanations stand behind. What is said to all
sellers, and praise, is ``other``. Pure and total. Practice S4.1.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from mail.marketplaces import topic_words as said
from mail.marketplaces.topic_words import Rows
from mail.subjects import strip_prefixes

#: No subject is read further.
_LENGTH: Final = 300
#: Languages that leave no blank between words.
_UNSPACED: Final = frozenset({"ja", "zh"})
#: Letters that have no accent to take off, and the other apostrophes.
_LETTERS: Final = str.maketrans({"ł": "l", "ı": "i", "’": "'", "‘": "'", "´": "'"})
_ACCENTS: Final = re.compile("[\u0300-\u036f]")
#: The number of an order or a case.
_NUMBER: Final = re.compile(r"\d{5}")


def _plain(text: str) -> str:
    """Return ``text`` without accents; the signs of Japanese stay whole."""
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", text.translate(_LETTERS)))
    return unicodedata.normalize("NFC", bare)


def _compile(*tables: Rows) -> re.Pattern[str]:
    spaced: list[str] = []
    unspaced: list[str] = []
    for rows in tables:
        for language, words in rows.items():
            (unspaced if language in _UNSPACED else spaced).extend(words)
    starts = [rf"(?<![^\W\d_])(?:{'|'.join(spaced)})"] if spaced else []
    return re.compile(_plain("|".join((*starts, *unspaced))))


_ROUTINE: Final = _compile(said.ROUTINE)
_TO_ALL: Final = _compile(said.TO_ALL)
_SOLD_FIRST: Final = _compile(said.SOLD_FIRST)
#: The gravest first.
_GRAVE: Final = (
    ("chargeback", _compile(said.CHARGEBACK)),
    ("claim", _compile(said.CLAIM)),
    ("refund", _compile(said.REFUNDED)),
)
#: Of these the foremost counts; of two that begin at one place the upper ("zwrot pieniędzy").
_FOREMOST: Final = (
    ("refund", _compile(said.REFUND)),
    ("return", _compile(said.RETURN)),
    ("cancellation", _compile(said.CANCELLATION)),
    ("feedback", _compile(said.FEEDBACK)),
)
_LAST: Final = (
    ("sale", _compile(said.SALE)),
    ("shipped", _compile(said.SHIPPED)),
    ("opt-out", _compile(said.OPTED_OUT)),
)


def find_topic(subject: str, claims: re.Pattern[str] | None = None) -> str:
    """Return what a notice's subject announces, ``other`` where it announces nothing known.

    Args:
        subject: as it was decoded.
        claims: words of one marketplace that say a claim there, in small letters without accents.
    """
    words = _plain(strip_prefixes(subject[:_LENGTH]).casefold())
    if claims is not None and claims.search(words):
        return "claim"
    if _SOLD_FIRST.match(words):
        return "sale"
    if _ROUTINE.search(words) or (_TO_ALL.search(words) and not _NUMBER.search(words)):
        return "other"
    return _first(_GRAVE, words) or _foremost(words) or _first(_LAST, words) or "other"


def _first(rows: Iterable[tuple[str, re.Pattern[str]]], words: str) -> str:
    return next((topic for topic, pattern in rows if pattern.search(words)), "")


def _foremost(words: str) -> str:
    found = ((pattern.search(words), topic) for topic, pattern in _FOREMOST)
    places = [(hit.start(), topic) for hit, topic in found if hit is not None]
    return min(places, key=lambda place: place[0])[1] if places else ""
