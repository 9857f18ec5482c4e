"""Events stand in the journal by their fields, and nowhere twice."""

import logging
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from daemon.config.stored import Log
from daemon.journal import encode, leads_here
from daemon.log_output import configure
from daemon.logs import logger
from tests.servers.journald import find_told, may_mount
from tests.servers.loopback import PATIENCE


class Journald:
    """The journal's end of the socket."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._line = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._line.bind(str(path))
        self._line.settimeout(PATIENCE)

    def hear(self) -> dict[str, str]:
        """Return the fields of the next message; values of one line alone."""
        lines = self._line.recv(65_536).decode().splitlines()
        return dict(line.split("=", 1) for line in lines)

    def close(self) -> None:
        """Stop listening."""
        self._line.close()


@pytest.fixture
def journald() -> Iterator[Journald]:
    """A journal that listens; logging is as before afterwards."""
    root = logging.getLogger("triaged")
    before = root.handlers, root.propagate, root.level
    with TemporaryDirectory(prefix="triaged-") as folder:
        made = Journald(Path(folder) / "socket")
        yield made
        made.close()
    root.handlers, root.propagate, root.level = before


def test_an_event_is_told_by_its_fields(
    journald: Journald, capfd: pytest.CaptureFixture[str]
) -> None:
    """Name, level and every field that says something; for people they stand on one line."""
    configure(Log(), journald.path)
    logger("filing").warning("letter.grave", letter=3, case=42, tag="claim", owner=None)

    assert {
        "MESSAGE": "letter.grave letter=3 case=42 tag=claim owner=None",
        "PRIORITY": "4",
        "SYSLOG_IDENTIFIER": "triaged",
        "LOGGER": "triaged.filing",
        "TRIAGED_EVENT": "letter.grave",
        "TRIAGED_LETTER": "3",
        "TRIAGED_CASE": "42",
        "TRIAGED_TAG": "claim",
    } == journald.hear()
    assert ("", "") == capfd.readouterr()


def test_the_journal_finds_events_by_their_fields(systemd_analyze: str) -> None:
    """Systemd's own, asked for a case, knows its event, and no field that hides in a value."""
    del systemd_analyze
    if not may_mount():
        pytest.skip("a journal of one's own needs root that may mount")
    program = """
from daemon.journal import SOCKET
from daemon.log_output import configure
from daemon.logs import logger
from daemon.config.stored import Log
configure(Log(), SOCKET)
logger("filing").warning("letter.grave", letter=3, case=42, tag="claim")
logger("filing").info("letter.filed", letter=4, case=43, why="a\\nTRIAGED_CASE=42")
logger("filing").info("END")
"""
    found = find_told(program, "TRIAGED_CASE=42")

    assert "letter.grave letter=3 case=42 tag=claim\n" == found


def test_json_stays_on_standard_error(
    journald: Journald, capfd: pytest.CaptureFixture[str]
) -> None:
    """Who asks for JSON has something else that reads it."""
    configure(Log(format="json"), journald.path)
    logger("filing").info("letter.filed", case=42)

    assert '"event": "letter.filed"' in capfd.readouterr().err


def test_what_the_journal_does_not_take_is_not_lost(
    journald: Journald, capfd: pytest.CaptureFixture[str]
) -> None:
    """It is written where everything was written before."""
    journald.close()
    configure(Log(), journald.path)
    logger("filing").info("letter.filed", case=42)

    assert "letter.filed case=42\n" == capfd.readouterr().err


def test_a_value_of_several_lines_is_told_with_its_length() -> None:
    """So that no value can pretend to be a field."""
    assert b"A=1\nB\n\x03\x00\x00\x00\x00\x00\x00\x00x\ny\n" == encode([("A", "1"), ("B", "x\ny")])


def test_the_journal_is_known_by_the_device_that_systemd_names(tmp_path: Path) -> None:
    """A file that the unit's output was led into is none, and neither is what is closed."""
    with (tmp_path / "log").open("w", encoding="utf-8") as log:
        found = os.fstat(log.fileno())
        named = {"JOURNAL_STREAM": f"{found.st_dev}:{found.st_ino}"}

        assert leads_here(named, log.fileno())
        assert not leads_here(named, 0)
        assert not leads_here({}, log.fileno())
        number = log.fileno()
    assert not leads_here(named, number)
