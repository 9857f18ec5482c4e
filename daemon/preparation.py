"""The time before the service runs: what takes long is told and given time, SIGTERM ends it well.

Proving rulebooks and templates takes seconds, at the first start and after each change of them. A
person who looks on sees what is done, and systemd shows it beside the unit. Once the loop runs,
SIGTERM is the loop's. Nothing is half done by ending here: the store's transactions go back, and
files are put in place as a whole.
"""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from types import FrameType
from typing import Final, NoReturn

from daemon.health.notify import Notifier
from daemon.logs import logger

log = logger("preparation")

#: From one sign of the upgrade of a store to the next; a slow disk takes as long to end a copy.
_FURTHER: Final = timedelta(minutes=5)


class Stopped(BaseException):
    """The process was told to stop; no ``except Exception`` may take it for a fault."""


@contextmanager
def stoppable() -> Iterator[Callable[[], None]]:
    """Raise ``Stopped`` on SIGTERM, wherever the code inside is; only in the main thread.

    Lends what raises it once more: where the signal meets a finalizer, Python drops what is raised.
    """
    told: list[int] = []

    def stop(number: int, _frame: FrameType | None) -> NoReturn:
        told.append(number)
        raise Stopped

    def check() -> None:
        if told:
            raise Stopped

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield check
    finally:
        signal.signal(signal.SIGTERM, before)


class Upgrading:
    """Asks the service manager for more time while the store is brought up to date."""

    def __init__(self, notifier: Notifier, check: Callable[[], None]) -> None:
        """Ask ``notifier``; ``check`` raises where the process was told to stop."""
        self._notifier = notifier
        self._check = check
        self._told = False

    def __call__(self) -> None:
        """Go on; called again and again while it lasts."""
        self._check()
        self._notifier.extend(_FURTHER)
        if not self._told:
            self._told = True
            log.info("service.preparing", doing="bringing the store up to date")
            self._notifier.status("bringing the store up to date: minutes, where it is large")


class Telling:
    """Tells the log and the service manager what is prepared."""

    def __init__(self, notifier: Notifier) -> None:
        """Tell ``notifier`` too."""
        self._notifier = notifier

    def __call__(self, doing: str) -> None:
        """Say what is begun now, as in "proving the rulebooks"."""
        log.info("service.preparing", doing=doing)
        self._notifier.status(f"{doing}: some seconds, at the first start and after changes")
