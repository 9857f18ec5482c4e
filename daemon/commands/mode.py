"""``triaged mode``: what may leave, shown or set."""

import argparse

from daemon import clock
from daemon.commands.options import add_config, find_config
from daemon.commands.stores import lend_store
from daemon.configuration import load_config
from daemon.exits import Exit

EXAMPLES = """\
  triaged mode
  triaged mode live
  triaged mode shadow"""


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    add_config(parser)
    parser.add_argument("mode", nargs="?", choices=("shadow", "live"))


def run(given: argparse.Namespace) -> int:
    """Print or set the store's mode."""
    config = load_config(find_config(given))
    with lend_store(config) as store:
        if given.mode is not None:
            now = clock.now()
            store.write(lambda ledger: ledger.set("mode", given.mode, "command", now))
        print(store.read(lambda ledger: ledger.setting("mode")) or config.mode)
    return Exit.OK
