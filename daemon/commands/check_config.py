"""``triaged check-config``: everything that is loaded at start, checked; every fault at once.

Like a start it takes seconds where rules and templates were not proved before (daemon/seal.py).
"""

import argparse

from daemon.commands.options import add_config, find_config
from daemon.config.faults import ConfigError
from daemon.config.keys import find_lacking_key
from daemon.config.passwords import find_unreadable
from daemon.config.reading import read_config, tell_more
from daemon.exits import CommandError, Exit
from daemon.knowledge import load_knowledge
from daemon.seal import is_proved
from daemon.shops import find_faulty

EXAMPLES = "  triaged check-config --config config.toml"


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    add_config(parser)


def run(given: argparse.Namespace) -> int:
    """Check configuration, shops, secrets, rules, model and templates; 78 with every fault."""
    path = find_config(given)
    reading = read_config(path)
    config, told = reading.config, []
    if config is not None:
        reading = tell_more(
            reading, [*find_faulty(config), *find_unreadable(config), *find_lacking_key(config)]
        )
        try:
            load_knowledge(config, proved=is_proved(config))
        except CommandError as error:
            told.append(str(error))
    if reading.faults:
        told.insert(0, str(ConfigError(str(path), reading.faults)))
    if told:
        raise CommandError("\n".join(told), Exit.CONFIG)
    print(f"{path}: ok")
    return Exit.OK
