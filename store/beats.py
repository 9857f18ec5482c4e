"""Beats: when each worker last read each mailbox, and what is wrong with it.

One row a mailbox and worker, rewritten from time to time, so that somebody else (``triaged
status``, the desk) sees how the service is without asking it. One that is told to stop says so
last, so that its silence worries nobody. A worker that has been silent for a day is nobody's
colleague any more: whoever reads one of its mailboxes since then forgets that it did. A mailbox
that nobody has taken over stays, however long that is, until a person says that it may.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import and_, delete, or_, select

from store.events import Event, EventName, record
from store.schema import beats
from store.transaction import Transaction
from store.values import Beat

#: So long somebody may wonder where the worker is that read a mailbox before; then it was renamed,
#: removed or stopped for good.
FORGOTTEN_AFTER: Final = timedelta(days=1)


def beat(tx: Transaction, worker: str, beaten: Sequence[Beat], now: datetime) -> None:
    """Put these mailboxes in the place of those that the worker told of before."""
    relieved = and_(
        beats.c.at < now - FORGOTTEN_AFTER,
        beats.c.mailbox.in_([one.mailbox for one in beaten]),
    )
    own = beats.c.worker == worker
    tx.run(delete(beats).where(beats.c.seller == tx.seller, or_(own, relieved)))
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


def forget(tx: Transaction, worker: str, who: str, now: datetime) -> int:
    """Forget a worker and the mailboxes that it read; return how many those were."""
    mine = (beats.c.seller == tx.seller, beats.c.worker == worker)
    forgotten = tx.run(delete(beats).where(*mine)).rowcount
    if forgotten:
        fields = {"worker": worker}
        record(tx, [Event(at=now, name=EventName.WORKER_FORGOTTEN, who=who, fields=fields)])
    return forgotten


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
