"""Places: where on which server a letter stands, how far a folder was read, what it must show."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import and_, case, func, select, update

from cases.labels import LEVELS
from store.intake_values import Arrival, Cursor, Unmarked
from store.letters import LetterState, find, keep
from store.schema import cursors, letters, places
from store.transaction import Transaction

#: So many UIDs are compared at once, so that a folder of millions needs little memory.
UID_WINDOW: Final = 5000


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


def unknown_uids(
    tx: Transaction, mailbox: str, folder: str, uidvalidity: int, uids: Sequence[int]
) -> list[int]:
    """Return those of the ascending ``uids`` that do not stand in the store, in their order.

    Where every UID from a window's first to its last is known, which is the rule, counting them
    tells so, and none of them is read.
    """
    standing = (
        places.c.seller == tx.seller,
        places.c.mailbox == mailbox,
        places.c.folder == folder,
        places.c.uidvalidity == uidvalidity,
    )
    unknown: list[int] = []
    for begin in range(0, len(uids), UID_WINDOW):
        window = uids[begin : begin + UID_WINDOW]
        first, last = window[0], window[-1]
        between = (*standing, places.c.uid.between(first, last))
        known = tx.run(select(func.count()).where(*between)).scalar_one()
        if known > last - first:
            continue
        # Where the server has lost most of what is known, only what it still has is looked up.
        asked = between if known <= UID_WINDOW else (*standing, places.c.uid.in_(window))
        there = frozenset(tx.run(select(places.c.uid).where(*asked)).scalars())
        unknown += [uid for uid in window if uid not in there]
    return unknown


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
            priority=LEVELS[row.level],
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
