"""What is left to do for a buyer who is forgotten: nothing. It is closed, and nothing leaves.

Their case would stay in the queue with its clocks running out, and nobody could work on it: who
wrote and what is gone. What was to leave is withheld as ``erased``; what is just leaving, or in
doubt, comes to its own end, and is withheld where that end would be to leave later. It stays so:
whoever would do something to the case, write in it, make another of it, or release what is
withheld, asks here before.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, exists, literal, select, update

from cases.deeds import settle
from cases.states import AckEvent, CaseState, sources_of
from store import reply_states
from store import standing as standings
from store.events import Event, EventName, flush, record
from store.schema import acknowledgements as acks
from store.schema import cases, events, replies
from store.transaction import Transaction
from store.transitions import TOLD, changes, tell

#: Why a case is closed whose buyer was forgotten, and why nothing leaves for it.
ERASED: Final = "erased"


def leave(tx: Transaction, numbers: Collection[int], who: str, now: datetime) -> None:
    """Close these cases, and withhold what was to leave for them."""
    for case, standing in standings.lock(tx, numbers).items():
        if standing.state is CaseState.DONE:
            continue
        standings.change(tx, case, standings.difference(standing, settle(standing, now))[1])
        fields = {"why": ERASED}
        record(tx, [Event(at=now, name=EventName.CASE_CLOSED, who=who, case=case, fields=fields)])
    withhold(tx, numbers, now, who)


def withhold(
    tx: Transaction, numbers: Collection[int], now: datetime, who: str | None = None
) -> None:
    """Withhold what is to leave for these cases, whose buyers are forgotten."""
    event = AckEvent.WITHHOLD
    held = tx.run(
        update(acks)
        .where(
            acks.c.seller == tx.seller,
            acks.c.case_id.in_(numbers),
            acks.c.state.in_(sources_of(event)),
        )
        .values(**changes(event, now), reason=ERASED)
        .returning(*TOLD)
    ).all()
    tell(tx, held, event, now, {"reason": ERASED}, who)
    withdrawn = reply_states.follow(
        tx,
        event,
        [replies.c.case_id.in_(numbers)],
        reason=ERASED,
        claimed_until=None,
        settled_at=now,
    )
    reply_states.tell(tx, withdrawn, event, now, ERASED, who)


def forgotten(tx: Transaction, case: ColumnElement[int]) -> ColumnElement[bool]:
    """Return the condition that a case's buyer was forgotten."""
    # An event of this very transaction may not be written yet.
    flush(tx)
    return exists().where(
        events.c.seller == tx.seller,
        events.c.case_id == case,
        events.c.name == EventName.CASE_ERASED,
    )


def is_forgotten(tx: Transaction, case: int) -> bool:
    """Say whether a case's buyer was forgotten."""
    return bool(tx.run(select(forgotten(tx, literal(case)))).scalar_one())


def all_forgotten(tx: Transaction, numbers: Collection[int]) -> frozenset[int]:
    """Return those of these cases whose buyers were forgotten."""
    which = select(cases.c.id).where(
        cases.c.seller == tx.seller, cases.c.id.in_(numbers), forgotten(tx, cases.c.id)
    )
    return frozenset(tx.run(which).scalars())
