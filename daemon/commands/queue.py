"""``triaged queue``: the open cases as a table, as JSON or as two numbers."""

import argparse
import json
from dataclasses import asdict
from datetime import datetime

from rich.console import Console

from daemon import clock
from daemon.commands.options import add_config, find_config, number
from daemon.commands.stores import lend_started
from daemon.exits import Exit
from daemon.moments import iso
from desk.tables import draw_queue
from store.values import Counts, QueueRow

EXAMPLES = """\
  triaged queue
  triaged queue --json
  triaged queue --count"""


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    add_config(parser)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="a list of objects")
    form.add_argument(
        "--count", action="store_true", help='print "CASES ACKNOWLEDGEMENTS" (open, sent)'
    )
    parser.add_argument(
        "--limit", type=number, default=50, metavar="N", help="so many rows at most (default 50)"
    )


def run(given: argparse.Namespace) -> int:
    """Print the queue."""
    now = clock.now()
    with lend_started(find_config(given)) as store:
        if given.count:
            print(_count(store.read(lambda ledger: ledger.counts())))
            return Exit.OK
        rows = store.read(lambda ledger: ledger.queue(now, given.limit))
    if given.json:
        print(json.dumps([_row(row) for row in rows], ensure_ascii=False, indent=2))
    else:
        Console().print(draw_queue(rows, now))
    return Exit.OK


def _count(counts: Counts) -> str:
    return f"{counts.cases.get('open', 0)} {counts.acks.get('sent', 0)}"


def _row(row: QueueRow) -> dict[str, object]:
    return {
        name: iso(value) if isinstance(value, datetime) else value
        for name, value in asdict(row).items()
    }
