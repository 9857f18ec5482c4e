"""Opening a store: engines, pragmas, migrations.

SQLite: write-ahead log, ``synchronous = FULL``, foreign keys, 5 s of patience for another
process, BEGIN IMMEDIATE for whoever writes, files for their owner alone. PostgreSQL: psycopg,
READ COMMITTED under row locks for whoever writes, one snapshot for whoever reads.
Before a file of SQLite's is brought up to date it is copied beside itself.
Raises ``StoreError`` with a sentence for whatever keeps the store from being used.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Final

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    QueuePool,
    create_engine,
    event,
    inspect,
    make_url,
    text,
)
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from store import key_state
from store.blobs import Blobs
from store.cipher import Keys
from store.encryption_protocol import EncryptionState
from store.faults import is_held_up, show, translate
from store.labour import Labour, labouring
from store.migrations import is_begun, is_current, upgrade
from store.ownership import make_folder, open_file
from store.protocol import Store, StoreError
from store.schema import settings
from store.sql_store import SqlStore
from store.upgrade_copy import UPGRADE, Upgrade, make_copy

#: How long a writer waits for another process, in seconds.
PATIENCE: Final = 5

#: So many steps of SQLite's machine lie between two calls during a statement: some milliseconds.
_OPERATIONS: Final = 100_000

#: Of a store that nobody encrypts.
NO_KEYS: Final = Keys()

#: Held while the schema is brought up to date ("triaged" in ASCII).
_MIGRATING: Final = 0x74726961676564

_REMEDY: Final = "write sqlite:////folder/triaged.db or postgresql://user@host/database"


def open_store(
    url: str,
    blobs: Path,
    seller: str = "default",
    *,
    keys: Keys = NO_KEYS,
    locked: bool = False,
    upgrade: Upgrade = UPGRADE,
) -> Store:
    """Open the store at ``url``, made and brought up to date where needed.

    ``blobs`` is the folder for large letters, ``seller`` the one whose rows are seen, ``keys`` what
    they are encrypted by. ``locked`` opens an encrypted store without its keys too, for whoever
    copies it as it is. ``upgrade`` says what is wanted where it has to be brought up to date.

    Raises:
        LockedError: it is encrypted by a key that is not among ``keys``.
        StoreError: it cannot be used.
    """
    address = _read_url(url)
    if address.get_backend_name() == "sqlite":
        _make_file(Path(str(address.database)))
    with ExitStack() as opened:
        writing, reading = _engine(address, reading=False), _engine(address, reading=True)
        opened.callback(writing.dispose)
        opened.callback(reading.dispose)
        _bring_up(writing, reading, upgrade)
        store = SqlStore(
            writing=writing,
            reading=reading,
            blobs=Blobs(blobs, mark=_mark(address, blobs)),
            seller=seller,
            keys=keys,
        )
        if not locked:
            store.read(lambda ledger: ledger.encryption.state().cipher(keys.by_id()))
        opened.pop_all()
    return store


def look_at_encryption(url: str, seller: str = "default") -> EncryptionState:
    """Return under which keys a store stands that is there already; nothing of it is changed.

    Raises:
        StoreError: it cannot be used.
    """
    reading = _engine(_read_url(url), reading=True)
    try:
        with reading.begin() as connection:
            if not inspect(connection).has_table(settings.name):
                return EncryptionState()
            return key_state.read(connection, seller)
    except DBAPIError as error:
        raise translate(error, reading.url) from error
    finally:
        reading.dispose()


def _bring_up(writing: Engine, reading: Engine, wanted: Upgrade) -> None:
    """Take the steps that lack; where none does nobody who writes is waited for."""
    while not _try_to_bring_up(writing, reading, wanted):
        pass


def _try_to_bring_up(writing: Engine, reading: Engine, wanted: Upgrade) -> bool:
    """Do so; False where another process does and is to be waited for."""
    try:
        with reading.begin() as connection:
            if is_current(connection):
                return True
        with ExitStack() as held, writing.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text(f"SELECT pg_advisory_xact_lock({_MIGRATING})"))
            elif is_begun(connection):
                path = Path(str(writing.url.database))
                held.enter_context(labouring(path, Labour.UPGRADE))
                if wanted.keeps:
                    # Nobody else writes meanwhile.
                    wanted.tell(make_copy(reading, path, wanted.meanwhile))
            with _heard(connection, wanted.meanwhile):
                upgrade(connection)
    except DBAPIError as error:
        # What a signal raised inside a statement has reached nobody but the statement.
        wanted.meanwhile()
        if wanted.waits and is_held_up(error, writing.url, Labour.UPGRADE):
            return False
        raise translate(error, writing.url) from error
    return True


@contextmanager
def _heard(connection: Connection, meanwhile: Callable[[], None]) -> Iterator[None]:
    """Call ``meanwhile`` during long statements of SQLite's too; what it raises interrupts them."""
    file = connection.connection.driver_connection
    if not isinstance(file, sqlite3.Connection):
        yield
        return
    file.set_progress_handler(meanwhile, _OPERATIONS)
    try:
        yield
    finally:
        file.set_progress_handler(None, 0)


def _read_url(url: str) -> URL:
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        raise StoreError(f"The store's address is not a URL; {_REMEDY}.") from None
    match address.drivername:
        case "sqlite" if address.database in {None, "", ":memory:"}:
            raise StoreError(f"The store's address names no file; {_REMEDY}.")
        case "sqlite" if address.query:
            raise StoreError(
                f"The store {show(address)} is a file and takes no options;"
                " drop what follows the question mark."
            )
        case "sqlite":
            return address
        case "postgresql" | "postgres" | "postgresql+psycopg":
            return address.set(drivername="postgresql+psycopg")
    raise StoreError(f"The store {show(address)} is none that triaged can use; {_REMEDY}.")


def _mark(address: URL, blobs: Path) -> str:
    """Return what tells the files of this database from those of another over the same folder.

    It is of where the one lies from the other, and stays when both are moved. A server keeps none.
    """
    if address.get_backend_name() != "sqlite":
        return ""
    beside = os.path.relpath(Path(str(address.database)).resolve(), blobs.resolve().parent)
    return sha256(beside.encode()).hexdigest()[:8]


def _make_file(path: Path) -> None:
    """Make an empty file for its owner alone; SQLite gives the log beside it the same rights."""
    try:
        make_folder(path.parent)
        os.close(open_file(path))
    except OSError as error:
        raise StoreError(
            f"The store {path} cannot be opened ({error.strerror});"
            " give triaged the right to read and write the file and its folder."
        ) from error


def _engine(address: URL, *, reading: bool) -> Engine:
    if address.get_backend_name() == "sqlite":
        return _sqlite_engine(address, reading=reading)
    options = {"isolation_level": "REPEATABLE READ"} if reading else {}
    try:
        engine = create_engine(
            address,
            hide_parameters=True,
            pool_pre_ping=True,
            connect_args={"connect_timeout": PATIENCE},
            **options,
        )
    except ImportError:
        raise StoreError(
            "The store is on PostgreSQL, whose driver is not installed;"
            " install triaged[postgresql]."
        ) from None
    return engine.execution_options(postgresql_readonly=True) if reading else engine


def _sqlite_engine(address: URL, *, reading: bool) -> Engine:
    engine = create_engine(
        address,
        hide_parameters=True,
        poolclass=QueuePool,
        # Our own BEGIN: the driver's comes too late and is never IMMEDIATE.
        connect_args={"isolation_level": None, "timeout": PATIENCE, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        for pragma in (
            "journal_mode = WAL",
            "synchronous = FULL",
            "foreign_keys = ON",
            f"query_only = {reading:d}",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine
