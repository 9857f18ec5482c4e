"""``triaged ack``: acknowledgements shown, and what a person decides about them."""

import argparse
import asyncio
import getpass
import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from rich.console import Console

from cases.approvals import HOLD, needs_word
from cases.deeds import Refusal
from cases.modes import Mode
from cases.states import AckEvent, AckState
from cases.values import Wording
from daemon import clock
from daemon.commands.options import add_config, find_config, length, number
from daemon.commands.stores import lend_started
from daemon.exits import CommandError, Exit
from daemon.moments import iso
from desk.acks import draw_ack, draw_acks
from store.protocol import Ledger, Store
from store.values import AckView

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

#: What a person finds out about one that is unknown.
_FOUND: Final[Mapping[str, AckEvent]] = MappingProxyType(
    {"sent": AckEvent.PROVE_SENT, "refused": AckEvent.PROVE_REFUSED, "due": AckEvent.RESUME}
)

#: Not written yet: what is shown of it is what would be written now.
_UNWRITTEN: Final = frozenset({AckState.DUE, AckState.CLAIMED, AckState.WITHHELD})


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
    shown.add_argument("--limit", type=number, default=100, metavar="N", help="default 100")
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
    resolved.add_argument("found", choices=tuple(_FOUND), help="due: send it (again)")
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


def _who() -> str:
    return f"command:{getpass.getuser()}"


def _list(given: argparse.Namespace, store: Store) -> int:
    now = clock.now()
    if given.waiting:
        acks = store.read(lambda ledger: ledger.unapproved(given.limit))
    elif given.withheld:
        since = now - given.since
        acks = store.read(lambda ledger: ledger.withheld(given.withheld, since, given.limit))
    else:
        acks = store.read(lambda ledger: ledger.acks(given.limit))
    if given.json:
        print(json.dumps([_describe(one) for one in acks], ensure_ascii=False, indent=2))
    else:
        Console().print(draw_acks(acks, now))
    return Exit.OK


def _show(given: argparse.Namespace, store: Store) -> int:
    now = clock.now()
    found = store.read(lambda ledger: ledger.ack(given.ack))
    if found is None:
        raise CommandError(f"there is no acknowledgement {given.ack}", Exit.FAILED)
    wording = _preview(given, store, found, now) if found.state in _UNWRITTEN else None
    if given.json:
        now_said = asdict(wording) if isinstance(wording, Wording) else {"veto": wording}
        said = _describe(found) | ({} if wording is None else {"now": _plain(now_said)})
        print(json.dumps(said, ensure_ascii=False, indent=2))
    else:
        Console().print(draw_ack(found, wording, now))
    return Exit.OK


def _preview(
    given: argparse.Namespace, store: Store, ack: AckView, now: datetime
) -> Wording | str | None:
    # Only what is written anew needs templates and rules, which take a second to load.
    from daemon.config.reading import load_config
    from daemon.knowledge import load_knowledge
    from daemon.seal import is_proved
    from daemon.sending.preview import preview
    from desk.stationery import survey

    case, outlook = store.read(
        lambda ledger: (ledger.case(ack.case, now), survey(ledger, [ack.case], now))
    )
    config = load_config(find_config(given))
    proved = is_proved(config)
    knowledge = load_knowledge(config, proved=proved)
    return None if case is None else preview(case, ack.letter, knowledge, outlook, now)


def _approve(given: argparse.Namespace, store: Store) -> int:
    if bool(given.acks) == given.all:
        raise CommandError("name the acknowledgements, or --all", Exit.USAGE)
    mode = store.read(lambda ledger: ledger.permit()).mode
    hold = timedelta(0) if given.now else HOLD
    what, remedy = "approved", ""
    if mode is Mode.SHADOW:
        what = "approved; nothing leaves in shadow mode"
    elif hold and needs_word(mode):
        again = "--all" if given.all else " ".join(map(str, given.acks))
        seconds = f"{hold.total_seconds():.0f} s"
        remedy = f"; none leaves within {seconds}, until then: triaged ack undo {again}"
    if given.all:
        done = store.write(lambda ledger: ledger.approve(None, _who(), clock.now(), hold=hold))
        print(f"{done} {what}{remedy if done else ''}")
        return Exit.OK
    return _decide(
        store,
        given.acks,
        lambda ledger: ledger.approve(given.acks, _who(), clock.now(), hold=hold),
        what,
        remedy,
    )


def _refuse(given: argparse.Namespace, store: Store) -> int:
    return _decide(
        store,
        given.acks,
        lambda ledger: ledger.decline(given.acks, _who(), clock.now()),
        "withheld as declined",
    )


def _decide(
    store: Store,
    chosen: Collection[int],
    work: Callable[[Ledger], int],
    what: str,
    remedy: str = "",
) -> int:
    """Do it to those that are due; tell which are not there, or not due, and why.

    The ``remedy`` is told where something was done that it could mend.
    """
    known = store.read(lambda ledger: {number: ledger.ack(number) for number in chosen})
    done = store.write(work)
    print(f"{done} of {len(known)} {what}{remedy if done else ''}")
    lacking = [
        f"there is no acknowledgement {number}"
        if ack is None
        else f"acknowledgement {number} is {ack.state}, not due"
        for number, ack in known.items()
        if ack is None or ack.state is not AckState.DUE
    ]
    if lacking:
        raise CommandError("\n".join(lacking), Exit.FAILED)
    return Exit.OK


def _undo(given: argparse.Namespace, store: Store) -> int:
    """Take decisions back; tell of which it is too late, and why."""
    if bool(given.acks) == given.all:
        raise CommandError("name the acknowledgements, or --all", Exit.USAGE)
    if given.everyones and not given.all:
        raise CommandError("--everyones belongs to --all", Exit.USAGE)
    chosen = None if given.all else given.acks
    outcomes = store.write(
        lambda ledger: ledger.take_back(chosen, _who(), clock.now(), everyones=given.everyones)
    )
    print(f"{sum(one.done for one in outcomes)} of {len(outcomes)} taken back")
    named = given.acks or [f"of case {one.case}" for one in outcomes]
    lacking = [
        _LATE[one.refusal].format(name, holder=one.holder)
        for name, one in zip(named, outcomes, strict=True)
        if one.refusal is not None
    ]
    if lacking:
        raise CommandError("\n".join(lacking), Exit.FAILED)
    return Exit.OK


#: Why something is not taken back.
_LATE: Final[Mapping[Refusal, str]] = MappingProxyType(
    {
        Refusal.ABSENT: "there is no acknowledgement {}",
        Refusal.ALREADY: "nobody has decided on acknowledgement {}",
        Refusal.CHANGED: "acknowledgement {} was withheld or released, not approved or refused; "
        "see triaged ack refuse",
        Refusal.EXPIRED: "acknowledgement {} was refused longer ago; see triaged ack release",
        Refusal.HELD: "acknowledgement {} was approved by {holder}; see --everyones",
        Refusal.LEFT: "acknowledgement {} has left already, or is leaving just now",
        Refusal.LIVE: "acknowledgement {} leaves by itself in this mode; see triaged ack refuse",
    }
)


def _release(given: argparse.Namespace, store: Store) -> int:
    now = clock.now()
    since = now - given.since
    if store.read(lambda ledger: ledger.permit()).mode is Mode.SHADOW:
        raise CommandError(
            "nothing leaves in shadow mode, so nothing is released; see triaged mode", Exit.FAILED
        )
    reasons = store.read(lambda ledger: ledger.reasons(since))
    if given.reason not in reasons:
        there = ", ".join(sorted(reasons)) or "none"
        raise CommandError(
            f"nothing was withheld for {given.reason!r} since {iso(since)}; reasons were: {there}",
            Exit.FAILED,
        )
    if not given.yes:
        print(f"{reasons[given.reason]} would be released; do it with --yes")
        return Exit.OK
    done = store.write(lambda ledger: ledger.release(given.reason, since, _who(), now))
    print(f"{done} released; each is judged again when it is sent")
    return Exit.OK


def _resolve(given: argparse.Namespace, store: Store) -> int:
    event = _FOUND[given.found]
    known = store.read(lambda ledger: ledger.ack(given.ack))
    if known is None:
        raise CommandError(f"there is no acknowledgement {given.ack}", Exit.FAILED)
    if not store.write(lambda ledger: ledger.resolve(given.ack, event, _who(), clock.now())):
        raise CommandError(
            f"acknowledgement {given.ack} is {known.state}, not unknown", Exit.FAILED
        )
    print(f"acknowledgement {given.ack} is {given.found}")
    return Exit.OK


def _reconcile(given: argparse.Namespace, store: Store) -> int:
    """Show what is known by now of what a restore holds back."""
    from daemon.backup.reconciliation import explain, reconcile
    from daemon.config.reading import load_config

    mailboxes = load_config(find_config(given)).mailboxes
    found = store.read(lambda ledger: reconcile(ledger, mailboxes))
    if found is None:
        print("the store was never put back from a backup")
        return Exit.OK
    if found.acks:
        Console().print(draw_acks(found.acks, clock.now()))
    for sentence in explain(found):
        print(sentence)
    return Exit.OK


_ACTIONS: Final[Mapping[str, Callable[[argparse.Namespace, Store], int]]] = MappingProxyType(
    {
        "list": _list,
        "show": _show,
        "approve": _approve,
        "refuse": _refuse,
        "undo": _undo,
        "release": _release,
        "resolve": _resolve,
        "reconcile": _reconcile,
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


def _describe(one: AckView) -> dict[str, object]:
    return _plain(asdict(one))


def _plain(said: Mapping[str, object]) -> dict[str, object]:
    return {
        name: iso(value) if isinstance(value, datetime) else value for name, value in said.items()
    }
