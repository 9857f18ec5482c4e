"""Files that root makes belong to whom the folder belongs."""

import os
from pathlib import Path

import pytest

from store.contents import INLINE_LIMIT
from store.open import open_store
from store.ownership import open_file
from tests.store.builders import NOW, WORKER, arrival

#: Debian's user nobody.
_NOBODY = 65534


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_root_leaves_no_file_of_its_own(tmp_path: Path) -> None:
    """A store made by root in the service's folder can be opened by the service."""
    os.chown(tmp_path, _NOBODY, _NOBODY)
    store = open_store(f"sqlite:///{tmp_path / 'state' / 'triaged.db'}", tmp_path / "letters")
    store.hold(WORKER)
    large = arrival(raw=b"x" * (INLINE_LIMIT + 1))
    store.write(lambda ledger: ledger.accept([large], None, NOW))
    made = list(tmp_path.rglob("*"))
    owners = {path.stat().st_uid for path in made}
    store.close()

    assert {_NOBODY} == owners
    # A folder, the database with its two logs, the lock; a folder, its shard, the letter.
    assert 8 == len(made)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_root_gives_no_file_away_through_a_link(tmp_path: Path) -> None:
    """A link that the service's user lays in the place of a store or a lock changes no owner."""
    state, other = tmp_path / "state", tmp_path / "root's"
    state.mkdir()
    other.touch()
    os.chown(state, _NOBODY, _NOBODY)
    state.joinpath("triaged.db").symlink_to(other)
    os.close(open_file(state / "triaged.db"))

    assert 0 == other.stat().st_uid
