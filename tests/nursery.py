"""The nursery: a process that has loaded the code once, and forks a daemon where a test starts one.

Loading takes more than a second of each start, which a test of what the daemon does need not pay.
What is forked has its own environment, arguments and output, runs the module from its first line,
and is killed and waited for like any other process. A test of how triaged starts, or of how it
looks from outside, starts a process of its own.

``python -m tests.nursery`` reads one order a line and answers each with a line.
"""

import atexit
import functools
import json
import os
import runpy
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

#: What a daemon loads.
_LOADED: Final = ("daemon.cli", "daemon.commands.run")
_PAUSE: Final = 0.01


class Child:
    """A daemon that was forked; what ``subprocess.Popen`` says of one that was started."""

    def __init__(self, nursery: "Nursery", pid: int) -> None:
        self._nursery = nursery
        self.pid = pid
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """Return how it ended, as ``Popen`` does; None while it runs."""
        if self.returncode is None:
            self.returncode = self._nursery.ask({"ended": self.pid})
        return self.returncode

    def wait(self, timeout: float) -> int:
        """Return how it ended; raise ``subprocess.TimeoutExpired``."""
        deadline = time.monotonic() + timeout
        while (code := self.poll()) is None:
            if time.monotonic() > deadline:
                raise subprocess.TimeoutExpired(str(self.pid), timeout)
            time.sleep(_PAUSE)
        return code

    def send_signal(self, number: int) -> None:
        """Send a signal, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)


class Nursery:
    """The process that forks, for one code and its tests."""

    def __init__(self, code: Path) -> None:
        self._turn = threading.Lock()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.nursery"],
            cwd=code,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONWARNINGS": "default"},
        )
        atexit.register(self.close)

    def start(
        self, module: Sequence[str], words: Sequence[str], environment: dict[str, str], log: Path
    ) -> Child:
        """Fork a process that runs ``module`` as a program and writes on in ``log``."""
        name, *front = module
        order = {"module": name, "words": [*front, *words], "environment": environment}
        pid = self.ask(order | {"log": str(log)})
        assert pid is not None
        return Child(self, pid)

    def ask(self, order: dict[str, Any]) -> int | None:
        """Return the answer to an order."""
        with self._turn:
            assert self._process.stdin is not None
            assert self._process.stdout is not None
            self._process.stdin.write(json.dumps(order) + "\n")
            self._process.stdin.flush()
            answer: int | None = json.loads(self._process.stdout.readline())
        return answer

    def close(self) -> None:
        """End it; what it forked runs on."""
        self._process.communicate()


@functools.cache
def nursery(code: Path) -> Nursery:
    """Return the nursery of this code; each process of tests has its own."""
    return Nursery(code)


def _serve() -> dict[str, Any] | None:
    """Answer orders to their end and return None; in a child, return what it is to run."""
    for line in sys.stdin:
        order = json.loads(line)
        if "ended" in order:
            pid, status = os.waitpid(order["ended"], os.WNOHANG)
            _answer(os.waitstatus_to_exitcode(status) if pid else None)
        elif pid := os.fork():
            _answer(pid)
        else:
            child: dict[str, Any] = order
            return child
    return None


def _answer(number: int | None) -> None:
    sys.stdout.write(f"{json.dumps(number)}\n")
    sys.stdout.flush()


def _run(order: dict[str, Any]) -> None:
    """Be the program that was ordered."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    log = os.open(order["log"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    for file, number in ((nothing, 0), (log, 1), (log, 2)):
        os.dup2(file, number)
    os.closerange(3, max(nothing, log) + 1)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - it stays open
    os.environ.clear()
    os.environ.update(order["environment"])
    sys.argv[1:] = order["words"]
    runpy.run_module(order["module"], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    for module in _LOADED:
        __import__(module)
    if (told := _serve()) is not None:
        _run(told)
