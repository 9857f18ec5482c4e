"""Acknowledgements from ``claimed`` on: begun, settled, and overtaken by a person.

Every change is compare-and-set: it names the states it may leave (cases/states.py) and the fence
of the claim, and says whether there was such a row.
"""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Boolean, Executable, bindparam, exists, func, or_, select, update

from cases.breaker import Sign
from cases.modes import Mode
from cases.pace import Urgency
from cases.pauses import Subject
from cases.states import AckEvent, AckState, sources_of
from store import canaries, gate, gauges, sendings
from store.cases import promise
from store.columns import Instant
from store.leaving import is_forgotten, withhold
from store.outgoing_values import LEASE, Dispatch
from store.schema import acknowledgements as acks
from store.schema import cases
from store.transaction import Transaction
from store.transitions import TOLD, changes, target_of, tell

#: What the server's answer is where it comes after the lease: evidence.
_EVIDENCE: Final = {
    AckEvent.ACCEPT: AckEvent.PROVE_SENT,
    AckEvent.REFUSE: AckEvent.PROVE_REFUSED,
}

#: What an ending tells of its subjects.
_SIGNS: Final = {AckEvent.ACCEPT: Sign.ACCEPTED, AckEvent.REFUSE: Sign.REFUSED}

#: The veto of what a person was faster than.
ANSWERED: Final = "answered"

#: What ``begin`` writes beside states and times.
_WRITTEN: Final = (
    *("claimed_until", "address", "domain", "message_id", "sender", "recipient"),
    *("template", "language", "subject", "body", "promised_at", "subjects"),
)


def begin(tx: Transaction, ack: int, fence: int, dispatch: Dispatch, now: datetime) -> bool:
    """Go to ``sending`` with what will be written; not in shadow mode and not while paused.

    What counts is how things stand now, whatever they were when it was claimed: in approve mode
    only what a person has approved, of a canary only what it admits, and nothing where a person
    has answered the case or holds it, or where the buyer has begun another opening.
    """
    found = gate.look(tx, now)
    if found.holds(dispatch.subjects) or not canaries.admits(tx, found.permit, ack, now):
        return False
    wording, recipient = dispatch.wording, dispatch.recipient.lower()
    row = tx.run(
        _CHANGES[AckEvent.BEGIN],
        {
            **_held(tx, ack, fence, now),
            "claimed_until": now + LEASE,
            "any": found.permit.mode is not Mode.APPROVE,
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
            "subjects": gauges.to_document(dispatch.subjects),
        },
    ).first()
    if row is not None:
        tell(tx, [row], AckEvent.BEGIN, now)
        if dispatch.login:
            sendings.add(tx, dispatch.login, Urgency.AUTOMATIC, now)
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
    subjects: Collection[Subject] = (),
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
    if (sign := _SIGNS.get(event)) is not None:
        gauges.note(tx, subjects or gauges.from_document(row.subjects), sign, now)
    fields = {"reason": reason or "", "code": "" if code is None else str(code)}
    tell(tx, [row], event, now, {name: value for name, value in fields.items() if value})
    if event is AckEvent.DEFER and is_forgotten(tx, row.case_id):
        withhold(tx, [row.case_id], now)
    return True


def lock(tx: Transaction, *numbers: int) -> None:
    """Hold acknowledgements of cases; whoever changes the cases as well locks them afterwards."""
    found = select(acks.c.id).where(acks.c.seller == tx.seller, acks.c.case_id.in_(numbers))
    tx.run(found.order_by(acks.c.id).with_for_update()).all()


def yield_to(tx: Transaction, case: int, who: str, now: datetime) -> None:
    """Withhold what was still to leave of a case's present opening: ``who`` was faster."""
    present = select(cases.c.opening).where(cases.c.seller == tx.seller, cases.c.id == case)
    event = AckEvent.WITHHOLD
    rows = tx.run(
        update(acks)
        .where(
            acks.c.seller == tx.seller,
            acks.c.case_id == case,
            acks.c.opening == present.scalar_subquery(),
            acks.c.state.in_(sources_of(event)),
        )
        .values(**changes(event, now), reason=ANSWERED)
        .returning(*TOLD)
    ).all()
    tell(tx, rows, event, now, {"reason": ANSWERED}, who)


def _statement(event: AckEvent, sources: Iterable[AckState]) -> Executable:
    """Return the compare-and-set for ``event``: built once, because building costs most."""
    now = bindparam("now", type_=Instant)
    values = changes(event, now)
    if event is AckEvent.BEGIN:
        values |= {"begun_at": now, "counted_at": now}
        values |= {name: bindparam(name, type_=acks.c[name].type) for name in _WRITTEN}
    else:
        values |= {"reason": bindparam("reason"), "code": bindparam("code")}
    asked = [
        or_(bindparam("any", type_=Boolean), acks.c.approved_at.is_not(None)),
        exists().where(
            cases.c.seller == acks.c.seller,
            cases.c.id == acks.c.case_id,
            cases.c.opening == acks.c.opening,
            cases.c.answered.is_(False),
            or_(cases.c.held_until.is_(None), cases.c.held_until <= now),
        ),
    ]
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
            *(asked if event is AckEvent.BEGIN else []),
        )
        .values(**values)
        .returning(*TOLD)
    )


_CHANGES: Final = {
    event: _statement(event, sources_of(event)) for event in set(AckEvent) - {AckEvent.CLAIM}
}
_LATE: Final = {
    event: _statement(evidence, [AckState.UNKNOWN]) for event, evidence in _EVIDENCE.items()
}


def _held(tx: Transaction, ack: int, fence: int, now: datetime) -> dict[str, Any]:
    return {"whose": tx.seller, "ack": ack, "held": fence, "now": now}
