"""Events: what happened, by whom and when. Never a buyer's words or address.

docs/reference/store.md has a line for each name, which a test holds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import insert, select

from store.schema import events
from store.transaction import Transaction
from store.values import EventView

#: Who did what no person and no worker did.
OURSELVES: Final = "triaged"


class EventName(StrEnum):
    """What can happen."""

    LETTER_FILED = "letter.filed"
    LETTER_RECORDED = "letter.recorded"
    LETTER_FAILED = "letter.failed"
    LETTER_INTERRUPTED = "letter.interrupted"
    LETTER_SET_ASIDE = "letter.set-aside"
    CASE_OPENED = "case.opened"
    CASE_JOINED = "case.joined"
    CASE_REOPENED = "case.reopened"
    CASE_ANSWERED = "case.answered"
    ACK_DUE = "ack.due"
    ACK_MOVED = "ack.moved"
    ACK_WITHHELD = "ack.withheld"
    ACK_CLAIMED = "ack.claimed"
    ACK_RELEASED = "ack.released"
    ACK_SENDING = "ack.sending"
    ACK_DEFERRED = "ack.deferred"
    ACK_SENT = "ack.sent"
    ACK_REFUSED = "ack.refused"
    ACK_UNKNOWN = "ack.unknown"
    ACK_PROVED_SENT = "ack.proved-sent"
    ACK_PROVED_REFUSED = "ack.proved-refused"
    ACK_BOUNCED = "ack.bounced"
    ACK_RESUMED = "ack.resumed"
    SETTING_CHANGED = "setting.changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something to be written down."""

    at: datetime
    name: EventName
    who: str = OURSELVES
    case: int | None = None
    letter: int | None = None
    fields: Mapping[str, str] = field(default_factory=dict)


def record(tx: Transaction, happened: Sequence[Event]) -> None:
    """Have events written before the transaction ends, in their order."""
    tx.told.extend(
        {
            "seller": tx.seller,
            "at": one.at,
            "name": one.name,
            "who": one.who,
            "case_id": one.case,
            "letter_id": one.letter,
            "fields": dict(one.fields),
        }
        for one in happened
    )


def flush(tx: Transaction) -> None:
    """Write the events that were told."""
    if tx.told:
        tx.run(insert(events), tx.told)
        tx.told.clear()


def of_case(tx: Transaction, case: int) -> tuple[EventView, ...]:
    """Return what happened in a case, oldest first."""
    flush(tx)
    rows = tx.run(
        select(*events.c["at", "name", "who", "fields"])
        .where(events.c.seller == tx.seller, events.c.case_id == case)
        .order_by(events.c.id)
    )
    return tuple(EventView(**row) for row in rows.mappings())
