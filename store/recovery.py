"""What a process that ended, or a pause that lasted, has left behind of acknowledgements.

What was being handed in becomes ``unknown``, never due: it may have left (P4).
"""

from datetime import datetime
from typing import Final

from sqlalchemy import and_, or_, select, update

from cases.clocks import EXPIRES_AFTER
from cases.states import AckEvent, AckState
from store import sendings
from store.outgoing_values import Recovery
from store.schema import acknowledgements as acks
from store.schema import letters
from store.transaction import Transaction
from store.transitions import TOLD, changes, tell

#: The veto of a letter that is too old for an acknowledgement.
EXPIRED: Final = "expired"


def recover(tx: Transaction, worker: str, now: datetime) -> Recovery:
    """Make ``unknown`` of ``sending`` and ``due`` of claims: this worker's, and lapsed ones.

    What pauses and quotas have held back for too long is let go, and so is what was sent long ago.
    """
    sendings.forget(tx, now)
    return Recovery(
        unknown=_abandon(tx, worker, AckState.SENDING, AckEvent.LOSE, now),
        released=_abandon(tx, worker, AckState.CLAIMED, AckEvent.RELEASE, now),
        expired=_expire(tx, now),
    )


def _abandon(tx: Transaction, worker: str, state: AckState, event: AckEvent, now: datetime) -> int:
    rows = tx.run(
        update(acks)
        .where(
            acks.c.seller == tx.seller,
            acks.c.state == state,
            or_(acks.c.worker == worker, acks.c.claimed_until < now),
        )
        .values(**changes(event, now))
        .returning(*TOLD)
    ).all()
    tell(tx, rows, event, now, {"reason": "recovered"})
    return len(rows)


def _expire(tx: Transaction, now: datetime) -> int:
    old = (
        select(acks.c.id)
        .join(letters, and_(letters.c.seller == acks.c.seller, letters.c.id == acks.c.letter_id))
        .where(
            acks.c.seller == tx.seller,
            acks.c.state == AckState.DUE,
            acks.c.not_before <= now,
            letters.c.received < now - EXPIRES_AFTER,
        )
    )
    rows = tx.run(
        update(acks)
        .where(acks.c.seller == tx.seller, acks.c.id.in_(old), acks.c.state == AckState.DUE)
        .values(reason=EXPIRED, **changes(AckEvent.WITHHOLD, now))
        .returning(*TOLD)
    ).all()
    tell(tx, rows, AckEvent.WITHHOLD, now, {"reason": EXPIRED})
    return len(rows)
