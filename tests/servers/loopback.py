"""Loopback ports and the user's privileges that the servers are started with.

Every server listens on 127.0.0.1 alone. A port is taken from the kernel and given back before
the server binds it; the odds that another process takes it in between are one in thousands.
"""

import os
import socket
import time
from collections.abc import Callable

#: How long a server may take to come up or go down, in seconds; generous for a loaded machine.
PATIENCE = 60.0


def is_root() -> bool:
    """Tell whether servers must be told to step down to a user of their own."""
    return os.geteuid() == 0


def free_port() -> int:
    """Return a TCP port of 127.0.0.1 that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def answers(port: int, greeting: bytes) -> bool:
    """Tell whether a server on ``port`` greets with ``greeting``."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as probe:
            return probe.recv(256).startswith(greeting)
    except OSError:
        return False


def wait_until(true: Callable[[], bool], what: str) -> None:
    """Wait until ``true`` says so; raise ``TimeoutError`` naming ``what`` after ``PATIENCE``."""
    deadline = time.monotonic() + PATIENCE
    while not true():
        if time.monotonic() > deadline:
            raise TimeoutError(what)
        time.sleep(0.02)
