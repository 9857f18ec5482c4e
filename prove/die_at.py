"""Run triaged and kill it -9 at a named point: when an event has been told for the n-th time.

The points are the names of the daemon's own events (docs/reference/events.md), so the code that
is killed is the code that ships. Usage: python -m prove.die_at EVENT NTH MILLISECONDS run ...
"die_at: EVENT" on standard error says that the point was reached.
With a delay the process dies so many milliseconds after the event, wherever it is by then.
"""

import logging
import os
import signal
import sys
import threading
from collections.abc import Callable
from typing import Any

from daemon.cli import main


class _Killer:
    """Counts an event, and dies when its turn has come."""

    def __init__(self, event: str, nth: int, delay: float, die: Callable[[], None]) -> None:
        self._event = event
        self._left = nth
        self._delay = delay
        self._die = die

    def see(self, said: object) -> None:
        """Look at what is told."""
        if not isinstance(said, dict) or said.get("event") != self._event:
            return
        self._left -= 1
        if self._left == 0:
            sys.stderr.write(f"die_at: {self._event}\n")
            sys.stderr.flush()
            if not self._delay:
                self._die()
            else:
                threading.Timer(self._delay, self._die).start()


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def arm(event: str, nth: str, milliseconds: str, *, die: Callable[[], None] = _die) -> None:
    """Let this process die at the point that these words of a command line name."""
    killer = _Killer(event, int(nth), int(milliseconds) / 1000, die)
    make = logging.getLogRecordFactory()

    def look(*words: Any, **further: Any) -> logging.LogRecord:  # noqa: ANN401 - logging's own
        record = make(*words, **further)
        killer.see(record.msg)
        return record

    # Whichever logger tells it, so that no list of them is to be kept.
    logging.setLogRecordFactory(look)


if __name__ == "__main__":
    event, nth, milliseconds, *words = sys.argv[1:]
    arm(event, nth, milliseconds)
    sys.exit(main(words))
