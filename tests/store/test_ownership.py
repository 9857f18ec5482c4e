"""Files that root makes belong to whom the folder belongs."""

import os
from pathlib import Path

import pytest

from store.open import open_store

#: Debian's user nobody.
_NOBODY = 65534


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_root_leaves_no_file_of_its_own(tmp_path: Path) -> None:
    """A store made by root in the service's folder can be opened by the service."""
    os.chown(tmp_path, _NOBODY, _NOBODY)
    store = open_store(f"sqlite:///{tmp_path / 'triaged.db'}", tmp_path / "letters")
    store.close()

    assert {_NOBODY} == {path.stat().st_uid for path in tmp_path.iterdir()}
