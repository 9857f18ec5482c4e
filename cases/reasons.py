"""The reasons of a rank as a row tells them: none that the row says already.

A letter's tags stand on its row, and a present's day says that it has one. Pure; nothing fails.
"""

from collections.abc import Iterable
from typing import Final

from cases.labels import TAGS

#: How the reasons begin that name a day; a present's is a deadline too.
DEADLINE: Final = "deadline "
GIFT_DEADLINE: Final = "gift deadline "
#: What a present's day says in itself.
GIFT_DATE: Final = "gift with a date"


def unsaid(reasons: Iterable[str]) -> tuple[str, ...]:
    """Return the reasons, in their order, that neither the tags beside them say nor another."""
    told = dict.fromkeys(one for one in reasons if one not in TAGS)
    days = {one.removeprefix(GIFT_DEADLINE) for one in told if one.startswith(GIFT_DEADLINE)}
    known = {f"{DEADLINE}{day}" for day in days} | ({GIFT_DATE} if days else set())
    return tuple(one for one in told if one not in known)
