"""Deeds: what people do to cases, decided by cases/deeds.py under the case's lock.

A deed is kept with the columns it changed, as they were and as they became. To undo it puts the
old ones back, once, within 30 s, and only where the case still stands as the deed left it. A
corrected letter's deed is training data.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import insert, select, update

from cases.deeds import (
    UNDO_WITHIN,
    Assign,
    Close,
    Correct,
    Deed,
    Escalate,
    Hold,
    LetGo,
    Rate,
    Refusal,
    Reopen,
    Snooze,
    Standing,
    Wait,
    decide,
    wake,
)
from cases.states import CaseState
from store import corrections, searching
from store import standing as standings
from store.desk_values import Outcome
from store.events import OURSELVES, Event, EventName, record
from store.leaving import all_forgotten, is_forgotten
from store.schema import cases, deeds, letters
from store.transaction import Row, Transaction

NAMES: Final[Mapping[type[Deed], EventName]] = {
    Hold: EventName.CASE_HELD,
    LetGo: EventName.CASE_LET_GO,
    Assign: EventName.CASE_ASSIGNED,
    Snooze: EventName.CASE_SNOOZED,
    Wait: EventName.CASE_WAITING,
    Close: EventName.CASE_CLOSED,
    Reopen: EventName.CASE_TAKEN_UP,
    Escalate: EventName.CASE_ESCALATED,
    Correct: EventName.CASE_CORRECTED,
    Rate: EventName.CASE_RATED,
}

#: So many sleepers are woken in one transaction.
WAKE_LIMIT: Final = 500


def person(name: str) -> str:
    """Return how events speak of a person."""
    return f"person:{name}"


def do(
    tx: Transaction, numbers: Sequence[int], deed: Deed, who: str, now: datetime
) -> tuple[Outcome, ...]:
    """Do the same to these cases; return what became of each, in their order."""
    standing, gone = standings.lock(tx, numbers), all_forgotten(tx, numbers)
    return tuple(
        Outcome(case=number, refusal=Refusal.ERASED)
        if number in gone
        else _do(tx, number, standing.get(number), deed, who, now)
        for number in numbers
    )


def undo(tx: Transaction, numbers: Sequence[int], who: str, now: datetime) -> tuple[Outcome, ...]:
    """Take back these deeds, the last first; return what became of each, in their order."""
    rows = tx.run(
        select(deeds)
        .where(deeds.c.seller == tx.seller, deeds.c.id.in_(numbers), deeds.c.who == who)
        .order_by(deeds.c.id.desc())
        .with_for_update()
    )
    outcomes = {row["id"]: _undo(tx, row, now) for row in rows.mappings().all()}
    nothing = Outcome(case=0, refusal=Refusal.EXPIRED)
    return tuple(outcomes.get(number, nothing) for number in numbers)


def wake_all(tx: Transaction, now: datetime) -> int:
    """Open cases that waited or slept until now; return how many."""
    due = tx.run(
        select(cases.c.id)
        .where(
            cases.c.seller == tx.seller,
            cases.c.wake_at <= now,
            cases.c.state.in_([CaseState.WAITING, CaseState.SNOOZED]),
        )
        .order_by(cases.c.wake_at)
        .limit(WAKE_LIMIT)
    )
    found = standings.lock(tx, list(due.scalars()))
    ready = {
        number: one
        for number, one in found.items()
        if one.wake_at is not None and one.wake_at <= now and one.state is not CaseState.OPEN
    }
    for number, one in ready.items():
        standings.change(tx, number, standings.difference(one, wake(one))[1])
    name = EventName.CASE_WOKEN
    record(tx, [Event(at=now, name=name, who=OURSELVES, case=number) for number in ready])
    return len(ready)


def _do(  # noqa: PLR0917 - what a deed is made of
    tx: Transaction, case: int, standing: Standing | None, deed: Deed, who: str, now: datetime
) -> Outcome:
    if standing is None:
        return Outcome(case=case, refusal=Refusal.ABSENT)
    after = decide(standing, deed, who, now)
    if isinstance(after, Refusal):
        held = after is Refusal.HELD
        return Outcome(
            case=case,
            refusal=after,
            holder=standing.holder if held else None,
            since=standing.held_at if held else None,
        )
    old, new = standings.difference(standing, after)
    standings.change(tx, case, new)
    corrected = standing.said.tags != after.said.tags
    if corrected:
        _find_by(tx, case)
    name = NAMES[type(deed)]
    record(tx, [Event(at=now, name=name, who=person(who), case=case, fields=_fields(deed))])
    letter = _spoken(tx, case, standing.said.tags[0]) if corrected else None
    if letter is not None:
        before, new_main = standing.said.tags[0], after.said.tags[0]
        corrections.hear(tx, letters.c.id == letter, before, new_main, now)
    number = tx.run(
        insert(deeds)
        .values(
            seller=tx.seller,
            case_id=case,
            name=name,
            who=who,
            at=now,
            old=standings.pack(old),
            new=standings.pack(new),
            letter_id=letter,
        )
        .returning(deeds.c.id)
    ).scalar_one()
    return Outcome(case=case, deed=number)


def _undo(tx: Transaction, deed: Row, now: datetime) -> Outcome:
    case = deed["case_id"]
    if deed["undone_at"] is not None or deed["at"] < now - UNDO_WITHIN:
        return Outcome(case=case, refusal=Refusal.EXPIRED)
    found = standings.lock(tx, [case])[case]
    present = standings.pack(standings.columns(found))
    if any(present[name] != value for name, value in deed["new"].items()):
        return Outcome(case=case, refusal=Refusal.CHANGED)
    if is_forgotten(tx, case):
        return Outcome(case=case, refusal=Refusal.ERASED)
    standings.change(tx, case, standings.unpack(deed["old"]))
    if "tags" in deed["old"]:
        _find_by(tx, case)
        before, after = deed["new"]["tags"][0], deed["old"]["tags"][0]
        corrections.hear(tx, letters.c.id == deed["letter_id"], before, after, now)
    tx.run(
        update(deeds)
        .where(deeds.c.seller == tx.seller, deeds.c.id == deed["id"])
        .values(undone_at=now)
    )
    name, fields = EventName.CASE_UNDONE, {"event": deed["name"]}
    record(tx, [Event(at=now, name=name, who=person(deed["who"]), case=case, fields=fields)])
    return Outcome(case=case)


def _find_by(tx: Transaction, case: int) -> None:
    """Let a case be found by the tags it has now."""
    row = tx.run(
        select(*cases.c["tags", "language", "marketplace", "shop"]).where(
            cases.c.seller == tx.seller, cases.c.id == case
        )
    ).one()
    searching.keep(tx, {case: searching.Found(facts=searching.facts(*row))})


def _spoken(tx: Transaction, case: int, main: str) -> int | None:
    """Return the letter that gave the case its main tag: the newest, else the case's newest."""
    rows = tx.run(
        select(*letters.c["id", "tags"])
        .where(letters.c.seller == tx.seller, letters.c.case_id == case)
        .order_by(letters.c.received.desc(), letters.c.id.desc())
    ).all()
    said = [row.id for row in rows if row.tags and row.tags[0] == main]
    return next(iter([*said, *(row.id for row in rows)]), None)


def _fields(deed: Deed) -> dict[str, str]:
    """Return what an event says of a deed."""
    return dict(_say(deed))


def _say(deed: Deed) -> Iterable[tuple[str, str]]:
    match deed:
        case Hold(reason=reason) if reason:
            yield "reason", reason
        case Assign(to=to):
            yield "to", to or ""
        case Snooze(until=until):
            yield "until", until.isoformat()
        case Wait(on=on, until=until):
            yield "on", on
            if until is not None:
                yield "until", until.isoformat()
        case Close(why=why):
            yield "why", why
        case Escalate(on=False):
            yield "on", "no"
        case Correct(tags=tags):
            yield "tags", ",".join(tags)
        case Rate(priority=priority):
            yield "priority", priority
