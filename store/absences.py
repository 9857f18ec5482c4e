"""Absences in the store, one a shop and beginning; each change is an event.

Those that are over stay: how soon people answer is learnt without the time they were away.
"""

from datetime import datetime

from sqlalchemy import delete, select, update

from cases.absences import Absence
from store.events import Event, EventName, record
from store.schema import absences
from store.transaction import Transaction


def coming(tx: Transaction, moment: datetime) -> tuple[Absence, ...]:
    """Return those that were not over at a moment, the first to begin first."""
    unfinished = absences.c.until > moment
    rows = tx.run(select(absences).where(absences.c.seller == tx.seller, unfinished))
    return tuple(
        sorted(
            Absence(shop=row.shop, since=row.since, until=row.until, who=row.who, why=row.why)
            for row in rows
        )
    )


def begin(tx: Transaction, absence: Absence) -> None:
    """Keep an absence; one of the same shop and beginning is replaced."""
    statement = tx.insert(absences).values(
        seller=tx.seller,
        shop=absence.shop,
        since=absence.since,
        until=absence.until,
        who=absence.who,
        why=absence.why,
    )
    then = statement.excluded
    tx.run(
        statement.on_conflict_do_update(
            index_elements=["seller", "shop", "since"],
            set_={name: then[name] for name in ("until", "who", "why")},
        )
    )
    fields = {"shop": absence.shop, "until": absence.until.isoformat()}
    _tell(tx, EventName.ABSENCE_BEGUN, absence.who, absence.since, fields)


def end(tx: Transaction, shop: str, who: str, now: datetime) -> int:
    """End every absence of a shop that is not over, as if never meant where it has not begun.

    Returns how many there were.
    """
    unfinished = (
        absences.c.seller == tx.seller,
        absences.c.shop == shop,
        absences.c.until > now,
    )
    unbegun = tx.run(delete(absences).where(*unfinished, absences.c.since >= now))
    begun = tx.run(update(absences).where(*unfinished).values(until=now))
    ended = unbegun.rowcount + begun.rowcount
    if ended:
        _tell(tx, EventName.ABSENCE_ENDED, who, now, {"shop": shop})
    return ended


def _tell(tx: Transaction, name: EventName, who: str, at: datetime, fields: dict[str, str]) -> None:
    record(tx, [Event(at=at, name=name, who=who, fields=fields)])
