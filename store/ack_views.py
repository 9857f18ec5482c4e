"""Acknowledgements as people see them."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Select, func, select

from cases.states import AckState
from store.schema import acknowledgements as acks
from store.transaction import Transaction
from store.values import AckView


def newest(tx: Transaction, limit: int) -> tuple[AckView, ...]:
    """Return acknowledgements, newest first."""
    found = tx.run(shown(tx).order_by(acks.c.since.desc(), acks.c.id.desc()).limit(limit))
    return tuple(map(view, found.mappings()))


def of_case(tx: Transaction, case: int) -> tuple[AckView, ...]:
    """Return the acknowledgements of a case, oldest first."""
    found = tx.run(shown(tx).where(acks.c.case_id == case).order_by(acks.c.opening))
    return tuple(map(view, found.mappings()))


def sent_ids(tx: Transaction, message_ids: Collection[str]) -> frozenset[str]:
    """Return which of these Message-IDs are those of acknowledgements."""
    found = select(acks.c.message_id).where(
        acks.c.seller == tx.seller, acks.c.message_id.in_(message_ids)
    )
    return frozenset(tx.run(found).scalars()) if message_ids else frozenset()


def count(tx: Transaction) -> dict[str, int]:
    """Return how many acknowledgements there are in each state."""
    counted = tx.pairs(
        select(acks.c.state, func.count()).where(acks.c.seller == tx.seller).group_by(acks.c.state)
    )
    return {state.value: 0 for state in AckState} | counted


def shown(tx: Transaction) -> Select[Any]:
    """Return the query for what ``view`` shows."""
    return select(
        acks.c.id.label("ack"),
        acks.c.case_id.label("case"),
        acks.c.letter_id.label("letter"),
        *acks.c["opening", "state", "reason", "recipient", "message_id", "promised_at"],
        *acks.c["subject", "body", "settled_at", "code", "attempts"],
        *acks.c["since", "not_before", "approved_at", "address"],
    ).where(acks.c.seller == tx.seller)


def view(row: Mapping[Any, Any]) -> AckView:
    """Return a row as people see it."""
    return AckView(**{**row, "state": AckState(row["state"])})
