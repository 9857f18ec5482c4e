"""A thread as ticket systems send it: each post under a rule, with its writer and time.

The newest post stands first, so it alone is new. One such heading may be a person's own table; two
are a thread. Pure and total.
"""

from collections.abc import Sequence
from typing import Final

from mail.attributions import ADDRESS, CLOCK, DAY
from mail.quoting import is_rule

#: A heading has at most so many lines, each no longer than this.
_LINES: Final = 2
_LENGTH: Final = 100


def find_posts(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Return where the heading of each post begins and ends; nothing where it is no thread."""
    found = [
        (number, end)
        for number, line in enumerate(lines)
        if is_rule(line)
        for end in [_heading(lines, number + 1)]
        if end is not None
    ]
    return found if len(found) > 1 else []


def _heading(lines: Sequence[str], first: int) -> int | None:
    """Return the line after a writer and a time that begin at line ``first``."""
    for number in range(first, min(first + _LINES, len(lines))):
        line = lines[number].strip()
        if not line or len(line) > _LENGTH or ":" in line[-1:] or ADDRESS.search(line):
            return None
        if DAY.search(line) and CLOCK.search(line):
            return number + 1
    return None
