"""Which acknowledgements may leave next: due, let through the gate, the most useful first.

Quotas and brake say how many, the gate (store/gate.py) which. On PostgreSQL rows that another
worker is taking are skipped.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import and_, func, select

from cases.pace import Urgency
from cases.states import AckState
from store import gate, sendings
from store.gate import Gate
from store.outgoing_values import Terms
from store.schema import acknowledgements as acks
from store.schema import cases, letters
from store.transaction import Row, Transaction

ANSWERED: Final = and_(letters.c.seller == acks.c.seller, letters.c.id == acks.c.letter_id)
CASE: Final = and_(cases.c.seller == acks.c.seller, cases.c.id == acks.c.case_id)


def room(tx: Transaction, terms: Terms, limit: int, now: datetime) -> int:
    """Return how many of ``limit`` quotas and brake let out now."""
    sendings.lock(tx, terms)
    found = sendings.find(tx, terms, Urgency.AUTOMATIC, now)
    return limit if found.number is None else min(limit, found.number)


def pick(
    tx: Transaction,
    mailboxes: Sequence[str],
    limit: int,
    now: datetime,
    *,
    found: Gate,
    terms: Terms | None,
) -> Sequence[Row]:
    """Lock the most useful ones, by the keys of ``cases.pace.usefulness``; return them so."""
    free = found.admits(mailboxes, terms)
    number = room(tx, terms, limit, now) if terms and free is not None else limit
    if free is None or not number:
        return ()
    return (
        tx.run(
            select(
                *acks.c["id", "fence", "case_id", "opening", "letter_id", "since", "attempts"],
                *acks.c["address", "domain", "approved_at"],
                *letters.c["mailbox", "verdict"],
                *cases.c["level", "limit_at", "answered", "buyer", "shop"],
                (cases.c.held_until > now).label("held"),
                cases.c.opening.label("present"),
            )
            .join(letters, ANSWERED)
            .join(cases, CASE)
            .where(
                acks.c.seller == tx.seller,
                acks.c.state == AckState.DUE,
                acks.c.not_before <= now,
                *free,
            )
            .order_by(
                cases.c.level,
                cases.c.limit_at.is_(None),
                cases.c.limit_at,
                acks.c.since,
                acks.c.id,
            )
            .limit(number)
            .with_for_update(of=acks, skip_locked=True)
        )
        .mappings()
        .all()
    )


def next_due(
    tx: Transaction, mailboxes: Sequence[str], terms: Terms | None, now: datetime
) -> datetime | None:
    """Return when the next may leave; None when none is due, or the gate holds all that are."""
    free = gate.look(tx, now).admits(mailboxes, terms)
    if free is None:
        return None
    moment: datetime | None = tx.run(
        select(acks.c.not_before)
        .join(letters, ANSWERED)
        .join(cases, CASE)
        .where(
            acks.c.seller == tx.seller,
            acks.c.state == AckState.DUE,
            *free,
        )
        .order_by(acks.c.not_before)
        .limit(1)
    ).scalar()
    return moment


def stranded(tx: Transaction, mailboxes: Sequence[str]) -> dict[str, int]:
    """Return how many are due whose mailbox is none of these, by mailbox."""
    rows = tx.run(
        select(letters.c.mailbox, func.count().label("acks"))
        .join(acks, ANSWERED)
        .where(
            acks.c.seller == tx.seller,
            acks.c.state == AckState.DUE,
            letters.c.mailbox.not_in(mailboxes),
        )
        .group_by(letters.c.mailbox)
    )
    return {row.mailbox: row.acks for row in rows}
