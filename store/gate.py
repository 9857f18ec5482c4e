"""The gate: whether an acknowledgement may leave now, or mode and pauses hold it.

One answer for whoever claims, begins or asks when the next may leave, so that nobody waits for
what nobody takes, or wakes for it. Of a due acknowledgement its mailbox is known, the shop of its
case, and of one that was made before its own shop and template; all else is known of the mailbox.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import JSON, ColumnElement, or_, type_coerce

from cases.clocks import EXPIRES_AFTER
from cases.modes import Mode, Permit
from cases.pauses import Pause, Scope, Subject, is_held, names
from store import pauses, settings
from store.outgoing_values import Terms
from store.schema import acknowledgements as acks
from store.schema import cases, letters
from store.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """How the gate stands at one moment."""

    permit: Permit
    paused: tuple[Pause, ...]
    now: datetime

    def holds(self, subjects: Collection[Subject]) -> bool:
        """Whether what is of all these subjects stays: by the mode, or by a pause."""
        return not self.permit.lets_out or is_held(self.paused, subjects)

    def admits(
        self, mailboxes: Sequence[str], terms: Terms | None = None
    ) -> tuple[ColumnElement[bool], ...] | None:
        """Say which due ones of these mailboxes may leave; None where it is none of them.

        Speaks of acknowledgements joined with their cases and letters.
        """
        if self.holds(terms.subjects if terms else ()):
            return None
        open_boxes = sorted(set(mailboxes) - names(self.paused, Scope.MAILBOX))
        approved = [self._decided()] if self.permit.mode is Mode.APPROVE else []
        return (letters.c.mailbox.in_(open_boxes), *self._not_paused(), *approved)

    def _not_paused(self) -> list[ColumnElement[bool]]:
        made = type_coerce(acks.c.subjects, JSON)
        known = (
            (Scope.SHOP, cases.c.shop),
            (Scope.SHOP, made[Scope.SHOP.value].as_string()),
            (Scope.TEMPLATE, made[Scope.TEMPLATE.value].as_string()),
        )
        return [
            or_(name.is_(None), name.not_in(sorted(held)))
            for scope, name in known
            if (held := names(self.paused, scope))
        ]

    def _decided(self) -> ColumnElement[bool]:
        """Say what a person approved, or what is let go because nobody decided within a day.

        Its age is that of the letter it answers, by which it is judged when it is let go: what is
        taken here for its age is sure to be withheld for it, and does not come round again.
        """
        return or_(acks.c.approved_at.is_not(None), letters.c.received < self.now - EXPIRES_AFTER)


def look(tx: Transaction, now: datetime) -> Gate:
    """Return how the gate stands."""
    return Gate(permit=settings.permit(tx), paused=pauses.active(tx, now), now=now)
