"""``triaged away``: said, shown and ended, with a sentence for what makes no sense."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from daemon.exits import Exit
from tests.installation import Installation
from tests.servers.loopback import free_port


@pytest.fixture
def idle(tmp_path: Path) -> Installation:
    """An installation that nobody started."""
    made = Installation(
        folder=tmp_path,
        users=["seller@shop.example"],
        imap_port=free_port(),
        smtp_port=free_port(),
    )
    made.write_config()
    return made


def test_an_absence_is_shown_until_somebody_is_back(idle: Installation) -> None:
    """With who and why; a second end finds nothing to end."""
    until = datetime.now(UTC).replace(microsecond=0) + timedelta(days=3)
    said = idle.run("away", "--until", until.isoformat(), "--why", "stocktaking", "--json")
    back = idle.run("away", "--back")
    again = idle.run("away", "--back")

    (shown,) = [json.loads(line) for line in said.stdout.splitlines()]
    assert (None, until, "stocktaking") == (
        shown["shop"],
        datetime.fromisoformat(shown["until"]),
        shown["why"],
    )
    assert (Exit.OK, "Nobody is away.\n") == (back.returncode, back.stdout)
    assert Exit.FAILED == again.returncode
    assert "triaged away --list" in again.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["--until", "2001-01-01T00:00Z"],
        ["--since", "2099-01-01T00:00Z"],
        ["--until", "2099-01-01T00:00Z", "--shop", "nobody's"],
    ],
)
def test_what_makes_no_sense_is_refused(idle: Installation, words: list[str]) -> None:
    """Nothing is kept then."""
    done = idle.run("away", *words)

    assert Exit.USAGE == done.returncode
    assert 1 == len(done.stderr.splitlines())
    assert not idle.state.exists()
