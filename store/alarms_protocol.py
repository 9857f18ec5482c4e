"""What needs a person: what the store sees of it, and what was told of it, in one transaction."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from cases.episodes import Episode

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressing:
    """An open case that nobody has answered, and whose time runs out or that is grave."""

    case: int
    opening: int
    tags: tuple[str, ...]
    #: When its opening began.
    received: datetime
    promise_at: datetime | None
    limit_at: datetime | None
    #: Somebody works on it.
    held: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What the store sees that may need a person."""

    #: Up to which clocks were looked for.
    until: datetime
    #: Cases, the latest clock first.
    pressing: tuple[Pressing, ...]
    #: Letters that are set aside, and acknowledgements of which nobody knows whether they left.
    set_aside: int
    unknown: int
    #: Acknowledgements that are due in mailboxes of no worker, by mailbox.
    stranded: Mapping[str, int]
    #: Acknowledgements of the last hour that were taken, and that were refused.
    sent: int
    refused: int


class Alarms(Protocol):
    """Look, and remember."""

    def outlook(self, mailboxes: Sequence[str], now: datetime, until: datetime) -> Outlook:
        """Return what may need a person.

        ``mailboxes`` are those that somebody sends from; cases are those with a promise or a limit
        that runs out before ``until`` or did so within a day, and those about safety or a claim of
        that day: the 1,000 whose clocks run out last.
        """

    def episodes(self) -> tuple[Episode, ...]:
        """Return every episode; those of kinds that this version does not know are left out."""

    def change(self, step: Callable[[tuple[Episode, ...]], tuple[Iterable[Episode], T]]) -> T:
        """Let ``step`` return which episodes take the place of the present ones, and an answer.

        Nobody else changes them meanwhile.
        """
