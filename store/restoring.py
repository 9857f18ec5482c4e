"""Beginning again from a backup: what may have left after the backup was made never leaves again.

The store cannot know what its later self has sent. So every acknowledgement that was to leave, and
that of every letter which had arrived by now, is withheld as ``restored`` and shown; a copy in the
Sent folder proves one sent (store/evidence.py). So is what was withheld for another reason: a
person may have released it since, and who releases that reason again must not send it twice.
Everything is paused until a person has looked.
"""

from datetime import datetime

from sqlalchemy import select, update

from cases.modes import RESTORED
from cases.pauses import EVERYTHING, Pause
from cases.states import AckEvent, AckState, sources_of
from store import pauses, settings, writing
from store.events import EventName, record
from store.schema import acknowledgements as acks
from store.transaction import Transaction
from store.transitions import changes, told_of


def begin_again(tx: Transaction, backed_up_at: datetime, who: str, now: datetime) -> int:
    """Withhold what was to leave, and pause everything; return how many were withheld."""
    settings.put(tx, settings.RESTORED_AT, now.isoformat(), who, now)
    _doubt(tx, who, now)
    event = AckEvent.WITHHOLD
    rows = tx.run(
        update(acks)
        .where(acks.c.seller == tx.seller, acks.c.state.in_(sources_of(event)))
        .values(**changes(event, now), reason=RESTORED)
        .returning(acks.c.case_id, acks.c.letter_id)
    ).all()
    name = EventName.ACK_WITHHELD
    record(tx, [told_of(row, name, who, now, reason=RESTORED) for row in rows])
    writing.begin_again(tx, who, now)
    why = f"put back from a backup of {backed_up_at:%Y-%m-%d %H:%M} UTC; see: triaged ack reconcile"
    pauses.begin(tx, Pause(subject=EVERYTHING, since=now, who=who, why=why))
    return len(rows)


def _doubt(tx: Transaction, who: str, now: datetime) -> None:
    """Have what is withheld already be withheld as ``restored``; its reason is in the event."""
    withheld = (acks.c.seller == tx.seller, acks.c.state == AckState.WITHHELD)
    rows = tx.run(select(*acks.c["case_id", "letter_id", "reason"]).where(*withheld)).all()
    tx.run(update(acks).where(*withheld).values(reason=RESTORED))
    name = EventName.ACK_WITHHELD
    record(
        tx,
        [told_of(row, name, who, now, reason=RESTORED, before=row.reason or "") for row in rows],
    )
