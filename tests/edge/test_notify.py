"""What a service manager hears, over a real socket."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from daemon.health.notify import Notifier
from daemon.preparation import Stopped, Upgrading


@pytest.fixture
def manager(tmp_path: Path) -> Iterator[socket.socket]:
    """Listen as systemd does."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.bind(str(tmp_path / "notify"))
        line.settimeout(5)
        yield line


def test_a_manager_hears_every_message(manager: socket.socket) -> None:
    """Each in a datagram of its own; a status is one line."""
    notifier = Notifier(manager.getsockname())

    notifier.ready()
    notifier.status("12 waiting\n1 overdue")
    notifier.alive()
    notifier.reloading()
    notifier.stopping()

    heard = [manager.recv(1000).decode() for _ in range(5)]
    assert [
        "READY=1",
        "STATUS=12 waiting 1 overdue",
        "WATCHDOG=1",
        "RELOADING=1",
        "STOPPING=1",
    ] == (heard)


def test_an_abstract_socket_is_reached() -> None:
    """Written with "@", as systemd writes it."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.bind("\0triaged-test-notify")
        line.settimeout(5)

        Notifier("@triaged-test-notify").ready()

        assert b"READY=1" == line.recv(1000)


@pytest.mark.parametrize("address", [None, "/nowhere/notify"])
def test_nobody_to_tell_is_no_fault(address: str | None) -> None:
    """Started by hand, or with a manager that is gone, the service goes on."""
    Notifier(address).ready()


def test_a_long_upgrade_is_given_time_until_it_is_to_stop(manager: socket.socket) -> None:
    """Five minutes from each sign on; once the process was told to stop, no more."""
    stopped = False

    def check() -> None:
        if stopped:
            raise Stopped

    meanwhile = Upgrading(Notifier(manager.getsockname()), check)
    meanwhile()
    meanwhile()

    heard = [manager.recv(1000).decode() for _ in range(3)]
    assert "EXTEND_TIMEOUT_USEC=300000000" == heard[0] == heard[2]
    assert heard[1].startswith("STATUS=bringing the store up to date")
    stopped = True
    with pytest.raises(Stopped):
        meanwhile()
