"""Turns: a letter that thanks and then goes on with "but", or asks, may want an answer after all.

Words of contrast, a row a language because they are other words elsewhere ("fast", "men"), and
question marks. They give no tag; they only keep a letter that looks like thanks from being passed
over unread. Pure; nothing fails.
"""

import re
from collections.abc import Iterable
from typing import Final

from classifier.folding import fold_phrase

_WORDS: Final = {
    "en": ("but", "however", "though", "although", "except", "unfortunately", "sadly"),
    "de": ("aber", "leider", "jedoch", "allerdings", "trotzdem", "dennoch"),
    "fr": ("mais", "par contre", "cependant", "malheureusement", "toutefois", "en revanche"),
    "es": ("pero", "sin embargo", "lamentablemente", "desgraciadamente", "aunque", "solo que"),
    "it": ("però", "pero", "ma", "purtroppo", "tuttavia", "solo che", "peccato"),
    "pt": ("mas", "porém", "infelizmente", "no entanto", "só que"),
    "nl": ("maar", "helaas", "echter", "alleen"),
    "pl": ("ale", "niestety", "jednak", "tylko że"),
    "sv": ("men", "tyvärr", "dock", "fast"),
    "tr": ("ama", "fakat", "maalesef", "ancak"),
}

#: "And", "yet", "now": another matter may follow.
_AND: Final = {
    "en": ("and", "yet", "because", "while", "when"),
    "de": ("und", "nur", "doch", "weil", "während", "als"),
    "fr": ("et", "or", "car", "alors que", "quand"),
    "es": ("y", "e", "porque", "mientras", "cuando"),
    "it": ("e", "ed", "perché", "mentre", "quando"),
    "pt": ("e", "porque"),
    "nl": ("en", "want"),
    "pl": ("i", "a"),
    "sv": ("och",),
    "tr": ("ve",),
}

#: Signs that stand inside a run of others, and those of a question.
_RUNS: Final = {
    "ja": ("ただ", "しかし", "けれど", "けど", "ですが", "ましたが", "残念", "ところが"),
    "zh": ("但是", "但", "可是", "不过", "只是", "可惜", "然而"),
}
_QUESTION: Final = "[?¿]"


def turns(text: str, language: str) -> bool:
    """Say whether a folded text turns from what it began with, or asks something.

    Args:
        text: folded.
        language: ISO 639-1; in one that has no row, or "unknown", only a question is known.
    """
    return _TURNS.get(language, _ASKED).search(text) is not None


def goes_on(text: str, language: str) -> bool:
    """Say whether a folded text goes on with an "and", behind which another matter may stand.

    Args:
        text: folded.
        language: ISO 639-1; in one that has no row nothing is known.
    """
    known = _ADDED.get(language)
    return known is not None and known.search(text) is not None


def _compile(words: Iterable[str] = (), runs: Iterable[str] = ()) -> re.Pattern[str]:
    known = (*(rf"\b{_literal(one)}\b" for one in words), *map(_literal, runs), _QUESTION)
    return re.compile("|".join(known))


def _literal(phrase: str) -> str:
    return re.escape(fold_phrase(phrase))


_ADDED: Final = {
    language: re.compile("|".join(rf"\b{_literal(one)}\b" for one in words))
    for language, words in _AND.items()
}
_ASKED: Final = _compile()
_TURNS: Final = {
    **{language: _compile(words=words) for language, words in _WORDS.items()},
    **{language: _compile(runs=runs) for language, runs in _RUNS.items()},
}
