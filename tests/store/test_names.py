"""A worker's name is one process's, and who has lost it finds out."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from store.open import open_store
from store.protocol import Store, StoreError
from tests.store.builders import WORKER


@pytest.fixture
def second(url: str, blobs: Path, seller: str) -> Iterator[Store]:
    """The same store in another process."""
    opened = open_store(url, blobs, seller)
    yield opened
    opened.close()


def lose(url: str) -> None:
    """Do to every name what a restart of the server, or somebody who tidies up, does."""
    engine = create_engine(url)
    if engine.dialect.name == "postgresql":
        with engine.begin() as connection:
            connection.execute(
                text(
                    "SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_database"
                    " ON pg_database.oid = pg_locks.database"
                    " WHERE locktype = 'advisory' AND datname = current_database()"
                )
            )
    else:
        for file in Path(str(engine.url.database)).parent.glob("*.lock"):
            file.unlink()
    engine.dispose()


def test_a_name_lasts(store: Store) -> None:
    """A name that was taken is held until close; one that was not is not."""
    store.hold(WORKER)

    assert (True, False) == (store.holds(WORKER), store.holds("worker-2"))
    store.close()
    assert not store.holds(WORKER)


def test_a_lost_name_is_noticed_and_taken_again(store: Store, url: str) -> None:
    """Who has lost a name is told so, and may take it again where it is free."""
    store.hold(WORKER)
    lose(url)

    assert not store.holds(WORKER)
    assert store.hold(WORKER)
    assert store.holds(WORKER)


def test_a_lost_name_may_be_anothers_by_now(store: Store, second: Store, url: str) -> None:
    """Where another process was faster the first one is refused, without having asked."""
    store.hold(WORKER)
    lose(url)

    assert second.hold(WORKER)
    assert not store.hold(WORKER)
    assert (False, True) == (store.holds(WORKER), second.holds(WORKER))


def test_closing_after_a_loss_is_quiet(store: Store, url: str) -> None:
    """A store whose server went away is closed like any other."""
    store.hold(WORKER)
    lose(url)
    store.close()

    assert not store.holds(WORKER)


def test_a_file_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """A name whose file cannot be opened is an error of the store's, in a sentence."""
    store = open_store(f"sqlite:///{tmp_path}/triaged.db", tmp_path)
    store.hold(WORKER)
    store.close()
    (lock,) = tmp_path.glob("*.lock")
    lock.unlink()
    lock.mkdir()

    with pytest.raises(StoreError, match="give triaged the right"):
        store.hold(WORKER)
    store.close()


def test_a_server_that_is_gone_is_told(postgresql_url: str, blobs: Path) -> None:
    """A name that nobody can be asked for is an error of the store's; closing is quiet."""
    store = open_store(postgresql_url, blobs)
    store.hold(WORKER)
    with shut(postgresql_url):
        assert not store.holds(WORKER)
        with pytest.raises(StoreError, match="cannot be used"):
            store.hold(WORKER)
        store.close()


@contextmanager
def shut(url: str) -> Iterator[None]:
    """Keep everybody out of a database on PostgreSQL."""
    address = make_url(url)
    engine = create_engine(address.set(database="postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        allow = f"ALTER DATABASE {address.database} ALLOW_CONNECTIONS"
        connection.execute(text(f"{allow} false"))
        connection.execute(
            text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name"),
            {"name": address.database},
        )
        try:
            yield
        finally:
            connection.execute(text(f"{allow} true"))
    engine.dispose()
