"""``triaged restore``: an installation put back from a backup, paused."""

import argparse
from pathlib import Path

from daemon import clock
from daemon.backup.contents import put_back
from daemon.backup.file import read_archive
from daemon.commands.options import add_config, find_config, time
from daemon.commands.person import name_person
from daemon.commands.stores import lend_store
from daemon.config.reading import load_config
from daemon.exits import CommandError, Exit

EXAMPLES = """\
  triaged restore --check triaged-2026-11-22.tar.gz
  sudo systemctl stop triaged
  sudo -u triaged triaged restore triaged-2026-11-22.tar.gz
  sudo systemctl start triaged
  triaged ack reconcile
  triaged restore --database-of 2026-11-22T02:00:00Z     # after pg_restore, before any start"""


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    add_config(parser)
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE")
    parser.add_argument(
        "--database-of",
        type=time,
        metavar="TIME",
        help="no file: the database was put back by its own means (pg_restore), as of this time; "
        "withhold what it may have sent since, and pause, before anything is started",
    )
    parser.add_argument(
        "--check", action="store_true", help="only make sure that the backup is whole"
    )


def run(given: argparse.Namespace) -> int:
    """Put back what the file holds; what is there is moved aside, never removed."""
    if (given.file is None) == (given.database_of is None):
        raise CommandError("name a FILE, or --database-of TIME", Exit.USAGE)
    if given.database_of is not None:
        return _begin_again(given)
    if given.check:
        manifest = read_archive(given.file)
        print(
            f"{given.file}: whole; made {manifest.made_at:%Y-%m-%d %H:%M} UTC by triaged "
            f"{manifest.version}, {len(manifest.members)} files"
        )
        return Exit.OK
    config = load_config(find_config(given))
    who, now = name_person(), clock.now()
    restored = put_back(config, given.file, who, now)
    if restored.aside is not None:
        print(f"moved what was there to {restored.aside}")
    print(
        f"put back as of {restored.manifest.made_at:%Y-%m-%d %H:%M} UTC; "
        f"{restored.withheld} acknowledgements that were to leave are withheld as restored\n"
        "everything is paused; start the service, let it read mailboxes and Sent, then:\n"
        "  triaged ack reconcile"
    )
    return Exit.OK


def _begin_again(given: argparse.Namespace) -> int:
    config = load_config(find_config(given))
    who, now = name_person(), clock.now()
    with lend_store(config) as store:
        withheld = store.write(lambda ledger: ledger.begin_again(given.database_of, who, now))
    print(
        f"{withheld} acknowledgements that were to leave are withheld as restored; everything is "
        "paused\nstart the service, let it read mailboxes and Sent, then: triaged ack reconcile"
    )
    return Exit.OK
