"""Handles: what a letter can hold a case by, beside its buyer's alias."""

from collections.abc import Collection, Sequence
from enum import StrEnum

from sqlalchemy import select

from store.schema import handles
from store.transaction import Transaction


class Sort(StrEnum):
    """What kind of handle it is."""

    ORDER = "order"
    #: The marketplace's own case id.
    CASE_ID = "case-id"
    #: The Message-ID of a person's reply; an acknowledgement keeps its own.
    SENT = "sent"


def hold(tx: Transaction, held: Sequence[tuple[Sort, str, int]]) -> None:
    """Give cases their handles; one that is known already stays."""
    tx.insert_new(
        handles,
        [
            {"seller": tx.seller, "sort": sort, "value": value, "case_id": case}
            for sort, value, case in held
        ],
    )


def holding(tx: Transaction, sort: Sort, values: Collection[str]) -> frozenset[int]:
    """Return the cases that have one of these handles."""
    if not values:
        return frozenset()
    return frozenset(
        tx.run(
            select(handles.c.case_id).where(
                handles.c.seller == tx.seller,
                handles.c.sort == sort,
                handles.c.value.in_(values),
            )
        ).scalars()
    )


def of_cases(tx: Transaction, wanted: Sequence[int]) -> list[tuple[int, Sort, str]]:
    """Return case, sort and value of every handle of these cases, oldest first."""
    if not wanted:
        return []
    rows = tx.run(
        select(*handles.c["case_id", "sort", "value"])
        .where(handles.c.seller == tx.seller, handles.c.case_id.in_(wanted))
        .order_by(handles.c.id)
    )
    return [(case, Sort(sort), value) for case, sort, value in rows]
