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

from daemon.cli import main

LOGGERS = (
    "answer",
    "backup",
    "copies",
    "desk",
    "filing",
    "holds",
    "marking",
    "parts",
    "poll",
    "pulse",
    "reload",
    "send",
    "service",
    "succession",
    "watching",
)


class _Killer(logging.Filter):
    def __init__(self, event: str, nth: int, delay: float) -> None:
        super().__init__()
        self._event = event
        self._left = nth
        self._delay = delay

    def filter(self, record: logging.LogRecord) -> bool:
        said = record.msg
        if isinstance(said, dict) and said.get("event") == self._event:
            self._left -= 1
            if self._left == 0:
                sys.stderr.write(f"die_at: {self._event}\n")
                sys.stderr.flush()
                if not self._delay:
                    _die()
                threading.Timer(self._delay, _die).start()
        return True


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def arm(event: str, nth: str, milliseconds: str) -> None:
    """Let this process die at the point that these words of a command line name."""
    killer = _Killer(event, int(nth), int(milliseconds) / 1000)
    for name in LOGGERS:
        logging.getLogger(f"triaged.{name}").addFilter(killer)


if __name__ == "__main__":
    event, nth, milliseconds, *words = sys.argv[1:]
    arm(event, nth, milliseconds)
    sys.exit(main(words))
