"""Pauses: what is not to leave, who said so and why; a person's, the brake's or a breaker's.

A pause holds and never drops: what it covers stays due and leaves when it ends. Pure values.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final


class Scope(StrEnum):
    """What kind of thing is paused."""

    ALL = "all"
    MAILBOX = "mailbox"
    SHOP = "shop"
    TEMPLATE = "template"
    #: The mail provider that a mailbox sends through.
    PROVIDER = "provider"
    #: The version of the model by which letters are tagged.
    MODEL = "model"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Subject:
    """One thing that can be paused, and whose refusals are counted together."""

    scope: Scope
    #: "" for everything.
    name: str = ""

    def __str__(self) -> str:
        """Return it as people write it: shop main."""
        return f"{self.scope} {self.name}".strip()


#: Who pauses where no person did; what people write leaves all the same.
BRAKE: Final = "brake"
BREAKER: Final = "breaker"

#: What a person's pause holds people's replies by: where they leave, not what they are about.
_OF_REPLIES: Final = frozenset({Scope.ALL, Scope.MAILBOX, Scope.PROVIDER})

#: Everything that leaves.
EVERYTHING: Final = Subject(scope=Scope.ALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """One pause."""

    subject: Subject
    since: datetime
    #: None is until a person ends it.
    until: datetime | None = None
    #: A person, "brake" or "breaker".
    who: str
    why: str = ""

    def is_on(self, now: datetime) -> bool:
        """Whether it holds at ``now``."""
        return self.until is None or self.until > now


def names(paused: Iterable[Pause], scope: Scope) -> frozenset[str]:
    """Return what is paused of one kind."""
    return frozenset(one.subject.name for one in paused if one.subject.scope is scope)


def is_held(paused: Iterable[Pause], subjects: Collection[Subject]) -> bool:
    """Whether one of these subjects, or everything, is paused."""
    return any(one.subject == EVERYTHING or one.subject in subjects for one in paused)


def holds_replies(paused: Iterable[Pause], subjects: Collection[Subject]) -> bool:
    """Whether people's replies are held too: by a person or a restore, not by brake or breaker."""
    people = [
        one
        for one in paused
        if one.subject.scope in _OF_REPLIES and one.who not in {BRAKE, BREAKER}
    ]
    return is_held(people, subjects)
