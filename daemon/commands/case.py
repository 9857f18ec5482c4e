"""``triaged case``: one case with its letters, acknowledgements and events."""

import argparse

from rich.console import Console

from daemon import clock
from daemon.commands.options import add_config, find_config, number
from daemon.commands.stores import lend_started
from daemon.exits import CommandError, Exit
from desk.tables import draw_case

EXAMPLES = "  triaged case 17"


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    add_config(parser)
    parser.add_argument("case", type=number, metavar="N")


def run(given: argparse.Namespace) -> int:
    """Print one case."""
    now = clock.now()
    with lend_started(find_config(given)) as store:
        view = store.read(lambda ledger: ledger.case(given.case, now))
    if view is None:
        raise CommandError(f"there is no case {given.case}; see triaged queue", Exit.FAILED)
    Console().print(draw_case(view, now))
    return Exit.OK
