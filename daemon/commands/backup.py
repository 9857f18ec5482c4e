"""``triaged backup``: the whole installation in one file, while it runs."""

import argparse
import re
from datetime import datetime
from pathlib import Path
from typing import Final

from daemon import clock
from daemon.backup.contents import back_up
from daemon.commands.options import add_config, find_config, number
from daemon.commands.stores import lend_locked
from daemon.config.reading import load_config
from daemon.exits import CommandError, Exit

EXAMPLES = """\
  triaged backup triaged-2026-11-22.tar.gz
  triaged backup --folder /var/backups/triaged --keep 14"""


_NAMED: Final = re.compile(r"triaged-\d{8}T\d{6}Z\.tar\.gz")


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    add_config(parser)
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="the file to write")
    parser.add_argument(
        "--folder", type=Path, metavar="FOLDER", help="write a file named after the time instead"
    )
    parser.add_argument(
        "--keep", type=number, metavar="N", help="of the folder's backups, keep the newest N"
    )


def run(given: argparse.Namespace) -> int:
    """Write the backup, then remove what is too many."""
    if (given.file is None) == (given.folder is None):
        raise CommandError("name a FILE, or a --folder", Exit.USAGE)
    if given.keep is not None and (given.folder is None or given.keep < 1):
        raise CommandError("--keep goes with --folder, and is 1 or more", Exit.USAGE)
    path, now = find_config(given), clock.now()
    config = load_config(path)
    output = given.file or _name(given.folder, now)
    with lend_locked(path) as store:
        count = back_up(config, store, output, now)
    print(f"wrote {output}: {count} files")
    if given.keep:
        # Only what was named here: a file that somebody named is theirs.
        ours = [one for one in sorted(given.folder.iterdir()) if _NAMED.fullmatch(one.name)]
        for old in ours[: -given.keep]:
            old.unlink()
            print(f"removed {old}")
    return Exit.OK


def _name(folder: Path, now: datetime) -> Path:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise CommandError(f"{folder}: cannot be made: {error.strerror}", Exit.IOERR) from None
    return folder / f"triaged-{now:%Y%m%dT%H%M%SZ}.tar.gz"
