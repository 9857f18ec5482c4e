"""Corrections: the letters whose tags people corrected, for training and for the breaker."""

from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, select

from cases.breaker import judge_correction
from cases.deeds import UNDO_WITHIN
from cases.states import AckState
from store import gauges
from store.columns import is_unreadable
from store.desk_values import Correction
from store.picking import ANSWERED
from store.schema import acknowledgements as acks
from store.schema import deeds, letters
from store.standing import unpack
from store.transaction import Transaction

#: What a buyer has read, or may have.
_READ: Final = (AckState.SENT, AckState.UNKNOWN)


def behind(tx: Transaction, after: int, now: datetime, limit: int) -> tuple[Correction, ...]:
    """Return those behind the deed ``after`` that stand and can be undone no more, oldest first."""
    done = tx.run(
        select(*deeds.c["id", "letter_id", "who", "at", "old", "new"])
        .where(
            deeds.c.seller == tx.seller,
            deeds.c.id > after,
            deeds.c.at < now - UNDO_WITHIN,
            deeds.c.letter_id.is_not(None),
            deeds.c.undone_at.is_(None),
        )
        .order_by(deeds.c.id)
        .limit(limit)
    ).all()
    if not done:
        return ()
    said = tx.run(
        select(*letters.c["id", "identity", "verdict"]).where(
            letters.c.seller == tx.seller, letters.c.id.in_([row.letter_id for row in done])
        )
    )
    spoken = {row.id: row for row in said}
    return tuple(
        Correction(
            deed=row.id,
            identity=spoken[row.letter_id].identity,
            verdict=spoken[row.letter_id].verdict,
            old=unpack(row.old).get("given", ()),
            new=tuple(row.new["tags"]),
            who=row.who,
            at=row.at,
        )
        for row in done
        # What nobody can read teaches nothing.
        if not is_unreadable(spoken[row.letter_id].verdict)
    )


def hear(
    tx: Transaction,
    which: ColumnElement[bool],
    before: str | None,
    after: str | None,
    now: datetime,
) -> bool:
    """Take in another main tag of a letter that was acknowledged; False where it says nothing.

    ``before`` and ``after`` are as for ``cases.breaker.judge_correction``.
    """
    row = tx.run(
        select(letters.c.verdict, acks.c.subjects)
        .join(acks, ANSWERED)
        .where(acks.c.seller == tx.seller, acks.c.state.in_(_READ), which)
    ).first()
    sign = None if row is None else judge_correction(row.verdict.triage, before, after)
    if row is None or sign is None:
        return False
    gauges.note(tx, gauges.from_document(row.subjects), sign, now)
    return True
