"""The service as a service manager sees it: ready, alive, its status, its reload."""

import json
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory
from threading import Thread

import pytest

from daemon.preparation import Stopped, stoppable
from tests.installation import Installation
from tests.servers.loopback import PATIENCE, free_port


class Manager:
    """A service manager's end of the socket, always listening: what is not read in time is lost."""

    def __init__(self, path: Path) -> None:
        self._line = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._line.bind(str(path))
        self._heard: SimpleQueue[str] = SimpleQueue()
        self._ear = Thread(target=self._listen)
        self._ear.start()

    def wait_for(self, is_it: Callable[[str], bool]) -> None:
        """Wait until a message is heard that is meant; forget what came before."""
        while not is_it(self._heard.get(timeout=PATIENCE)):
            pass

    def close(self) -> None:
        """Stop listening."""
        self._line.shutdown(socket.SHUT_RD)
        self._ear.join()
        self._line.close()

    def _listen(self) -> None:
        while said := self._line.recv(4096):
            self._heard.put(said.decode())


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder whose path is short enough for a socket."""
    with TemporaryDirectory(prefix="triaged-") as made:
        yield Path(made)


@pytest.fixture
def manager(folder: Path) -> Iterator[Manager]:
    """A service manager that listens."""
    made = Manager(folder / "notify")
    yield made
    made.close()


@pytest.fixture
def installation(folder: Path, manager: Manager) -> Iterator[Installation]:
    """A running service in shadow mode whose mail servers are down."""
    del manager
    made = install(folder)
    made.start()
    yield made
    if made.process is not None and made.process.poll() is None:
        made.stop()


def install(folder: Path) -> Installation:
    """Return an installation in shadow mode whose mail servers are down, told of a manager."""
    made = Installation(
        folder=folder,
        users=["shop@shop.example"],
        imap_port=free_port(),
        smtp_port=free_port(),
        mode="shadow",
        environment={"NOTIFY_SOCKET": str(folder / "notify"), "WATCHDOG_USEC": "1500000"},
    )
    made.write_config()
    return made


def test_a_first_start_says_what_it_does_and_is_ended_at_once(
    folder: Path, manager: Manager
) -> None:
    """Proving takes seconds; told to stop meanwhile, it ends well and without proving on."""
    made = install(folder)
    made.start(proved=False)
    try:
        manager.wait_for(lambda said: said.startswith("STATUS=proving the rulebooks: "))
        code = made.stop()
    finally:
        made.end()

    assert 0 == code
    # What is left open is warned of beside it.
    lines = [line for line in made.log.read_text().splitlines() if line.startswith("{")]
    told = [json.loads(line) for line in lines]
    assert [("service.preparing", "proving the rulebooks"), ("service.stopped", None)] == [
        (line["event"], line.get("doing")) for line in told
    ]


def test_a_stop_that_a_finalizer_swallows_is_heard_later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python drops what is raised there; the next look raises it."""

    class Finalized:
        def __del__(self) -> None:
            signal.raise_signal(signal.SIGTERM)

    dropped: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", dropped.append)
    before = signal.getsignal(signal.SIGTERM)
    with stoppable() as check:
        check()
        Finalized()
        with pytest.raises(Stopped):
            check()

    assert (1, before) == (len(dropped), signal.getsignal(signal.SIGTERM))


def test_a_service_manager_is_told_how_the_service_is(
    installation: Installation, manager: Manager
) -> None:
    """Ready although servers are down, then alive, its status, its reloads and its end."""
    manager.wait_for(lambda said: said == "READY=1")
    manager.wait_for(lambda said: said == "WATCHDOG=1")
    manager.wait_for(lambda said: "shadow; 0 waiting, 0 overdue; box0: 127.0.0.1" in said)
    shown = installation.run("status", "--json")
    status = json.loads(shown.stdout)
    assert (1, False, "shadow") == (shown.returncode, status["ready"], status["mode"])
    assert ["box0: 127.0.0.1"] == [problem[:15] for problem in status["problems"]]

    whole = installation.config.read_text()
    installation.config.write_text(whole.replace('brand = "Lampenladen"', "brand = 5"))
    assert installation.process is not None
    installation.process.send_signal(signal.SIGHUP)
    manager.wait_for(lambda said: said == "RELOADING=1")
    manager.wait_for(lambda said: said == "READY=1")
    manager.wait_for(lambda said: "reload refused" in said)
    installation.config.write_text(whole.replace('poll = "2s"', 'poll = "3s"'))
    installation.process.send_signal(signal.SIGHUP)
    manager.wait_for(lambda said: "STATUS" in said and "reload" not in said)

    assert 0 == installation.stop()
    manager.wait_for(lambda said: said == "STOPPING=1")
    stopped = json.loads(installation.call("status", "--json").stdout)
    assert ["box0: worker main was stopped"] == [said[:29] for said in stopped["problems"]]
    told = [json.loads(line) for line in installation.log.read_text().splitlines()]
    assert [("config.refused", None), ("config.reloaded", ["poll"])] == [
        (line["event"], line.get("needs_restart"))
        for line in told
        if line["event"].startswith("config.")
    ]
