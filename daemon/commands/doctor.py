"""``triaged doctor``: the machine, the servers and what is kept, looked at; nothing is changed."""

import argparse
import asyncio
import json
from collections.abc import Iterator
from dataclasses import asdict

from rich.console import Console
from rich.text import Text

from daemon import clock
from daemon.checks import channels, kept, machine, mailboxes, witnesses
from daemon.checks.finding import Finding, State
from daemon.commands.options import add_config, find_config
from daemon.config.config import Config
from daemon.config.reading import load_config
from daemon.exits import Exit
from daemon.login.access import access_of

EXAMPLES = """\
  triaged doctor
  sudo -u triaged triaged doctor --json"""

_COLOURS = {State.OK: "green", State.WARN: "yellow", State.FAIL: "bold red"}


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    add_config(parser)
    parser.add_argument("--json", action="store_true", help="a list of objects")


def run(given: argparse.Namespace) -> int:
    """Print what is found; 1 where something does not work."""
    config = load_config(find_config(given))
    findings = []
    console = Console(highlight=False)
    for finding in _look(config):
        findings.append(finding)
        if not given.json:
            # At once: a server that is slow to answer must not look like a hang.
            console.print(_line(finding), soft_wrap=True)
    if given.json:
        print(json.dumps([asdict(one) for one in findings], ensure_ascii=False, indent=2))
    return Exit.FAILED if any(one.state is State.FAIL for one in findings) else Exit.OK


def _look(config: Config) -> Iterator[Finding]:
    now = clock.now()
    yield from machine.look(config)
    yield from kept.look(config, now)
    yield from channels.look(config)
    yield from mailboxes.look_at_senders(config)
    yield from mailboxes.look_at_logins(config)
    yield from witnesses.look(config, now)
    for name, box in config.mailboxes.items():
        access = access_of(config, name)
        yield from mailboxes.look_at_inbox(name, box, access, now=now)
        yield from asyncio.run(mailboxes.look_at_sender(name, box, access))


def _line(finding: Finding) -> Text:
    subject = f"{finding.check} {finding.mailbox}".strip()
    line = Text(f"{finding.state:<5}", style=_COLOURS[finding.state])
    line.append(f"{subject:<28} {finding.sentence}", style="default")
    if finding.remedy:
        line.append(f"\n      → {finding.remedy}", style="default")
    return line
