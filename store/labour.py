"""Long work on SQLite's file that others are told of, who else would take it for a fault.

A file beside the store's is locked while an upgrade or an encryption goes on; whoever waited in
vain for the store looks whether it is. It holds nobody back, ends with the process, and raises
nothing: without it only a sentence is less clear.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path

from store.ownership import open_file


class Labour(StrEnum):
    """What may take long."""

    UPGRADE = "upgrade"
    ENCRYPTION = "encryption"


@contextmanager
def labouring(path: Path | None, labour: Labour) -> Iterator[None]:
    """Let others know of the work on the store's file at ``path``; None is a server's."""
    descriptor = None
    with suppress(OSError):
        if path is not None:
            descriptor = open_file(_beside(path, labour))
            # Shared: who looks holds it for an instant and alone, and two may do this at once.
            fcntl.flock(descriptor, fcntl.LOCK_SH)
    try:
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)


def find_labour(path: Path) -> Labour | None:
    """Return what another process, or this one, does with the store's file; None where nothing."""
    return next((one for one in Labour if _is_going_on(_beside(path, one))), None)


def _is_going_on(path: Path) -> bool:
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    finally:
        os.close(descriptor)
    return False


def _beside(path: Path, labour: Labour) -> Path:
    return path.with_name(f"{path.name}.{labour}.lock")
