"""Doubts: what is expected of a letter beside its level, and what a person's word makes of it.

Most of a score is how high its letter is expected to stand. Where that is not the level itself, the
row says so; once a person has said what the letter is, nothing is doubted any more. Pure; nothing
fails.
"""

from collections.abc import Iterable
from typing import Final

from cases.labels import LEVELS, Priority

#: The levels that a letter may reach; every letter reaches the lowest.
HEIGHTS: Final = LEVELS[:-1]

#: How much of a score is what is expected; docs/decisions/model.md.
EXPECTED: Final = 0.8

#: How the reasons of a rank begin that tell a doubt; the name of a level follows.
MAY_BE: Final = "may be "
MAY_NOT_BE: Final = "may not be "


def expected(level: int) -> float:
    """Return the share of its score, 0 to ``EXPECTED``, of a letter that surely is of its level."""
    reached = sum(level <= height.level for height in HEIGHTS)
    return EXPECTED * reached / len(HEIGHTS)


def settled(reasons: Iterable[str]) -> tuple[str, ...]:
    """Return the reasons that are no doubts."""
    return tuple(one for one in reasons if not _is_doubt(one))


def _is_doubt(reason: str) -> bool:
    return any(reason == f"{doubt}{level}" for doubt in (MAY_BE, MAY_NOT_BE) for level in Priority)
