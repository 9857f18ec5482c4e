"""Turns: a letter that thanks and then goes on with "but", or asks, may want an answer after all.

Words of contrast and question marks in the languages of the rulebooks. They give no tag; they only
keep a letter that looks like thanks from being passed over unread. Pure; nothing fails.
"""

import re
from typing import Final

from classifier.folding import fold_phrase

_WORDS: Final = (
    # en, de
    "but", "however", "though", "although", "except", "unfortunately", "sadly",
    "aber", "leider", "jedoch", "allerdings", "trotzdem", "dennoch",
    # fr, es, it
    "mais", "par contre", "cependant", "malheureusement", "toutefois", "en revanche",
    "pero", "sin embargo", "lamentablemente", "desgraciadamente", "aunque", "no obstante",
    "però", "pero'", "purtroppo", "tuttavia", "solo che", "peccato",
    # pt, nl, pl, sv, tr
    "mas", "porém", "infelizmente", "no entanto", "só que",
    "maar", "helaas", "echter", "alleen",
    "ale", "niestety", "jednak", "tylko że",
    "men", "tyvärr", "dock", "fast",
    "ama", "fakat", "maalesef", "ancak",
)  # fmt: skip
_RUNS: Final = (
    "ただ", "しかし", "けれど", "けど", "ですが", "ましたが", "残念", "ところが",
    "但是", "但", "可是", "不过", "只是", "可惜", "然而",
    "?", "¿",
)  # fmt: skip

_TURN: Final = re.compile(
    rf"\b(?:{'|'.join(re.escape(fold_phrase(word)) for word in _WORDS)})\b"
    rf"|{'|'.join(re.escape(fold_phrase(run)) for run in _RUNS)}"
)


def turns(text: str) -> bool:
    """Say whether a folded text turns from what it began with, or asks something."""
    return _TURN.search(text) is not None
