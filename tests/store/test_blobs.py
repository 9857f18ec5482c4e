"""Large bodies are on the disk before they are named, and only a file that is gone is lost."""

import errno
import os
from pathlib import Path

import pytest

from store.blobs import Blobs
from store.protocol import StoreError

RAW = b"a large letter"


def opened(descriptor: int) -> Path:
    """Return what is open under a number."""
    return Path(f"/proc/self/fd/{descriptor}").readlink()


class Syncs:
    """A disk's fsync that remembers what it was asked for, and what was there by then."""

    def __init__(self) -> None:
        self.asked: list[tuple[Path, bytes | None]] = []

    def __call__(self, descriptor: int) -> None:
        """Remember a file with what it holds, a folder without."""
        path = opened(descriptor)
        self.asked.append((path, path.read_bytes() if path.is_file() else None))
        os.fsync(descriptor)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that is not there yet, like the one above it."""
    return tmp_path / "state" / "letters"


def the_file(folder: Path) -> Path:
    """Return the one file under ``folder``."""
    (found,) = (path for path in folder.rglob("*") if not path.is_dir())
    return found


def test_a_body_is_synced_before_it_has_its_name(folder: Path) -> None:
    """The bytes are synced under another name, and the folder once they have theirs."""
    syncs = Syncs()
    name = Blobs(folder, sync=syncs).put(RAW)
    file = the_file(folder)
    ((partial, content),) = [one for one in syncs.asked if one[1] is not None]

    assert (RAW, file.parent) == (content, partial.parent)
    assert file != partial
    assert (file.parent, None) == syncs.asked[-1]
    assert name == file.parent.name + file.name


def test_every_new_folder_is_synced_where_it_stands(folder: Path, tmp_path: Path) -> None:
    """The folder above a new one is synced, up to the first that was there before."""
    syncs = Syncs()
    Blobs(folder, sync=syncs).put(RAW)
    asked = {path for path, content in syncs.asked if content is None}

    assert {tmp_path, folder.parent, folder, the_file(folder).parent} == asked


def test_a_body_that_is_there_is_not_written_again(folder: Path) -> None:
    """The second time only the folder is synced: its first writer may have died before that."""
    Blobs(folder).put(RAW)
    syncs = Syncs()
    Blobs(folder, sync=syncs).put(RAW)

    assert [(the_file(folder).parent, None)] == syncs.asked


def test_a_sync_that_fails_keeps_nothing(folder: Path) -> None:
    """What the disk did not take is no letter's body."""

    def broken(descriptor: int) -> None:
        if opened(descriptor).is_file():
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    with pytest.raises(StoreError, match="cannot take a large letter"):
        Blobs(folder, sync=broken).put(RAW)
    assert [] == [path for path in folder.rglob("*") if path.is_file()]


def test_every_folder_of_ours_is_our_own(folder: Path) -> None:
    """All that are made are for their owner alone, whatever the umask."""
    before = os.umask(0o022)
    Blobs(folder).put(RAW)
    os.umask(before)
    made = [folder.parent, folder, the_file(folder).parent]

    assert {0o700} == {path.stat().st_mode & 0o777 for path in made}


def test_a_folder_that_was_there_keeps_its_rights(tmp_path: Path) -> None:
    """What somebody else has made is theirs to open and close."""
    tmp_path.chmod(0o750)
    Blobs(tmp_path / "letters").put(RAW)

    assert 0o750 == tmp_path.stat().st_mode & 0o777


@pytest.mark.parametrize("harm", ["gone", "a folder"])
def test_a_file_that_is_gone_is_lost(folder: Path, harm: str) -> None:
    """Where only the one file is missing from its folder its letter is lost."""
    blobs = Blobs(folder)
    name = blobs.put(RAW)
    file = the_file(folder)
    file.unlink()
    if harm == "a folder":
        file.mkdir()

    assert None is blobs.get(name)


@pytest.mark.parametrize("levels", [0, 1, 2], ids=["shard", "folder", "state"])
def test_a_missing_folder_is_no_letters_loss(folder: Path, levels: int) -> None:
    """A file system that is not mounted, or a folder that was moved, is the store's fault."""
    blobs = Blobs(folder)
    name = blobs.put(RAW)
    gone = the_file(folder).parents[levels]
    gone.rename(gone.with_name("elsewhere"))

    with pytest.raises(StoreError, match="gives no large letter"):
        blobs.get(name)


def test_a_file_that_cannot_be_read_is_no_letters_loss(folder: Path) -> None:
    """A file that will not open is tried again; a link to itself stands for a broken disk."""
    blobs = Blobs(folder)
    name = blobs.put(RAW)
    file = the_file(folder)
    file.unlink()
    file.symlink_to(file)

    with pytest.raises(StoreError, match="gives no large letter"):
        blobs.get(name)


def test_a_file_that_may_not_be_read_is_no_letters_loss(folder: Path) -> None:
    """A right that is missing can be given; the letter waits for it."""
    blobs = Blobs(folder)
    name = blobs.put(RAW)
    the_file(folder).chmod(0)
    user = os.geteuid()
    if user == 0:
        # Root may read everything, nobody may not.
        os.seteuid(65534)
    try:
        with pytest.raises(StoreError, match="Permission denied"):
            blobs.get(name)
    finally:
        os.seteuid(user)
