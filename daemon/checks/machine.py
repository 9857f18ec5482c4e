"""The machine: room on the disk, the sort of file system, rights, open files."""

import os
import resource
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from daemon.checks.finding import Finding, fail, warn, well
from daemon.config.config import Config

_MIB: Final = 1024 * 1024
#: Below this, a night's letters may not fit; below the other, SQLite itself stumbles.
_ROOM_WANTED: Final = 1024 * _MIB
_ROOM_NEEDED: Final = 100 * _MIB
#: File systems whose locks SQLite cannot rely on.
_REMOTE: Final = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "ceph", "fuse.glusterfs"}
)
#: A connection each to read, to read Sent, and to send, and some for the store.
_FILES_A_MAILBOX: Final = 6
_FILES_BESIDE: Final = 100


def look(config: Config) -> Iterator[Finding]:
    """Yield what is found of the machine."""
    folder = _nearest(config.state_folder)
    yield _look_at_room(folder)
    if config.database is not None:
        yield _look_at_file_system(folder)
    yield _look_at_rights(config.state_folder)
    yield _look_at_files(len(config.mailboxes))


def _nearest(path: Path) -> Path:
    return next(one for one in (path, *path.absolute().parents) if one.exists())


def _look_at_room(folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    said = f"{free // _MIB} MiB free at {folder}"
    if free < _ROOM_NEEDED:
        return fail("disk", said, "make room, or name a state_folder on another disk")
    if free < _ROOM_WANTED:
        return warn("disk", said, "make room before the peak: large letters are kept as files")
    return well("disk", said)


def _look_at_file_system(folder: Path) -> Finding:
    sort = file_system_of(folder, Path("/proc/self/mounts").read_text(encoding="utf-8"))
    if sort in _REMOTE:
        return fail(
            "file-system",
            f"{folder} is on {sort}",
            "put state_folder on a local disk, or the store on PostgreSQL: SQLite cannot rely on "
            "the locks of a network file system",
        )
    return well("file-system", f"{folder} is on {sort}")


def file_system_of(folder: Path, mounts: str) -> str:
    """Return the sort of file system that ``folder`` lies on, by the system's table of mounts."""
    resolved = folder.resolve()
    found = [
        # A blank in a path is written as an octal escape.
        (Path(fields[1].replace("\\040", " ")), fields[2])
        for fields in map(str.split, mounts.splitlines())
    ]
    # The deepest counts, and of several on one place the last.
    _, sort = max(
        ((len(place.parts), number), sort)
        for number, (place, sort) in enumerate(found)
        if resolved.is_relative_to(place)
    )
    return sort


def _look_at_rights(folder: Path) -> Finding:
    if not folder.exists():
        return well("rights", f"{folder} will be made")
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        return fail(
            "rights",
            f"{folder} may not be written",
            "run this as the service's user, or give it the folder",
        )
    if folder.stat().st_mode & 0o007:
        return warn("rights", f"{folder} is open to everybody", f"chmod o-rwx {folder}")
    return well("rights", f"{folder} is closed to others")


def _look_at_files(mailboxes: int) -> Finding:
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    needed = mailboxes * _FILES_A_MAILBOX + _FILES_BESIDE
    said = f"{most} open files allowed, about {needed} needed"
    if most < needed:
        return fail("open-files", said, "raise the limit (LimitNOFILE= in the unit)")
    return well("open-files", said)
