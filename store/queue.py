"""The queue: cases in the order of cases/ordering.py, sorted by the database, page by page.

Level (one higher once ``lift_at`` has come), then the nearest clock in steps of a quarter of an
hour, then score, then age. A test holds the order equal to ``cases.ordering.sort_key``. The order
is made of an index; rows are read only of the cases on the page. Where a page ends stands in its
last case's keys, so the next one begins there whatever came or went before it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import BigInteger, ColumnElement, Float, and_, func, literal, select, tuple_
from sqlalchemy import case as when
from sqlalchemy import type_coerce as taken_as

from cases.filters import OPEN, VIEWS, Filter, View
from cases.labels import LEVELS, Fulfilment
from cases.numbers import parse_number
from cases.ordering import STEP, Place, clock_step, effective_level, rank
from cases.states import AckState, CaseState
from store.columns import milliseconds
from store.desk_values import Page
from store.events import EventName
from store.filters import conditions, narrower
from store.schema import acknowledgements as acks
from store.schema import cases, events
from store.transaction import Transaction
from store.values import QueueRow

_STEP: Final = STEP // timedelta(milliseconds=1)

#: What a letter does to a case.
_FILED: Final = (EventName.CASE_OPENED, EventName.CASE_JOINED, EventName.CASE_REOPENED)

#: Between the keys of a case in ``Page.next``.
_COMMA: Final = ","


def first_served(tx: Transaction, now: datetime, limit: int) -> tuple[QueueRow, ...]:
    """Return the open cases, first served first."""
    return page(tx, Filter(states=OPEN), now, limit).rows


def page(
    tx: Transaction,
    wanted: Filter,
    now: datetime,
    limit: int,
    after: str = "",
    *narrower: ColumnElement[bool],
) -> Page:
    """Return cases in the order in which they are served; see ``store.desk_protocol``."""
    keys = _keys(now)
    if after:
        narrower += (tuple_(*keys) > tuple_(*_read_place(after)),)
    chosen = tx.run(
        select(cases.c.id)
        .where(*conditions(tx, wanted, now), *narrower)
        .order_by(*keys)
        .limit(limit + 1)
    )
    numbers = list(chosen.scalars())
    rows = of_cases(tx, numbers[:limit], now)
    more = len(numbers) > limit and bool(rows)
    return Page(rows=rows, next=_write_place(tx, rows[-1].case, now) if more else None)


def of_cases(tx: Transaction, numbers: Sequence[int], now: datetime) -> tuple[QueueRow, ...]:
    """Return the rows of these cases, in the order given."""
    if not numbers:
        return ()
    present = and_(
        acks.c.seller == cases.c.seller,
        acks.c.case_id == cases.c.id,
        acks.c.opening == cases.c.opening,
    )
    found = tx.run(
        select(*_READ, acks.c.state.label("ack"), acks.c.reason.label("ack_reason"))
        .outerjoin(acks, present)
        .where(cases.c.seller == tx.seller, cases.c.id.in_(numbers))
    )
    # A page has 200 rows of 40 columns: a dictionary each is asked twice as fast as a mapping.
    names = tuple(found.keys())
    rows = {one[0]: _row(dict(zip(names, one, strict=True)), now) for one in found.all()}
    return tuple(rows[number] for number in numbers if number in rows)


def count(tx: Transaction, now: datetime) -> dict[View, int]:
    """Return how many cases each view shows, in one statement."""
    states = frozenset[CaseState]().union(*(wanted.states for wanted in VIEWS.values()))
    counted = tx.run(
        select(
            *(
                func.coalesce(
                    func.sum(when((and_(*_within(tx, wanted, states, now)), 1), else_=0)), 0
                ).label(view)
                for view, wanted in VIEWS.items()
            )
        ).where(cases.c.seller == tx.seller, cases.c.state.in_(sorted(states)))
    ).one()
    return {view: int(number) for view, number in zip(VIEWS, counted, strict=True)}


def _within(
    tx: Transaction, wanted: Filter, states: frozenset[CaseState], now: datetime
) -> Iterator[ColumnElement[bool]]:
    """Yield what is wanted of the cases in these states."""
    whole = wanted.states == states
    return narrower(tx, replace(wanted, states=frozenset()) if whole else wanted, now)


def total(tx: Transaction, wanted: Filter, now: datetime, *narrowing: ColumnElement[bool]) -> int:
    """Return how many cases these are."""
    counted = select(func.count()).select_from(cases)
    return int(tx.run(counted.where(*conditions(tx, wanted, now), *narrowing)).scalar_one())


def holds(tx: Transaction, wanted: Filter, now: datetime) -> dict[int, str]:
    """Return by whom these cases are held; what nobody holds is left out."""
    return tx.pairs(
        select(cases.c.id, cases.c.holder).where(
            *conditions(tx, wanted, now), cases.c.held_until > now
        )
    )


def fresh(tx: Transaction, wanted: Filter, since: int, now: datetime) -> int:
    """Return how many cases a letter has opened, joined or reopened since an event.

    By events, not by times: a letter may be read long after it was received.
    """
    # By their numbers alone: the cases are this seller's.
    told = select(events.c.case_id).where(events.c.id > since, events.c.name.in_(_FILED))
    return total(tx, wanted, now, cases.c.id.in_(told))


def _keys(now: datetime) -> tuple[ColumnElement[Any], ...]:
    lift_at, clock_at, received = (
        taken_as(cases.c[name], BigInteger) for name in ("lift_at", "clock_at", "received")
    )
    lifted = and_(lift_at <= milliseconds(now), cases.c.level > 0)
    return (
        when((lifted, cases.c.level - 1), else_=cases.c.level),
        func.coalesce(clock_at // _STEP, clock_step(None)),
        -cases.c.score,
        received,
        taken_as(cases.c.id, BigInteger),
    )


def _write_place(tx: Transaction, case: int, now: datetime) -> str:
    row = (
        tx.run(
            select(*cases.c["level", "lift_at", "clock_at", "score", "received"]).where(
                cases.c.seller == tx.seller, cases.c.id == case
            )
        )
        .mappings()
        .one()
    )
    place = _place(row)
    keys = (
        effective_level(place, now),
        clock_step(place.clock_at),
        repr(-place.score),
        milliseconds(place.received),
        case,
    )
    return _COMMA.join(map(str, keys))


def _read_place(place: str) -> tuple[ColumnElement[Any], ...]:
    """Return the keys behind which a page begins; raises ``ValueError``."""
    level, step, score, received, case = place.split(_COMMA)
    return (
        literal(parse_number(level)),
        literal(parse_number(step), BigInteger),
        literal(float(score), Float),
        literal(parse_number(received), BigInteger),
        literal(parse_number(case), BigInteger),
    )


def _place(row: Mapping[Any, Any]) -> Place:
    return Place(
        level=row["level"],
        lift_at=row["lift_at"],
        clock_at=row["clock_at"],
        score=row["score"],
        received=row["received"],
    )


def _row(row: Mapping[Any, Any], now: datetime) -> QueueRow:
    held = row["held_until"] is not None and row["held_until"] > now
    plain: dict[str, Any] = {name: row[name] for name in _AS_THEY_STAND}
    plain |= {name: row[name] if held else None for name in _OF_A_HOLD}
    return QueueRow(
        **plain,
        case=row["id"],
        state=CaseState(row["state"]),
        rank=rank(_place(row), now),
        reasons=tuple(row["reasons"]),
        priority=LEVELS[row["level"]],
        tags=tuple(row["tags"]),
        fulfilment=Fulfilment(row["fulfilment"]),
        ack=AckState(row["ack"]) if row["ack"] else None,
        ack_reason=row["ack_reason"],
    )


#: Columns that a row shows while somebody holds the case.
_OF_A_HOLD: Final = ("holder", "held_at", "held_until")

#: Columns that a row shows as they are.
_AS_THEY_STAND: Final = (
    *("given", "unsure", "buyer", "order_id", "marketplace", "shop", "language", "excerpt"),
    *("subject", "letters", "photos", "unanswered", "newest_at", "received", "promise_at"),
    *("limit_at", "deadline_at", "clock_at", "assignee", "escalated_at", "awaited", "wake_at"),
    "closed_at",
)

#: Columns of a case that its row is made of, its number first.
_READ: Final = cases.c[
    *("id", "state", "reasons", "level", "tags", "fulfilment", "lift_at", "score"),
    *_OF_A_HOLD,
    *_AS_THEY_STAND,
]
