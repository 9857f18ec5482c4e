"""The canary's measure: which acknowledgements it lets out, looked at when claimed and when begun.

Only so many a day, counted over all workers under a lock. What was claimed under a wider mode is
measured again before it leaves: a mode that is narrowed reaches what workers hold.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, func, select

from cases.modes import CANARY_DAY, Mode, Permit
from cases.states import AckState
from store.picking import ANSWERED
from store.schema import acknowledgements as acks
from store.schema import letters
from store.transaction import Row, Transaction

#: What no other worker can give back: it has left, or may have.
_BEGUN: Final = (AckState.SENDING, AckState.SENT, AckState.UNKNOWN)


def outside(tx: Transaction, permit: Permit, taken: Sequence[Row], now: datetime) -> frozenset[int]:
    """Return which of these a canary does not admit; a person's word goes before it."""
    if permit.mode is not Mode.CANARY:
        return frozenset()
    tx.lock(["canary"])
    canary, found = permit.canary, set()
    lately = _lately(tx, canary.first or 0, now)
    for row in taken:
        shop = row["verdict"].decision.shop
        if row["approved_at"] is None and not canary.admits(shop, row["mailbox"], lately):
            found.add(row["id"])
        else:
            lately += 1
    return frozenset(found)


def admits(tx: Transaction, permit: Permit, ack: int, now: datetime) -> bool:
    """Say whether the mode lets this one be begun, after all that were begun within a day."""
    if permit.mode is not Mode.CANARY:
        return True
    row = (
        tx.run(
            select(*acks.c["id", "approved_at"], *letters.c["mailbox", "verdict"])
            .join(letters, ANSWERED)
            .where(acks.c.seller == tx.seller, acks.c.id == ack)
            .with_for_update(of=acks)
        )
        .mappings()
        .first()
    )
    if row is None or row["approved_at"] is not None:
        return row is not None
    tx.lock(["canary"])
    lately = _lately(tx, permit.canary.first or 0, now, acks.c.state.in_(_BEGUN))
    return permit.canary.admits(row["verdict"].decision.shop, row["mailbox"], lately)


def _lately(tx: Transaction, most: int, now: datetime, *which: ColumnElement[bool]) -> int:
    """Return how many left or are under way within a day, but no more than ``most``."""
    found = select(acks.c.id).where(
        acks.c.seller == tx.seller, acks.c.counted_at > now - CANARY_DAY, *which
    )
    limited = found.limit(most).subquery()
    number: int = tx.run(select(func.count()).select_from(limited)).scalar_one()
    return number
