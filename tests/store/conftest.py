"""One suite, two databases: every test here runs on a SQLite file and on a real PostgreSQL.

The tests of a session share a database of each, and every test is a seller of its own: a
statement that forgets the seller is seen at once.
"""

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from store.open import open_store
from store.protocol import Store
from tests.servers.postgresql import PostgreSQL
from tests.store.builders import go_live

DATABASES: Final = ("sqlite", "postgresql")

_numbers: Final = itertools.count(1)


@pytest.fixture(scope="session")
def shared_sqlite_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a SQLite file that all tests of a worker share."""
    return f"sqlite:///{tmp_path_factory.mktemp('store')}/triaged.db"


@pytest.fixture(scope="session")
def shared_postgresql_url(postgresql: PostgreSQL) -> Iterator[str]:
    """The address of a PostgreSQL database that all tests of a worker share."""
    with postgresql.database() as url:
        yield url


@pytest.fixture(params=DATABASES)
def url(request: pytest.FixtureRequest) -> str:
    """The address of a database with other sellers in it."""
    found: str = request.getfixturevalue(f"shared_{request.param}_url")
    return found


@pytest.fixture(params=DATABASES)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database with nothing in it."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/state/triaged.db"
    found: str = request.getfixturevalue("postgresql_url")
    return found


@pytest.fixture
def blobs(tmp_path: Path) -> Path:
    """The folder for large bodies."""
    return tmp_path / "blobs"


@pytest.fixture
def seller() -> str:
    """A seller whom no other test knows."""
    return f"seller-{next(_numbers)}"


@pytest.fixture
def store(url: str, blobs: Path, seller: str) -> Iterator[Store]:
    """A seller's empty store, in shadow mode."""
    opened = open_store(url, blobs, seller)
    yield opened
    opened.close()


@pytest.fixture
def live(store: Store) -> Store:
    """A seller's empty store, in live mode."""
    go_live(store)
    return store
