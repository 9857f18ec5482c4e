"""A case with everything in it."""

from datetime import datetime
from typing import Final

from sqlalchemy import select

from store import ack_views, events, handles, notes, queue, writing
from store.desk_values import CaseFile
from store.events import EventName
from store.handles import Sort
from store.schema import cases, letters
from store.transaction import Transaction
from store.values import CaseView, LetterView, QueueRow

#: So many other cases are shown beside one.
RELATED_LIMIT: Final = 20


def view(tx: Transaction, case: int, now: datetime) -> CaseView | None:
    """Return a case with its letters, acknowledgements and events; None when there is none."""
    rows = queue.of_cases(tx, [case], now)
    if not rows:
        return None
    held = handles.of_cases(tx, [case])
    linked = tx.run(
        select(cases.c.linked).where(cases.c.seller == tx.seller, cases.c.id == case)
    ).scalar()
    told = events.of_case(tx, case)
    return CaseView(
        row=rows[0],
        order_ids=tuple(value for _, sort, value in held if sort is Sort.ORDER),
        linked=linked,
        letters=_letters(tx, case),
        acks=ack_views.of_case(tx, case),
        events=told,
        forgotten=any(one.name == EventName.CASE_ERASED for one in told),
    )


def open_file(tx: Transaction, case: int, now: datetime) -> CaseFile | None:
    """Return a case with all that the desk shows of it."""
    found = view(tx, case, now)
    if found is None:
        return None
    return CaseFile(
        view=found,
        notes=notes.of_case(tx, case),
        replies=writing.of_case(tx, case),
        related=_related(tx, found, now),
    )


def _related(tx: Transaction, found: CaseView, now: datetime) -> tuple[QueueRow, ...]:
    """Return other cases of the buyer or of the orders, the newest first."""
    numbers = set(handles.holding(tx, Sort.ORDER, found.order_ids))
    if found.row.buyer:
        numbers.update(
            tx.run(
                select(cases.c.id)
                .where(cases.c.seller == tx.seller, cases.c.buyer == found.row.buyer)
                # Not by the index of the numbers: it holds every case there ever was.
                .order_by(-cases.c.id)
                .limit(RELATED_LIMIT)
            ).scalars()
        )
    others = sorted(numbers - {found.row.case}, reverse=True)
    return queue.of_cases(tx, others[:RELATED_LIMIT], now)


def _letters(tx: Transaction, case: int) -> tuple[LetterView, ...]:
    rows = tx.run(
        select(*letters.c["id", "received", "verdict"])
        .where(letters.c.seller == tx.seller, letters.c.case_id == case)
        .order_by(letters.c.received, letters.c.id)
    )
    return tuple(
        LetterView(letter=row.id, received=row.received, verdict=row.verdict) for row in rows
    )
