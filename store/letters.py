"""Letters: taken in once by their identity, handed out to be read, set aside when they fail."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from sqlalchemy import bindparam, case, func, literal, or_, select, update

from store import contents
from store.columns import Instant
from store.events import Event, EventName, record
from store.intake_values import Accepted, Arrival
from store.protocol import StoreError
from store.schema import bodies, letters
from store.transaction import Row, Transaction

#: Bodies that are handed out at once, in bytes, so that memory stays bounded.
BATCH_BYTES: Final = 16 * 1024 * 1024

#: From so many ends of a process on, a letter waits for all others.
_DOUBTED: Final = 2

#: How long a letter waits after each failure; after one more it is set aside. What failed for a
#: fault that passes (a disk, a server, a model that was being exchanged) is judged after it.
PATIENCE: Final = (timedelta(minutes=1), timedelta(minutes=10))


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
    tx.insert_new(
        bodies,
        [
            {
                "letter_id": row["id"],
                **contents.keep(tx, fresh[row["identity"]].raw, contents.of_letter(row["id"])),
            }
            for row in made
        ],
    )
    return len(made)


def find(tx: Transaction, identities: Sequence[str]) -> dict[str, Row]:
    """Return id and state of the letters with these identities."""
    found = tx.run(
        select(letters.c.id, letters.c.identity, letters.c.state).where(
            letters.c.seller == tx.seller, letters.c.identity.in_(identities)
        )
    )
    return {row["identity"]: dict(row) for row in found.mappings()}


def awaiting(tx: Transaction, limit: int, now: datetime | None) -> tuple[Accepted, ...]:
    """Return accepted letters in order of receipt, ``BATCH_BYTES`` at most but at least one.

    Those that failed are among them from their time on; without ``now`` all are.
    """
    found: list[Accepted] = []
    room = BATCH_BYTES
    for row in _accepted(tx, limit, now, doubted=False) or _accepted(tx, limit, now, doubted=True):
        raw = contents.load(tx, row, contents.of_letter(row["id"]))
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


def retry_at(tx: Transaction) -> datetime | None:
    """Return when the next letter that failed is tried again; None where none waits for that."""
    moment: datetime | None = tx.run(
        select(func.min(letters.c.not_before)).where(
            letters.c.seller == tx.seller, letters.c.state == LetterState.ACCEPTED
        )
    ).scalar()
    return moment


def lock(tx: Transaction, wanted: Sequence[int]) -> dict[int, Row]:
    """Return what filing must know of these letters, and hold them until the transaction ends."""
    rows = tx.run(
        select(*letters.c["id", "state", "case_id", "mailbox", "arrived"])
        .where(letters.c.seller == tx.seller, letters.c.id.in_(wanted))
        .order_by(letters.c.id)
        .with_for_update()
    )
    return {row["id"]: dict(row) for row in rows.mappings()}


def finish(tx: Transaction, rows: Sequence[Row]) -> None:
    """Write what became of letters that ``lock`` has shown accepted; each row names its letter.

    Raises:
        StoreError: one is accepted no more; the transaction must not be committed.
    """
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
    """Count a failure; return True when it was one too many and the letter is set aside."""
    later = {number: literal(now + pause, Instant) for number, pause in enumerate(PATIENCE)}
    attempts: int | None = tx.run(
        update(letters)
        .where(
            letters.c.seller == tx.seller,
            letters.c.id == letter,
            letters.c.state == LetterState.ACCEPTED,
        )
        .values(
            attempts=letters.c.attempts + 1,
            reason=reason,
            not_before=case(later, value=letters.c.attempts),
        )
        .returning(letters.c.attempts)
    ).scalar()
    if attempts is None:
        return False
    if attempts > len(PATIENCE):
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


def original(tx: Transaction, letter: int) -> bytes | None:
    """Return a letter's bytes; None where there is no such letter, or its file is lost."""
    row = (
        tx.run(
            select(*bodies.c["raw", "blob", "key_id"])
            .join(letters, letters.c.id == bodies.c.letter_id)
            .where(letters.c.seller == tx.seller, letters.c.id == letter)
        )
        .mappings()
        .first()
    )
    return None if row is None else contents.load(tx, row, contents.of_letter(letter))


def count(tx: Transaction) -> dict[str, int]:
    """Return how many letters there are in each state."""
    counted = tx.pairs(
        select(letters.c.state, func.count())
        .where(letters.c.seller == tx.seller)
        .group_by(letters.c.state)
    )
    return {state.value: 0 for state in LetterState} | counted


def _accepted(tx: Transaction, limit: int, now: datetime | None, *, doubted: bool) -> Sequence[Row]:
    receipt = (letters.c.arrived, letters.c.id)
    ripe = [] if now is None else [or_(letters.c.not_before.is_(None), letters.c.not_before <= now)]
    wanted = letters.c.deaths >= _DOUBTED if doubted else letters.c.deaths < _DOUBTED
    return (
        tx.run(
            select(
                *letters.c["id", "mailbox", "arrived", "attempts", "deaths"],
                *bodies.c["raw", "blob", "key_id"],
            )
            .join(bodies)
            .where(
                letters.c.seller == tx.seller,
                letters.c.state == LetterState.ACCEPTED,
                wanted,
                *ripe,
            )
            .order_by(*((letters.c.deaths, *receipt) if doubted else receipt))
            .limit(limit)
        )
        .mappings()
        .all()
    )
