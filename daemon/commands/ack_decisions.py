"""What people decide about acknowledgements: whether they leave, and what became of them."""

import argparse
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import timedelta
from types import MappingProxyType
from typing import Final

from cases.approvals import HOLD, needs_word
from cases.deeds import UNDO_WITHIN, Refusal
from cases.modes import Mode
from cases.states import AckEvent, AckState
from daemon import clock
from daemon.commands.person import name_person
from daemon.exits import CommandError, Exit
from daemon.moments import iso
from store.desk_values import Outcome
from store.leaving import ERASED
from store.protocol import Ledger, Store

#: What a person finds out about one that is unknown.
FOUND: Final[Mapping[str, AckEvent]] = MappingProxyType(
    {"sent": AckEvent.PROVE_SENT, "refused": AckEvent.PROVE_REFUSED, "due": AckEvent.RESUME}
)

#: Why something is not taken back.
_LATE: Final[Mapping[Refusal, str]] = MappingProxyType(
    {
        Refusal.ABSENT: "there is no acknowledgement {}",
        Refusal.ALREADY: "nobody has decided on acknowledgement {}",
        Refusal.CHANGED: "acknowledgement {} was withheld or released, not approved or refused",
        Refusal.EXPIRED: "acknowledgement {} was refused longer ago; see triaged ack release",
        Refusal.HELD: "acknowledgement {} was approved by {holder}; see --everyones",
        Refusal.LEFT: "acknowledgement {} has left already, or is leaving just now",
        Refusal.ERASED: "the buyer of acknowledgement {} was erased: nothing more leaves for them",
        Refusal.LIVE: "acknowledgement {} leaves by itself in this mode",
    }
)

#: Of these a person who does not want one sent refuses it instead, while it is due.
_TO_REFUSE: Final = frozenset({Refusal.CHANGED, Refusal.LIVE})


def approve(given: argparse.Namespace, store: Store) -> int:
    """Let those leave that wait; without ``--now`` so that it can be undone for a while."""
    if bool(given.acks) == given.all:
        raise CommandError("name the acknowledgements, or --all", Exit.USAGE)
    mode = store.read(lambda ledger: ledger.permit()).mode
    hold = timedelta(0) if given.now else HOLD
    what, remedy = "approved", ""
    if mode is Mode.SHADOW:
        what = "approved; nothing leaves in shadow mode"
    elif hold and needs_word(mode):
        seconds = f"{hold.total_seconds():.0f} s"
        remedy = f"; none leaves within {seconds}, until then: triaged ack undo {{}}"
    if given.all:
        done = store.write(
            lambda ledger: ledger.approve(None, name_person(), clock.now(), hold=hold)
        )
        print(f"{len(done)} {what}{remedy.format('--all') if done else ''}")
        return Exit.OK
    return _decide(
        store,
        given.acks,
        lambda ledger: ledger.approve(given.acks, name_person(), clock.now(), hold=hold),
        what,
        remedy,
    )


def refuse(given: argparse.Namespace, store: Store) -> int:
    """Withhold those that wait."""
    return _decide(
        store,
        given.acks,
        lambda ledger: ledger.decline(given.acks, name_person(), clock.now()),
        "withheld as declined",
        f"; back within {UNDO_WITHIN.total_seconds():.0f} s: triaged ack undo {{}}",
    )


def undo(given: argparse.Namespace, store: Store) -> int:
    """Take decisions back; tell of which it is too late, and why."""
    if bool(given.acks) == given.all:
        raise CommandError("name the acknowledgements, or --all", Exit.USAGE)
    if given.everyones and not given.all:
        raise CommandError("--everyones belongs to --all", Exit.USAGE)
    chosen = None if given.all else given.acks

    def take_back(ledger: Ledger) -> tuple[Sequence[Outcome], frozenset[int]]:
        """Take them back; tell also which of those that were named are due."""
        told = ledger.take_back(chosen, name_person(), clock.now(), everyones=given.everyones)
        known = {number: ledger.ack(number) for number in given.acks}
        return told, frozenset(
            number for number, ack in known.items() if ack is not None and ack.state is AckState.DUE
        )

    outcomes, due = store.write(take_back)
    print(f"{sum(one.done for one in outcomes)} of {len(outcomes)} taken back")
    named = given.acks or [f"of case {one.case}" for one in outcomes]
    lacking = [
        _LATE[one.refusal].format(name, holder=one.holder)
        for name, one in zip(named, outcomes, strict=True)
        if one.refusal is not None
    ]
    # What --all finds is due, and known by its case alone.
    instead = [
        str(name)
        for name, one in zip(given.acks or ["N"] * len(outcomes), outcomes, strict=True)
        if one.refusal in _TO_REFUSE and (given.all or name in due)
    ]
    if instead:
        again = " ".join(dict.fromkeys(instead))
        lacking.append(f"what is not to be sent is withheld by: triaged ack refuse {again}")
    if lacking:
        raise CommandError("\n".join(lacking), Exit.FAILED)
    return Exit.OK


def release(given: argparse.Namespace, store: Store) -> int:
    """Let those leave that were withheld for a reason; without ``--yes`` count them."""
    now = clock.now()
    since = now - given.since
    if store.read(lambda ledger: ledger.permit()).mode is Mode.SHADOW:
        raise CommandError(
            "nothing leaves in shadow mode, so nothing is released; see triaged mode", Exit.FAILED
        )
    if given.reason == ERASED:
        raise CommandError(
            "what was withheld because its buyer was erased is not released: nothing more leaves "
            "for them",
            Exit.FAILED,
        )
    reasons = store.read(lambda ledger: ledger.reasons(since))
    if given.reason not in reasons:
        there = ", ".join(sorted(reasons)) or "none"
        raise CommandError(
            f"nothing was withheld for {given.reason!r} since {iso(since)}; reasons were: {there}",
            Exit.FAILED,
        )
    free = store.read(lambda ledger: ledger.releasable(given.reason, since))
    if not free:
        raise CommandError(
            f"what was withheld for {given.reason!r} since {iso(since)} is all of buyers who were "
            "erased: nothing more leaves for them",
            Exit.FAILED,
        )
    if not given.yes:
        stay = reasons[given.reason] - free
        why = f", {stay} not: their buyers were erased" if stay else ""
        print(f"{free} would be released{why}; do it with --yes")
        return Exit.OK
    done = store.write(lambda ledger: ledger.release(given.reason, since, name_person(), now))
    print(f"{done} released; each is judged again when it is sent")
    return Exit.OK


def resolve(given: argparse.Namespace, store: Store) -> int:
    """Settle one that is unknown."""
    event = FOUND[given.found]
    known = store.read(lambda ledger: ledger.ack(given.ack))
    if known is None:
        raise CommandError(f"there is no acknowledgement {given.ack}", Exit.FAILED)
    if not store.write(lambda ledger: ledger.resolve(given.ack, event, name_person(), clock.now())):
        if known.state is AckState.UNKNOWN and event is AckEvent.RESUME:
            raise CommandError(_LATE[Refusal.ERASED].format(given.ack), Exit.FAILED)
        raise CommandError(
            f"acknowledgement {given.ack} is {known.state}, not unknown", Exit.FAILED
        )
    print(f"acknowledgement {given.ack} is {given.found}")
    return Exit.OK


def _decide(
    store: Store,
    chosen: Collection[int],
    work: Callable[[Ledger], Collection[int]],
    what: str,
    remedy: str = "",
) -> int:
    """Do it to those that are due; tell which are not there, or not due, and why.

    The ``remedy`` is told where something was done that it could mend, with what it was done to
    just now: what another person approved before is not this one's to take back.
    """
    known = store.read(lambda ledger: {number: ledger.ack(number) for number in chosen})
    done = store.write(work)
    meant = " ".join(str(number) for number in known if number in done)
    print(f"{len(done)} of {len(known)} {what}{remedy.format(meant) if done else ''}")
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
