"""What an event makes of an acknowledgement: its state, what changes with it, what is told."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import BindParameter
from sqlalchemy import Row as ResultRow

from cases.states import AckEvent, AckState, follow_ack, sources_of
from store.events import OURSELVES, Event, EventName, record
from store.schema import acknowledgements as acks
from store.transaction import Transaction

#: By what name each change is told.
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

#: What of a row is needed to tell what happened to it.
TOLD: Final = acks.c["id", "case_id", "opening", "letter_id", "worker", "promised_at", "subjects"]


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


def tell(  # noqa: PLR0917 - one call a change
    tx: Transaction,
    rows: Sequence[ResultRow[Any]],
    event: AckEvent,
    now: datetime,
    fields: Mapping[str, str] = MappingProxyType({}),
    who: str | None = None,
) -> None:
    """Record ``event`` for each of these rows of ``TOLD``; by its worker where nobody is named."""
    record(
        tx,
        [
            told_of(row, EVENTS[event], who or row.worker or OURSELVES, now, **fields)
            for row in rows
        ],
    )


def told_of(row: ResultRow[Any], name: EventName, who: str, now: datetime, **fields: str) -> Event:
    """Return that this happened to the acknowledgement of a row with case and letter."""
    return Event(at=now, name=name, who=who, case=row.case_id, letter=row.letter_id, fields=fields)
