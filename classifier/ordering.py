"""The order of a letter's tags, as the labels' page says.

Hazards and legal acts, causes, wishes; free-gift before what is wrong with the giveaway; review
last; thanks, spam and other alone. Pure; nothing fails.
"""

from collections.abc import Iterable
from typing import Final

from cases.labels import ALONE, CAUSES, FOREMOST, TAGS

#: What may be wrong with a giveaway.
_OF_A_GIVEAWAY: Final = frozenset({"missing-item", "wrong-item", "damaged", "not-as-described"})

_PLACE: Final = {tag: place for place, tag in enumerate(TAGS)}


def ordered(tags: Iterable[str]) -> tuple[str, ...]:
    """Return ``tags`` as the labels' page orders them, main tag first.

    Tags that stand alone give way to every other, but spam gives way only to a hazard or a claim.
    """
    given = set(tags)
    if "spam" in given and not given & set(FOREMOST):
        return ("spam",)
    if given - ALONE:
        given -= ALONE
    return tuple(sorted(given, key=lambda tag: _key(tag, given)))


def _key(tag: str, given: set[str]) -> tuple[int, int]:
    if tag in FOREMOST:
        return 0, _PLACE[tag]
    if tag == "free-gift" and not given & (CAUSES - _OF_A_GIVEAWAY - {"free-gift"}):
        return 1, _PLACE[tag]
    if tag == "review":
        return 3, _PLACE[tag]
    return 2, _PLACE[tag]
