"""Acknowledgements from ``claimed`` on: begun, settled, recovered, shown.

Every change is compare-and-set: it names the states it may leave (cases/states.py) and the fence
of the claim, and says whether there was such a row.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import BindParameter, Executable, Select, bindparam, func, or_, select, update
from sqlalchemy import Row as ResultRow

from cases.states import AckEvent, AckState, follow_ack, sources_of
from store import settings
from store.cases import promise
from store.columns import Instant
from store.events import OURSELVES, Event, EventName, record
from store.schema import acknowledgements as acks
from store.transaction import Transaction
from store.values import LEASE, AckView, Dispatch, Recovery

EVENTS: Final = {
    AckEvent.CLAIM: EventName.ACK_CLAIMED,
    AckEvent.RELEASE: EventName.ACK_RELEASED,
    AckEvent.WITHHOLD: EventName.ACK_WITHHELD,
    AckEvent.BEGIN: EventName.ACK_SENDING,
    AckEvent.ACCEPT: EventName.ACK_SENT,
    AckEvent.DEFER: EventName.ACK_DEFERRED,
    AckEvent.REFUSE: EventName.ACK_REFUSED,
    AckEvent.LOSE: EventName.ACK_UNKNOWN,
    AckEvent.PROVE_SENT: EventName.ACK_PROVED_SENT,
    AckEvent.PROVE_REFUSED: EventName.ACK_PROVED_REFUSED,
    AckEvent.RESUME: EventName.ACK_RESUMED,
}

#: What the server's answer is where it comes after the lease: evidence.
_EVIDENCE: Final = {
    AckEvent.ACCEPT: AckEvent.PROVE_SENT,
    AckEvent.REFUSE: AckEvent.PROVE_REFUSED,
}

#: What ``begin`` writes beside states and times.
_WRITTEN: Final = (
    *("claimed_until", "address", "domain", "message_id", "sender", "recipient"),
    *("template", "language", "subject", "body", "promised_at"),
)

_TOLD: Final = acks.c["id", "case_id", "opening", "letter_id", "worker", "promised_at"]


def target_of(event: AckEvent) -> AckState:
    """Return the one state to which ``event`` leads, wherever it comes from."""
    (state,) = {follow_ack(source, event) for source in sources_of(event)}
    return state


def changes(event: AckEvent, now: datetime | BindParameter[Any]) -> dict[str, Any]:
    """Return what ``event`` changes in a row beside what its caller knows."""
    state = target_of(event)
    changed: dict[str, Any] = {"state": state}
    if state not in {AckState.CLAIMED, AckState.SENDING}:
        changed["claimed_until"] = None
        changed["settled_at"] = None if state is AckState.DUE else now
    if state in {AckState.DUE, AckState.WITHHELD, AckState.REFUSED}:
        changed["counted_at"] = None
    return changed


def begin(tx: Transaction, ack: int, fence: int, dispatch: Dispatch, now: datetime) -> bool:
    """Go to ``sending`` with what will be written; not in shadow mode and not while paused."""
    if not settings.is_live(tx):
        return False
    wording, recipient = dispatch.wording, dispatch.recipient.lower()
    row = tx.run(
        _CHANGES[AckEvent.BEGIN],
        {
            **_held(tx, ack, fence, now),
            "claimed_until": now + LEASE,
            "address": recipient,
            "domain": recipient.rpartition("@")[2],
            "message_id": dispatch.message_id,
            "sender": dispatch.sender,
            "recipient": dispatch.recipient,
            "template": wording.template,
            "language": wording.language,
            "subject": wording.subject,
            "body": wording.body,
            "promised_at": wording.promised_by,
        },
    ).first()
    if row is not None:
        _tell(tx, [row], AckEvent.BEGIN, now)
    return row is not None


def settle(
    tx: Transaction,
    ack: int,
    fence: int,
    event: AckEvent,
    now: datetime,
    *,
    reason: str | None,
    code: int | None,
    not_before: datetime | None,
) -> bool:
    """Write down how it ended; ``CLAIM`` and ``BEGIN`` are no ends and raise ``ValueError``.

    The server's answer counts for what has become ``unknown`` meanwhile, under the same fence.
    """
    if event in {AckEvent.CLAIM, AckEvent.BEGIN}:
        raise ValueError(event)
    said = {**_held(tx, ack, fence, now), "reason": reason, "code": code, "later": not_before}
    row = tx.run(_CHANGES[event], said).first()
    if row is None and event in _EVIDENCE:
        row, event = tx.run(_LATE[event], said).first(), _EVIDENCE[event]
    if row is None:
        return False
    if event in {AckEvent.ACCEPT, AckEvent.PROVE_SENT} and row.promised_at is not None:
        promise(tx, row.case_id, row.opening, row.promised_at)
    fields = {"reason": reason or "", "code": "" if code is None else str(code)}
    _tell(tx, [row], event, now, {name: value for name, value in fields.items() if value})
    return True


def recover(tx: Transaction, worker: str, now: datetime) -> Recovery:
    """Make ``unknown`` of ``sending`` and ``due`` of claims: this worker's, and lapsed ones."""
    return Recovery(
        unknown=_abandon(tx, worker, AckState.SENDING, AckEvent.LOSE, now),
        released=_abandon(tx, worker, AckState.CLAIMED, AckEvent.RELEASE, now),
    )


def newest(tx: Transaction, limit: int) -> tuple[AckView, ...]:
    """Return acknowledgements, newest first."""
    found = tx.run(_shown(tx).order_by(acks.c.since.desc(), acks.c.id.desc()).limit(limit))
    return tuple(map(_view, found.mappings()))


def of_case(tx: Transaction, case: int) -> tuple[AckView, ...]:
    """Return the acknowledgements of a case, oldest first."""
    found = tx.run(_shown(tx).where(acks.c.case_id == case).order_by(acks.c.opening))
    return tuple(map(_view, found.mappings()))


def count(tx: Transaction) -> dict[str, int]:
    """Return how many acknowledgements there are in each state."""
    counted = tx.pairs(
        select(acks.c.state, func.count()).where(acks.c.seller == tx.seller).group_by(acks.c.state)
    )
    return {state.value: 0 for state in AckState} | counted


def _statement(event: AckEvent, sources: Iterable[AckState]) -> Executable:
    """Return the compare-and-set for ``event``: built once, because building costs most."""
    now = bindparam("now", type_=Instant)
    values = changes(event, now)
    if event is AckEvent.BEGIN:
        values |= {"begun_at": now, "counted_at": now}
        values |= {name: bindparam(name) for name in _WRITTEN}
    else:
        values |= {"reason": bindparam("reason"), "code": bindparam("code")}
    if event is AckEvent.DEFER:
        values["attempts"] = acks.c.attempts + 1
    if target_of(event) is AckState.DUE:
        values["not_before"] = func.coalesce(bindparam("later", type_=Instant), acks.c.not_before)
    return (
        update(acks)
        .where(
            acks.c.seller == bindparam("whose"),
            acks.c.id == bindparam("ack"),
            acks.c.fence == bindparam("held"),
            or_(*(acks.c.state == state for state in sources)),
        )
        .values(**values)
        .returning(*_TOLD)
    )


_CHANGES: Final = {
    event: _statement(event, sources_of(event)) for event in set(AckEvent) - {AckEvent.CLAIM}
}
_LATE: Final = {
    event: _statement(evidence, [AckState.UNKNOWN]) for event, evidence in _EVIDENCE.items()
}


def _held(tx: Transaction, ack: int, fence: int, now: datetime) -> dict[str, Any]:
    return {"whose": tx.seller, "ack": ack, "held": fence, "now": now}


def _abandon(tx: Transaction, worker: str, state: AckState, event: AckEvent, now: datetime) -> int:
    rows = tx.run(
        update(acks)
        .where(
            acks.c.seller == tx.seller,
            acks.c.state == state,
            or_(acks.c.worker == worker, acks.c.claimed_until < now),
        )
        .values(**changes(event, now))
        .returning(*_TOLD)
    ).all()
    _tell(tx, rows, event, now, {"reason": "recovered"})
    return len(rows)


def _tell(
    tx: Transaction,
    rows: Sequence[ResultRow[Any]],
    event: AckEvent,
    now: datetime,
    fields: Mapping[str, str] = MappingProxyType({}),
) -> None:
    record(
        tx,
        [
            Event(
                at=now,
                name=EVENTS[event],
                who=row.worker or OURSELVES,
                case=row.case_id,
                letter=row.letter_id,
                fields=fields,
            )
            for row in rows
        ],
    )


def _shown(tx: Transaction) -> Select[Any]:
    return select(
        acks.c.id.label("ack"),
        acks.c.case_id.label("case"),
        acks.c.letter_id.label("letter"),
        *acks.c["opening", "state", "reason", "recipient", "message_id", "promised_at"],
        *acks.c["subject", "body", "settled_at", "code", "attempts"],
    ).where(acks.c.seller == tx.seller)


def _view(row: Mapping[Any, Any]) -> AckView:
    return AckView(**{**row, "state": AckState(row["state"])})
