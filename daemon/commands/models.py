"""``triaged models``: the models that there are, and which one is in use."""

import argparse
import json

from rich.console import Console
from rich.table import Table

from daemon.commands.options import add_config, find_config
from daemon.commands.registries import Row, read_rows, tell_outdated
from daemon.config.reading import load_config
from daemon.exits import Exit
from daemon.models import find_judging

EXAMPLES = """\
  triaged models
  triaged models --json"""


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    add_config(parser)
    parser.add_argument("--json", action="store_true", help="a list of objects")


def run(given: argparse.Namespace) -> int:
    """Print the models."""
    config = load_config(find_config(given))
    rows = read_rows(config)
    tell_outdated(find_judging(config)[1])
    if given.json:
        print(json.dumps([row._asdict() for row in rows], indent=2))
        return Exit.OK
    table = Table("model", "in use", "trained", "corrections", "main tag", "may be promoted")
    for row in rows:
        table.add_row(*_cells(row))
    Console().print(table)
    return Exit.OK


def _cells(row: Row) -> tuple[str, ...]:
    main = "" if row.main is None else f"{row.main:.1%}"
    barred = row.refusals or row.outdated or row.damaged
    may = "" if row.trained is None or row.in_use else "no" if barred else "yes"
    states = {"in use": row.in_use, "outdated": row.outdated, "damaged": row.damaged}
    return (
        row.name,
        ", ".join(name for name, so in states.items() if so),
        row.trained or "",
        "" if row.corrections is None else str(row.corrections),
        main,
        may,
    )
