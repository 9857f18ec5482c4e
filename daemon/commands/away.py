"""``triaged away``: say when nobody answers, so that no promise falls there."""

import argparse
import json
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

from cases.absences import Absence
from daemon import clock
from daemon.commands.options import add_config, find_config, local_time
from daemon.commands.person import name_person
from daemon.commands.stores import lend_store
from daemon.config.config import Config
from daemon.config.reading import load_config
from daemon.exits import CommandError, Exit
from daemon.moments import iso
from store.protocol import Ledger

EXAMPLES = """\
  triaged away --until 2026-12-28T09:00 --why "stocktaking"
  triaged away --since 2026-12-24T12:00+01:00 --until 2026-12-27 --shop main
  triaged away --list
  triaged away --back"""


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    add_config(parser)
    parser.add_argument(
        "--until",
        type=local_time,
        metavar="TIME",
        help="somebody answers again then; in the shop's zone where it names none",
    )
    parser.add_argument("--since", type=local_time, metavar="TIME", help="default: now")
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
    now, who = clock.now(), name_person()
    wanted = None if given.back else _absence(given, _zone(config, given.shop), who, now)
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
        if given.json:
            print(json.dumps(_object(one), ensure_ascii=False))
        else:
            print(_line(one, _zone(config, one.shop) or UTC))
    if not coming and not given.json:
        print("Nobody is away.")
    if not done:
        whose = f"of shop {given.shop}" if given.shop else "of every shop"
        raise CommandError(f"no absence {whose} is known; see: triaged away --list", Exit.FAILED)
    return Exit.OK


def _zone(config: Config, shop: str) -> ZoneInfo | None:
    """Return the zone of a shop's people, of all shops' for ""; None where they have several."""
    shops = [config.shops[shop]] if shop in config.shops else config.shops.values()
    zones = {one.zone for one in shops}
    return ZoneInfo(zones.pop()) if len(zones) == 1 else None


def _absence(
    given: argparse.Namespace, zone: ZoneInfo | None, who: str, now: datetime
) -> Absence | None:
    if given.until is None:
        if given.since is not None or given.why:
            raise CommandError("say until when, as in: --until 2026-12-28T09:00", Exit.USAGE)
        return None
    since = now if given.since is None else _place(given.since, zone)
    until = _place(given.until, zone)
    if until <= max(since, now):
        raise CommandError("--until lies before the beginning, or is over", Exit.USAGE)
    return Absence(shop=given.shop, since=since, until=until, who=who, why=given.why)


def _place(when: datetime, zone: ZoneInfo | None) -> datetime:
    """Return the time in UTC; one without a zone is the shop's."""
    if when.tzinfo is None and zone is None:
        raise CommandError(
            "the shops are in several zones; write one behind the time, as in "
            f"{when:%Y-%m-%dT%H:%M}+01:00, or name a --shop",
            Exit.USAGE,
        )
    return (when if when.tzinfo else when.replace(tzinfo=zone)).astimezone(UTC)


def _line(one: Absence, zone: tzinfo) -> str:
    whose = f"shop {one.shop}" if one.shop else "every shop"
    why = f": {one.why}" if one.why else ""
    since, until = (f"{when.astimezone(zone):%Y-%m-%d %H:%M}" for when in (one.since, one.until))
    return f"{whose} away from {since} until {until} {zone} by {one.who}{why}"


def _object(one: Absence) -> dict[str, object]:
    return {
        "shop": one.shop or None,
        "since": iso(one.since),
        "until": iso(one.until),
        "who": one.who,
        "why": one.why,
    }
