"""The copy of SQLite's file as it was before an upgrade: made, found, removed.

It is the way back to an older triaged, and it holds every letter as it was: whoever forgets a buyer
or lets old letters go removes it too. Raises ``StoreError`` where the folder does not let it.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Engine

from store.errors import StoreError
from store.migrations import HEAD
from store.ownership import open_file, sync_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Upgrade:
    """What who opens a store wants where it has to be brought up to date."""

    #: Whether SQLite's file is copied beside itself before.
    keeps: bool = True
    #: Is told where the copy lies, once it is whole.
    tell: Callable[[Path], None] = lambda _: None
    #: Whether another process that brings it up to date is waited for, however long it takes; else
    #: a sentence says that it is under way.
    waits: bool = False
    #: Is called now and then while it takes long; what it raises ends it, and nothing was changed.
    meanwhile: Callable[[], None] = lambda: None


#: So many pages are copied at once: 4 MiB, some milliseconds.
_PAGES: Final = 1024

#: Copies, and tells nobody.
UPGRADE: Final = Upgrade()


def make_copy(reading: Engine, path: Path, meanwhile: Callable[[], None]) -> Path:
    """Copy SQLite's file beside it, as it is before the steps, and return where.

    One that was begun before is written over: nothing was changed since. What ``meanwhile`` raises,
    or the signal that comes meanwhile, ends it, and no part of a copy is left.
    """
    copy = path.with_name(f"{path.name}.before-{HEAD}")
    try:
        os.close(open_file(copy))
        with (
            _whole_or_none(copy),
            closing(sqlite3.connect(copy)) as target,
            reading.connect() as connection,
        ):
            source = connection.connection.driver_connection
            assert isinstance(source, sqlite3.Connection)  # noqa: S101 - the dialect says so
            # In one go it would hear no signal until its end.
            source.backup(target, pages=_PAGES, progress=lambda *_: meanwhile())
    except (OSError, sqlite3.Error) as error:
        raise StoreError(
            f"The store {path} cannot be copied before it is brought up to date"
            f" ({error}); make room for a copy beside it."
        ) from error
    # One is enough: the way back from an older step leads through older versions.
    for older in find_copies(path):
        if older != copy:
            older.unlink(missing_ok=True)
    return copy


@contextmanager
def _whole_or_none(copy: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        # Also what a signal raises: half a copy takes room and is no way back.
        with suppress(OSError):
            copy.unlink(missing_ok=True)
        raise


def find_copies(path: Path) -> tuple[Path, ...]:
    """Return the copies that lie beside the store's file, with what was left while one was made."""
    return tuple(
        sorted(one for one in path.parent.glob(f"{path.name}.before-*") if not one.is_dir())
    )


def remove_copies(path: Path, made_before: datetime | None = None) -> tuple[Path, ...]:
    """Remove the copies beside the store's file, or those made before then; return which.

    Raises:
        StoreError: one cannot be removed.
    """
    try:
        removed = tuple(
            one for one in find_copies(path) if made_before is None or _made_at(one) < made_before
        )
        for one in removed:
            one.unlink(missing_ok=True)
        if removed:
            sync_folder(path.parent)
    except OSError as error:
        raise StoreError(
            f"The copy {error.filename} that an upgrade has left cannot be removed"
            f" ({error.strerror}); remove it: it holds every letter as it was before."
        ) from error
    return removed


def _made_at(copy: Path) -> datetime:
    return datetime.fromtimestamp(copy.stat().st_mtime, UTC)
