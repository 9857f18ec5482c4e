"""``triaged run``: the service, or with ``--once`` what is there now."""

import argparse
import asyncio
import sys
from collections.abc import Callable

from daemon import clock
from daemon.alarms.channels import require_apprise
from daemon.checks import direct
from daemon.commands.options import add_config, find_config
from daemon.commands.stores import lend_store, log_copy
from daemon.config.desk import require_desk
from daemon.config.reading import load_config
from daemon.exits import Exit
from daemon.health.notify import find_notifier
from daemon.knowledge import load_knowledge
from daemon.log_output import configure
from daemon.logs import logger
from daemon.once import run_once
from daemon.parts import Parts
from daemon.preparation import Stopped, Telling, Upgrading, stoppable
from daemon.reload import Reload, reader
from daemon.seal import is_proved, seal_proved
from daemon.service import Service
from daemon.shops import check_shops
from store.upgrade_copy import Upgrade

log = logger("run")

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
    try:
        with stoppable() as check:
            return _run(given, check)
    except Stopped:
        log.info("service.stopped")
        return Exit.OK


def _run(given: argparse.Namespace, check: Callable[[], None]) -> int:
    path, notifier = find_config(given), find_notifier()
    config = load_config(path)
    configure(config.log)
    check_shops(path, config)
    if config.desk.enabled:
        require_desk()
    if config.alarms.urls or config.alerts.urls:
        require_apprise()
    sealed = is_proved(config)
    knowledge = load_knowledge(config, proved=sealed, tell=Telling(notifier))
    upgrade = Upgrade(tell=log_copy, waits=True, meanwhile=Upgrading(notifier, check))
    with lend_store(config, upgrade) as store:
        if not sealed:
            seal_proved(config)
        check()
        parts = Parts(config, knowledge, store)
        if not given.once:
            reload = Reload(reader(path), config, parts.succession)
            asyncio.run(Service(parts, reload, notifier).run())
            return Exit.OK
        problems = asyncio.run(run_once(parts))
        since = clock.now() - direct.LATELY
        advice = direct.advise(config, store.read(lambda ledger: ledger.vetoes(since)), since)
    # The folders of one mailbox fail alike.
    for problem in dict.fromkeys(problems):
        print(f"triaged: {problem}", file=sys.stderr)
    if advice is not None:
        print(f"triaged: {advice}", file=sys.stderr)
    return Exit.UNAVAILABLE if problems else Exit.OK
