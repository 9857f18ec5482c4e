"""``triaged queue --watch``: the queue in a terminal, kept up to date until Ctrl-C."""

import os
import pty
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from store.open import open_store
from tests.desk.letters import Sample, receive
from tests.installation import CHECKOUT
from tests.servers.loopback import PATIENCE


@pytest.fixture
def words(tmp_path: Path) -> list[str]:
    """The command, on a configuration of its own."""
    config = tmp_path / "config.toml"
    config.write_text(f'state_folder = "{tmp_path}/state"\n')
    return [sys.executable, "-m", "daemon", "queue", "--watch", "--config", str(config)]


@pytest.fixture(autouse=True)
def interruptible() -> Iterator[None]:
    """Children hear Ctrl-C, also where this run is a shell's background job, which does not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def arrive(folder: Path, buyer: str, text: str) -> None:
    """File a letter as the service would."""
    state = folder / "state"
    with closing(open_store(f"sqlite:///{state}/triaged.db", state / "letters")) as store:
        receive(store, Sample(buyer=buyer, order=f"302-1234567-000000{len(text)}", text=text))


def read_until(terminal: int, said: str) -> str:
    """Read what is shown until something is said; raise ``TimeoutError`` where it never is."""
    shown = ""
    while said not in shown:
        if not select.select([terminal], [], [], PATIENCE)[0]:
            raise TimeoutError(f"{said!r} was never shown, but: {shown!r}")
        shown += os.read(terminal, 65536).decode(errors="replace")
    return shown


def test_what_comes_is_shown_until_ctrl_c(tmp_path: Path, words: list[str]) -> None:
    """The screen is put back as it was, and nothing has gone wrong."""
    arrive(tmp_path, "anna", "Where is my lamp?")
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "120", "LINES": "30"}
    with subprocess.Popen(
        words, cwd=CHECKOUT, stdin=theirs, stdout=theirs, stderr=theirs, env=environment
    ) as process:
        first = read_until(ours, "Ctrl-C ends")
        arrive(tmp_path, "bert", "The mug arrived in pieces.")
        read_until(ours, "2 open")
        process.send_signal(signal.SIGINT)
        last = read_until(ours, "\x1b[?1049l")
    os.close(ours)
    os.close(theirs)

    assert "1 open, " in first
    assert "Traceback" not in last
    assert 0 == process.returncode


def test_it_wants_a_terminal(tmp_path: Path, words: list[str]) -> None:
    """A program is told what there is for it."""
    arrive(tmp_path, "anna", "Where is my lamp?")
    run = subprocess.run(words, cwd=CHECKOUT, capture_output=True, text=True, check=False)

    assert 64 == run.returncode
    assert "--watch needs a terminal; for a program there is --json" in run.stderr
