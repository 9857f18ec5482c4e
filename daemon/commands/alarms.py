"""``triaged alarms``: what needs a person now, who is told, and workers that nobody misses."""

import argparse
import asyncio
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

from cases.alarms import Level
from daemon import clock
from daemon.alarms.channels import Channel, read_channels, require_apprise
from daemon.alarms.message import Message
from daemon.commands.options import add_config, find_config
from daemon.commands.person import name_person
from daemon.commands.stores import lend_started
from daemon.config.config import Config
from daemon.config.reading import load_config
from daemon.config.secrets import SecretError
from daemon.exits import CommandError, Exit
from daemon.health.health import is_heard
from daemon.moments import iso

EXAMPLES = """\
  triaged alarms list
  triaged alarms forget mail-2
  sudo triaged alarms test
  triaged alarms test --json --config config.toml"""

_SAMPLE: Final = Message(
    title="triaged: a test",
    text="Alarms of triaged reach you here. Nothing is wrong.",
    level=Level.NOTE,
)


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    for name, text in (
        ("list", "show what needs a person now, as the service has written it down"),
        (
            "test",
            "send a message to each address of [alarms] and [alerts]; say what came back",
        ),
    ):
        action = actions.add_parser(name, help=text)
        add_config(action)
        action.add_argument("--json", action="store_true", help="one object")
    gone = actions.add_parser(
        "forget", help="look no more for a worker that is gone for good, nor for its mailboxes"
    )
    add_config(gone)
    gone.add_argument("worker", metavar="WORKER")


def run(given: argparse.Namespace) -> int:
    """Do what was asked for."""
    path = find_config(given)
    if given.action == "test":
        return _test(load_config(path), as_json=given.json)
    if given.action == "forget":
        return _forget(path, given.worker)
    with lend_started(path) as store:
        known = store.read(lambda ledger: ledger.alarms.episodes())
    there = [one for one in known if not one.is_over]
    if given.json:
        rows = [
            asdict(one.alarm)
            | {"level": one.kind.level, "since": iso(one.since), "told_at": iso(one.told_at)}
            for one in there
        ]
        print(json.dumps({"alarms": rows}, ensure_ascii=False, indent=2))
        return Exit.OK
    for one in there:
        print(f"{iso(one.since)}  {one.kind.level:7}  {one.kind.id}: {one.alarm.sentence}")
        print(f"  → {one.kind.remedy}")
    if not there:
        print("nothing needs a person")
    return Exit.OK


def _forget(path: Path, worker: str) -> int:
    """Have nobody look for a worker any more; not while it is at work."""
    now, who = clock.now(), name_person()
    with lend_started(path) as store:
        beats = store.read(lambda ledger: ledger.beats())
        own = [beat for beat in beats if beat.worker == worker]
        if not own:
            known = ", ".join(sorted({beat.worker for beat in beats})) or "none"
            raise CommandError(f"there is no worker {worker!r}; known are: {known}", Exit.FAILED)
        if any(is_heard(beat, now) for beat in own):
            raise CommandError(f"worker {worker!r} is at work; stop it first", Exit.FAILED)
        store.write(lambda ledger: ledger.forget_worker(worker, who, now))
    print(f"forgotten, with {', '.join(beat.mailbox for beat in own)}")
    return Exit.OK


def _test(config: Config, *, as_json: bool) -> int:
    """Send the sample; 1 where a channel did not take it."""
    tables = (("alarms", config.alarms.urls), ("alerts", config.alerts.urls))
    if not any(urls for _, urls in tables):
        raise CommandError(
            "no address is named; write urls under [alarms] or [alerts] (triaged config generate "
            "shows how)",
            Exit.FAILED,
        )
    require_apprise()
    try:
        channels = [one for table, urls in tables for one in read_channels(table, urls)]
    except SecretError as error:
        raise CommandError(str(error), Exit.NOPERM) from None
    problems = asyncio.run(_send(channels))
    if as_json:
        told = {one.name: problem for one, problem in zip(channels, problems, strict=True)}
        print(json.dumps({"channels": told}, ensure_ascii=False, indent=2))
    else:
        for one, problem in zip(channels, problems, strict=True):
            print(f"{one.name}: {problem or 'taken'}")
    return Exit.FAILED if any(problems) else Exit.OK


async def _send(channels: Sequence[Channel]) -> list[str]:
    return list(await asyncio.gather(*(one.send(_SAMPLE) for one in channels)))
