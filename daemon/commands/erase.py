"""``triaged erase``: a buyer forgotten, as the law of many countries lets them ask."""

import argparse
import sys

from daemon import clock
from daemon.backup.contents import find_aside
from daemon.commands.options import add_config, find_config
from daemon.commands.person import name_person
from daemon.commands.stores import lend_started
from daemon.config.reading import load_config
from daemon.exits import CommandError, Exit
from daemon.forgetting import erase
from daemon.learning.sealing import find_seal
from daemon.models import find_corrections
from store.upgrade_copy import remove_copies

EXAMPLES = """\
  triaged erase --buyer ab12cd34@marketplace.amazon.de
  triaged erase --buyer - --yes < address.txt"""


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    add_config(parser)
    parser.add_argument(
        "--buyer",
        required=True,
        metavar="ADDRESS",
        help="an address of the buyer's; - reads it from standard input",
    )
    parser.add_argument("--yes", action="store_true", help="do it without asking")


def run(given: argparse.Namespace) -> int:
    """Forget the buyer; 1 where nobody is known by that address."""
    # A list of processes shows what stands on a command line (P11).
    buyer: str = (sys.stdin.readline() if given.buyer == "-" else given.buyer).strip().lower()
    if "@" not in buyer.strip("@"):
        raise CommandError(f"{given.buyer!r} is no address", Exit.USAGE)
    if not given.yes and not _is_wanted():
        raise CommandError("nothing was erased; say --yes to do it", Exit.FAILED)
    path = find_config(given)
    config = load_config(path)
    with lend_started(path) as store:
        who = name_person()
        done, taught = erase(
            store, find_corrections(config), buyer, who, clock.now(), find_seal(config)
        )
        # Opening the store may have made one.
        copies = () if config.database is None else remove_copies(config.database)
    if done.cases or done.letters or taught:
        print(
            f"erased: {done.cases} cases, {done.letters} letters, with answers, notes and "
            f"corrections; backups hold them until they are removed, and mailboxes are yours to "
            "clear"
        )
    for copy in copies:
        print(f"{copy}: removed; an upgrade had left it, and it held everything as it was before")
    for folder in find_aside(config.state_folder):
        print(f"{folder}: set aside by a restore, it holds everything still; remove it")
    if not (done.cases or done.letters or taught):
        raise CommandError(
            "nothing is kept of this address, so nothing was erased; the addresses of open cases "
            "are shown by: triaged queue --json",
            Exit.FAILED,
        )
    return Exit.OK


def _is_wanted() -> bool:
    try:
        said = input("Erase everything of this buyer? It cannot be undone. Type yes: ")
    except EOFError:
        return False
    return said.strip().lower() == "yes"
