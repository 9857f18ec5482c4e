"""A file replaced as a whole: a crash leaves the old content or the new one, and never half of it.

For its owner alone, because buyers' words may be in it. What root makes is the folder's owner's, so
that ``sudo triaged learn`` leaves nothing that the service cannot read; a link that the service's
user lays has root write and give away nothing else; store/ownership.py gives in the same way, and
docs/architecture.md says why it stands twice. Raises ``OSError``.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile


def replace(path: Path, content: bytes) -> None:
    """Write ``content`` in the place of what ``path`` holds; its folder is made where needed."""
    make_folder(path.parent)
    draft = f"{path.name}.{os.getpid()}"
    with _open(path.parent) as folder:
        try:
            with os.fdopen(_make(draft, folder), "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(draft, path.name, src_dir_fd=folder, dst_dir_fd=folder)
        finally:
            _remove(draft, folder)


def make_folder(path: Path) -> None:
    """Make a folder and those above it that are missing, each its parent's owner's."""
    if path.is_dir():
        return
    make_folder(path.parent)
    path.mkdir(mode=0o700, exist_ok=True)
    give(path)


def try_folder(path: Path) -> None:
    """Find out, before something takes long, whether files can be written into a folder."""
    try:
        with TemporaryFile(dir=path):
            pass
    except OSError as error:
        # Not the name that was tried, which nobody knows.
        raise OSError(error.errno, error.strerror, str(path)) from None


def give(path: Path) -> None:
    """Give a folder that was made, with all that is in it, to the owner of its folder."""
    owner = path.parent.stat()
    if os.geteuid() != 0 or owner.st_uid == 0:
        return
    # A folder comes after what is in it: until then nobody else changes that.
    for _, _, names, within in os.fwalk(path, topdown=False):
        for name in names:
            os.chown(name, owner.st_uid, owner.st_gid, dir_fd=within, follow_symlinks=False)
        os.fchown(within, owner.st_uid, owner.st_gid)


def _make(name: str, folder: int) -> int:
    """Make a file in an open folder, for the owner of that; return it, open to write."""
    _remove(name, folder)
    made = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600, dir_fd=folder)
    owner = os.fstat(folder)
    if os.geteuid() == 0 and owner.st_uid != 0:
        os.fchown(made, owner.st_uid, owner.st_gid)
    return made


def _remove(name: str, folder: int) -> None:
    with suppress(FileNotFoundError):
        os.unlink(name, dir_fd=folder)


@contextmanager
def _open(path: Path) -> Iterator[int]:
    folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield folder
    finally:
        os.close(folder)
