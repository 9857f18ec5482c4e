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
    said = idle.call("away", "--until", until.isoformat(), "--why", "stocktaking", "--json")
    back = idle.call("away", "--back")
    again = idle.call("away", "--back")

    (shown,) = [json.loads(line) for line in said.stdout.splitlines()]
    assert (None, until, "stocktaking") == (
        shown["shop"],
        datetime.fromisoformat(shown["until"]),
        shown["why"],
    )
    assert (Exit.OK, "Nobody is away.\n") == (back.returncode, back.stdout)
    assert Exit.FAILED == again.returncode
    assert "triaged away --list" in again.stderr


def test_times_are_the_shops(idle: Installation) -> None:
    """Taken and shown in its zone, which is named; where shops have several, one must be said."""
    idle.config.write_text(
        idle.config.read_text().replace('zone = "Europe/Berlin"', 'zone = "Asia/Tokyo"')
    )
    said = idle.call("away", "--since", "2099-12-24", "--until", "2099-12-28T09:00")
    shown = idle.call("away", "--json")
    with idle.config.open("a") as config:
        config.write('[shops.two]\nbrand = "Two"\nzone = "Europe/Berlin"\n')
    unclear = idle.call("away", "--until", "2099-12-28T09:00")
    clear = idle.call("away", "--until", "2099-12-28T09:00", "--shop", "two")
    both = idle.call("away")

    assert "every shop away from 2099-12-24 00:00 until 2099-12-28 09:00 Asia/Tokyo " in said.stdout
    assert "2099-12-28T00:00:00Z" == json.loads(shown.stdout)["until"]
    assert Exit.USAGE == unclear.returncode
    assert "2099-12-28T09:00+01:00, or name a --shop" in unclear.stderr
    assert " until 2099-12-28 09:00 Europe/Berlin " in clear.stdout
    assert "every shop away from 2099-12-23 15:00 until 2099-12-28 00:00 UTC " in both.stdout


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
    done = idle.call("away", *words)

    assert Exit.USAGE == done.returncode
    assert 1 == len(done.stderr.splitlines())
    assert not idle.state.exists()
