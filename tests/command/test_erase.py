"""A buyer is forgotten by a command, and stays forgotten when an older backup is put back."""

from pathlib import Path

import pytest

from tests.installation import Installation
from tests.store.builders import ALIAS, NOW, receive, verdict


@pytest.fixture
def installation(idle: Installation) -> Installation:
    """An installation with one case, whose servers are not there."""
    idle.call("mode", "shadow")
    with idle.opened() as store:
        store.write(lambda ledger: ledger.set_default("key", "ab" * 32, "test", NOW))
        receive(store, verdict())
    return idle


def words(installation: Installation) -> list[str]:
    """Return what stands in the case of the buyer, and who that is."""
    with installation.opened() as store:
        view = store.read(lambda ledger: ledger.case(1, NOW))
    assert view is not None
    return [view.row.buyer[:7], *(one.verdict.letter.text for one in view.letters)]


def test_a_buyer_stays_forgotten(installation: Installation, tmp_path: Path) -> None:
    """Asked for twice before anything goes; an older backup does not bring it back."""
    backup = str(tmp_path / "b.tar.gz")
    assert 0 == installation.call("backup", backup).returncode
    asked = installation.call("erase", "--buyer", ALIAS)
    assert (1, True) == (asked.returncode, "nothing was erased" in asked.stderr)

    done = installation.call("erase", "--buyer", ALIAS.upper(), "--yes")

    assert (0, True) == (done.returncode, done.stdout.startswith("erased: 1 cases, 1 letters"))
    assert ["erased:", ""] == words(installation)
    assert 0 == installation.call("restore", backup).returncode
    assert ["erased:", ""] == words(installation)


def test_nobody_is_told(installation: Installation) -> None:
    """An address nobody wrote from ends with 1, one that is none with 64."""
    assert 1 == installation.call("erase", "--buyer", "nobody@example.org", "--yes").returncode
    assert 64 == installation.call("erase", "--buyer", "nobody", "--yes").returncode
