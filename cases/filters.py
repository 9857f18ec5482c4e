"""Which cases a person wants to see: a value, the views that ship, and the words to type.

Every field that is given narrows further; within a set one is enough. A view is a named filter.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from cases.labels import FOREMOST, UNANSWERED, Priority
from cases.states import CaseState

#: Whose turn it is ours.
OPEN: Final = frozenset({CaseState.OPEN})

#: What is settled, which nobody waits for: it is listed by when it was closed.
DONE: Final = frozenset({CaseState.DONE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What is wanted; nothing given wants everything."""

    states: frozenset[CaseState] = frozenset()
    #: Words that must all stand in its letters; a trailing ``*`` takes any ending.
    words: tuple[str, ...] = ()
    #: An order id, in full.
    order: str | None = None
    #: One of these among its tags, or as its main tag.
    tags: frozenset[str] = frozenset()
    main_tags: frozenset[str] = frozenset()
    priorities: frozenset[Priority] = frozenset()
    language: str | None = None
    #: ``amazon`` takes every ``amazon.<tld>``.
    marketplace: str | None = None
    shop: str | None = None
    #: A person whose it is, or who works on it.
    person: str | None = None
    #: Nobody's, and nobody works on it.
    free: bool = False
    unsure: bool = False
    escalated: bool = False
    #: The buyer or a notice states a deadline.
    deadline: bool = False
    #: Its nearest clock has run out.
    overdue: bool = False
    #: Its nearest clock runs out within this time, and has not yet.
    due_within: timedelta | None = None
    #: Its newest letter came before, or at or after, this time.
    before: datetime | None = None
    after: datetime | None = None


class View(StrEnum):
    """The views that ship, in the order in which they are offered."""

    DUE = "due"
    OVERDUE = "overdue"
    GRAVE = "grave"
    GIFT = "gift"
    UNSURE = "unsure"
    NO_REPLY = "no-reply"


VIEWS: Final[Mapping[View, Filter]] = MappingProxyType(
    {
        View.DUE: Filter(states=OPEN, due_within=timedelta(hours=2)),
        View.OVERDUE: Filter(states=OPEN, overdue=True),
        View.GRAVE: Filter(states=OPEN, tags=frozenset(FOREMOST)),
        View.GIFT: Filter(states=OPEN, tags=frozenset({"gift-order", "free-gift"}), deadline=True),
        View.UNSURE: Filter(states=OPEN, unsure=True),
        View.NO_REPLY: Filter(states=OPEN, main_tags=UNANSWERED),
    }
)
