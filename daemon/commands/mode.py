"""``triaged mode``: what may leave, shown or set."""

import argparse
import getpass

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
    if given.mode is None and not config.is_started:
        # Looking makes no store; this is what a new one will start with.
        print(config.mode)
        return Exit.OK
    now, who = clock.now(), f"command:{getpass.getuser()}"
    with lend_store(config) as store:
        if given.mode is not None:
            store.write(lambda ledger: ledger.set("mode", given.mode, who, now))
        print(store.read(lambda ledger: ledger.setting("mode")) or config.mode)
    return Exit.OK
