"""Taking back what a person decided about an acknowledgement (cases/approvals.py).

It then waits for a person's word as before, in its old place. Nothing is called back that a
worker has taken, and nothing that had not waited for a word: what was released, or resumed from
``unknown``, would wait like any other, and nobody would see why it was held back.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, select, update

from cases.approvals import HOLD, needs_word, why_not_back
from cases.deeds import Refusal
from cases.modes import Mode
from cases.states import AckEvent, AckState
from store import settings
from store.approving import DECLINED
from store.desk_values import Outcome
from store.events import Event, EventName, flush, record
from store.leaving import is_forgotten
from store.schema import acknowledgements as acks
from store.schema import events
from store.transaction import Row, Transaction
from store.transitions import EVENTS, changes

#: What lets an acknowledgement leave by a person's word.
_WORDS: Final = (EventName.ACK_APPROVED, EVENTS[AckEvent.RESUME])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """What let an acknowledgement leave last, and whose word it was."""

    name: EventName
    who: str


def take_back(
    tx: Transaction,
    chosen: Collection[int] | None,
    who: str,
    now: datetime,
    *,
    everyones: bool,
) -> tuple[Outcome, ...]:
    """Take back what was said of these, or all that was just approved; return their outcomes.

    Of all, what others have approved is told as ``HELD`` by them unless it is ``everyones``.
    """
    mode = settings.permit(tx).mode
    meant = _just_approved(now) if chosen is None else acks.c.id.in_(chosen)
    found = tx.run(
        select(
            *acks.c["id", "case_id", "letter_id", "state", "reason", "since"],
            *acks.c["not_before", "approved_at", "settled_at"],
        )
        .where(acks.c.seller == tx.seller, meant)
        .order_by(acks.c.id)
        .with_for_update()
    )
    rows, words = found.mappings().all(), _words(tx, meant)
    outcomes = {}
    for row in rows:
        word = words.get(row["id"])
        if chosen is None and (word is None or word.name is not EventName.ACK_APPROVED):
            continue
        if chosen is None and word is not None and word.who != who and not everyones:
            held = Outcome(case=row["case_id"], refusal=Refusal.HELD, holder=word.who)
            outcomes[row["id"]] = held
            continue
        outcomes[row["id"]] = _take_back(tx, row, word, mode, who, now)
    absent = Outcome(case=0, refusal=Refusal.ABSENT)
    return tuple(outcomes.get(number, absent) for number in chosen or outcomes)


def _just_approved(now: datetime) -> ColumnElement[bool]:
    # The first two are what the index is of: none of them may leave yet.
    return and_(
        acks.c.state == AckState.DUE, acks.c.not_before >= now, acks.c.approved_at >= now - HOLD
    )


def _words(tx: Transaction, meant: ColumnElement[bool]) -> dict[int, _Word]:
    """Return what let each of these leave last: that it was approved, or that it was resumed.

    Not there where nobody has let it leave for this letter in this case; a letter that joins and
    is answered instead needs another word.
    """
    flush(tx)
    words = tx.run(
        select(acks.c.id, *events.c["name", "who"])
        .join(
            events,
            and_(
                events.c.seller == acks.c.seller,
                events.c.case_id == acks.c.case_id,
                events.c.letter_id == acks.c.letter_id,
            ),
        )
        .where(acks.c.seller == tx.seller, meant, events.c.name.in_(_WORDS))
        .order_by(events.c.id)
    )
    return {row.id: _Word(name=EventName(row.name), who=row.who) for row in words}


def _take_back(  # noqa: PLR0917 - one call
    tx: Transaction,
    row: Row,
    word: _Word | None,
    mode: Mode,
    who: str,
    now: datetime,
) -> Outcome:
    declined_at = row["settled_at"] if row["reason"] == DECLINED else None
    refusal = why_not_back(AckState(row["state"]), row["approved_at"], declined_at, now)
    approved = word is not None and word.name is EventName.ACK_APPROVED
    if refusal is None and row["approved_at"] is not None and not approved:
        refusal = Refusal.CHANGED
    if refusal is None and declined_at is None and not needs_word(mode):
        refusal = Refusal.LIVE
    if refusal is None and is_forgotten(tx, row["case_id"]):
        refusal = Refusal.ERASED
    if refusal is not None:
        return Outcome(case=row["case_id"], refusal=refusal)
    # The row is locked: it is still as it was read.
    tx.run(
        update(acks)
        .where(acks.c.seller == tx.seller, acks.c.id == row["id"])
        .values(**_before(row, now))
    )
    said = EventName.ACK_APPROVED if declined_at is None else EVENTS[AckEvent.WITHHOLD]
    told = Event(
        at=now,
        name=EventName.ACK_TAKEN_BACK,
        who=who,
        case=row["case_id"],
        letter=row["letter_id"],
        fields={"event": said},
    )
    record(tx, [told])
    return Outcome(case=row["case_id"])


def _before(row: Row, now: datetime) -> dict[str, Any]:
    """Return the columns as they were before a person's word."""
    if row["state"] == AckState.WITHHELD:
        return {**changes(AckEvent.RESUME, now), "reason": None, "approved_at": None}
    held = row["not_before"] <= row["approved_at"] + HOLD
    # Where it waited longer than the hold the settling of its letters was why, and it goes on.
    return {"approved_at": None, "not_before": row["since"] if held else row["not_before"]}
