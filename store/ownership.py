"""Whose the store's files and folders are: the folder's owner's, even where root makes them.

``sudo triaged mode live`` must not leave a database behind that the service cannot open. What is
made here is for its owner alone, and stays: a folder is synced, and so is the one it stands in.
Promises: only what was made here is given, by its open descriptor, to whose the open folder around
it is; a link that the service's user lays has root give nothing away (so does
classifier/replacement.py; docs/architecture.md says why it stands twice). Raises ``OSError``.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

#: Has the disk keep what an open file or folder holds.
Sync = Callable[[int], None]


def make_file(name: str, folder: int) -> int:
    """Make a file in an open folder, for the owner of that; return it, open to read and write."""
    made = os.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600, dir_fd=folder)
    try:
        _give(made, folder)
    except OSError:
        os.close(made)
        raise
    return made


def open_file(path: Path) -> int:
    """Open a file to read and write, made where it lacks; what is there keeps its owner."""
    with open_folder(path.parent) as folder:
        try:
            return make_file(path.name, folder)
        except FileExistsError:
            return os.open(path.name, os.O_RDWR, dir_fd=folder)


def enter_folder(name: str, folder: int, *, make: bool = True) -> int:
    """Open a folder within an open one, made where it lacks; a link to one is refused."""
    is_new = False
    if make:
        with suppress(FileExistsError):
            os.mkdir(name, 0o700, dir_fd=folder)
            is_new = True
    entered = os.open(name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=folder)
    try:
        if is_new:
            _give(entered, folder)
    except OSError:
        os.close(entered)
        raise
    return entered


def give_tree(folder: Path, beside: Path) -> None:
    """Give a folder with all that is in it to the owner of ``beside``, where we may."""
    owner = beside.stat()
    if os.geteuid() != 0 or owner.st_uid == 0:
        return
    # A folder comes after what is in it: until then nobody else changes that.
    for _, _, names, within in os.fwalk(folder, topdown=False):
        for name in names:
            os.chown(name, owner.st_uid, owner.st_gid, dir_fd=within, follow_symlinks=False)
        os.fchown(within, owner.st_uid, owner.st_gid)


def make_folder(path: Path, sync: Sync = os.fsync) -> None:
    """Make a folder and those above it that are missing, each its parent's owner's."""
    if path.is_dir():
        return
    make_folder(path.parent, sync)
    with open_folder(path.parent) as folder:
        made = enter_folder(path.name, folder)
        try:
            sync(made)
        finally:
            os.close(made)
        sync(folder)


def sync_folder(path: Path, sync: Sync = os.fsync) -> None:
    """Have the disk keep the names that stand in a folder."""
    with open_folder(path) as folder:
        sync(folder)


@contextmanager
def open_folder(path: Path) -> Iterator[int]:
    """Yield an open folder."""
    folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield folder
    finally:
        os.close(folder)


def _give(made: int, folder: int) -> None:
    """Give what was made to the owner of the open folder that it was made in, where we may."""
    owner = os.fstat(folder)
    if os.geteuid() == 0 and owner.st_uid != 0:
        os.fchown(made, owner.st_uid, owner.st_gid)
