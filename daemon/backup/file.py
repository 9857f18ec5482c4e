"""A backup as one file: a tar archive of the store, letters, models, configuration and a manifest.

The manifest is the last member and names every other one with its SHA-256, so that an archive that
ends early, or was altered, is known before anything of it is used.
"""

import hashlib
import io
import json
import lzma
import os
import tarfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final

from daemon.exits import CommandError, Exit

MANIFEST: Final = "manifest.json"
#: Of the archive's own form.
FORMAT: Final = 1
_CHUNK: Final = 1024 * 1024
_WAY_ON: Final = "copy it again, or take another backup"
_CUT: Final = f"ends early: it was cut off when it was written or copied; {_WAY_ON}"
_DAMAGED: Final = f"is damaged: a part of it cannot be read; {_WAY_ON}"
_HEADLESS: Final = f"ends early or is damaged: its manifest is missing; {_WAY_ON}"
_FOREIGN: Final = (
    "is no backup, or damaged from its beginning; name a file that triaged backup has written"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What an archive says of itself."""

    made_at: datetime
    #: triaged's version.
    version: str
    #: SHA-256 by member.
    members: dict[str, str]


class ArchiveError(CommandError):
    """The archive cannot be used; the sentence says why."""

    def __init__(self, path: Path, sentence: str) -> None:
        """Name the archive and what is wrong with it."""
        super().__init__(f"{path}: {sentence}", Exit.DATAERR)


def write_archive(
    path: Path,
    files: Iterable[tuple[str, Path]],
    texts: Mapping[str, str],
    made_at: datetime,
    version: str,
) -> int:
    """Write an archive; return how many members it has beside its manifest.

    Args:
        path: the file, which is made with the rights of its owner alone.
        files: members by name, read from these paths; one that is gone by now is left out.
        texts: further members.
        made_at: when it is made.
        version: triaged's.
    """
    members: dict[str, str] = {}
    path.touch(mode=0o600, exist_ok=False)
    with tarfile.open(path, "w:gz", compresslevel=1) as archive:
        for name, source in files:
            try:
                with source.open("rb") as file:
                    members[name] = _add(archive, name, file, source.stat().st_size)
            except FileNotFoundError:
                continue
        for name, text in texts.items():
            raw = text.encode()
            members[name] = _add(archive, name, io.BytesIO(raw), len(raw))
        said = {"format": FORMAT, "made_at": made_at.isoformat(), "version": version}
        raw = json.dumps(said | {"members": members}, indent=1).encode()
        _add(archive, MANIFEST, io.BytesIO(raw), len(raw))
    with path.open("rb") as written:
        os.fsync(written.fileno())
    return len(members)


def _add(archive: tarfile.TarFile, name: str, file: BinaryIO, size: int) -> str:
    """Add a member; return the digest of what was read for it."""
    reading = _Digesting(file)
    member = tarfile.TarInfo(name)
    member.size, member.mode = size, 0o600
    archive.addfile(member, reading)  # type: ignore[arg-type]  # it only reads
    return reading.digest.hexdigest()


class _Digesting:
    """A file that is digested while it is read."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.digest = hashlib.sha256()

    def read(self, size: int) -> bytes:
        """Read on."""
        said = self._file.read(size)
        self.digest.update(said)
        return said


def read_archive(path: Path, keep: Callable[[str], Path | None] | None = None) -> Manifest:
    """Read an archive to its end, and make sure that it is whole.

    Args:
        path: the file.
        keep: names the file that a member is written to, or None for one that is not wanted.

    Raises:
        ArchiveError: it is no backup, was altered, is damaged, or ends early.
        CommandError: it cannot be read, or what it holds cannot be written.
    """
    found: dict[str, str] = {}
    manifest: Manifest | None = None
    with _faults(path, found), tarfile.open(path, "r:*") as archive:
        for member in archive:
            if not member.isfile() or not _is_plain(member.name):
                raise ArchiveError(path, "holds what no backup of ours holds")
            file = archive.extractfile(member)
            if file is None:
                raise ArchiveError(path, "cannot be read")
            if member.name == MANIFEST:
                manifest = _read_manifest(path, file.read())
            else:
                found[member.name] = _take(file, keep(member.name) if keep else None)
    if manifest is None:
        raise ArchiveError(path, _HEADLESS)
    if found != manifest.members:
        wrong = min(set(found.items()) ^ set(manifest.members.items()))[0]
        raise ArchiveError(path, f"was altered: {wrong} is not what the manifest says")
    return manifest


@contextmanager
def _faults(path: Path, found: Mapping[str, str]) -> Iterator[None]:
    """Say what is wrong with an archive that cannot be read, of which so much was ``found``."""
    try:
        yield
    except FileNotFoundError:
        raise CommandError(f"{path}: no such file", Exit.NOINPUT) from None
    except EOFError:
        raise ArchiveError(path, _CUT) from None
    except (tarfile.TarError, zlib.error, lzma.LZMAError):
        # The library says the same of both; whether anything was read tells them apart.
        raise ArchiveError(path, _DAMAGED if found else _FOREIGN) from None
    except OSError as error:
        if error.errno is None:
            # The library's own: a checksum within does not fit.
            raise ArchiveError(path, _DAMAGED) from None
        raise CommandError(f"{error.filename or path}: {error.strerror}", Exit.IOERR) from None


def _is_plain(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return bool(parts) and not name.startswith("/") and ".." not in parts


def _take(file: object, target: Path | None) -> str:
    digest = hashlib.sha256()
    if target is not None:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with target.open("xb") if target is not None else io.BytesIO() as kept:
        for chunk in _chunks(file):
            digest.update(chunk)
            if target is not None:
                kept.write(chunk)
    if target is not None:
        target.chmod(0o600)
    return digest.hexdigest()


def _chunks(file: object) -> Iterator[bytes]:
    read = file.read  # type: ignore[attr-defined]  # what extractfile returns
    while chunk := read(_CHUNK):
        yield chunk


def _read_manifest(path: Path, raw: bytes) -> Manifest:
    try:
        said = json.loads(raw)
        if said["format"] != FORMAT:
            raise ArchiveError(
                path, f"has form {said['format']}; this triaged reads {FORMAT}: use a newer one"
            )
        return Manifest(
            made_at=datetime.fromisoformat(said["made_at"]),
            version=str(said["version"]),
            members={str(name): str(digest) for name, digest in said["members"].items()},
        )
    except (ValueError, LookupError, TypeError, AttributeError):
        raise ArchiveError(path, "has a manifest that cannot be read") from None
