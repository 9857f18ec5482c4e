"""The modes: what may leave, from nothing to everything (design P6).

In shadow nothing leaves and nothing is written on a server. In approve an acknowledgement waits
for a person's word. A canary lets out only those of named shops or mailboxes, or the first so many
within a day. Live lets out what no veto holds back.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

#: Within how long a canary's first ones are counted.
CANARY_DAY: Final = timedelta(days=1)


#: The veto of letters that had arrived when the store was put back from a backup.
RESTORED: Final = "restored"


class Mode(StrEnum):
    """What may leave."""

    SHADOW = "shadow"
    APPROVE = "approve"
    CANARY = "canary"
    LIVE = "live"


@dataclass(frozen=True, slots=True, kw_only=True)
class Canary:
    """Which acknowledgements leave in the mode of this name; one that names nothing has none."""

    #: At most so many within a day; None counts none.
    first: int | None = None
    #: Those of these shops, and of these mailboxes; of all where neither is named.
    shops: frozenset[str] = field(default_factory=frozenset)
    mailboxes: frozenset[str] = field(default_factory=frozenset)

    @property
    def is_empty(self) -> bool:
        """Whether it lets nothing out."""
        return not (self.first or self.shops or self.mailboxes)

    def covers(self, shop: str | None, mailbox: str) -> bool:
        """Whether it is for this shop or mailbox, whatever the number."""
        if self.is_empty:
            return False
        named = bool(self.shops or self.mailboxes)
        return not named or shop in self.shops or mailbox in self.mailboxes

    def admits(self, shop: str | None, mailbox: str, within_day: int) -> bool:
        """Whether one more may leave after so many within a day."""
        return self.covers(shop, mailbox) and (self.first is None or within_day < self.first)


@dataclass(frozen=True, slots=True, kw_only=True)
class Permit:
    """The mode with what belongs to it."""

    mode: Mode = Mode.SHADOW
    canary: Canary = field(default_factory=Canary)
    #: When the store was put back from a backup; None where it never was.
    restored_at: datetime | None = None

    def __str__(self) -> str:
        """Return it as people read it: canary: the first 20 within a day, shop main."""
        if self.mode is not Mode.CANARY:
            return self.mode.value
        canary = self.canary
        parts = [
            *([f"the first {canary.first} within a day"] if canary.first else []),
            *(f"shop {name}" for name in sorted(canary.shops)),
            *(f"mailbox {name}" for name in sorted(canary.mailboxes)),
        ]
        return f"{self.mode}: {', '.join(parts)}" if parts else self.mode.value

    def withholds(self, shop: str | None, mailbox: str, arrived: datetime) -> str | None:
        """Return the veto that holds an acknowledgement back for good; None where none does.

        What had arrived when the store was put back may have been acknowledged after its backup.
        """
        if self.restored_at is not None and arrived <= self.restored_at:
            return RESTORED
        if self.mode is Mode.SHADOW:
            return Mode.SHADOW
        if self.mode is Mode.CANARY and not self.canary.covers(shop, mailbox):
            return Mode.CANARY
        return None

    @property
    def lets_out(self) -> bool:
        """Whether anything may leave at all."""
        return self.mode is not Mode.SHADOW and not (
            self.mode is Mode.CANARY and self.canary.is_empty
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ModeChange:
    """What somebody said may leave."""

    permit: Permit
    #: A person, a command of theirs, or "config.toml" for a new store's first mode.
    who: str
    at: datetime
