"""People's answers, as the forecast learns from them, and how many cases wait before another."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select

from cases.answers import Answer
from cases.labels import LEVELS
from cases.states import CaseState
from store.schema import cases
from store.transaction import Row, Transaction

_SHOWN = cases.c["shop", "level", "received", "answered_at"]


def lately(tx: Transaction, since: datetime, limit: int) -> tuple[Answer, ...]:
    """Return the openings answered since then, newest first, and those that wait; ``limit`` each.

    Of a case the present opening alone is known.
    """
    answered = [cases.c.answered_at > since]
    waiting = [cases.c.state == CaseState.OPEN, cases.c.answered_at.is_(None)]
    return (
        *_find(tx, answered, cases.c.answered_at.desc(), limit),
        *_find(tx, waiting, cases.c.level, limit),
    )


def ahead(tx: Transaction, rows: Sequence[Row]) -> dict[int, int]:
    """Return, by a row's number, how many open cases of its shop are served up to its own.

    Those of its level and of the levels above: a new letter's clock is the last to run out.
    """
    counted = tx.run(
        select(*cases.c["shop", "level"], func.count().label("open"))
        .where(cases.c.seller == tx.seller, cases.c.state == CaseState.OPEN)
        .group_by(*cases.c["shop", "level"])
    ).all()
    return {
        row["id"]: sum(
            one.open for one in counted if one.shop == row["shop"] and one.level <= row["level"]
        )
        for row in rows
    }


def ahead_of(tx: Transaction, numbers: Sequence[int]) -> dict[int, int]:
    """Return, by case, how many open cases of its shop are served up to it."""
    found = tx.run(
        select(*cases.c["id", "shop", "level"]).where(
            cases.c.seller == tx.seller, cases.c.id.in_(numbers)
        )
    )
    return ahead(tx, found.mappings().all()) if numbers else {}


def _find(
    tx: Transaction, which: Sequence[ColumnElement[bool]], order: ColumnElement[Any], limit: int
) -> list[Answer]:
    rows = tx.run(
        select(*_SHOWN).where(cases.c.seller == tx.seller, *which).order_by(order).limit(limit)
    )
    return [
        Answer(
            shop=row.shop,
            priority=LEVELS[row.level],
            received=row.received,
            answered_at=row.answered_at,
        )
        for row in rows
    ]
