"""What is done, closed last first: who looks there looks for what was just settled.

An index has this order, so that no more is read than a page shows. A done case always has
``closed_at`` (cases/deeds.py). Where a page ends stands in its last case: when it was closed, and
its number.
"""

from datetime import datetime
from typing import Final

from sqlalchemy import BigInteger, literal, select, tuple_
from sqlalchemy import type_coerce as taken_as

from cases.filters import Filter
from cases.numbers import parse_number
from store import queue
from store.columns import milliseconds
from store.desk_values import Page
from store.filters import conditions
from store.schema import cases
from store.transaction import Transaction
from store.values import QueueRow

#: Between the two in ``Page.next``.
_COMMA: Final = ","


def page(tx: Transaction, wanted: Filter, now: datetime, limit: int, after: str = "") -> Page:
    """Return cases of those done; raises ``ValueError`` where ``after`` is no place among them."""
    keys = (taken_as(cases.c.closed_at, BigInteger), taken_as(cases.c.id, BigInteger))
    chosen = select(cases.c.id).where(*conditions(tx, wanted, now))
    if after:
        closed, case = map(parse_number, after.split(_COMMA))
        place = (literal(closed, BigInteger), literal(case, BigInteger))
        chosen = chosen.where(tuple_(*keys) < tuple_(*place))
    ordered = chosen.order_by(*(key.desc() for key in keys)).limit(limit + 1)
    numbers = list(tx.run(ordered).scalars())
    rows = queue.of_cases(tx, numbers[:limit], now)
    more = len(numbers) > limit and bool(rows)
    return Page(rows=rows, next=_place(rows[-1]) if more else None)


def _place(row: QueueRow) -> str | None:
    return f"{milliseconds(row.closed_at)}{_COMMA}{row.case}" if row.closed_at else None
