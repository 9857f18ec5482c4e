"""Cases as rows: found under lock, opened, changed, counted."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Final

from sqlalchemy import bindparam, func, insert, or_, select, update
from sqlalchemy import case as when

from cases.clocks import lift_at
from cases.joining import REOPEN_WITHIN
from cases.opening import Opening
from cases.states import CaseState
from store.columns import Instant
from store.schema import cases
from store.transaction import Row, Transaction

_SAID: Final = tuple(field.name for field in fields(Opening))


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """A case without its letters."""

    #: The buyer's alias; "" while only a notice has spoken.
    buyer: str
    state: CaseState
    opening: int
    #: A person answered in the present opening.
    answered: bool = False
    opened_at: datetime
    answered_at: datetime | None = None
    closed_at: datetime | None = None
    #: The done case that this one goes on from.
    linked: int | None = None
    #: Of the newest letter, as are excerpt and language.
    subject: str
    excerpt: str
    language: str
    newest_at: datetime
    marketplace: str | None
    shop: str | None
    order_id: str | None
    letters: int
    photos: int
    #: What the letters of the present opening amount to.
    said: Opening


#: An opening has one promise, so the nearest clock is the nearer of it and the others.
_NEARER: Final = or_(
    cases.c.clock_at.is_(None), cases.c.clock_at > bindparam("promised", type_=Instant)
)
_PROMISE: Final = (
    update(cases)
    .where(
        cases.c.seller == bindparam("whose"),
        cases.c.id == bindparam("number"),
        cases.c.opening == bindparam("present"),
        cases.c.answered.is_(False),
    )
    .values(
        promise_at=bindparam("promised"),
        clock_at=when((_NEARER, bindparam("promised", type_=Instant)), else_=cases.c.clock_at),
        lift_at=when((_NEARER, bindparam("lift", type_=Instant)), else_=cases.c.lift_at),
    )
)


def of_buyers(tx: Transaction, buyers: Collection[str], now: datetime) -> frozenset[int]:
    """Return the numbers of these buyers' cases that a letter can still join or reopen."""
    if not buyers:
        return frozenset()
    found = select(cases.c.id).where(
        cases.c.seller == tx.seller,
        cases.c.buyer.in_(buyers),
        or_(
            cases.c.state != CaseState.DONE,
            cases.c.closed_at.is_(None),
            cases.c.closed_at >= now - REOPEN_WITHIN,
        ),
    )
    return frozenset(tx.run(found).scalars())


def among(tx: Transaction, numbers: Collection[int], buyers: Collection[str]) -> frozenset[int]:
    """Return those of the cases that are these buyers', however old they are."""
    if not numbers or not buyers:
        return frozenset()
    found = select(cases.c.id).where(
        cases.c.seller == tx.seller, cases.c.id.in_(numbers), cases.c.buyer.in_(buyers)
    )
    return frozenset(tx.run(found).scalars())


def lock(tx: Transaction, numbers: Collection[int]) -> list[tuple[int, CaseRow]]:
    """Return these cases, oldest first, and hold them until the transaction ends.

    Who needs a case's acknowledgements as well has locked them before.
    """
    if not numbers:
        return []
    rows = tx.run(
        select(cases)
        .where(cases.c.seller == tx.seller, cases.c.id.in_(numbers))
        .order_by(cases.c.id)
        .with_for_update(key_share=True)
    )
    return [(row["id"], _read(row)) for row in rows.mappings()]


def add(tx: Transaction, rows: Sequence[CaseRow]) -> list[int]:
    """Open cases; return their numbers in the same order."""
    if not rows:
        return []
    statement = insert(cases).returning(cases.c.id, sort_by_parameter_order=True)
    made = tx.run(statement, [{"seller": tx.seller, **_columns(row)} for row in rows])
    return list(made.scalars())


def change(tx: Transaction, rows: Mapping[int, CaseRow]) -> None:
    """Write cases that were locked."""
    if rows:
        tx.run(
            update(cases).where(cases.c.seller == tx.seller, cases.c.id == bindparam("number")),
            [{"number": number, **_columns(row)} for number, row in rows.items()],
        )


def promise(tx: Transaction, case: int, opening: int, promised_at: datetime) -> None:
    """Make the reply time that a buyer now knows a clock of the opening it was given in."""
    tx.run(
        _PROMISE,
        {
            "whose": tx.seller,
            "number": case,
            "present": opening,
            "promised": promised_at,
            "lift": lift_at(promised_at),
        },
    )


def count(tx: Transaction) -> dict[str, int]:
    """Return how many cases there are in each state."""
    counted = tx.pairs(
        select(cases.c.state, func.count())
        .where(cases.c.seller == tx.seller)
        .group_by(cases.c.state)
    )
    return {state.value: 0 for state in CaseState} | counted


def _columns(row: CaseRow) -> dict[str, Any]:
    plain = {field.name: getattr(row, field.name) for field in fields(row) if field.name != "said"}
    said = {name: getattr(row.said, name) for name in _SAID}
    clock_at = None if row.answered else row.said.clock_at
    return plain | said | {"clock_at": clock_at, "lift_at": lift_at(clock_at)}


def _read(row: Row) -> CaseRow:
    values = dict(row)
    for derived in ("id", "seller", "clock_at", "lift_at"):
        del values[derived]
    said = {name: values.pop(name) for name in _SAID}
    opening = Opening(**said | {"tags": tuple(said["tags"]), "reasons": tuple(said["reasons"])})
    return CaseRow(**values | {"state": CaseState(values["state"]), "said": opening})
