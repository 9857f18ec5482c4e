"""Contents: the bytes of letters and enclosures, small ones in their row, large ones apart.

With SQLite apart is a file beside the database (store/blobs.py). On PostgreSQL, which several hosts
may share, it is a row of its own under the digest of its bytes: every host sees it, and pg_dump
takes it along. Whoever names such a row holds it until both are committed, and so does whoever
wants to remove it while looking for such names, so that nothing is removed that is about to be
named. What was put into files before that is still read where those lie.
Where there is a key they are encrypted first, each as its owner's, the row that names it: nobody
can lay one letter's bytes under another, and two that are alike are kept twice.
"""

import hashlib
from collections.abc import Collection
from typing import Final

from sqlalchemy import delete, select

from store.blobs import SHARDS
from store.cipher import DamagedError, in_use
from store.schema import blobs, bodies, enclosures
from store.transaction import Row, Transaction

#: Contents over this many bytes are kept apart.
INLINE_LIMIT: Final = 64 * 1024


def of_letter(number: int) -> str:
    """Return the owner of a letter's bytes."""
    return f"bodies/{number}"


def of_enclosure(number: int) -> str:
    """Return the owner of an enclosure's bytes."""
    return f"enclosures/{number}"


def keep(tx: Transaction, raw: bytes, owner: str) -> Row:
    """Return the columns ``raw``, ``blob`` and ``key_id`` that keep these bytes for their owner."""
    cipher = in_use()
    if cipher.writing is None:
        return {**_place(tx, raw), "key_id": None}
    return {**_place(tx, cipher.encrypt(raw, owner)), "key_id": cipher.writing.id}


def _place(tx: Transaction, raw: bytes) -> Row:
    if len(raw) <= INLINE_LIMIT:
        return {"raw": raw, "blob": None}
    if not tx.on_postgresql:
        return {"raw": None, "blob": tx.blobs.put(raw)}
    name = hashlib.sha256(raw).hexdigest()
    statement = tx.insert(blobs).values(name=name, raw=raw)
    same = {"name": statement.excluded.name}
    # The update changes nothing but holds a row that is there already.
    tx.run(statement.on_conflict_do_update(index_elements=["name"], set_=same))
    return {"raw": None, "blob": name}


def load(tx: Transaction, row: Row, owner: str) -> bytes | None:
    """Return what ``keep`` kept; None where its file is gone, or is not what was encrypted.

    So it is with what names a key that the store does not stand under. Each is the loss of one
    letter, and holds up no other.
    """
    kept = _fetch(tx, row)
    if kept is None or row["key_id"] is None:
        return kept
    try:
        return in_use().decrypt(kept, owner, row["key_id"])
    except DamagedError:
        return None


def _fetch(tx: Transaction, row: Row) -> bytes | None:
    name = row["blob"]
    if name is None:
        kept: bytes | None = row["raw"]
        return kept
    if tx.on_postgresql:
        found: bytes | None = tx.run(select(blobs.c.raw).where(blobs.c.name == name)).scalar()
        if found is not None:
            return found
    return tx.blobs.get(name)


def hold(tx: Transaction, names: Collection[str]) -> None:
    """Wait for whoever is about to name these, and let nobody else until the transaction ends."""
    if tx.on_postgresql and names:
        held = select(blobs.c.name).where(blobs.c.name.in_(names)).order_by(blobs.c.name)
        tx.run(held.with_for_update()).all()


def remove_unnamed(tx: Transaction, names: Collection[str]) -> None:
    """Remove of what is kept apart under these names that which no row names any more.

    What is gone already is no fault.
    """
    hold(tx, names)
    for table in (bodies, enclosures):
        kept = select(table.c.blob).where(table.c.blob.in_(names))
        names = set(names).difference(tx.run(kept).scalars())
    if tx.on_postgresql and names:
        tx.run(delete(blobs).where(blobs.c.name.in_(names)))
    for name in names:
        tx.blobs.remove(name)


def remove_halves(tx: Transaction) -> None:
    """Remove every file of this store that was left half written when a process ended.

    Under SQLite's write lock nobody else writes one; on PostgreSQL there are none. Whole files stay
    here, named or not.
    """
    if tx.on_postgresql:
        return
    for shard in range(SHARDS):
        for name in tx.blobs.names(shard):
            if "." in name and tx.blobs.is_own(name):
                tx.blobs.remove(name)
