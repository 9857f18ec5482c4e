"""A store that cannot be opened says why in a sentence; one that is too new is left alone."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, text

from store.migrations import HEAD
from store.open import open_store
from store.protocol import StoreError
from store.schema import bodies, metadata
from tests.store.builders import NOW, receive, verdict


def test_the_baseline_is_the_schema(empty_url: str, blobs: Path) -> None:
    """A database made by the migrations is what the schema says, table by table."""
    open_store(empty_url, blobs).close()
    engine = create_engine(empty_url)
    with engine.connect() as connection:
        # The index of words is each database's own.
        context = MigrationContext.configure(
            connection, opts={"include_name": lambda name, _kind, _parents: not is_own(name)}
        )

        assert [] == compare_metadata(context, metadata)
    engine.dispose()


def is_own(name: str | None) -> bool:
    """Whether a table or an index is made by one database alone."""
    return (name or "").startswith("search_index")


def test_the_head_is_the_newest_migration() -> None:
    """The version we compare with is that of the last step."""
    folder = ScriptDirectory("store/migrations")

    assert HEAD == folder.get_current_head()


def test_a_store_is_opened_again(empty_url: str, blobs: Path) -> None:
    """What was kept is there the next time."""
    first = open_store(empty_url, blobs)
    receive(first, verdict())
    first.close()
    second = open_store(empty_url, blobs)

    assert 1 == len(second.read(lambda ledger: ledger.queue(NOW, 10)))
    second.close()


def test_a_store_is_opened_while_another_process_writes(tmp_path: Path) -> None:
    """Who only looks waits for nobody."""
    path = tmp_path / "triaged.db"
    open_store(f"sqlite:///{path}", tmp_path / "letters").close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        store = open_store(f"sqlite:///{path}", tmp_path / "letters")

        assert () == store.read(lambda ledger: ledger.queue(NOW, 10))
        store.close()


def test_an_older_store_is_brought_forward(empty_url: str, blobs: Path) -> None:
    """Letters of the first schema are there after the step, and nobody suspects them."""
    engine = create_engine(empty_url)
    config = Config()
    config.set_main_option("script_location", "store:migrations")
    Path(blobs.parent / "state").mkdir(exist_ok=True)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(
            text(
                "INSERT INTO letters (id, seller, identity, mailbox, arrived, accepted_at, state,"
                " attempts) VALUES (1, 'default', 'one', 'shop', 0, 0, 'accepted', 0)"
            )
        )
        connection.execute(bodies.insert().values(letter_id=1, raw=b"old"))
    engine.dispose()
    store = open_store(empty_url, blobs)
    waiting = store.read(lambda ledger: ledger.awaiting(10))
    store.close()

    assert [(b"old", 0)] == [(one.raw, one.deaths) for one in waiting]


def test_a_newer_schema_is_refused(empty_url: str, blobs: Path) -> None:
    """A database that a newer triaged has changed is not touched; the sentence says what to do."""
    open_store(empty_url, blobs).close()
    engine = create_engine(empty_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()

    with pytest.raises(StoreError, match=r"schema 9999.*install the newer triaged"):
        open_store(empty_url, blobs)


def test_a_file_is_its_owners_alone(tmp_path: Path) -> None:
    """Database and log are for the user of triaged alone."""
    path = tmp_path / "state" / "triaged.db"
    store = open_store(f"sqlite:///{path}", tmp_path)
    receive(store, verdict())
    modes = {file.stat().st_mode & 0o777 for file in path.parent.iterdir()}
    store.close()

    assert {0o600} == modes
    assert 0o700 == path.parent.stat().st_mode & 0o777


def test_sqlite_is_set_to_lose_nothing(tmp_path: Path) -> None:
    """The file is in write-ahead mode, whoever opens it."""
    path = tmp_path / "triaged.db"
    open_store(f"sqlite:///{path}", tmp_path).close()
    connection = sqlite3.connect(path)

    assert ("wal",) == connection.execute("PRAGMA journal_mode").fetchone()
    connection.close()


def test_every_commit_on_sqlite_is_synced(tmp_path: Path) -> None:
    """Whoever commits does so under ``synchronous = FULL``, with foreign keys held."""
    seen: set[tuple[int, int, int]] = set()

    def look(connection: Connection) -> None:
        asked = (f"PRAGMA {name}" for name in ("synchronous", "foreign_keys", "query_only"))
        synchronous, keys, reading = (connection.exec_driver_sql(one).scalar_one() for one in asked)
        seen.add((synchronous, keys, reading))

    event.listen(Engine, "commit", look)
    try:
        store = open_store(f"sqlite:///{tmp_path}/triaged.db", tmp_path)
        receive(store, verdict())
        store.read(lambda ledger: ledger.counts())
        store.close()
    finally:
        event.remove(Engine, "commit", look)

    full = 2
    assert {(full, 1, 0), (full, 1, 1)} == seen


@pytest.mark.parametrize("fault", [StoreError("no"), KeyError("no"), KeyboardInterrupt()])
def test_an_opening_that_fails_leaves_nothing_open(tmp_path: Path, fault: BaseException) -> None:
    """Whatever ends the opening, no connection to the file stays."""
    path = tmp_path / "triaged.db"

    def fail(_connection: Connection) -> None:
        raise fault

    event.listen(Engine, "begin", fail)
    try:
        with pytest.raises(type(fault)):
            open_store(f"sqlite:///{path}", tmp_path)
    finally:
        event.remove(Engine, "begin", fail)

    assert [] == [one for one in Path("/proc/self/fd").iterdir() if _target(one) == str(path)]


def _target(descriptor: Path) -> str:
    try:
        return str(descriptor.readlink())
    except FileNotFoundError:
        # The one with which the folder itself was read.
        return ""


def test_a_schema_of_somebody_else_is_refused(empty_url: str, blobs: Path) -> None:
    """A version that no triaged has ever written is named, and nothing is touched."""
    open_store(empty_url, blobs).close()
    engine = create_engine(empty_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    engine.dispose()

    with pytest.raises(StoreError, match=r"schema 0000, which is none of triaged's"):
        open_store(empty_url, blobs)


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("no url", "is not a URL"),
        ("postgresql://user:secret@host:port/db", "is not a URL"),
        ("sqlite://", "names no file"),
        ("sqlite:///", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        ("sqlite:////tmp/triaged.db?foo=bar", "takes no options"),
        ("sqlite:////tmp/triaged.db?mode=ro&uri=true", "takes no options"),
        ("postgresql://user:secret@127.0.0.1:1/db?foo=bar", "an option that"),
        ("mysql://user:secret@host/db", "none that triaged can use"),
        ("sqlite:////proc/triaged/x.db", "cannot be opened"),
        ("postgresql://user:secret@127.0.0.1:1/db", "no server answers there"),
        ("postgresql://user:secret@/db?host=/nowhere", "no server answers there"),
    ],
)
def test_a_bad_address_gives_a_sentence(tmp_path: Path, url: str, sentence: str) -> None:
    """The sentence says what is wrong with the address, and never a password."""
    with pytest.raises(StoreError, match=sentence) as told:
        open_store(url, tmp_path)

    assert "secret" not in str(told.value)
    assert re.fullmatch(r"The store.*\.", str(told.value))


def test_another_file_is_not_a_database(tmp_path: Path) -> None:
    """A file of something else is refused and stays as it is."""
    path = tmp_path / "notes.txt"
    path.write_text("not a database " * 100)

    with pytest.raises(StoreError, match="it is not a database"):
        open_store(f"sqlite:///{path}", tmp_path)
    assert path.read_text().startswith("not a database")


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """Where the folder's place is taken by a file the sentence says so."""
    (tmp_path / "state").touch()

    with pytest.raises(StoreError, match="give triaged the right"):
        open_store(f"sqlite:///{tmp_path}/state/triaged.db", tmp_path)


def test_a_missing_database_gives_a_sentence(shared_postgresql_url: str, tmp_path: Path) -> None:
    """A server without the database, or without the user, is told apart from no server."""
    for pattern, other, sentence in (
        (r"/test_\d+\?", "/nowhere?", "no such database"),
        ("triaged@", "stranger@", "knows no such user"),
    ):
        url = re.sub(pattern, other, shared_postgresql_url)

        with pytest.raises(StoreError, match=sentence):
            open_store(url, tmp_path)
