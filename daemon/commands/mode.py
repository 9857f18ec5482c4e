"""``triaged mode``: what may leave, shown or set.

Before acknowledgements leave by themselves for the first time it is shown what would have left,
and Sent is searched for another robot that answers the same buyers.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.progress import track

from cases.modes import Canary, Mode, ModeChange, Permit
from daemon import clock
from daemon.checks import direct
from daemon.commands.options import add_config, find_config, number
from daemon.commands.person import name_person
from daemon.commands.stores import lend_store
from daemon.config.config import Config
from daemon.config.reading import load_config
from daemon.exits import CommandError, Exit
from daemon.moments import iso
from desk.acks import draw_reasons
from store.protocol import Store

if TYPE_CHECKING:
    from daemon.backtest.rivals import Search

EXAMPLES = """\
  triaged mode
  triaged mode approve
  triaged mode canary --first 20 --shop main
  triaged mode live
  triaged mode live --take-over
  triaged mode --history"""

#: How far back the look before going live goes.
_LOOK_BACK: Final = timedelta(days=14)

#: The modes in which acknowledgements leave without a person's word.
_BY_THEMSELVES: Final = frozenset({Mode.CANARY, Mode.LIVE})


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    add_config(parser)
    parser.add_argument(
        "mode",
        nargs="?",
        choices=[mode.value for mode in Mode],
        help="shadow: nothing leaves; approve: what a person approves; canary: some; live: all",
    )
    parser.add_argument(
        "--first", type=number, metavar="N", help="canary: the first N within a day"
    )
    for name in ("shop", "mailbox"):
        parser.add_argument(
            f"--{name}", action="append", default=[], metavar="NAME", help=f"canary: this {name}"
        )
    parser.add_argument(
        "--take-over",
        action="store_true",
        help="go on although another robot answers, or nobody could look",
    )
    parser.add_argument(
        "--history", action="store_true", help="every mode that was said, by whom and when"
    )
    parser.add_argument("--json", action="store_true", help="one object; of a history one a line")


def run(given: argparse.Namespace) -> int:
    """Print or set the store's mode; 1 where another robot answers, 69 where nobody could look."""
    config = load_config(find_config(given))
    wanted = _wanted(given, config)
    if given.history and wanted is not None:
        raise CommandError("--history shows, and sets no mode", Exit.USAGE)
    if wanted is None and not config.is_started:
        # Looking makes no store; this is what a new one will start with.
        if given.history:
            return Exit.OK
        _show(Permit(mode=Mode(config.mode)), as_json=given.json)
        return Exit.OK
    with lend_store(config) as store:
        if given.history:
            said = store.read(lambda ledger: ledger.mode_history())
            _show_history(said, as_json=given.json)
            return Exit.OK
        present = Permit(mode=Mode(config.mode))
        if store.read(lambda ledger: ledger.setting("mode")) is not None:
            present = store.read(lambda ledger: ledger.permit())
        if wanted is None:
            _show(present, as_json=given.json)
            return Exit.OK
        if wanted.mode in _BY_THEMSELVES and present.mode not in _BY_THEMSELVES:
            _look_back(config, store, present, take_over=given.take_over)
        now, who = clock.now(), name_person()
        store.write(lambda ledger: ledger.change_mode(wanted, who, now))
        _show(wanted, as_json=given.json)
    return Exit.OK


def _wanted(given: argparse.Namespace, config: Config) -> Permit | None:
    if given.mode is None:
        return None
    canary = Canary(
        first=given.first, shops=frozenset(given.shop), mailboxes=frozenset(given.mailbox)
    )
    if given.mode != Mode.CANARY:
        if not canary.is_empty:
            raise CommandError("--first, --shop and --mailbox belong to canary", Exit.USAGE)
        return Permit(mode=Mode(given.mode))
    if canary.is_empty:
        raise CommandError(
            "a canary needs --first N, --shop NAME or --mailbox NAME; all of it is: live",
            Exit.USAGE,
        )
    for sort, named, there in (
        ("shop", canary.shops, config.shops),
        ("mailbox", canary.mailboxes, config.mailboxes),
    ):
        for name in sorted(named.difference(there)):
            known = ", ".join(there)
            raise CommandError(f"there is no {sort} {name!r}; one of {known}", Exit.USAGE)
    return Permit(mode=Mode.CANARY, canary=canary)


def _look_back(config: Config, store: Store, present: Permit, *, take_over: bool) -> None:
    """Show what would have left; raise ``CommandError`` where another robot may answer."""
    # Only who goes live reads mail, for which rules and IMAP take a second to load.
    from daemon.backtest.rivals import search

    since = clock.now() - _LOOK_BACK
    console = Console(stderr=True)
    vetoes = store.read(lambda ledger: ledger.vetoes(since))
    console.print(draw_reasons(store.read(lambda ledger: ledger.reasons(since)), vetoes, since))
    if not sum(store.read(lambda ledger: ledger.counts()).letters.values()):
        print(
            "triaged: no letter was read yet; what would be sent shows triaged backtest, or a day "
            "of triaged run in shadow mode",
            file=sys.stderr,
        )
    if advice := direct.advise(config, vetoes, since):
        print(f"triaged: {advice}", file=sys.stderr)
    channels = config.channels
    if channels.direct and not (channels.trusted_servers or channels.unauthenticated_direct):
        print(
            "triaged: direct mail is named, and no trusted server to say who really wrote it: none "
            "of it is acknowledged; triaged doctor shows what to write in channels.trusted_servers",
            file=sys.stderr,
        )
    if take_over:
        return
    looks = search(config, since, lambda ids: store.read(lambda ledger: ledger.sent_ids(ids)))
    found = list(
        track(looks, "searching Sent", len(config.mailboxes), console=console, transient=True)
    )
    sentences = [sentence for one in found if (sentence := _judge(one))]
    if sentences:
        robots = any(one.robot for one in found)
        raise CommandError(
            "\n".join([*sentences, _way_on(present, robots=robots)]),
            Exit.FAILED if robots else Exit.UNAVAILABLE,
        )


def _way_on(present: Permit, *, robots: bool) -> str:
    """Return what became of the question, and what to do now."""
    way = (
        "Switch the other robot off, then say the same with --take-over: what it answered so far "
        "still lies in Sent."
        if robots
        else "Mend that first (triaged doctor says more) and say it again; or, where you know that "
        "no other robot answers, say the same with --take-over."
    )
    return f"Nothing was changed: the mode is still {present.mode}. {way}"


def _judge(one: "Search") -> str | None:
    if one.problem is not None:
        return f"{one.mailbox}: nobody could look for another robot: {one.problem}"
    if one.absent:
        print(f"triaged: {one.mailbox}: no folder of sent mail to look into", file=sys.stderr)
        return None
    if one.robot is None:
        return None
    marked = f"{one.robot.marked} marked as automatic" if one.robot.marked else ""
    equal = f"{one.robot.equal} equal ones within minutes" if one.robot.equal else ""
    said = " and ".join(filter(None, (marked, equal)))
    return (
        f"{one.mailbox}: another robot answers your buyers: {said} in the last "
        f"{_LOOK_BACK.days} days"
    )


def _show(permit: Permit, *, as_json: bool) -> None:
    print(json.dumps(_object(permit)) if as_json else permit)


def _show_history(said: Sequence[ModeChange], *, as_json: bool) -> None:
    for one in said:
        if as_json:
            print(json.dumps({"at": iso(one.at), "who": one.who, **_object(one.permit)}))
        else:
            print(f"{iso(one.at)} {one.permit}, by {one.who}")


def _object(permit: Permit) -> dict[str, object]:
    canary = permit.canary if permit.mode is Mode.CANARY else Canary()
    return {
        "mode": permit.mode,
        "first": canary.first,
        "shops": sorted(canary.shops),
        "mailboxes": sorted(canary.mailboxes),
    }
