"""Claims: due acknowledgements, taken by a worker under a lease and a fence.

On PostgreSQL rows that another worker is taking are skipped, and the addresses and domains taken
are locked, so that two workers cannot both count the last place under a cap as free.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Column, func, select, update

from cases.absences import Absence
from cases.labels import LEVELS
from cases.modes import Mode
from cases.pauses import Pause, Subject
from cases.states import AckEvent, AckState
from store import absences, answers, approaches, canaries, gate, gauges, picking
from store.events import Event, record
from store.outgoing_values import Claim, Terms
from store.protocol import StoreError
from store.schema import acknowledgements as acks
from store.transaction import Row, Transaction
from store.transitions import EVENTS, changes

DAY: Final = timedelta(days=1)
HOUR: Final = timedelta(hours=1)

#: No cap is higher; further acknowledgements to a busy relay domain are not counted.
COUNT_LIMIT: Final = 1000


def claim(
    tx: Transaction,
    *,
    worker: str,
    mailboxes: Sequence[str],
    limit: int,
    lease: timedelta,
    now: datetime,
    terms: Terms | None,
) -> tuple[Claim, ...]:
    """Take up to ``limit`` acknowledgements whose time has come, the most useful first.

    Args:
        tx: the transaction.
        worker: who takes them.
        mailboxes: those that it sends from.
        limit: how many it can use; ``terms`` may let out fewer.
        lease: how long they are its own.
        now: the clock.
        terms: under what the mailboxes send; None holds nothing back for quotas.

    Raises:
        StoreError: one changed while it was locked; nothing is taken.
    """
    found = gate.look(tx, now)
    taken = picking.pick(tx, mailboxes, limit, now, found=found, terms=terms)
    if not taken:
        return ()
    tx.lock(f"{sort}:{row[sort]}" for row in taken for sort in ("address", "domain"))
    counted = _Counts(tx, taken, now)
    approached = approaches.before_letters(tx, {row["buyer"] for row in taken})
    outside = canaries.outside(tx, found.permit, taken, now)
    before = answers.ahead(tx, taken)
    away = absences.coming(tx, now)
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
            login=terms.pace.login if terms else None,
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
    return tuple(
        _claim(
            row,
            counted,
            mode=found.permit.mode,
            outside_canary=row["id"] in outside,
            ahead=before[row["id"]],
            paused=found.paused,
            away=away,
            written_first=row["buyer"] in approached,
        )
        for row in taken
    )


def hold_back(tx: Transaction, ack: int, fence: int, subjects: Collection[Subject]) -> None:
    """Remember what a claimed acknowledgement is of: something of it is paused."""
    tx.run(
        update(acks)
        .where(
            acks.c.seller == tx.seller,
            acks.c.id == ack,
            acks.c.fence == fence,
            acks.c.state == AckState.CLAIMED,
        )
        .values(subjects=gauges.to_document(subjects))
    )


def _claim(
    row: Row,
    counted: "_Counts",
    *,
    mode: Mode,
    outside_canary: bool,
    ahead: int,
    paused: tuple[Pause, ...],
    away: tuple[Absence, ...],
    written_first: bool,
) -> Claim:
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
        priority=LEVELS[row["level"]],
        limit_at=row["limit_at"],
        answered=row["answered"] or row["present"] > row["opening"] or bool(row["held"]),
        mode=mode,
        outside_canary=outside_canary,
        written_first=written_first,
        ahead=ahead,
        paused=paused,
        absences=away,
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
