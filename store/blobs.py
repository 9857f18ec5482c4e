"""Large bodies as files, named by their content and by the store that they are of.

A file is written, synced and renamed into its place, and its folder synced, before ``put``
returns: a row that names it is never committed before it is there. Writing one twice is harmless;
a file without a row, or half a file, is left by a transaction that did not end, and keeps nobody
from anything. But half a file holds a letter: it goes with the next that is forgotten.
Only a file that is missing from its folder is a letter's own loss. Whatever else keeps one from
being written or read (no folder, no right, a broken disk, no file descriptor left) is trouble of
the store's, passes or can be mended, and raises ``StoreError``.
"""

import hashlib
import os
from pathlib import Path
from secrets import token_hex
from typing import Final

from store.errors import StoreError
from store.ownership import Sync, make_file, make_folder, open_folder, sync_folder

#: Into so many folders the files are parted.
SHARDS: Final = 256


class Blobs:
    """The files under one ``folder``.

    Args:
        folder: need not be there.
        sync: has the disk keep an open file or folder.
        mark: what the names end with, so that the files of another store in this folder are told
            apart; "" where there is none.
    """

    def __init__(self, folder: Path, sync: Sync = os.fsync, mark: str = "") -> None:
        self._folder = folder
        self._sync = sync
        self._end = f"-{mark}" if mark else ""

    def put(self, raw: bytes) -> str:
        """Keep ``raw`` for good and return its name: the SHA-256 of it in hex, and the mark.

        Raises:
            StoreError: the folder cannot take it.
        """
        name = f"{hashlib.sha256(raw).hexdigest()}{self._end}"
        path = self._path(name)
        try:
            make_folder(path.parent, self._sync)
            if not path.exists():
                self._write(path, raw)
            sync_folder(path.parent, self._sync)
        except OSError as error:
            raise StoreError(
                f"The folder {self._folder} cannot take a large letter"
                f" ({error.strerror}); make room or give triaged the right to write there."
            ) from error
        return name

    def get(self, name: str) -> bytes | None:
        """Return the bytes kept under ``name``; None when there is no such file any more.

        Raises:
            StoreError: they cannot be read now, and may be later.
        """
        path = self._path(name)
        try:
            return path.read_bytes()
        except (FileNotFoundError, IsADirectoryError) as error:
            if path.parent.is_dir():
                return None
            raise self._unreadable(error) from error
        except OSError as error:
            raise self._unreadable(error) from error

    def names(self, shard: int) -> tuple[str, ...]:
        """Return the names in one of the ``SHARDS``, of what a kill left half written too.

        Under such a name nothing is ever found, and it may be removed by whoever knows that nobody
        writes. Raises ``StoreError`` where the folder cannot be read.
        """
        folder = self._folder / f"{shard:02x}"
        try:
            return tuple(folder.name + one.name for one in folder.iterdir())
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise self._unreadable(error) from error

    def is_own(self, name: str) -> bool:
        """Tell whether a file is of this store; half a file without any mark is nobody's else."""
        whole, dot, _ = name.partition(".")
        if self._end and whole.endswith(self._end):
            return True
        return bool(dot) and "-" not in whole

    def remove(self, name: str) -> None:
        """Remove what is kept under ``name``; one that is gone already is no fault.

        Raises:
            StoreError: the folder does not let it go.
        """
        path = self._path(name)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise StoreError(
                f"The folder {self._folder} does not let a large letter be removed"
                f" ({error.strerror}); give triaged the right to write there."
            ) from error

    def _unreadable(self, error: OSError) -> StoreError:
        return StoreError(
            f"The folder {self._folder} gives no large letter now ({error.strerror});"
            " mount or restore it, or give triaged the right to read there."
        )

    def _path(self, name: str) -> Path:
        return self._folder / name[:2] / name[2:]

    def _write(self, path: Path, raw: bytes) -> None:
        partial = path.with_name(f"{path.name}.{token_hex(4)}")
        try:
            with open_folder(path.parent) as folder:
                descriptor = make_file(partial.name, folder)
            with os.fdopen(descriptor, "wb") as file:
                file.write(raw)
                file.flush()
                self._sync(descriptor)
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)
