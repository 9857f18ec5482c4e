"""``triaged away``: say when nobody answers, so that no promise falls there."""

import argparse
import getpass
import json
from datetime import datetime

from cases.absences import Absence
from daemon import clock
from daemon.commands.options import add_config, find_config, time
from daemon.commands.stores import lend_store
from daemon.config.reading import load_config
from daemon.exits import CommandError, Exit
from daemon.moments import iso
from store.protocol import Ledger

EXAMPLES = """\
  triaged away --until 2026-12-28T09:00+01:00 --why "stocktaking"
  triaged away --since 2026-12-24T12:00Z --until 2026-12-27T08:00Z --shop main
  triaged away --list
  triaged away --back"""


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    add_config(parser)
    parser.add_argument("--until", type=time, metavar="TIME", help="somebody answers again then")
    parser.add_argument("--since", type=time, metavar="TIME", help="default: now")
    parser.add_argument("--shop", metavar="NAME", default="", help="default: every shop")
    parser.add_argument("--why", default="", metavar="WORDS", help="for those who see it")
    parser.add_argument("--back", action="store_true", help="end what was said before")
    parser.add_argument("--list", action="store_true", help="show when; the default")
    parser.add_argument("--json", action="store_true", help="one object a line")


def run(given: argparse.Namespace) -> int:
    """Go away, come back or show; 1 where nobody was away."""
    config = load_config(find_config(given))
    if given.shop and given.shop not in config.shops:
        there = ", ".join(sorted(config.shops))
        raise CommandError(f"no shop {given.shop!r}; there are: {there}", Exit.USAGE)
    now, who = clock.now(), f"command:{getpass.getuser()}"
    wanted = None if given.back else _absence(given, who, now)
    with lend_store(config) as store:

        def work(ledger: Ledger) -> bool:
            if given.back:
                return ledger.come_back(given.shop, who, now) > 0
            if wanted is not None:
                ledger.go_away(wanted)
            return True

        done = store.write(work)
        coming = store.read(lambda ledger: ledger.absences(now))
    for one in coming:
        print(json.dumps(_object(one), ensure_ascii=False) if given.json else _line(one))
    if not coming and not given.json:
        print("Nobody is away.")
    if not done:
        whose = f"of shop {given.shop}" if given.shop else "of every shop"
        raise CommandError(f"no absence {whose} is known; see: triaged away --list", Exit.FAILED)
    return Exit.OK


def _absence(given: argparse.Namespace, who: str, now: datetime) -> Absence | None:
    if given.until is None:
        if given.since is not None or given.why:
            raise CommandError("say until when, as in: --until 2026-12-28T09:00Z", Exit.USAGE)
        return None
    since = given.since or now
    if given.until <= max(since, now):
        raise CommandError("--until lies before the beginning, or is over", Exit.USAGE)
    return Absence(shop=given.shop, since=since, until=given.until, who=who, why=given.why)


def _line(one: Absence) -> str:
    whose = f"shop {one.shop}" if one.shop else "every shop"
    why = f": {one.why}" if one.why else ""
    return f"{whose} away from {iso(one.since)} until {iso(one.until)} by {one.who}{why}"


def _object(one: Absence) -> dict[str, object]:
    return {
        "shop": one.shop or None,
        "since": iso(one.since),
        "until": iso(one.until),
        "who": one.who,
        "why": one.why,
    }
