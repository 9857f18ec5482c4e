"""Search: cases by words and facts, the newest case first, page by page.

A single word that is an order id in full gives that order's cases alone.

On PostgreSQL the order of the work is told, not left to the planner, which now and then takes the
open cases for a handful and looks every word up again for each: the words are looked up once, and
the cases found are compared with the filter one by one, the newest first, until the page is full.
"""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, Select, literal, select, text, true

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
    narrowing = conditions(tx, wanted, now)
    if wanted.words and not terms:
        # Signs alone, of which no letter is found.
        return []
    number: ColumnElement[int] = cases.c.id
    chosen = select(cases.c.id).where(*narrowing)
    if terms and tx.on_postgresql:
        number, chosen = _among_hits(tx, terms, narrowing)
    elif terms:
        number = INDEX.c.rowid
        chosen = chosen.join(INDEX, number == cases.c.id).where(hits(tx, terms))
    if after is not None:
        chosen = chosen.where(number < after)
    return list(tx.run(chosen.order_by(number.desc()).limit(limit)).scalars())


def _among_hits(
    tx: Transaction, terms: list[str], narrowing: list[ColumnElement[bool]]
) -> tuple[ColumnElement[int], Select[int]]:
    """Return the hits of PostgreSQL's index that are wanted, by their number."""
    # Words are made up anew of every row that is read without the index, which costs a hundred
    # times what the planner expects: of a frequent word it would read all rows.
    tx.run(text("SET LOCAL enable_seqscan = off"))
    # Once, whatever is made of it.
    found = select(searches.c.case_id).where(hits(tx, terms)).cte("found")
    found = found.prefix_with("MATERIALIZED")
    newest = select(found.c.case_id).order_by(found.c.case_id.desc()).subquery("newest")
    # LIMIT leaves the planner no way but to ask for each hit in turn.
    wanted = select(literal(1)).where(cases.c.id == newest.c.case_id, *narrowing).limit(1)
    return newest.c.case_id, select(newest.c.case_id).join(wanted.lateral("wanted"), true())
