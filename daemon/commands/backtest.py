"""``triaged backtest``: what would have been sent to the mail of the last while, as one page."""

import argparse
import json
import os
import sys
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import Progress

from daemon import clock
from daemon.backtest.look import look_back
from daemon.checks import direct
from daemon.commands.options import add_config, find_config, length
from daemon.commands.registries import tell_outdated
from daemon.config.config import Config
from daemon.config.reading import load_config
from daemon.exits import CommandError, Exit
from daemon.imap.inbox import InboxError
from daemon.knowledge import load_knowledge
from daemon.log_output import configure
from daemon.moments import iso
from daemon.seal import is_proved
from daemon.shops import check_shops
from desk.backtest_page import draw_page
from desk.rehearsed import Look, Rehearsed

EXAMPLES = """\
  triaged backtest
  triaged backtest --since 30d --output look-back.html
  triaged backtest --json > look-back.json"""


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    add_config(parser)
    parser.add_argument(
        "--since", type=length, default=timedelta(days=14), metavar="LENGTH", help="default 14d"
    )
    parser.add_argument(
        "--output",
        type=Path,
        metavar="FILE",
        help="the page, readable by you alone; default backtest.html here",
    )
    parser.add_argument(
        "--json", action="store_true", help="one object; the page only where --output names it"
    )


def run(given: argparse.Namespace) -> int:
    """Read the mailboxes, change nothing; 69 where one cannot be read."""
    path = find_config(given)
    config = load_config(path)
    check_shops(path, config)
    # What the rehearsal does is told in the page.
    configure(config.log.model_copy(update={"level": "error"}))
    look = _look(config, given.since)
    page = given.output or (None if given.json else Path("backtest.html"))
    if page is not None:
        _write(page, look)
    if advice := direct.advise(config, look.withheld(), look.since):
        print(f"triaged: {advice}", file=sys.stderr)
    if given.json:
        print(json.dumps(_describe(look), ensure_ascii=False, indent=1))
        return Exit.OK
    outcomes = ", ".join(f"{count} {name}" for name, count in look.outcomes().items())
    print(f"{len(look.buyers)} letters of people, {len(look.sent)} would have been acknowledged")
    if look.due:
        print(f"{len(look.due)} more would still wait to leave: something holds them for a while")
    print(f"promises: {outcomes}")
    print(f"the page: {page}")
    return Exit.OK


def _look(config: Config, since: timedelta) -> Look:
    proved = is_proved(config)
    knowledge, now = load_knowledge(config, proved=proved), clock.now()
    tell_outdated(knowledge.outdated)
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading back", total=None)
        try:
            return look_back(
                config,
                knowledge,
                now - since,
                now,
                lambda total, done: progress.update(task, total=total, completed=done),
            )
        except InboxError as error:
            raise CommandError(str(error), Exit.UNAVAILABLE) from None


def _write(path: Path, look: Look) -> None:
    """Write the page for its owner alone: it holds buyers' words."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.writelines(draw_page(look))
    except OSError as error:
        raise CommandError(f"{path}: cannot be written: {error.strerror}", Exit.IOERR) from None
    if path.stat().st_mode & 0o077:
        print(f"triaged: {path} was there before, and others can read it", file=sys.stderr)


def _describe(look: Look) -> dict[str, Any]:
    return {
        "since": iso(look.since),
        "now": iso(look.now),
        "mailboxes": list(look.mailboxes),
        "withheld": dict(look.withheld()),
        "due": len(look.due),
        "promises": {name.value: count for name, count in look.outcomes().items()},
        "letters": [_describe_letter(one, look.now) for one in look.letters],
    }


def _describe_letter(one: Rehearsed, now: datetime) -> dict[str, Any]:
    said = asdict(one) | {"promise": one.outcome(now).value}
    if one.wording is not None:
        said["wording"]["promised_by"] = iso(one.wording.promised_by)
    return {
        name: iso(value) if isinstance(value, datetime) else value for name, value in said.items()
    }
