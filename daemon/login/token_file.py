"""A mailbox's grant in a file of its own, which its owner alone can read.

It lies in the folder ``tokens`` of the state folder; the units of desk, training and backup cannot
see it, and no backup holds it. Promises: the file is replaced as a whole and synced before the old
refresh token is forgotten, so that a crash never leaves neither; one process at a time renews. No
link is followed, because root too works here (``sudo triaged login``), in the service's folder.
"""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from daemon.login.grant import Grant
from store.ownership import enter_folder, make_file, make_folder, open_folder

#: Below the state folder.
FOLDER: Final = "tokens"
#: Neither led on by a link nor kept waiting by a pipe.
_UNLED: Final = os.O_NOFOLLOW | os.O_NONBLOCK
_TEXTS: Final = ("token", "refresh", "problem")
_TIMES: Final = ("given_at", "renew_at", "ends_at")
_END: Final = "consent_ends_at"


class TokenFileError(Exception):
    """The file cannot be read or written; the sentence says why and what to do."""


class TokenFile:
    """The file of one mailbox."""

    def __init__(self, state_folder: Path, mailbox: str) -> None:
        """Keep where it is; nothing is opened."""
        # A mailbox's name may hold anything that TOML lets stand in quotes.
        self.path = state_folder / FOLDER / f"{quote(mailbox, safe='')}.json"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the right to renew, over all processes; raise ``TokenFileError``."""
        with _faults(self.path):
            make_folder(self.path.parent.parent)
            with self._folder() as folder:
                lock = _open_lock(self.path.with_suffix(".lock").name, folder)
        try:
            with _faults(self.path):
                fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)

    def read(self) -> Grant | None:
        """Return what is kept; None where nothing is; raise ``TokenFileError``."""
        with _faults(self.path):
            try:
                with self._folder(make=False) as folder:
                    file = os.open(self.path.name, os.O_RDONLY | _UNLED, dir_fd=folder)
                with os.fdopen(file, encoding="utf-8") as opened:
                    text = opened.read()
            except FileNotFoundError:
                return None
        try:
            return _load(json.loads(text))
        except (
            ArithmeticError,
            AttributeError,
            LookupError,
            RecursionError,
            TypeError,
            ValueError,
        ) as error:
            raise TokenFileError(
                f"{self.path} is damaged; log in again: triaged login MAILBOX"
            ) from error

    def write(self, grant: Grant) -> None:
        """Replace what is kept; raise ``TokenFileError``."""
        beside = self.path.with_suffix(".new").name
        with _faults(self.path), self._folder() as folder:
            with suppress(FileNotFoundError):
                os.unlink(beside, dir_fd=folder)
            with os.fdopen(make_file(beside, folder), "w", encoding="utf-8") as file:
                json.dump(_dump(grant), file)
                file.flush()
                os.fsync(file.fileno())
            os.replace(beside, self.path.name, src_dir_fd=folder, dst_dir_fd=folder)
            os.fsync(folder)

    @contextmanager
    def _folder(self, *, make: bool = True) -> Iterator[int]:
        """Yield the open folder of the tokens."""
        with open_folder(self.path.parent.parent) as state:
            folder = enter_folder(FOLDER, state, make=make)
        try:
            yield folder
        finally:
            os.close(folder)


def _dump(grant: Grant) -> dict[str, Any]:
    told = asdict(grant)
    return told | {name: told[name] and told[name].timestamp() for name in (*_TIMES, _END)}


def _load(told: dict[str, Any]) -> Grant:
    texts = [*(told[name] for name in _TEXTS), *told["scopes"]]
    if not all(isinstance(one, str) for one in texts):
        raise TypeError
    # Only the consent may last without an end.
    given = _TIMES if told[_END] is None else (*_TIMES, _END)
    times = {name: datetime.fromtimestamp(told[name], UTC) for name in given}
    return Grant(**(told | times | {"scopes": tuple(told["scopes"])}))


def _open_lock(name: str, folder: int) -> int:
    try:
        return make_file(name, folder)
    except FileExistsError:
        return os.open(name, os.O_RDWR | _UNLED, dir_fd=folder)


@contextmanager
def _faults(path: Path) -> Iterator[None]:
    try:
        yield
    except PermissionError as error:
        raise TokenFileError(
            f"{path}: not allowed; run this as the service's user, or with sudo"
        ) from error
    except OSError as error:
        raise TokenFileError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise TokenFileError(f"{path} is damaged; log in again: triaged login MAILBOX") from error
