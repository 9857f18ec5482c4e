"""Acknowledgements shown: listed, one with its text, and what a restore holds back."""

import argparse
import json
import sys
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Final

from rich.console import Console

from cases.states import AckState
from cases.values import Wording
from daemon import clock
from daemon.commands.options import find_config
from daemon.exits import CommandError, Exit
from daemon.moments import iso
from desk.acks import draw_ack, draw_acks
from store.protocol import Store
from store.values import AckView

#: Not written yet: what is shown of it is what would be written now.
_UNWRITTEN: Final = frozenset({AckState.DUE, AckState.CLAIMED, AckState.WITHHELD})


def list_acks(given: argparse.Namespace, store: Store) -> int:
    """Show the newest, or those that wait or were withheld for a reason."""
    now = clock.now()
    if given.waiting:
        acks = store.read(lambda ledger: ledger.unapproved(given.limit))
    elif given.withheld is not None:
        acks = _find_withheld(store, given.withheld, now - given.since, given.limit)
    else:
        acks = store.read(lambda ledger: ledger.acks(given.limit))
    if given.json:
        print(json.dumps([_describe(one) for one in acks], ensure_ascii=False, indent=2))
    else:
        Console().print(draw_acks(acks, now))
    return Exit.OK


def show(given: argparse.Namespace, store: Store) -> int:
    """Show one; of what is not written yet, what would be written now."""
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


def show_restored(given: argparse.Namespace, store: Store) -> int:
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


def _find_withheld(store: Store, reason: str, since: datetime, limit: int) -> tuple[AckView, ...]:
    # Only who asks for a reason needs all that there are, which takes the rules' imports.
    from daemon.reasons import REASONS

    acks, vetoes = store.read(
        lambda ledger: (ledger.withheld(reason, since, limit), ledger.vetoes(since))
    )
    if letters := vetoes.get(reason, 0):
        print(
            f"triaged: letters that met {reason} by themselves since {iso(since)}: {letters}; for "
            "these no acknowledgement was made that could be listed or released",
            file=sys.stderr,
        )
    # A triaged of before may have known others.
    elif not acks and reason not in REASONS:
        raise CommandError(f"{reason!r} is no reason; there are: {', '.join(REASONS)}", Exit.USAGE)
    return acks


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


def _describe(one: AckView) -> dict[str, object]:
    return _plain(asdict(one))


def _plain(said: Mapping[str, object]) -> dict[str, object]:
    return {
        name: iso(value) if isinstance(value, datetime) else value for name, value in said.items()
    }
