"""``triaged pause``: hold back what is named, show what is held, or let it go."""

import argparse
import json
import shlex
from collections.abc import Iterable
from datetime import datetime

from cases.pauses import BRAKE, EVERYTHING, Pause, Scope, Subject
from daemon import clock
from daemon.commands.options import add_config, find_config, time
from daemon.commands.person import name_person
from daemon.commands.stores import lend_store
from daemon.config.config import Config
from daemon.config.reading import load_config
from daemon.exits import CommandError, Exit
from daemon.moments import iso
from daemon.providers import OWN, PROVIDERS, UNKNOWN
from daemon.sending.holds import BRAKE_SETTING
from replies.choice import NAMES
from store.protocol import Ledger

EXAMPLES = """\
  triaged pause --shop main
  triaged pause --template late-delivery --until 2026-12-01T08:00Z --why "wording under review"
  triaged pause --all
  triaged pause --list
  triaged pause --off --all"""


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    add_config(parser)
    parser.add_argument("--all", action="store_true", help="everything that leaves")
    for scope in _NAMED:
        help_text = f"what is of this {scope}; may be given again"
        parser.add_argument(
            f"--{scope}", action="append", default=[], metavar="NAME", help=help_text
        )
    parser.add_argument("--until", type=time, metavar="TIME", help="ends by itself then")
    parser.add_argument("--why", default="", metavar="WORDS", help="for those who see it")
    parser.add_argument("--off", action="store_true", help="let go what is named")
    parser.add_argument("--list", action="store_true", help="show what is held; the default")
    parser.add_argument("--json", action="store_true", help="one object a line")


def run(given: argparse.Namespace) -> int:
    """Pause, let go or show; 1 where something that was to be let go is not held."""
    config = load_config(find_config(given))
    subjects = _subjects(given, config)
    now, who = clock.now(), name_person()
    if given.off and not subjects:
        raise CommandError("name what to let go, as in: triaged pause --off --all", Exit.USAGE)
    if given.until is not None and given.until <= now:
        raise CommandError(
            f"--until is over: it says {iso(given.until)}, and without a zone it is UTC",
            Exit.USAGE,
        )
    lacking: list[Subject] = []
    with lend_store(config) as store:
        if given.off:
            lacking = store.write(lambda ledger: _let_go(ledger, subjects, who, now))
        elif subjects:
            paused = [
                Pause(subject=one, since=now, until=given.until, who=who, why=given.why)
                for one in subjects
            ]
            store.write(lambda ledger: _hold(ledger, paused))
        held = store.read(lambda ledger: ledger.pauses(now))
    for pause in held:
        print(json.dumps(_object(pause), ensure_ascii=False) if given.json else _line(pause))
    if not held and not given.json:
        print("Nothing is held.")
    if lacking:
        words = dict.fromkeys(map(_option, (one.subject for one in held)))
        way = f"; to let go what is: triaged pause --off {' '.join(words)}" if words else ""
        raise CommandError(f"not held: {', '.join(map(str, lacking))}{way}", Exit.FAILED)
    return Exit.OK


_NAMED = tuple(scope for scope in Scope if scope is not Scope.ALL)


def _subjects(given: argparse.Namespace, config: Config) -> list[Subject]:
    known: dict[Scope, Iterable[str]] = {
        Scope.MAILBOX: config.mailboxes,
        Scope.SHOP: config.shops,
        Scope.TEMPLATE: NAMES,
        Scope.PROVIDER: [one.id for one in (*PROVIDERS, OWN, UNKNOWN)],
    }
    named = [
        Subject(scope=scope, name=name) for scope in _NAMED for name in getattr(given, scope.value)
    ]
    for one in named:
        # A model is a folder's name, and may be gone by now.
        if one.scope in known and one.name not in set(known[one.scope]):
            there = ", ".join(sorted(known[one.scope]))
            raise CommandError(f"no {one.scope} {one.name!r}; there are: {there}", Exit.USAGE)
    return [*([EVERYTHING] if given.all else []), *named]


def _hold(ledger: Ledger, paused: Iterable[Pause]) -> None:
    for pause in paused:
        ledger.pause(pause)


def _let_go(ledger: Ledger, subjects: Iterable[Subject], who: str, now: datetime) -> list[Subject]:
    """End pauses; return those that there are not. Who ends the brake's is counted anew."""
    braked = any(one.who == BRAKE for one in ledger.pauses(now))
    lacking = [one for one in subjects if not ledger.resume(one, who, now)]
    if braked and not any(one.who == BRAKE for one in ledger.pauses(now)):
        ledger.set(BRAKE_SETTING, now.isoformat(), who, now)
    return lacking


def _option(subject: Subject) -> str:
    """Return how a subject is named on the command line."""
    return "--all" if subject == EVERYTHING else f"--{subject.scope} {shlex.quote(subject.name)}"


def _line(pause: Pause) -> str:
    until = f" until {iso(pause.until)}" if pause.until else ""
    why = f": {pause.why}" if pause.why else ""
    return f"{pause.subject} held since {iso(pause.since)}{until} by {pause.who}{why}"


def _object(pause: Pause) -> dict[str, object]:
    return {
        "scope": pause.subject.scope.value,
        "name": pause.subject.name,
        "since": iso(pause.since),
        "until": iso(pause.until),
        "who": pause.who,
        "why": pause.why,
    }
