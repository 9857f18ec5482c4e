"""What people decide about acknowledgements: approved, declined, released, resolved.

A person's word lets one leave in approve mode and outside a canary; it is judged again when it is
sent, like any other. Every change is compare-and-set: what is not in the state it would leave
stays as it is and is not counted.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, func, literal, select, true, update
from sqlalchemy import Row as ResultRow
from sqlalchemy import case as when

from cases.approvals import HOLD
from cases.labels import Kind
from cases.states import AckEvent, AckState, follow_ack
from store.ack_views import shown, view
from store.cases import promise
from store.columns import Instant
from store.events import EventName, record
from store.leaving import forgotten
from store.letters import LetterState
from store.schema import acknowledgements as acks
from store.schema import letters
from store.transaction import Transaction
from store.transitions import EVENTS, changes, told_of
from store.values import AckView

#: Why an acknowledgement is withheld that a person does not want sent.
DECLINED: Final = "declined"

#: Why one is in the state that a person found out.
BY_PERSON: Final = "person"


def one(tx: Transaction, ack: int) -> AckView | None:
    """Return one acknowledgement; None when there is none of this number."""
    row = tx.run(shown(tx).where(acks.c.id == ack)).mappings().first()
    return None if row is None else view(row)


def unapproved(tx: Transaction, limit: int) -> tuple[AckView, ...]:
    """Return what is due and not approved, the longest waiting first."""
    found = shown(tx).where(acks.c.state == AckState.DUE, acks.c.approved_at.is_(None))
    rows = tx.run(found.order_by(acks.c.not_before, acks.c.id).limit(limit))
    return tuple(map(view, rows.mappings()))


def withheld(tx: Transaction, reason: str, since: datetime, limit: int) -> tuple[AckView, ...]:
    """Return what was withheld for ``reason`` since then, newest first."""
    rows = tx.run(
        shown(tx)
        .where(*_withheld(reason, since))
        .order_by(acks.c.since.desc(), acks.c.id.desc())
        .limit(limit)
    )
    return tuple(map(view, rows.mappings()))


def approve(
    tx: Transaction,
    chosen: Collection[int] | None,
    who: str,
    now: datetime,
    hold: timedelta = HOLD,
) -> tuple[int, ...]:
    """Let these leave, or all that are due, after ``hold``; return the numbers new to it."""
    leaves = literal(now + hold, Instant)
    rows = tx.run(
        update(acks)
        .where(
            acks.c.seller == tx.seller,
            acks.c.state == AckState.DUE,
            acks.c.approved_at.is_(None),
            _among(chosen),
        )
        .values(
            approved_at=now,
            not_before=when((acks.c.not_before < leaves, leaves), else_=acks.c.not_before),
        )
        .returning(*acks.c["id", "case_id", "letter_id"])
    ).all()
    _tell(tx, rows, EventName.ACK_APPROVED, who, now)
    return tuple(sorted(row.id for row in rows))


def decline(tx: Transaction, chosen: Collection[int], who: str, now: datetime) -> tuple[int, ...]:
    """Withhold these, which are due; return the numbers of those that were."""
    values = {**changes(AckEvent.WITHHOLD, now), "reason": DECLINED}
    rows = _change(tx, AckState.DUE, [_among(chosen)], values)
    _tell(tx, rows, EVENTS[AckEvent.WITHHOLD], who, now, DECLINED)
    return tuple(sorted(row.id for row in rows))


def release(tx: Transaction, reason: str, since: datetime, who: str, now: datetime) -> int:
    """Let leave what was withheld for ``reason`` since then; return how many.

    What was to leave for a buyer who was forgotten stays.
    """
    values = {**changes(AckEvent.RESUME, now), **_leave(now), "reason": None}
    rows = _change(tx, AckState.WITHHELD, _releasable(tx, reason, since), values)
    _tell(tx, rows, EVENTS[AckEvent.RESUME], who, now, reason)
    return len(rows)


def releasable(tx: Transaction, reason: str, since: datetime) -> int:
    """Return how many ``release`` would let leave."""
    which = acks.c.seller == tx.seller, *_releasable(tx, reason, since)
    found: int = tx.run(select(func.count()).select_from(acks).where(*which)).scalar_one()
    return found


def resolve(tx: Transaction, ack: int, event: AckEvent, who: str, now: datetime) -> bool:
    """Settle what is unknown by what a person found out, or let it leave (again).

    It does not leave again for a buyer who was forgotten.

    Raises ``ForbiddenTransitionError`` for an event that ``unknown`` does not know.
    """
    follow_ack(AckState.UNKNOWN, event)
    values = {**changes(event, now), "reason": BY_PERSON}
    which = [acks.c.id == ack]
    if event is AckEvent.RESUME:
        values |= _leave(now)
        which.append(~forgotten(tx, acks.c.case_id))
    rows = _change(tx, AckState.UNKNOWN, which, values)
    for row in rows if event is AckEvent.PROVE_SENT else ():
        if row.promised_at is not None:
            promise(tx, row.case_id, row.opening, row.promised_at)
    _tell(tx, rows, EVENTS[event], who, now, BY_PERSON)
    return bool(rows)


def reasons(tx: Transaction, since: datetime) -> dict[str, int]:
    """Return how many acknowledgements were withheld since then, by reason."""
    return tx.pairs(
        select(acks.c.reason, func.count())
        .where(acks.c.seller == tx.seller, acks.c.state == AckState.WITHHELD, acks.c.since >= since)
        .group_by(acks.c.reason)
    )


def vetoes(tx: Transaction, since: datetime) -> dict[str, int]:
    """Return how many letters met a veto of their own since then, by its id; ours meet none."""
    return tx.pairs(
        select(letters.c.reason, func.count())
        .where(
            letters.c.seller == tx.seller,
            letters.c.state.in_([LetterState.FILED, LetterState.RECORDED]),
            letters.c.arrived >= since,
            letters.c.reason != Kind.OWN,
        )
        .group_by(letters.c.reason)
    )


def _leave(now: datetime) -> dict[str, Any]:
    return {"approved_at": now, "not_before": now}


def _withheld(reason: str, since: datetime) -> list[ColumnElement[bool]]:
    return [
        acks.c.state == AckState.WITHHELD,
        acks.c.since >= since,
        acks.c.reason == reason,
    ]


def _releasable(tx: Transaction, reason: str, since: datetime) -> list[ColumnElement[bool]]:
    return [*_withheld(reason, since), ~forgotten(tx, acks.c.case_id)]


def _among(chosen: Collection[int] | None) -> ColumnElement[bool]:
    return true() if chosen is None else acks.c.id.in_(chosen)


def _change(
    tx: Transaction,
    source: AckState,
    which: Sequence[ColumnElement[bool]],
    values: dict[str, Any],
) -> Sequence[ResultRow[Any]]:
    return tx.run(
        update(acks)
        .where(acks.c.seller == tx.seller, acks.c.state == source, *which)
        .values(**values)
        .returning(*acks.c["id", "case_id", "letter_id", "opening", "promised_at"])
    ).all()


def _tell(  # noqa: PLR0917 - one call a decision
    tx: Transaction,
    rows: Sequence[ResultRow[Any]],
    name: EventName,
    who: str,
    now: datetime,
    reason: str | None = None,
) -> None:
    fields = {} if reason is None else {"reason": reason}
    record(tx, [told_of(row, name, who, now, **fields) for row in rows])
