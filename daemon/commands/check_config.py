"""``triaged check-config``: everything that is loaded at start, checked; every fault at once.

Writes nothing. Takes two or three seconds where rules and templates were not proved before by a
start (daemon/seal.py).
"""

import argparse

from daemon.commands.options import add_config, find_config
from daemon.commands.registries import tell_outdated
from daemon.config.faults import ConfigError
from daemon.config.keys import find_lacking_key
from daemon.config.passwords import find_unreadable
from daemon.config.reading import read_config, tell_more
from daemon.exits import CommandError, Exit
from daemon.models import find_judging
from daemon.proving import find_unproved
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
    config = reading.config
    told: list[str] = []
    if config is not None:
        reading = tell_more(
            reading, [*find_faulty(config), *find_unreadable(config), *find_lacking_key(config)]
        )
        told += find_unproved(config, proved=is_proved(config))
    if reading.faults:
        told.insert(0, str(ConfigError(str(path), reading.faults)))
    if told:
        raise CommandError("\n".join(told), Exit.CONFIG)
    if config is not None:
        tell_outdated(find_judging(config)[1])
    print(f"{path}: ok")
    return Exit.OK
