"""Places: where on which server a letter stands, how far a folder was read, what it must show."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, case, select, update

from cases.labels import Priority
from store.letters import LetterState, find, keep
from store.schema import cursors, letters, places
from store.transaction import Transaction
from store.values import Arrival, Cursor, Unmarked


def accept(
    tx: Transaction, arrivals: Sequence[Arrival], cursor: Cursor | None, now: datetime
) -> int:
    """Keep letters and their places, move the cursor; return how many letters were new."""
    new = keep(tx, arrivals, now)
    known = find(tx, [one.identity for one in arrivals])
    tx.insert_new(
        places,
        [
            {
                "seller": tx.seller,
                "letter_id": known[one.identity]["id"],
                "mailbox": one.mailbox,
                "folder": one.folder,
                "uidvalidity": one.uidvalidity,
                "uid": one.uid,
                "unmarked": known[one.identity]["state"] == LetterState.FILED,
            }
            for one in arrivals
        ],
    )
    if cursor is not None:
        _move(tx, cursor)
    return new


def cursor_of(tx: Transaction, mailbox: str, folder: str) -> Cursor | None:
    """Return how far the folder has been read."""
    row = (
        tx.run(
            select(*cursors.c["mailbox", "folder", "uidvalidity", "uid", "first_uid"]).where(
                cursors.c.seller == tx.seller,
                cursors.c.mailbox == mailbox,
                cursors.c.folder == folder,
            )
        )
        .mappings()
        .first()
    )
    return None if row is None else Cursor(**row)


def known_uids(tx: Transaction, mailbox: str, folder: str, uidvalidity: int) -> frozenset[int]:
    """Return the UIDs of the folder that stand in the store."""
    return frozenset(
        tx.run(
            select(places.c.uid).where(
                places.c.seller == tx.seller,
                places.c.mailbox == mailbox,
                places.c.folder == folder,
                places.c.uidvalidity == uidvalidity,
            )
        ).scalars()
    )


def unmarked(tx: Transaction, mailbox: str, folder: str, limit: int) -> tuple[Unmarked, ...]:
    """Return the places that do not show yet what was made of their letters."""
    rows = tx.run(
        select(*places.c["id", "uid", "uidvalidity"], *letters.c["tags", "level"])
        .join(
            letters, and_(letters.c.seller == places.c.seller, letters.c.id == places.c.letter_id)
        )
        .where(
            places.c.seller == tx.seller,
            places.c.mailbox == mailbox,
            places.c.folder == folder,
            places.c.unmarked,
        )
        .order_by(places.c.id)
        .limit(limit)
    )
    return tuple(
        Unmarked(
            place=row.id,
            uid=row.uid,
            uidvalidity=row.uidvalidity,
            tags=tuple(row.tags),
            priority=tuple(Priority)[row.level],
        )
        for row in rows
    )


def mark(tx: Transaction, marked: Sequence[int]) -> None:
    """Remember that the server shows these places' tags."""
    tx.run(
        update(places)
        .where(places.c.seller == tx.seller, places.c.id.in_(marked))
        .values(unmarked=False)
    )


def ask_marks(tx: Transaction, filed: Sequence[int]) -> None:
    """Have the servers show what was made of these letters."""
    tx.run(
        update(places)
        .where(places.c.seller == tx.seller, places.c.letter_id.in_(filed))
        .values(unmarked=True)
    )


def _move(tx: Transaction, cursor: Cursor) -> None:
    """Never backwards within one UIDVALIDITY, whose first UID stays."""
    statement = tx.insert(cursors).values(
        seller=tx.seller,
        mailbox=cursor.mailbox,
        folder=cursor.folder,
        uidvalidity=cursor.uidvalidity,
        uid=cursor.uid,
        first_uid=cursor.first_uid,
    )
    then = statement.excluded
    same = cursors.c.uidvalidity == then.uidvalidity
    tx.run(
        statement.on_conflict_do_update(
            index_elements=["seller", "mailbox", "folder"],
            set_={
                "uidvalidity": then.uidvalidity,
                "uid": case((same & (cursors.c.uid > then.uid), cursors.c.uid), else_=then.uid),
                "first_uid": case((same, cursors.c.first_uid), else_=then.first_uid),
            },
        )
    )
