"""A worker's name, held by one process at a time.

PostgreSQL keeps it as an advisory lock of a connection of its own, which a restart of the server
ends; SQLite's stands beside the database as a locked file, which somebody may remove. So a name
can be lost, and ``lasts`` tells. ``take`` raises ``StoreError`` when nobody can be asked for it.
"""

import fcntl
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import DBAPIError

from store.faults import translate
from store.ownership import open_file
from store.protocol import StoreError


class Name(Protocol):
    """A name that this process holds."""

    def lasts(self) -> bool:
        """Whether it is still held; one that is not holds back nobody."""

    def let_go(self) -> None:
        """Give it back, at once and quietly, whatever has become of it."""


def take(engine: Engine, digest: bytes) -> Name | None:
    """Take the name with this digest, 8 bytes or more; None when another process holds it.

    Raises:
        StoreError: the server cannot be asked, or the file beside the database not locked.
    """
    if engine.dialect.name == "sqlite":
        return _take_file(Path(f"{engine.url.database}.{digest.hex()[:16]}.lock"))
    try:
        return _take_on_server(engine, int.from_bytes(digest[:8], signed=True))
    except DBAPIError as error:
        raise translate(error, engine.url) from error


@dataclass(frozen=True, slots=True)
class _LockedFile:
    descriptor: int

    def lasts(self) -> bool:
        """Whether the file still has its name: another could be locked in its place."""
        return os.fstat(self.descriptor).st_nlink > 0

    def let_go(self) -> None:
        """Close it."""
        os.close(self.descriptor)


@dataclass(frozen=True, slots=True)
class _ServerLock:
    connection: Connection
    number: int

    def lasts(self) -> bool:
        """Whether the connection still lives, and with it the lock."""
        try:
            self.connection.scalar(select(1))
        except DBAPIError:
            return False
        return True

    def let_go(self) -> None:
        """End the connection; the lock goes first, so that the next finds it free."""
        if not self.connection.invalidated:
            with suppress(DBAPIError):
                self.connection.scalar(select(func.pg_advisory_unlock(self.number)))
        self.connection.invalidate()
        self.connection.close()


def _take_file(path: Path) -> Name | None:
    try:
        descriptor = open_file(path)
    except OSError as error:
        raise _refused(path, error) from error
    held = _LockedFile(descriptor)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        held.let_go()
        return None
    except OSError as error:
        held.let_go()
        raise _refused(path, error) from error
    return held


def _refused(path: Path, error: OSError) -> StoreError:
    return StoreError(
        f"The file {path} cannot be locked ({error.strerror});"
        " give triaged the right to write it, on a file system that knows locks."
    )


def _take_on_server(engine: Engine, number: int) -> Name | None:
    connection = engine.connect().execution_options(isolation_level="AUTOCOMMIT")
    held = _ServerLock(connection, number)
    try:
        if connection.scalar(select(func.pg_try_advisory_lock(number))):
            return held
    except DBAPIError:
        held.let_go()
        raise
    connection.close()
    return None
