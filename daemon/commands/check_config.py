"""``triaged check-config``: everything that is loaded at start, checked."""

import argparse

from daemon.commands.options import add_config, find_config
from daemon.configuration import load_config
from daemon.exits import Exit
from daemon.knowledge import load_knowledge
from daemon.passwords import check_secrets
from daemon.shops import check_shops

EXAMPLES = "  triaged check-config --config config.toml"


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    add_config(parser)


def run(given: argparse.Namespace) -> int:
    """Check configuration, shops, secrets, rules, model and templates; 78 with every fault."""
    path = find_config(given)
    config = load_config(path)
    check_shops(path, config)
    check_secrets(path, config)
    load_knowledge(config)
    print(f"{path}: ok")
    return Exit.OK
