"""The store on SQLAlchemy: ``store.protocol.Store`` over a writing and a reading engine.

Raises ``StoreError`` when the database cannot be used; what a piece of work raises by itself
reaches its caller unchanged. On PostgreSQL a transaction that lost a deadlock is run again, so a
piece of work changes nothing but the ledger.
"""

import fcntl
import hashlib
import os
from collections.abc import Callable, Iterable
from functools import partial
from typing import Final, TypeVar

from sqlalchemy import Engine, func, select
from sqlalchemy.exc import DBAPIError

from store.blobs import Blobs
from store.events import flush
from store.faults import is_deadlock, is_unusable, show, translate
from store.ledger import SqlLedger
from store.protocol import Ledger, StoreError
from store.transaction import Transaction

T = TypeVar("T")

#: How often a transaction that lost a deadlock is run again.
_TRIES: Final = 5


class SqlStore:
    """One database, seen by one seller."""

    def __init__(self, *, writing: Engine, reading: Engine, blobs: Blobs, seller: str) -> None:
        self._writing = writing
        self._reading = reading
        self._blobs = blobs
        self._seller = seller
        self._worker = ""
        #: What keeps a worker's name, each with the way to let it go.
        self._held: dict[str, Callable[[], None]] = {}

    def write(self, work: Callable[[Ledger], T]) -> T:
        """Run ``work`` in one transaction that writes."""
        return self._run(self._writing, lambda tx: work(SqlLedger(tx)))

    def write_all(self, works: Iterable[Callable[[Ledger], object]]) -> list[object | Exception]:
        """Run several works in one transaction, a savepoint each, as they come."""
        coming = iter(works)
        taken: list[Callable[[Ledger], object]] = []

        def run(tx: Transaction) -> list[object | Exception]:
            results = [_attempt(tx, work) for work in taken]
            for work in coming:
                taken.append(work)
                results.append(_attempt(tx, work))
            return results

        return self._run(self._writing, run)

    def read(self, work: Callable[[Ledger], T]) -> T:
        """Run ``work`` on one snapshot."""
        return self._run(self._reading, lambda tx: work(SqlLedger(tx)))

    def hold(self, worker: str) -> bool:
        """Keep a worker's name: a lock of the server's, or one on a file beside SQLite's."""
        if worker not in self._held:
            digest = hashlib.sha256(f"{self._seller}/{worker}".encode()).digest()
            on_server = self._writing.dialect.name == "postgresql"
            let_go = self._hold_on_server(digest) if on_server else self._hold_file(digest)
            if let_go is None:
                return False
            self._held[worker] = let_go
        self._worker = worker
        return True

    def close(self) -> None:
        """Give back names and connections."""
        while self._held:
            self._held.popitem()[1]()
        self._writing.dispose()
        self._reading.dispose()

    def _run(self, engine: Engine, work: Callable[[Transaction], T]) -> T:
        for _ in range(_TRIES):
            try:
                with engine.begin() as connection:
                    tx = Transaction(
                        connection=connection,
                        seller=self._seller,
                        worker=self._worker,
                        blobs=self._blobs,
                    )
                    result = work(tx)
                    flush(tx)
                    return result
            except DBAPIError as error:
                if is_deadlock(error):
                    continue
                if is_unusable(error):
                    raise translate(error, engine.url) from error
                raise
        raise StoreError(f"The store {show(engine.url)} is too busy; run fewer workers on it.")

    def _hold_file(self, digest: bytes) -> Callable[[], None] | None:
        path = f"{self._writing.url.database}.{digest.hex()[:16]}.lock"
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            return None
        return partial(os.close, descriptor)

    def _hold_on_server(self, digest: bytes) -> Callable[[], None] | None:
        connection = self._writing.connect().execution_options(isolation_level="AUTOCOMMIT")
        number = int.from_bytes(digest[:8], signed=True)
        if not connection.scalar(select(func.pg_try_advisory_lock(number))):
            connection.close()
            return None

        def let_go() -> None:
            connection.scalar(select(func.pg_advisory_unlock(number)))
            connection.close()

        return let_go


def _attempt(tx: Transaction, work: Callable[[Ledger], object]) -> object | Exception:
    """Run one work in a savepoint; what the database itself suffers from is everybody's."""
    told = len(tx.told)
    tx.connection.exec_driver_sql("SAVEPOINT work")
    try:
        result = work(SqlLedger(tx))
    except Exception as error:
        # The one place beside the daemon's loops: a work's own error is its caller's to handle.
        if isinstance(error, DBAPIError) and (is_deadlock(error) or is_unusable(error)):
            raise
        tx.connection.exec_driver_sql("ROLLBACK TO SAVEPOINT work")
        result = error
        del tx.told[told:]
    tx.connection.exec_driver_sql("RELEASE SAVEPOINT work")
    return result
