"""Cases as rows: found under lock, opened, changed, counted."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import bindparam, func, insert, or_, select, type_coerce, update
from sqlalchemy import case as when

from cases.clocks import lift_at
from cases.deeds import Awaited
from cases.joining import REOPEN_WITHIN
from cases.labels import LEVELS, Fulfilment
from cases.opening import Opening
from cases.states import CaseEvent, CaseState, follow_case
from cases.values import Verdict
from store.columns import Instant
from store.schema import cases
from store.transaction import Row, Transaction
from store.values import Waiting

_EXCERPT_LENGTH: Final = 200

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
    fulfilment: Fulfilment = Fulfilment.UNKNOWN
    letters: int
    photos: int
    #: Letters since the last answer.
    unanswered: int = 0
    #: For whom it waits, and until when it waits or sleeps.
    awaited: Awaited | None = None
    wake_at: datetime | None = None
    #: What the letters of the present opening amount to.
    said: Opening


_COLUMNS: Final = [
    cases.c.id,
    *(cases.c[field.name] for field in fields(CaseRow) if field.name != "said"),
    *(cases.c[name] for name in _SAID),
]

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
        # What was promised before a new matter came up stays promised.
        promise_at=when(
            (cases.c.promise_at < bindparam("promised", type_=Instant), cases.c.promise_at),
            else_=bindparam("promised", type_=Instant),
        ),
        clock_at=when((_NEARER, bindparam("promised", type_=Instant)), else_=cases.c.clock_at),
        lift_at=when((_NEARER, bindparam("lift", type_=Instant)), else_=cases.c.lift_at),
    )
)


def newest(verdict: Verdict) -> dict[str, Any]:
    """Return what a case shows of its newest letter."""
    letter = verdict.letter
    return {
        "subject": letter.subject,
        "excerpt": " ".join(letter.text.split())[:_EXCERPT_LENGTH],
        "language": letter.language,
        "newest_at": verdict.received,
    }


def after_answer(row: CaseRow, at: datetime) -> CaseRow:
    """Return the case after a person's answer: its clocks stop, and it is the buyer's turn.

    A person who has said for whom it waits goes before what their answer lets one think.
    """
    theirs = row.state in {CaseState.OPEN, CaseState.SNOOZED}
    return replace(
        row,
        state=follow_case(row.state, CaseEvent.ANSWER),
        answered=True,
        answered_at=row.answered_at or at,
        unanswered=0,
        awaited=Awaited.BUYER if theirs else row.awaited,
        wake_at=None if theirs else row.wake_at,
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
        select(*_COLUMNS)
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


def waiting(tx: Transaction, now: datetime) -> Waiting:
    """Return how much waits for a person."""
    late = when((cases.c.clock_at <= now, 1), else_=0)
    unsure = when((cases.c.unsure, 1), else_=0)
    counted = (
        select(
            cases.c.level,
            func.count().label("open"),
            func.sum(late).label("overdue"),
            func.sum(unsure).label("unsure"),
            type_coerce(func.min(cases.c.received), Instant).label("oldest"),
        )
        .where(cases.c.seller == tx.seller, cases.c.state == CaseState.OPEN)
        .group_by(cases.c.level)
    )
    rows = tx.run(counted).all()
    return Waiting(
        by_priority={LEVELS[row.level]: int(row.open) for row in rows},
        overdue=sum(int(row.overdue) for row in rows),
        unsure=sum(int(row.unsure) for row in rows),
        oldest=min((row.oldest for row in rows), default=None),
    )


def clocks(said: Opening, *, answered: bool) -> dict[str, datetime | None]:
    """Return the derived columns: which clock runs out first, and when it lifts the case."""
    clock_at = None if answered else said.clock_at
    return {"clock_at": clock_at, "lift_at": lift_at(clock_at)}


def write_opening(said: Opening) -> dict[str, Any]:
    """Return the columns that hold an opening."""
    return {name: getattr(said, name) for name in _SAID}


def read_opening(row: Row) -> Opening:
    """Return the opening that a row holds."""
    said = {name: row[name] for name in _SAID}
    return Opening(**said | {"tags": tuple(said["tags"]), "reasons": tuple(said["reasons"])})


def _columns(row: CaseRow) -> dict[str, Any]:
    plain = {field.name: getattr(row, field.name) for field in fields(row) if field.name != "said"}
    return plain | write_opening(row.said) | clocks(row.said, answered=row.answered)


def _read(row: Row) -> CaseRow:
    values = {name: value for name, value in row.items() if name != "id" and name not in _SAID}
    return CaseRow(
        **values
        | {
            "state": CaseState(values["state"]),
            "fulfilment": Fulfilment(values["fulfilment"]),
            "awaited": Awaited(values["awaited"]) if values["awaited"] else None,
            "said": read_opening(row),
        }
    )
