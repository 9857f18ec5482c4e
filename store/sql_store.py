"""The store on SQLAlchemy: ``store.protocol.Store`` over a writing and a reading engine.

Raises ``StoreError`` when the database cannot be used; what a piece of work raises by itself
reaches its caller unchanged. On PostgreSQL a transaction that lost a deadlock is run again, so a
piece of work changes nothing but the ledger.
"""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Final, TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from store import key_state
from store.blobs import Blobs
from store.cipher import Cipher, Keys, using
from store.events import flush
from store.faults import is_deadlock, is_unusable, show, translate
from store.ledger import SqlLedger
from store.names import Name, take
from store.news import News
from store.protocol import Ledger, StoreError
from store.transaction import Transaction

T = TypeVar("T")

#: How often a transaction that lost a deadlock is run again.
_TRIES: Final = 5


class SqlStore:
    """One database, seen by one seller."""

    def __init__(
        self, *, writing: Engine, reading: Engine, blobs: Blobs, seller: str, keys: Keys
    ) -> None:
        self._writing = writing
        self._reading = reading
        self._keys = keys.by_id()
        self._blobs = blobs
        self._seller = seller
        self._worker = ""
        #: Those that this process holds, by worker.
        self._names: dict[str, Name] = {}
        self._news = News(writing, seller)

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
        """Take a worker's name, or take it again where it was lost."""
        if not self.holds(worker):
            name = take(self._writing, sha256(f"{self._seller}/{worker}".encode()).digest())
            if name is None:
                return False
            self._names[worker] = name
        self._worker = worker
        return True

    def holds(self, worker: str) -> bool:
        """Look whether a worker's name is still ours."""
        name = self._names.get(worker)
        if name is not None and not name.lasts():
            self._names.pop(worker).let_go()
        return worker in self._names

    def news(self, seconds: float) -> bool | None:
        """Wait until something may have happened."""
        return self._news.wait(seconds)

    def copy_to(self, path: Path) -> None:
        """Copy a file by SQLite's own means, page by page, without keeping anybody from writing."""
        if self._reading.dialect.name != "sqlite":
            raise StoreError(
                f"The store {show(self._reading.url)} is a server's; back it up with pg_dump."
            )
        try:
            with closing(sqlite3.connect(path)) as copy, self._reading.connect() as connection:
                source = connection.connection.driver_connection
                assert isinstance(source, sqlite3.Connection)  # noqa: S101 - the dialect says so
                source.backup(copy)
        except sqlite3.Error as error:
            raise StoreError(f"The copy {path} cannot be written: {error}.") from error

    def scrub(self) -> None:
        """Have SQLite write its file anew, and empty the log beside it."""
        if self._writing.dialect.name != "sqlite":
            return
        try:
            with self._writing.connect() as connection:
                file = connection.connection.driver_connection
                assert isinstance(file, sqlite3.Connection)  # noqa: S101 - the dialect says so
                file.execute("VACUUM")
                # A checkpoint that somebody hinders is no error: it says so in its answer.
                ((busy, *_),) = file.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
                if busy:
                    raise sqlite3.OperationalError("somebody reads it still")
        except sqlite3.Error as error:
            raise StoreError(
                f"The store {show(self._writing.url)} cannot be written anew now: {error};"
                " stop what works on it, or make room."
            ) from error

    def close(self) -> None:
        """Give back names and connections."""
        while self._names:
            self._names.popitem()[1].let_go()
        self._news.close()
        self._writing.dispose()
        self._reading.dispose()

    def _cipher(self, tx: Transaction, *, writes: bool) -> Cipher:
        """Return what a transaction encrypts by: who writes asks under which key by now."""
        if not writes:
            return Cipher(keys=self._keys, standing=lambda: key_state.look(tx).names())
        key_state.hold(tx)
        return key_state.look(tx).cipher(self._keys)

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
                    with using(self._cipher(tx, writes=engine is self._writing)):
                        result = work(tx)
                        happened = flush(tx)
            except DBAPIError as error:
                if is_deadlock(error):
                    continue
                if is_unusable(error):
                    raise translate(error, engine.url) from error
                raise
            else:
                if happened:
                    self._news.tell()
                return result
        raise StoreError(f"The store {show(engine.url)} is too busy; run fewer workers on it.")


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
