"""Anger that needs no language: capitals, rows of exclamation marks, angry faces.

One mark is not enough: a short word in capitals is an abbreviation, and one row of exclamation
marks may be joy. Pure; nothing fails.
"""

import re
from typing import Final

#: Fewer capitals than this are an abbreviation or an order number.
_LETTERS: Final = 16
_SHARE: Final = 0.7

_ROWS: Final = re.compile(r"[!?！？]{3,}")
_FACES: Final = frozenset("😠😡🤬👿😤🖕💢")


def shouts(text: str) -> bool:
    """Say whether ``text`` is shouted."""
    if not (text.isascii() or _FACES.isdisjoint(text)):
        return True
    capitals = sum(map(str.isupper, text))
    if capitals >= _LETTERS and capitals >= _SHARE * (capitals + sum(map(str.islower, text))):
        return True
    return len(_ROWS.findall(text)) > 1
