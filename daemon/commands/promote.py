"""``triaged promote``: puts a trained model into use, when it passed the gate."""

import argparse

from daemon.commands.options import add_config, find_config
from daemon.commands.registries import lend_registry
from daemon.config.reading import load_config
from daemon.exits import CommandError, Exit

EXAMPLES = """\
  triaged promote
  triaged promote m3"""


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    add_config(parser)
    parser.add_argument("model", nargs="?", help="its name; default the newest")


def run(given: argparse.Namespace) -> int:
    """Promote; 1 with every reason when the gate refuses. A running service follows in a second."""
    with lend_registry(load_config(find_config(given))) as registry:
        name = given.model or registry.names()[-1]
        if refusals := registry.refusals(name):
            raise CommandError(f"{name} may not be promoted:\n" + "\n".join(refusals), Exit.FAILED)
        registry.promote(name)
    print(f"{name} is in use; back with: triaged rollback")
    return Exit.OK
