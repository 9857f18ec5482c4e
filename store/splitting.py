"""Splitting: some letters of a case become a case of their own.

The new case begins with what its letters say, and their limits run; the old one is heard anew
without them. What is due to the letters goes with them (store/following.py); acknowledgements that
have left, notes and events stay with the old one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, delete, select, update

from cases import opening
from cases.clocks import limit_at
from cases.deeds import Refusal
from cases.opening import Opening
from cases.states import CaseState
from cases.values import Verdict
from store import acknowledgements, following, handles, searching
from store import cases as case_table
from store import standing as standings
from store.cases import CaseRow, newest
from store.deeds import person
from store.desk_values import Outcome
from store.events import Event, EventName, record
from store.handles import Sort
from store.leaving import is_forgotten
from store.schema import handles as handle_table
from store.schema import letters
from store.searching import Found
from store.transaction import Row, Transaction


def split(tx: Transaction, case: int, chosen: Sequence[int], who: str, now: datetime) -> Outcome:
    """Make a new case of these letters; see ``store.desk_protocol``."""
    acknowledgements.lock(tx, case)
    found = standings.lock(tx, [case]).get(case)
    if found is None:
        return Outcome(case=case, refusal=Refusal.ABSENT)
    if is_forgotten(tx, case):
        return Outcome(case=case, refusal=Refusal.ERASED)
    if found.holder_at(now) not in {None, who}:
        return Outcome(case=case, refusal=Refusal.HELD, holder=found.holder, since=found.held_at)
    ((_, row),) = case_table.lock(tx, [case])
    rows = _letters(tx, case)
    moved = [one for one in rows if one["id"] in chosen]
    kept = [one for one in rows if one["id"] not in chosen]
    if not moved or not kept or len(moved) < len(set(chosen)):
        return Outcome(case=case, refusal=Refusal.FORBIDDEN)
    (number,) = case_table.add(tx, [_begin(row, [one["verdict"] for one in moved], case, now)])
    tx.run(
        update(letters)
        .where(letters.c.seller == tx.seller, letters.c.id.in_([one["id"] for one in moved]))
        .values(case_id=number, opening=1)
    )
    following.follow(tx, case, number, person(who), now, opening=1)
    waiting = [one["id"] for one in rows[max(0, len(rows) - row.unanswered) :]]
    case_table.change(tx, {case: _go_on(row, kept, waiting)})
    _hold(tx, case, number, moved, kept)
    for one in (number, case):
        _find_by(tx, one)
    record(
        tx,
        [
            Event(at=now, name=EventName.CASE_SPLIT, who=person(who), case=one, fields=fields)
            for one, fields in ((case, {"into": str(number)}), (number, {"from": str(case)}))
        ],
    )
    return Outcome(case=number)


def _letters(tx: Transaction, case: int) -> Sequence[Row]:
    rows = tx.run(
        select(*letters.c["id", "verdict"])
        .where(letters.c.seller == tx.seller, letters.c.case_id == case)
        .order_by(letters.c.received, letters.c.id)
    )
    return rows.mappings().all()


def _begin(row: CaseRow, said: Sequence[Verdict], case: int, now: datetime) -> CaseRow:
    letter = said[-1].letter
    return replace(
        row,
        state=CaseState.OPEN,
        opening=1,
        answered=False,
        opened_at=now,
        answered_at=None,
        closed_at=None,
        linked=case,
        **newest(said[-1]),
        marketplace=letter.marketplace or row.marketplace,
        order_id=next(_orders(said), None),
        letters=len(said),
        photos=sum(one.letter.photos for one in said),
        unanswered=len(said),
        awaited=None,
        wake_at=None,
        said=_hear(row, said),
    )


def _go_on(row: CaseRow, kept: Sequence[Row], unanswered: Sequence[int]) -> CaseRow:
    """Return the old case without the letters; where none of them waits, nothing is left to do."""
    said = [one["verdict"] for one in kept]
    waiting = [one["verdict"] for one in kept if one["id"] in unanswered]
    left = replace(
        row,
        **newest(said[-1]),
        letters=len(said),
        photos=sum(one.letter.photos for one in said),
        unanswered=len(waiting),
        answered=row.answered or not waiting,
    )
    if not waiting:
        return left
    return replace(left, said=replace(_hear(row, waiting), promise_at=row.said.promise_at))


def _hear(row: CaseRow, said: Sequence[Verdict]) -> Opening:
    limits = [
        limit_at(one.letter.marketplace, one.received) if row.said.limit_at else None
        for one in said
    ]
    heard = opening.begin(said[0], limits[0])
    for one, limit in zip(said[1:], limits[1:], strict=True):
        heard = opening.hear(heard, one, limit)
    return heard


def _orders(said: Iterable[Verdict]) -> Iterator[str]:
    return iter(dict.fromkeys(order for one in said for order in one.letter.order_ids))


def _hold(
    tx: Transaction, case: int, number: int, moved: Sequence[Row], kept: Sequence[Row]
) -> None:
    """Give the new case its orders; those that only its letters name are the old one's no more."""
    named = {*_orders(one["verdict"] for one in moved)}
    handles.hold(tx, [(Sort.ORDER, order, number) for order in sorted(named)])
    gone = sorted(named - {*_orders(one["verdict"] for one in kept)})
    if gone:
        of_old: list[ColumnElement[bool]] = [
            handle_table.c.seller == tx.seller,
            handle_table.c.case_id == case,
            handle_table.c.sort == Sort.ORDER,
            handle_table.c.value.in_(gone),
        ]
        tx.run(delete(handle_table).where(*of_old))


def _find_by(tx: Transaction, case: int) -> None:
    ((_, row),) = case_table.lock(tx, [case])
    searching.give_up(tx, case)
    words = searching.said_in(tx, case)
    facts = searching.facts(row.said.tags, row.language, row.marketplace, row.shop)
    searching.keep(tx, {case: Found(words=words, facts=facts)})
