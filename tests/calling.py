"""A command of triaged, called in the process of the test: a process of its own takes a second."""

import contextlib
import io
import sys
from subprocess import CompletedProcess

from daemon.cli import main


def call(*words: object, typed: str = "") -> "CompletedProcess[str]":
    """Run a command to its end; return its exit code, what it prints and what it says.

    Args:
        words: the command and its words.
        typed: what stands on its standard input.
    """
    given = list(map(str, words))
    out, told, before = io.StringIO(), io.StringIO(), sys.stdin
    sys.stdin = io.StringIO(typed)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(told):
            code = main(given)
    except SystemExit as end:
        # How the parser ends after --help and after wrong words.
        code = int(str(end.code))
    finally:
        sys.stdin = before
    return CompletedProcess(given, code, out.getvalue(), told.getvalue())
