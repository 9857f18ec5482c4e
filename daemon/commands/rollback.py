"""``triaged rollback``: puts the model before the present one into use again."""

import argparse

from daemon.commands.options import add_config, find_config
from daemon.commands.registries import lend_registry
from daemon.config.reading import load_config
from daemon.exits import Exit

EXAMPLES = "  triaged rollback"


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    add_config(parser)


def run(given: argparse.Namespace) -> int:
    """Go back one model; a running service follows within a second."""
    with lend_registry(load_config(find_config(given))) as registry:
        name = registry.roll_back()
    print(f"{name} is in use")
    return Exit.OK
