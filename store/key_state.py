"""Under which keys a store stands: the setting that says so, and the lock that keeps it.

Whoever writes shares a lock on PostgreSQL from before it asks for the key until it has committed,
and who changes the key waits until it has that alone: nothing is committed under an older key
behind it.
"""

import json
from dataclasses import asdict
from datetime import datetime
from hashlib import sha256
from typing import Final

from sqlalchemy import Connection, bindparam, func, select

from store import settings
from store.encryption_protocol import EncryptionState
from store.schema import settings as setting_table
from store.transaction import Transaction

#: The setting.
ENCRYPTION: Final = "encryption"

#: The half of an advisory lock's number that says what it is for ("encr" in ASCII).
_HELD: Final = 0x656E6372

_KEPT: Final = select(setting_table.c.value).where(
    setting_table.c.seller == bindparam("seller"), setting_table.c.name == ENCRYPTION
)


def hold(tx: Transaction, *, alone: bool = False) -> None:
    """Keep the key from being changed until the transaction ends; ``alone`` waits for all others.

    SQLite has one writer at a time. The two halves of a number are apart from all whole ones, by
    which workers' names are held.
    """
    if tx.on_postgresql:
        half = int.from_bytes(sha256(tx.seller.encode()).digest()[:4], signed=True)
        take = func.pg_advisory_xact_lock if alone else func.pg_advisory_xact_lock_shared
        tx.run(select(take(_HELD, half)))


def look(tx: Transaction) -> EncryptionState:
    """Return under which keys things stand."""
    return read(tx.connection, tx.seller)


def read(connection: Connection, seller: str) -> EncryptionState:
    """Return the same from any connection."""
    kept = connection.execute(_KEPT, {"seller": seller}).scalar()
    if kept is None:
        return EncryptionState()
    said = json.loads(kept)
    return EncryptionState(
        key=said["key"],
        before=tuple(said["before"]),
        unnamed=tuple(said["unnamed"]),
        unscrubbed=said.get("unscrubbed", False),
    )


def put(
    tx: Transaction, wanted: EncryptionState, who: str, now: datetime, *, told: bool = True
) -> None:
    """Keep that things stand so; ``told`` leaves an event of it."""
    settings.put(tx, ENCRYPTION, json.dumps(asdict(wanted)), who, now, told=told)
