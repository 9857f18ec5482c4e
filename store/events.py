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
    CASE_ERASED = "case.erased"
    CASE_REOPENED = "case.reopened"
    CASE_ANSWERED = "case.answered"
    CASE_HELD = "case.held"
    CASE_LET_GO = "case.let-go"
    CASE_ASSIGNED = "case.assigned"
    CASE_SNOOZED = "case.snoozed"
    CASE_WAITING = "case.waiting"
    CASE_WOKEN = "case.woken"
    CASE_CLOSED = "case.closed"
    CASE_TAKEN_UP = "case.taken-up"
    CASE_ESCALATED = "case.escalated"
    CASE_CORRECTED = "case.corrected"
    CASE_RATED = "case.rated"
    CASE_UNDONE = "case.undone"
    CASE_NOTED = "case.noted"
    CASE_MERGED = "case.merged"
    CASE_SPLIT = "case.split"
    REPLY_WRITTEN = "reply.written"
    REPLY_SENDING = "reply.sending"
    REPLY_SENT = "reply.sent"
    REPLY_DEFERRED = "reply.deferred"
    REPLY_REFUSED = "reply.refused"
    REPLY_UNKNOWN = "reply.unknown"
    REPLY_PROVED_SENT = "reply.proved-sent"
    REPLY_PROVED_REFUSED = "reply.proved-refused"
    REPLY_WITHDRAWN = "reply.withdrawn"
    REPLY_RESUMED = "reply.resumed"
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
    ACK_APPROVED = "ack.approved"
    ACK_TAKEN_BACK = "ack.taken-back"
    SENDING_PAUSED = "sending.paused"
    SENDING_RESUMED = "sending.resumed"
    ABSENCE_BEGUN = "absence.begun"
    ABSENCE_ENDED = "absence.ended"
    SETTING_CHANGED = "setting.changed"
    WORKER_FORGOTTEN = "worker.forgotten"
    ACCOUNT_ADDED = "account.added"
    ACCOUNT_PASSWORD = "account.password"  # noqa: S105 - the name of an event
    ACCOUNT_ROLE = "account.role"
    ACCOUNT_DISABLED = "account.disabled"
    ACCOUNT_ENABLED = "account.enabled"
    SECOND_FACTOR_SET = "second-factor.set"
    SECOND_FACTOR_REMOVED = "second-factor.removed"
    RECOVERY_CODE_USED = "recovery-code.used"
    LOGIN_SUCCEEDED = "login.succeeded"
    LOGIN_FAILED = "login.failed"
    LOGIN_LOCKED = "login.locked"
    SESSION_ENDED = "session.ended"


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


def flush(tx: Transaction) -> bool:
    """Write the events that were told; return whether there were any."""
    if not tx.told:
        return False
    tx.run(insert(events), tx.told)
    tx.told.clear()
    return True


def newest(tx: Transaction) -> int:
    """Return the number of the newest event, 0 where nothing has happened yet."""
    last = select(events.c.id).where(events.c.seller == tx.seller)
    found: int | None = tx.run(last.order_by(events.c.id.desc()).limit(1)).scalar()
    return found or 0


def of_case(tx: Transaction, case: int) -> tuple[EventView, ...]:
    """Return what happened in a case, oldest first."""
    flush(tx)
    rows = tx.run(
        select(*events.c["at", "name", "who", "fields"])
        .where(events.c.seller == tx.seller, events.c.case_id == case)
        .order_by(events.c.id)
    )
    return tuple(EventView(**row) for row in rows.mappings())
