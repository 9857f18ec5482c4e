"""The queue: open cases in the order of cases/ordering.py, sorted by the database.

Level (one higher once ``lift_at`` has come), then the nearest clock in steps of a quarter of an
hour, then score, then age. A test holds the order equal to ``cases.ordering.sort_key``.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import BigInteger, Select, and_, func, select, type_coerce
from sqlalchemy import case as when

from cases.labels import Priority
from cases.ordering import STEP, Place, clock_step, rank
from cases.states import AckState, CaseState
from store import acknowledgements, events, handles
from store.columns import milliseconds
from store.handles import Sort
from store.schema import acknowledgements as acks
from store.schema import cases, letters
from store.transaction import Transaction
from store.values import CaseView, LetterView, QueueRow

_STEP: Final = STEP // timedelta(milliseconds=1)


def first_served(tx: Transaction, now: datetime, limit: int) -> tuple[QueueRow, ...]:
    """Return the open cases, first served first."""
    moment = milliseconds(now)
    lift_at, clock_at = (type_coerce(cases.c[name], BigInteger) for name in ("lift_at", "clock_at"))
    lifted = and_(lift_at <= moment, cases.c.level > 0)
    rows = tx.run(
        _rows(tx)
        .where(cases.c.state == CaseState.OPEN)
        .order_by(
            when((lifted, cases.c.level - 1), else_=cases.c.level),
            func.coalesce(clock_at // _STEP, clock_step(None)),
            cases.c.score.desc(),
            cases.c.received,
            cases.c.id,
        )
        .limit(limit)
    )
    return tuple(_row(row, now) for row in rows.mappings())


def view(tx: Transaction, case: int, now: datetime) -> CaseView | None:
    """Return a case with everything in it."""
    row = tx.run(_rows(tx).where(cases.c.id == case)).mappings().first()
    if row is None:
        return None
    held = handles.of_cases(tx, [case])
    return CaseView(
        row=_row(row, now),
        order_ids=tuple(value for _, sort, value in held if sort is Sort.ORDER),
        linked=row["linked"],
        letters=_letters(tx, case),
        acks=acknowledgements.of_case(tx, case),
        events=events.of_case(tx, case),
    )


def _rows(tx: Transaction) -> Select[Any]:
    present = and_(
        acks.c.seller == cases.c.seller,
        acks.c.case_id == cases.c.id,
        acks.c.opening == cases.c.opening,
    )
    return (
        select(cases, acks.c.state.label("ack"), acks.c.reason.label("ack_reason"))
        .outerjoin(acks, present)
        .where(cases.c.seller == tx.seller)
    )


def _letters(tx: Transaction, case: int) -> tuple[LetterView, ...]:
    rows = tx.run(
        select(*letters.c["id", "received", "verdict"])
        .where(letters.c.seller == tx.seller, letters.c.case_id == case)
        .order_by(letters.c.received, letters.c.id)
    )
    return tuple(
        LetterView(letter=row.id, received=row.received, verdict=row.verdict) for row in rows
    )


def _row(row: Mapping[Any, Any], now: datetime) -> QueueRow:
    place = Place(
        level=row["level"],
        lift_at=row["lift_at"],
        clock_at=row["clock_at"],
        score=row["score"],
        received=row["received"],
    )
    return QueueRow(
        case=row["id"],
        state=CaseState(row["state"]),
        rank=rank(place, now),
        reasons=tuple(row["reasons"]),
        priority=tuple(Priority)[row["level"]],
        tags=tuple(row["tags"]),
        unsure=row["unsure"],
        buyer=row["buyer"],
        order_id=row["order_id"],
        marketplace=row["marketplace"],
        shop=row["shop"],
        language=row["language"],
        excerpt=row["excerpt"],
        subject=row["subject"],
        letters=row["letters"],
        photos=row["photos"],
        received=row["received"],
        promise_at=row["promise_at"],
        limit_at=row["limit_at"],
        ack=AckState(row["ack"]) if row["ack"] else None,
        ack_reason=row["ack_reason"],
    )
