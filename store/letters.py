"""Letters: taken in once by their identity, handed out to be read, set aside when they fail."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import bindparam, func, select, update

from store.events import Event, EventName, record
from store.protocol import StoreError
from store.schema import bodies, letters
from store.transaction import Row, Transaction
from store.values import Accepted, Arrival

#: Bodies over this many bytes are kept as files.
INLINE_LIMIT: Final = 64 * 1024

#: Bodies that are handed out at once, in bytes, so that memory stays bounded.
BATCH_BYTES: Final = 16 * 1024 * 1024

#: From so many ends of a process on, a letter waits for all others.
_DOUBTED: Final = 2

#: After so many failures a letter is set aside.
FAILURE_LIMIT: Final = 3


class LetterState(StrEnum):
    """What has become of a letter."""

    #: Kept, not read yet.
    ACCEPTED = "accepted"
    #: In a case.
    FILED = "filed"
    #: Of a kind that makes no case.
    RECORDED = "recorded"
    #: Failed too often; kept and counted.
    SET_ASIDE = "set-aside"


def keep(tx: Transaction, arrivals: Sequence[Arrival], now: datetime) -> int:
    """Keep the letters whose identity is new; return how many those were."""
    known = find(tx, [one.identity for one in arrivals])
    fresh = {one.identity: one for one in reversed(arrivals) if one.identity not in known}
    contents = {identity: _store_body(tx, one.raw) for identity, one in fresh.items()}
    made = tx.insert_new(
        letters,
        [
            {
                "seller": tx.seller,
                "identity": one.identity,
                "mailbox": one.mailbox,
                "arrived": one.arrived,
                "accepted_at": now,
                "state": LetterState.ACCEPTED,
                "attempts": 0,
            }
            for one in reversed(fresh.values())
        ],
        "id",
        "identity",
    )
    tx.insert_new(bodies, [{"letter_id": row["id"], **contents[row["identity"]]} for row in made])
    return len(made)


def find(tx: Transaction, identities: Sequence[str]) -> dict[str, Row]:
    """Return id and state of the letters with these identities."""
    found = tx.run(
        select(letters.c.id, letters.c.identity, letters.c.state).where(
            letters.c.seller == tx.seller, letters.c.identity.in_(identities)
        )
    )
    return {row["identity"]: dict(row) for row in found.mappings()}


def awaiting(tx: Transaction, limit: int) -> tuple[Accepted, ...]:
    """Return accepted letters in order of receipt, ``BATCH_BYTES`` at most but at least one."""
    found: list[Accepted] = []
    room = BATCH_BYTES
    for row in _accepted(tx, limit, doubted=False) or _accepted(tx, limit, doubted=True):
        raw = _load_body(tx, row)
        room -= len(raw or b"")
        if found and room < 0:
            break
        found.append(
            Accepted(
                letter=row["id"],
                mailbox=row["mailbox"],
                raw=raw or b"",
                arrived=row["arrived"],
                attempts=row["attempts"],
                deaths=row["deaths"],
                lost=raw is None,
            )
        )
    return tuple(found)


def lock(tx: Transaction, wanted: Sequence[int]) -> dict[int, Row]:
    """Return state and case of these letters, and hold them until the transaction ends."""
    rows = tx.run(
        select(*letters.c["id", "state", "case_id"])
        .where(letters.c.seller == tx.seller, letters.c.id.in_(wanted))
        .order_by(letters.c.id)
        .with_for_update()
    )
    return {row["id"]: dict(row) for row in rows.mappings()}


def finish(tx: Transaction, rows: Sequence[Row]) -> None:
    """Write what became of letters that ``lock`` has shown accepted; each row names its letter."""
    if not rows:
        return
    finished = tx.run(
        update(letters).where(
            letters.c.seller == tx.seller,
            letters.c.id == bindparam("letter"),
            letters.c.state == LetterState.ACCEPTED,
        ),
        rows,
    )
    if finished.rowcount != len(rows):
        raise StoreError("A letter changed while it was locked; run the filing again.")


def fail(tx: Transaction, letter: int, reason: str, now: datetime) -> bool:
    """Count a failure; return True when it was the last one and the letter is set aside."""
    attempts: int | None = tx.run(
        update(letters)
        .where(
            letters.c.seller == tx.seller,
            letters.c.id == letter,
            letters.c.state == LetterState.ACCEPTED,
        )
        .values(attempts=letters.c.attempts + 1, reason=reason)
        .returning(letters.c.attempts)
    ).scalar()
    if attempts is None:
        return False
    if attempts >= FAILURE_LIMIT:
        return set_aside(tx, letter, reason, now)
    failed = EventName.LETTER_FAILED
    record(tx, [Event(at=now, name=failed, letter=letter, fields={"reason": reason})])
    return False


def set_aside(tx: Transaction, letter: int, reason: str, now: datetime) -> bool:
    """Keep an accepted letter out of what waits; False where it is accepted no more."""
    kept_out = tx.run(
        update(letters)
        .where(
            letters.c.seller == tx.seller,
            letters.c.id == letter,
            letters.c.state == LetterState.ACCEPTED,
        )
        .values(state=LetterState.SET_ASIDE, reason=reason)
    )
    if not kept_out.rowcount:
        return False
    name = EventName.LETTER_SET_ASIDE
    record(tx, [Event(at=now, name=name, letter=letter, fields={"reason": reason})])
    return True


def count(tx: Transaction) -> dict[str, int]:
    """Return how many letters there are in each state."""
    counted = tx.pairs(
        select(letters.c.state, func.count())
        .where(letters.c.seller == tx.seller)
        .group_by(letters.c.state)
    )
    return {state.value: 0 for state in LetterState} | counted


def _accepted(tx: Transaction, limit: int, *, doubted: bool) -> Sequence[Row]:
    receipt = (letters.c.arrived, letters.c.id)
    wanted = letters.c.deaths >= _DOUBTED if doubted else letters.c.deaths < _DOUBTED
    return (
        tx.run(
            select(
                *letters.c["id", "mailbox", "arrived", "attempts", "deaths"],
                *bodies.c["raw", "blob"],
            )
            .join(bodies)
            .where(letters.c.seller == tx.seller, letters.c.state == LetterState.ACCEPTED, wanted)
            .order_by(*((letters.c.deaths, *receipt) if doubted else receipt))
            .limit(limit)
        )
        .mappings()
        .all()
    )


def _store_body(tx: Transaction, raw: bytes) -> Row:
    if len(raw) <= INLINE_LIMIT:
        return {"raw": raw, "blob": None}
    return {"raw": None, "blob": tx.blobs.put(raw)}


def _load_body(tx: Transaction, row: Row) -> bytes | None:
    return row["raw"] if row["blob"] is None else tx.blobs.get(row["blob"])
