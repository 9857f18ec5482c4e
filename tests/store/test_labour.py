"""Who finds SQLite's file held is told by what, and who is to wait for an upgrade waits."""

import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import create_engine
from sqlalchemy.exc import OperationalError

from store.faults import translate
from store.labour import Labour, find_labour, labouring
from store.open import open_store
from store.upgrade_copy import Upgrade
from tests.store.first_schema import make_first


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A store's file of the first schema."""
    path = tmp_path / "triaged.db"
    make_first(f"sqlite:///{path}", tmp_path / "letters")
    return path


@pytest.mark.parametrize(
    ("labour", "told"),
    [
        (None, "another process has held it for 5 s; end that process"),
        (Labour.UPGRADE, "another process brings it up to date, .*; wait for it"),
        (Labour.ENCRYPTION, "it is being encrypted or decrypted, .*; wait for it"),
    ],
)
def test_who_waited_in_vain_is_told_for_what(
    database: Path, labour: Labour | None, told: str
) -> None:
    """Nobody ends what is at work; of any other process it is the remedy."""
    engine = create_engine(f"sqlite:///{database}", connect_args={"timeout": 0})
    with ExitStack() as held, engine.connect() as connection:
        if labour:
            held.enter_context(labouring(database, labour))
        other = held.enter_context(closing(sqlite3.connect(database, isolation_level=None)))
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(OperationalError) as caught:
            connection.exec_driver_sql("UPDATE settings SET who = 'me'")
        said = str(translate(caught.value, engine.url))
    engine.dispose()

    assert re.search(told, said), said
    assert find_labour(database) is None


def test_a_service_waits_for_the_upgrade_of_another(database: Path, tmp_path: Path) -> None:
    """Longer than for a write; then nothing is left to be done."""
    begun, waited = Event(), Event()
    url, blobs = f"sqlite:///{database}", tmp_path / "letters"

    def go_on() -> None:
        begun.set()
        assert waited.wait(60)

    with ThreadPoolExecutor(1) as thread:
        first = thread.submit(open_store, url, blobs, upgrade=Upgrade(meanwhile=go_on))
        assert begun.wait(60)
        copies: list[Path] = []
        second = open_store(
            url, blobs, upgrade=Upgrade(tell=copies.append, waits=True, meanwhile=waited.set)
        )
        second.close()
        first.result().close()

    assert [] == copies
