"""What systemd is told of the service (sd_notify(3)): ready, status, still alive, reloading.

A datagram a message to the socket that ``NOTIFY_SOCKET`` names. Started by anything else, nothing
is told and nothing fails: a service manager that has gone away must not stop the mail.
"""

import os
import socket
from contextlib import suppress
from datetime import timedelta
from typing import Final

#: systemd reads a status of one line; what is longer only costs.
_LONGEST: Final = 400


class Notifier:
    """The service manager, where there is one."""

    def __init__(self, address: str | None, watchdog: timedelta | None = None) -> None:
        """Tell ``address``, a path or "@" and a name; None tells nobody.

        ``watchdog`` is how often the manager wants a sign of life; None where it wants none.
        """
        self._address = address
        self.watchdog = watchdog

    def ready(self) -> None:
        """Everything stands; also the end of a reload."""
        self._tell("READY=1")

    def status(self, text: str) -> None:
        """Show one line beside the unit."""
        self._tell(f"STATUS={' '.join(text.split())[:_LONGEST]}")

    def alive(self) -> None:
        """Give a sign of life."""
        self._tell("WATCHDOG=1")

    def extend(self, by: timedelta) -> None:
        """Ask for ``by`` more, from now on, before a start counts as failed."""
        self._tell(f"EXTEND_TIMEOUT_USEC={by // timedelta(microseconds=1)}")

    def reloading(self) -> None:
        """A reload has begun; ``ready`` ends it."""
        self._tell("RELOADING=1")

    def stopping(self) -> None:
        """The service is on its way down."""
        self._tell("STOPPING=1")

    def _tell(self, message: str) -> None:
        if self._address is None:
            return
        # An abstract socket is written with "@", and begins with NUL.
        address = "\0" + self._address[1:] if self._address[0] == "@" else self._address
        with (
            suppress(OSError),
            socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as line,
        ):
            line.settimeout(0)
            line.sendto(message.encode(), address)


def find_notifier() -> Notifier:
    """Return the service manager that started this process."""
    wanted = os.environ.get("WATCHDOG_USEC", "")
    # Set for another process of the unit, it is not ours to feed.
    ours = os.environ.get("WATCHDOG_PID", str(os.getpid())) == str(os.getpid())
    return Notifier(
        os.environ.get("NOTIFY_SOCKET") or None,
        timedelta(microseconds=int(wanted)) if wanted.isdigit() and ours else None,
    )
