"""Notes: what people write for each other about a case."""

from datetime import datetime

from sqlalchemy import insert, select

from cases.deeds import Refusal
from store import standing as standings
from store.deeds import person
from store.desk_values import Note, Outcome
from store.events import Event, EventName, record
from store.leaving import is_forgotten
from store.schema import notes
from store.transaction import Transaction


def write(tx: Transaction, case: int, text: str, who: str, now: datetime) -> Outcome:
    """Keep a note."""
    # Whoever forgets its buyer meanwhile finds the note.
    if not standings.lock(tx, [case]):
        return Outcome(case=case, refusal=Refusal.ABSENT)
    if is_forgotten(tx, case):
        return Outcome(case=case, refusal=Refusal.ERASED)
    row = {"seller": tx.seller, "case_id": case, "at": now, "who": who, "text": text}
    tx.run(insert(notes), row)
    record(tx, [Event(at=now, name=EventName.CASE_NOTED, who=person(who), case=case)])
    return Outcome(case=case)


def of_case(tx: Transaction, case: int) -> tuple[Note, ...]:
    """Return a case's notes, oldest first."""
    rows = tx.run(
        select(notes.c.id.label("note"), *notes.c["at", "who", "text"])
        .where(notes.c.seller == tx.seller, notes.c.case_id == case)
        .order_by(notes.c.id)
    )
    return tuple(Note(**row) for row in rows.mappings())
