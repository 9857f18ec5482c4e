"""``triaged run``: the service, or with ``--once`` what is there now."""

import argparse
import asyncio
import sys

from daemon.commands.options import add_config, find_config
from daemon.commands.stores import lend_store
from daemon.configuration import load_config
from daemon.exits import Exit
from daemon.knowledge import load_knowledge
from daemon.logs import configure
from daemon.once import run_once
from daemon.parts import Parts
from daemon.seal import is_sealed, seal
from daemon.service import Service
from daemon.shops import check_shops

EXAMPLES = """\
  triaged run --config config.toml
  triaged run --once"""


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    add_config(parser)
    parser.add_argument(
        "--once",
        action="store_true",
        help="do what is there now, then exit; what is to wait (settle) stays for the next run",
    )


def run(given: argparse.Namespace) -> int:
    """Run until told to stop; with ``--once`` 69 where a mailbox could not be reached."""
    path = find_config(given)
    config = load_config(path)
    configure(config.log)
    check_shops(path, config)
    sealed = is_sealed(config.state_folder, config.rules)
    knowledge = load_knowledge(config, proved=sealed)
    with lend_store(config) as store:
        if not sealed:
            seal(config.state_folder, config.rules)
        parts = Parts(config, knowledge, store)
        if not given.once:
            asyncio.run(Service(parts).run())
            return Exit.OK
        problems = asyncio.run(run_once(parts))
    # The folders of one mailbox fail alike.
    for problem in dict.fromkeys(problems):
        print(f"triaged: {problem}", file=sys.stderr)
    return Exit.UNAVAILABLE if problems else Exit.OK
