"""Beats: when each worker last read each mailbox, and what is wrong with it.

One row a mailbox and worker, rewritten from time to time, so that somebody else (``triaged
status``, the desk) sees how the service is without asking it. One that is told to stop says so
last, so that its silence worries nobody. A worker that has been silent for a day is nobody's
colleague any more: whoever still works forgets it.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, or_, select

from store.schema import beats
from store.transaction import Transaction
from store.values import Beat

#: So long somebody may wonder where a worker is; then it was renamed, removed or stopped for good.
FORGOTTEN_AFTER: Final = timedelta(days=1)


def beat(tx: Transaction, worker: str, beaten: Sequence[Beat], now: datetime) -> None:
    """Put these mailboxes in the place of those that the worker told of before."""
    old = beats.c.at < now - FORGOTTEN_AFTER
    tx.run(delete(beats).where(beats.c.seller == tx.seller, or_(beats.c.worker == worker, old)))
    if beaten:
        tx.run(
            beats.insert(),
            [
                {
                    "seller": tx.seller,
                    "worker": worker,
                    "mailbox": one.mailbox,
                    "at": now,
                    "read_at": one.read_at,
                    "sent_read_at": one.sent_read_at,
                    "inbox_problem": one.inbox_problem,
                    "sender_problem": one.sender_problem,
                    "stopped": one.stopped,
                }
                for one in beaten
            ],
        )


def last(tx: Transaction) -> tuple[Beat, ...]:
    """Return what every worker said last, by worker and mailbox."""
    rows = tx.run(
        select(beats).where(beats.c.seller == tx.seller).order_by(beats.c.worker, beats.c.mailbox)
    )
    return tuple(
        Beat(
            worker=row.worker,
            mailbox=row.mailbox,
            at=row.at,
            read_at=row.read_at,
            sent_read_at=row.sent_read_at,
            inbox_problem=row.inbox_problem,
            sender_problem=row.sender_problem,
            stopped=row.stopped,
        )
        for row in rows
    )
