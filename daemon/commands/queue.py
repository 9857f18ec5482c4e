"""``triaged queue``: the open cases as a table, kept up to date, as JSON or as two numbers."""

import argparse
import json
import time
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from typing import Final

from rich.console import Console
from rich.live import Live

from daemon import clock
from daemon.commands.options import add_config, find_config, limit
from daemon.commands.stores import lend_started
from daemon.exits import CommandError, Exit
from daemon.moments import iso
from desk.tables import draw_queue, draw_watched
from store.protocol import Store
from store.values import Counts, QueueRow

#: Between two looks, in seconds.
_EVERY: Final = 2.0
#: Lines around the rows: what is told above them, the heads of the columns.
_AROUND: Final = 3

EXAMPLES = """\
  triaged queue
  triaged queue --watch
  triaged queue --json
  triaged queue --count"""


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    add_config(parser)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--watch", action="store_true", help="keep it up to date until Ctrl-C")
    form.add_argument("--json", action="store_true", help="a list of objects")
    form.add_argument(
        "--count", action="store_true", help='print "CASES ACKNOWLEDGEMENTS" (open, sent)'
    )
    parser.add_argument(
        "--limit", type=limit, default=50, metavar="N", help="so many rows at most (default 50)"
    )


def run(given: argparse.Namespace) -> int:
    """Print the queue."""
    now = clock.now()
    with lend_started(find_config(given)) as store:
        if given.count:
            print(_count(store.read(lambda ledger: ledger.counts())))
            return Exit.OK
        if given.watch:
            return _watch(store, given.limit)
        rows = store.read(lambda ledger: ledger.queue(now, given.limit))
    if given.json:
        print(json.dumps([_row(row) for row in rows], ensure_ascii=False, indent=2))
    else:
        Console().print(draw_queue(rows, now))
    return Exit.OK


def _watch(store: Store, limit: int) -> int:
    """Show what fits on the screen, anew every two seconds, until Ctrl-C."""
    console = Console()
    if not console.is_terminal:
        raise CommandError("--watch needs a terminal; for a program there is --json", Exit.USAGE)
    with (
        suppress(KeyboardInterrupt),
        Live(console=console, screen=True, auto_refresh=False) as live,
    ):
        while True:
            now, most = clock.now(), min(limit, console.height - _AROUND)
            rows, waiting = store.read(lambda one: (one.queue(now, most), one.waiting(now)))  # noqa: B023 - read at once
            live.update(draw_watched(rows, waiting, now), refresh=True)
            time.sleep(_EVERY)
    return Exit.OK


def _count(counts: Counts) -> str:
    return f"{counts.cases.get('open', 0)} {counts.acks.get('sent', 0)}"


def _row(row: QueueRow) -> dict[str, object]:
    return {
        name: iso(value) if isinstance(value, datetime) else value
        for name, value in asdict(row).items()
    }
