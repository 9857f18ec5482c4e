"""Search: cases by words and facts, the newest case first, page by page.

A single word that is an order id in full gives that order's cases alone.
"""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, select

from cases.filters import Filter
from cases.numbers import parse_number
from store import handles, queue
from store.desk_values import Page
from store.filters import conditions
from store.handles import Sort
from store.schema import cases, searches
from store.searching import INDEX, hits, terms_of
from store.transaction import Transaction


def search(tx: Transaction, wanted: Filter, now: datetime, limit: int, after: str = "") -> Page:
    """Return what is found; ``after`` is the last case of the page before.

    Raises ``ValueError`` where ``after`` is no number.
    """
    wanted = _as_order(tx, wanted)
    numbers = _numbers(tx, wanted, now, limit + 1, parse_number(after) if after else None)
    rows = queue.of_cases(tx, numbers[:limit], now)
    more = len(numbers) > limit and bool(rows)
    return Page(rows=rows, next=str(rows[-1].case) if more else None)


def _as_order(tx: Transaction, wanted: Filter) -> Filter:
    if len(wanted.words) != 1 or wanted.order is not None:
        return wanted
    word = wanted.words[0]
    known = next((one for one in (word, word.upper()) if _is_order(tx, one)), None)
    return wanted if known is None else replace(wanted, words=(), order=known)


def _is_order(tx: Transaction, word: str) -> bool:
    return bool(handles.holding(tx, Sort.ORDER, [word]))


def _numbers(
    tx: Transaction, wanted: Filter, now: datetime, limit: int, after: int | None
) -> list[int]:
    terms = terms_of(wanted)
    chosen = select(cases.c.id).where(*conditions(tx, wanted, now))
    number: ColumnElement[int] = cases.c.id
    if wanted.words and not terms:
        # Signs alone, of which no letter is found.
        return []
    if terms and tx.on_postgresql:
        # OFFSET 0 keeps the planner from walking through all cases after a rare word.
        found = select(searches.c.case_id).where(hits(tx, terms)).offset(0)
        chosen = chosen.where(cases.c.id.in_(found))
    elif terms:
        number = INDEX.c.rowid
        chosen = chosen.join(INDEX, number == cases.c.id).where(hits(tx, terms))
    if after is not None:
        chosen = chosen.where(number < after)
    return list(tx.run(chosen.order_by(number.desc()).limit(limit)).scalars())
