"""Merging: two cases of one matter become one.

Letters, notes, replies and orders go over to the one that stays, and with the letters what is due
to them (store/following.py). Acknowledgements that have left and events stay where they were made;
their Message-IDs lead to the one that stays. The other is done, linked, and held by nothing any
more, so that no letter joins it again.
"""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import delete, select, update

from cases import opening
from cases.deeds import Refusal
from cases.states import CaseState
from store import acknowledgements, following, handles, queue, searching
from store import cases as case_table
from store import standing as standings
from store.cases import CaseRow
from store.deeds import person
from store.desk_values import Outcome
from store.events import Event, EventName, record
from store.handles import Sort
from store.leaving import all_forgotten
from store.schema import acknowledgements as acks
from store.schema import handles as handle_table
from store.schema import letters, notes, replies
from store.searching import Found
from store.transaction import Transaction


def merge(tx: Transaction, into: int, case: int, who: str, now: datetime) -> Outcome:
    """Make ``case`` part of ``into``; see ``store.desk_protocol``."""
    pair = sorted({into, case})
    # No letter of theirs is filed meanwhile.
    tx.lock(f"buyer:{one.buyer}" for one in queue.of_cases(tx, pair, now) if one.buyer)
    acknowledgements.lock(tx, *pair)
    rows, standing = dict(case_table.lock(tx, pair)), standings.lock(tx, pair)
    if len(pair) > len(rows):
        return Outcome(case=into, refusal=Refusal.ABSENT)
    if all_forgotten(tx, pair):
        return Outcome(case=into, refusal=Refusal.ERASED)
    if into == case or not _belong_together(tx, into, case, rows):
        return Outcome(case=into, refusal=Refusal.FORBIDDEN)
    for one in standing.values():
        if one.holder_at(now) not in {None, who}:
            return Outcome(case=into, refusal=Refusal.HELD, holder=one.holder, since=one.held_at)
    joined = _join(rows[into], rows[case])
    _hand_over(tx, case, into, joined.opening)
    following.follow(tx, case, into, person(who), now, opening=joined.opening)
    searching.give_up(tx, case, into)
    said = joined.said.tags, joined.language, joined.marketplace, joined.shop
    words = searching.said_in(tx, into)
    searching.keep(tx, {into: Found(words=words, facts=searching.facts(*said))})
    case_table.change(tx, {into: joined, case: _leave(rows[case], into, now)})
    standings.change(tx, case, {"holder": None, "held_at": None, "held_until": None})
    record(
        tx,
        [
            Event(at=now, name=EventName.CASE_MERGED, who=person(who), case=one, fields=fields)
            for one, fields in ((into, {"from": str(case)}), (case, {"into": str(into)}))
        ],
    )
    return Outcome(case=into)


def _belong_together(tx: Transaction, one: int, other: int, rows: dict[int, CaseRow]) -> bool:
    buyers = {rows[one].buyer, rows[other].buyer}
    if "" not in buyers:
        return len(buyers) == 1
    orders: dict[int, set[str]] = {one: set(), other: set()}
    for case, sort, value in handles.of_cases(tx, [one, other]):
        if sort is Sort.ORDER:
            orders[case].add(value)
    return bool(orders[one] & orders[other])


def _join(stays: CaseRow, goes: CaseRow) -> CaseRow:
    """Return the case that both make together; what is answered adds no clock."""
    newer = goes if goes.newest_at > stays.newest_at else stays
    joined = replace(
        stays,
        buyer=stays.buyer or goes.buyer,
        subject=newer.subject,
        excerpt=newer.excerpt,
        language=newer.language,
        newest_at=newer.newest_at,
        marketplace=stays.marketplace or goes.marketplace,
        shop=stays.shop or goes.shop,
        order_id=stays.order_id or goes.order_id,
        letters=stays.letters + goes.letters,
        photos=stays.photos + goes.photos,
        unanswered=stays.unanswered + goes.unanswered,
    )
    if goes.answered:
        return joined
    if stays.answered:
        # A new opening: what waits in the other has had no answer.
        return replace(
            joined,
            state=CaseState.OPEN,
            opening=stays.opening + 1,
            answered=False,
            answered_at=None,
            closed_at=None,
            awaited=None,
            wake_at=None,
            said=goes.said,
        )
    older, younger = sorted((stays.said, goes.said), key=lambda said: said.received)
    return replace(joined, said=opening.together(older, younger))


def _leave(goes: CaseRow, into: int, now: datetime) -> CaseRow:
    """Return the case that is empty now: nobody's, so that nothing joins it."""
    return replace(
        goes,
        buyer="",
        state=CaseState.DONE,
        answered=True,
        closed_at=now,
        linked=into,
        letters=0,
        photos=0,
        unanswered=0,
        awaited=None,
        wake_at=None,
    )


def _hand_over(tx: Transaction, case: int, into: int, present: int) -> None:
    held = [(sort, value, into) for _, sort, value in handles.of_cases(tx, [case])]
    sent = tx.run(
        select(acks.c.message_id).where(
            acks.c.seller == tx.seller, acks.c.case_id == case, acks.c.message_id.is_not(None)
        )
    ).scalars()
    handles.hold(tx, [*held, *((Sort.SENT, one, into) for one in sent)])
    tx.run(
        delete(handle_table).where(
            handle_table.c.seller == tx.seller, handle_table.c.case_id == case
        )
    )
    tx.run(
        update(letters)
        .where(letters.c.seller == tx.seller, letters.c.case_id == case)
        .values(case_id=into, opening=present)
    )
    for table in (notes, replies):
        tx.run(
            update(table)
            .where(table.c.seller == tx.seller, table.c.case_id == case)
            .values(case_id=into)
        )
