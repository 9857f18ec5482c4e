"""Acknowledgements as filing sees them: made due, moved, withheld, proved by later mail."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import and_, bindparam, insert, select, update
from sqlalchemy import case as when

from cases.evidence import Dispatched
from cases.pauses import Subject
from cases.states import AckEvent, AckState, follow_ack
from store import gauges
from store.protocol import StoreError
from store.schema import acknowledgements as acks
from store.schema import letters
from store.transaction import Row, Transaction
from store.transitions import changes

#: What filing may change in a row that stands already.
_MUTABLE: Final = (
    *("letter_id", "state", "reason", "not_before", "moved", "address", "domain"),
    *("claimed_until", "counted_at", "settled_at", "approved_at"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AckRow:
    """An acknowledgement without what only its worker needs."""

    #: None for one that is not written yet.
    id: int | None = None
    opening: int
    letter_id: int
    state: AckState
    reason: str | None = None
    since: datetime
    not_before: datetime
    not_after: datetime
    moved: bool = False
    address: str
    domain: str
    claimed_until: datetime | None = None
    counted_at: datetime | None = None
    settled_at: datetime | None = None
    approved_at: datetime | None = None
    promised_at: datetime | None = None
    #: All that its outcome speaks of; empty before it went out.
    subjects: frozenset[Subject] = frozenset()
    #: What was committed before it went out; None before.
    dispatched: Dispatched | None = None

    def after(self, event: AckEvent, now: datetime, reason: str) -> "AckRow":
        """Return the row after ``event``; a forbidden one raises."""
        follow_ack(self.state, event)
        return replace(self, reason=reason, **changes(event, now))


def of_cases(
    tx: Transaction, wanted: Collection[int], copied: Collection[str]
) -> list[tuple[int, AckRow]]:
    """Return case and acknowledgement of these cases, and lock the rows.

    The words are there only of those that answer one of the letters named in ``copied``.
    """
    if not wanted:
        return []
    answers = letters.c.message_id
    rows = tx.run(
        select(
            *acks.c["id", "case_id", "opening", "since", "not_after", "promised_at"],
            *(acks.c[name] for name in _MUTABLE),
            *acks.c["message_id", "recipient", "subjects"],
            when((answers.in_(copied), acks.c.body), else_="").label("body"),
            answers.label("answers"),
        )
        .join(letters, and_(letters.c.seller == acks.c.seller, letters.c.id == acks.c.letter_id))
        .where(acks.c.seller == tx.seller, acks.c.case_id.in_(wanted))
        .order_by(acks.c.id)
        .with_for_update(of=acks)
    )
    return [(row["case_id"], _read(row)) for row in rows.mappings()]


def sending(tx: Transaction, message_ids: Collection[str]) -> frozenset[int]:
    """Return the cases whose acknowledgements bear one of these Message-IDs."""
    if not message_ids:
        return frozenset()
    found = select(acks.c.case_id).where(
        acks.c.seller == tx.seller, acks.c.message_id.in_(message_ids)
    )
    return frozenset(tx.run(found).scalars())


def add(tx: Transaction, rows: Sequence[tuple[int, AckRow]]) -> None:
    """Write the first acknowledgement of an opening, with its case."""
    if rows:
        tx.run(
            insert(acks),
            [
                {
                    "seller": tx.seller,
                    "case_id": case,
                    "opening": row.opening,
                    "since": row.since,
                    "not_after": row.not_after,
                    "fence": 0,
                    "attempts": 0,
                    **_mutable(row),
                }
                for case, row in rows
            ],
        )


def change(tx: Transaction, rows: Sequence[tuple[AckState, AckRow]]) -> None:
    """Write rows that ``of_cases`` has locked, each with the state it was found in.

    Raises:
        StoreError: one is in another state; the transaction must not be committed.
    """
    if not rows:
        return
    changed = tx.run(
        update(acks).where(
            acks.c.seller == tx.seller,
            acks.c.id == bindparam("row"),
            acks.c.state == bindparam("was"),
        ),
        [{"row": row.id, "was": was, **_mutable(row)} for was, row in rows],
    )
    if changed.rowcount != len(rows):
        raise StoreError("An acknowledgement changed while it was locked; run the filing again.")


def _mutable(row: AckRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in _MUTABLE}


def _read(row: Row) -> AckRow:
    values = dict(row)
    sent = {name: values.pop(name) for name in ("message_id", "recipient", "body", "answers")}
    del values["case_id"]
    subjects = gauges.from_document(values.pop("subjects"))
    return AckRow(
        **values | {"state": AckState(values["state"])},
        subjects=subjects,
        dispatched=None if sent["message_id"] is None else Dispatched(**sent),
    )
