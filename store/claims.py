"""Claims: due acknowledgements, taken by a worker under a lease and a fence.

On PostgreSQL rows that another worker is taking are skipped, and the addresses and domains taken
are locked, so that two workers cannot both count the last place under a cap as free.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Column, and_, func, select, update

from cases.labels import Priority
from cases.states import AckEvent, AckState
from store import settings
from store.acknowledgements import EVENTS, changes
from store.events import Event, record
from store.protocol import StoreError
from store.schema import acknowledgements as acks
from store.schema import cases, letters
from store.transaction import Row, Transaction
from store.values import Claim

DAY: Final = timedelta(days=1)
HOUR: Final = timedelta(hours=1)

#: No cap is higher; further acknowledgements to a busy relay domain are not counted.
COUNT_LIMIT: Final = 1000

_ANSWERED: Final = and_(letters.c.seller == acks.c.seller, letters.c.id == acks.c.letter_id)


def claim(
    tx: Transaction,
    *,
    worker: str,
    mailboxes: Sequence[str],
    limit: int,
    lease: timedelta,
    now: datetime,
) -> tuple[Claim, ...]:
    """Take up to ``limit`` acknowledgements whose time has come, the longest due first."""
    if not settings.is_live(tx):
        return ()
    taken = _pick(tx, mailboxes, limit, now)
    if not taken:
        return ()
    tx.lock(f"{sort}:{row[sort]}" for row in taken for sort in ("address", "domain"))
    counted = _Counts(tx, taken, now)
    claimed = tx.run(
        update(acks)
        .where(
            acks.c.seller == tx.seller,
            acks.c.id.in_([row["id"] for row in taken]),
            acks.c.state == AckState.DUE,
        )
        .values(
            **changes(AckEvent.CLAIM, now),
            fence=acks.c.fence + 1,
            worker=worker,
            claimed_until=now + lease,
            counted_at=now,
        )
    )
    if claimed.rowcount != len(taken):
        raise StoreError("An acknowledgement changed while it was locked; claim again.")
    record(
        tx,
        [
            Event(
                at=now,
                name=EVENTS[AckEvent.CLAIM],
                who=worker,
                case=row["case_id"],
                letter=row["letter_id"],
            )
            for row in taken
        ],
    )
    return tuple(_claim(row, counted) for row in taken)


def next_due(tx: Transaction, mailboxes: Sequence[str]) -> datetime | None:
    """Return when the next may leave; None when none is due, in shadow mode and while paused."""
    if not settings.is_live(tx):
        return None
    moment: datetime | None = tx.run(
        select(acks.c.not_before)
        .join(letters, _ANSWERED)
        .where(
            acks.c.seller == tx.seller,
            acks.c.state == AckState.DUE,
            letters.c.mailbox.in_(mailboxes),
        )
        .order_by(acks.c.not_before)
        .limit(1)
    ).scalar()
    return moment


def stranded(tx: Transaction, mailboxes: Sequence[str]) -> dict[str, int]:
    """Return how many are due whose mailbox is none of these, by mailbox."""
    rows = tx.run(
        select(letters.c.mailbox, func.count().label("acks"))
        .join(acks, _ANSWERED)
        .where(
            acks.c.seller == tx.seller,
            acks.c.state == AckState.DUE,
            letters.c.mailbox.not_in(mailboxes),
        )
        .group_by(letters.c.mailbox)
    )
    return {row.mailbox: row.acks for row in rows}


def _pick(tx: Transaction, mailboxes: Sequence[str], limit: int, now: datetime) -> Sequence[Row]:
    return (
        tx.run(
            select(
                *acks.c["id", "fence", "case_id", "opening", "letter_id", "since", "attempts"],
                *acks.c["address", "domain"],
                *letters.c["mailbox", "verdict"],
                *cases.c["level", "limit_at", "answered"],
                cases.c.opening.label("present"),
            )
            .join(letters, _ANSWERED)
            .join(cases, and_(cases.c.seller == acks.c.seller, cases.c.id == acks.c.case_id))
            .where(
                acks.c.seller == tx.seller,
                acks.c.state == AckState.DUE,
                acks.c.not_before <= now,
                letters.c.mailbox.in_(mailboxes),
            )
            .order_by(acks.c.not_before, acks.c.id)
            .limit(limit)
            .with_for_update(of=acks, skip_locked=True)
        )
        .mappings()
        .all()
    )


def _claim(row: Row, counted: "_Counts") -> Claim:
    return Claim(
        ack=row["id"],
        fence=row["fence"] + 1,
        case=row["case_id"],
        opening=row["opening"],
        letter=row["letter_id"],
        mailbox=row["mailbox"],
        verdict=row["verdict"],
        since=row["since"],
        attempts=row["attempts"],
        priority=tuple(Priority)[row["level"]],
        limit_at=row["limit_at"],
        answered=row["answered"] or row["present"] > row["opening"],
        **counted.of(row),
    )


class _Counts:
    """How many went to the same address, thread and domain before; each claim counts itself."""

    def __init__(self, tx: Transaction, taken: Sequence[Row], now: datetime) -> None:
        self._address = _per(tx, acks.c.address, {row["address"] for row in taken}, now - DAY)
        self._thread = _per(tx, acks.c.case_id, {row["case_id"] for row in taken}, now - DAY)
        self._domain = Counter(
            {
                domain: _up_to_limit(tx, domain, now - HOUR)
                for domain in {row["domain"] for row in taken}
            }
        )

    def of(self, row: Row) -> dict[str, int]:
        """Return the counts that ``row`` meets, and count it for those that follow."""
        met = {
            "to_address": self._address[row["address"]],
            "to_thread": self._thread[row["case_id"]],
            "to_domain": self._domain[row["domain"]],
        }
        self._address[row["address"]] += 1
        self._thread[row["case_id"]] += 1
        self._domain[row["domain"]] += 1
        return met


def _per(
    tx: Transaction, column: Column[Any], values: Iterable[object], since: datetime
) -> Counter[object]:
    counted = tx.pairs(
        select(column, func.count())
        .where(acks.c.seller == tx.seller, column.in_(values), acks.c.counted_at > since)
        .group_by(column)
    )
    return Counter(counted)


def _up_to_limit(tx: Transaction, domain: str, since: datetime) -> int:
    found = (
        select(acks.c.id)
        .where(acks.c.seller == tx.seller, acks.c.domain == domain, acks.c.counted_at > since)
        .limit(COUNT_LIMIT)
    )
    number: int = tx.run(select(func.count()).select_from(found.subquery())).scalar_one()
    return number
