"""Large bodies as files, named by their content.

A file is written, synced and renamed into its place, and its folder synced, before ``put``
returns: a row that names it is never committed before it is there. Writing one twice is harmless;
a file without a row is left by a transaction that was rolled back and harms nobody.
Raises ``StoreError`` when the folder cannot be written, or when the process has no memory or no
file descriptor left to read with; a file that is gone or unreadable is that one letter's loss.
"""

import errno
import hashlib
import os
from pathlib import Path
from secrets import token_hex
from typing import Final

from store.ownership import give
from store.protocol import StoreError

#: What the process lacks, whichever file it wants to read.
_SHORTAGES: Final = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOMEM})


class Blobs:
    """The files under one ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, raw: bytes) -> str:
        """Keep ``raw`` for good and return its name."""
        name = hashlib.sha256(raw).hexdigest()
        path = self._path(name)
        try:
            self._make(path.parent)
            if not path.exists():
                self._write(path, raw)
            _sync(path.parent)
        except OSError as error:
            raise StoreError(
                f"The folder {self._folder} cannot take a large letter"
                f" ({error.strerror}); make room or give triaged the right to write there."
            ) from error
        return name

    def get(self, name: str) -> bytes | None:
        """Return the bytes kept under ``name``; None when the file is gone or unreadable."""
        try:
            return self._path(name).read_bytes()
        except OSError as error:
            if error.errno in _SHORTAGES:
                raise StoreError(
                    f"No large letter can be read now ({error.strerror}); give triaged more memory"
                    " or open files."
                ) from error
            return None

    def _path(self, name: str) -> Path:
        return self._folder / name[:2] / name[2:]

    def _make(self, shard: Path) -> None:
        if not shard.is_dir():
            shard.mkdir(mode=0o700, parents=True, exist_ok=True)
            for made in (self._folder, shard):
                _sync(made, give_to=self._folder.parent)

    def _write(self, path: Path, raw: bytes) -> None:
        partial = path.with_name(f"{path.name}.{token_hex(4)}")
        try:
            descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                give(descriptor, self._folder.parent)
                file.write(raw)
                file.flush()
                os.fsync(file.fileno())
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)


def _sync(folder: Path, give_to: Path | None = None) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        if give_to is not None:
            give(descriptor, give_to)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
