"""Pauses in the store, one a subject and person, with when and why; each change is an event.

Two who pause the same hold it both, until the later end; who lets it go ends both.
"""

from datetime import datetime

from sqlalchemy import delete, or_, select

from cases.pauses import Pause, Scope, Subject
from store.events import Event, EventName, record
from store.schema import pauses
from store.transaction import Transaction


def active(tx: Transaction, now: datetime) -> tuple[Pause, ...]:
    """Return what is paused now, by kind and name, the first who paused it first."""
    rows = tx.run(
        select(pauses)
        .where(
            pauses.c.seller == tx.seller,
            pauses.c.scope.in_(list(Scope)),
            or_(pauses.c.until.is_(None), pauses.c.until > now),
        )
        .order_by(pauses.c.scope, pauses.c.name, pauses.c.since, pauses.c.who)
    )
    return tuple(
        Pause(
            subject=Subject(scope=Scope(row.scope), name=row.name),
            since=row.since,
            until=row.until,
            who=row.who,
            why=row.why,
        )
        for row in rows
    )


def begin(tx: Transaction, pause: Pause) -> None:
    """Pause; who pauses the same again lengthens it, and shortens it never."""
    subject = pause.subject
    statement = tx.insert(pauses).values(
        seller=tx.seller,
        scope=subject.scope,
        name=subject.name,
        who=pause.who,
        since=pause.since,
        until=pause.until,
        why=pause.why,
    )
    then = statement.excluded
    tx.run(
        statement.on_conflict_do_update(
            index_elements=["seller", "scope", "name", "who"],
            set_={name: then[name] for name in ("since", "until", "why")},
            # No end is the latest.
            where=or_(then.until.is_(None), pauses.c.until <= then.until),
        )
    )
    _tell(tx, EventName.SENDING_PAUSED, subject, pause.who, pause.since)


def end(tx: Transaction, subject: Subject, who: str, now: datetime) -> bool:
    """End every pause of a subject, whoever made it; False where there is none."""
    ended = tx.run(
        delete(pauses).where(
            pauses.c.seller == tx.seller,
            pauses.c.scope == subject.scope,
            pauses.c.name == subject.name,
        )
    )
    if ended.rowcount:
        _tell(tx, EventName.SENDING_RESUMED, subject, who, now)
    return bool(ended.rowcount)


def _tell(tx: Transaction, name: EventName, subject: Subject, who: str, now: datetime) -> None:
    fields = {"scope": subject.scope.value, "name": subject.name}
    record(tx, [Event(at=now, name=name, who=who, fields=fields)])
