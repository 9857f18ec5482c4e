"""``triaged ack``: acknowledgements shown, what a person decides about them, and a sample."""

import argparse
import asyncio
from collections.abc import Callable, Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import Final

from cases.states import AckEvent
from daemon import clock
from daemon.commands import ack_decisions, ack_pages
from daemon.commands.options import add_config, find_config, length, limit, number
from daemon.commands.stores import lend_started
from daemon.exits import CommandError, Exit
from store.protocol import Store

EXAMPLES = """\
  triaged ack list --waiting
  triaged ack show 17
  triaged ack approve 17 18
  triaged ack approve --all
  triaged ack refuse 19
  triaged ack undo 19
  triaged ack release --reason shadow --since 12h
  triaged ack resolve 20 sent
  triaged ack reconcile
  triaged ack test --to me@example.com --language de"""


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")

    def add(name: str, text: str) -> argparse.ArgumentParser:
        action: argparse.ArgumentParser = actions.add_parser(
            name, help=text, description=text[:1].upper() + text[1:] + "."
        )
        add_config(action)
        return action

    shown = add("list", "show acknowledgements, newest first")
    which = shown.add_mutually_exclusive_group()
    which.add_argument("--waiting", action="store_true", help="those that wait for a person's word")
    which.add_argument("--withheld", metavar="REASON", help="those withheld for this reason")
    _add_since(shown)
    shown.add_argument("--limit", type=limit, default=100, metavar="N", help="default 100")
    shown.add_argument("--json", action="store_true", help="one list")
    one = add("show", "show one with its text, as it was sent or as it would be now")
    one.add_argument("ack", type=number, metavar="N")
    one.add_argument("--json", action="store_true", help="one object")
    approved = add("approve", "let those leave that wait (mode approve)")
    approved.add_argument("acks", nargs="*", type=number, metavar="N")
    approved.add_argument("--all", action="store_true", help="all that wait now")
    approved.add_argument(
        "--now",
        action="store_true",
        help="at once; without, they stay half a minute longer, so that it can be undone",
    )
    refused = add("refuse", "withhold those that wait, as declined")
    refused.add_argument("acks", nargs="+", type=number, metavar="N")
    undone = add("undo", "take approvals back until they have left, refusals within half a minute")
    undone.add_argument("acks", nargs="*", type=number, metavar="N")
    undone.add_argument(
        "--all", action="store_true", help="all that you approved within half a minute"
    )
    undone.add_argument(
        "--everyones", action="store_true", help="with --all: what others approved as well"
    )
    released = add("release", "let those leave that were withheld for a reason")
    released.add_argument("--reason", required=True, help="shadow, canary, declined, hold-out ...")
    _add_since(released)
    released.add_argument("--yes", action="store_true", help="do it; without, only count them")
    resolved = add("resolve", "say what became of one that is unknown")
    resolved.add_argument("ack", type=number, metavar="N")
    resolved.add_argument("found", choices=tuple(ack_decisions.FOUND), help="due: send it (again)")
    add("reconcile", "after a restore: show what Sent proves to have left, and what it does not")
    tested = add("test", "send a sample to an address of yours, in any mode")
    tested.add_argument("--to", required=True, metavar="ADDRESS", help="written to alone")
    tested.add_argument("--mailbox", metavar="NAME", help="default the only one")
    tested.add_argument("--language", default="en", help="default en")


def run(given: argparse.Namespace) -> int:
    """Do what was asked for; 1 where there was nothing to do it to."""
    if given.action == "test":
        return _test(given)
    with lend_started(find_config(given)) as store:
        return _ACTIONS[given.action](given, store)


def _add_since(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--since",
        type=length,
        default=timedelta(hours=24),
        metavar="LENGTH",
        help="with a reason: withheld within this long; default 24h",
    )


_ACTIONS: Final[Mapping[str, Callable[[argparse.Namespace, Store], int]]] = MappingProxyType(
    {
        "list": ack_pages.list_acks,
        "show": ack_pages.show,
        "approve": ack_decisions.approve,
        "refuse": ack_decisions.refuse,
        "undo": ack_decisions.undo,
        "release": ack_decisions.release,
        "resolve": ack_decisions.resolve,
        "reconcile": ack_pages.show_restored,
    }
)


def _test(given: argparse.Namespace) -> int:
    from daemon.config.reading import load_config
    from daemon.sending.trial import TrialError, UnspokenError, try_out

    config = load_config(find_config(given))
    names = [given.mailbox] if given.mailbox else list(config.mailboxes)
    if len(names) != 1 or names[0] not in config.mailboxes:
        raise CommandError(f"name one --mailbox of {', '.join(config.mailboxes)}", Exit.USAGE)
    if "@" not in given.to.strip("@"):
        raise CommandError(f"{given.to!r} is no address", Exit.USAGE)
    try:
        trial = asyncio.run(try_out(config, names[0], given.to, given.language, clock.now()))
    except UnspokenError as error:
        raise CommandError(f"--language: {error}", Exit.USAGE) from None
    except TrialError as error:
        raise CommandError(str(error), Exit.FAILED) from None
    if trial.outcome.event is not AckEvent.ACCEPT:
        raise CommandError(f"it was not sent: {trial.outcome.sentence}", Exit.UNAVAILABLE)
    print(f"sent from {config.mailboxes[names[0]].address} to {given.to} alone:\n")
    print(f"{trial.wording.subject}\n")
    print(trial.wording.body)
    return Exit.OK
