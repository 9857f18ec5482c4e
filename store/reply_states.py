"""How a reply goes from state to state, and what is told of it.

States and transitions are those of acknowledgements (cases/states.py). A reply that the server
takes stops its case's clocks, unless the buyer has written again since the letter that it answers.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, select, update

from cases.states import AckEvent, AckState, sources_of
from store import cases as case_table
from store.events import OURSELVES, Event, EventName, record
from store.schema import letters, replies
from store.transaction import Row, Transaction
from store.transitions import target_of

#: What is told of a change; who claims and gives back tells nothing.
_EVENTS: Final = {
    AckEvent.BEGIN: EventName.REPLY_SENDING,
    AckEvent.ACCEPT: EventName.REPLY_SENT,
    AckEvent.DEFER: EventName.REPLY_DEFERRED,
    AckEvent.REFUSE: EventName.REPLY_REFUSED,
    AckEvent.LOSE: EventName.REPLY_UNKNOWN,
    AckEvent.PROVE_SENT: EventName.REPLY_PROVED_SENT,
    AckEvent.PROVE_REFUSED: EventName.REPLY_PROVED_REFUSED,
    AckEvent.WITHHOLD: EventName.REPLY_WITHDRAWN,
    AckEvent.RESUME: EventName.REPLY_RESUMED,
}


def follow(
    tx: Transaction, event: AckEvent, which: Iterable[ColumnElement[bool]], **values: object
) -> Sequence[Row]:
    """Change the state of these replies where the event may come from theirs; return them."""
    return (
        tx.run(
            update(replies)
            .where(replies.c.seller == tx.seller, replies.c.state.in_(sources_of(event)), *which)
            .values(state=target_of(event), **values)
            .returning(*replies.c["id", "case_id", "letter_id", "worker", "settled_at"])
        )
        .mappings()
        .all()
    )


def tell(  # noqa: PLR0917 - one call a change
    tx: Transaction,
    rows: Iterable[Row],
    event: AckEvent,
    now: datetime,
    reason: str | None = None,
    who: str | None = None,
) -> None:
    """Have it written down what became of replies."""
    fields = {"reason": reason} if reason else {}
    record(
        tx,
        [
            Event(
                at=now,
                name=_EVENTS[event],
                who=who or row["worker"] or OURSELVES,
                case=row["case_id"],
                letter=row["letter_id"],
                fields={**fields, "reply": str(row["id"])},
            )
            for row in rows
            if event in _EVENTS
        ],
    )


def answer(tx: Transaction, rows: Iterable[Row], now: datetime) -> None:
    """Stop the clocks of the cases, unless the buyer has written again since."""
    for row in rows:
        ((case, found),) = case_table.lock(tx, [row["case_id"]])
        answered: datetime | None = tx.run(
            select(letters.c.received).where(
                letters.c.seller == tx.seller, letters.c.id == row["letter_id"]
            )
        ).scalar()
        if answered is not None and answered >= found.newest_at:
            case_table.change(tx, {case: case_table.after_answer(found, now)})
            record(tx, [Event(at=now, name=EventName.CASE_ANSWERED, case=case)])


def ended(event: AckEvent, now: datetime) -> dict[str, Any]:
    """Return what is kept of a reply that nobody holds any more: when it came to its end."""
    due = target_of(event) is AckState.DUE
    return {"claimed_until": None, "settled_at": None if due else now}
