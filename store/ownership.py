"""Whose the store's files and folders are: the folder's owner's, even where root makes them.

``sudo triaged mode live`` must not leave a database behind that the service cannot open. What is
made here is for its owner alone, and stays: a folder is synced, and so is the one it stands in.
Raises ``OSError``.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

#: Has the disk keep what an open file or folder holds.
Sync = Callable[[int], None]


def give(file: int, folder: Path) -> None:
    """Give an open file or folder to the owner of ``folder``, where we may."""
    owner = folder.stat()
    if os.geteuid() == 0 and owner.st_uid != 0:
        os.fchown(file, owner.st_uid, owner.st_gid)


def make_folder(path: Path, sync: Sync = os.fsync) -> None:
    """Make a folder and those above it that are missing, each its parent's owner's."""
    if path.is_dir():
        return
    make_folder(path.parent, sync)
    path.mkdir(mode=0o700, exist_ok=True)
    with _open(path) as made:
        give(made, path.parent)
        sync(made)
    sync_folder(path.parent, sync)


def sync_folder(path: Path, sync: Sync = os.fsync) -> None:
    """Have the disk keep the names that stand in a folder."""
    with _open(path) as folder:
        sync(folder)


@contextmanager
def _open(folder: Path) -> Iterator[int]:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)
