"""Numbers as they come from outside: what a store can keep, and nothing else.

Digits without end cost time and fail late, "²" is a digit to Python, and no case has a number of
more than 18 digits. Fails with ``ValueError`` alone.
"""

import re
from collections.abc import Iterable
from typing import Final

#: A number without its sign, for paths too.
DIGITS: Final = "[0-9]{1,18}"
_NUMBER: Final = re.compile(f"-?{DIGITS}")


def parse_number(text: str) -> int:
    """Return the number that ``text`` is; raise ``ValueError`` where it is none."""
    if not _NUMBER.fullmatch(text):
        raise ValueError("no number of at most 18 digits")
    return int(text)


def read_number(text: str) -> int:
    """Return the number that ``text`` is; 0, which nothing is numbered, where it is none."""
    return int(text) if _NUMBER.fullmatch(text) else 0


def read_numbers(texts: Iterable[str]) -> list[int]:
    """Return the numbers among ``texts``, in their order."""
    return [int(text) for text in texts if _NUMBER.fullmatch(text)]
