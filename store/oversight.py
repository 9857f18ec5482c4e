"""What a supervisor looks at: who works on what, what runs out when, which promises were kept."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import BigInteger, ColumnElement, and_, func, or_, select
from sqlalchemy import case as when
from sqlalchemy import type_coerce as taken_as

from cases.states import AckState, CaseState
from store.columns import milliseconds
from store.desk_values import Load, Oversight, Promises
from store.events import EventName
from store.schema import acknowledgements as acks
from store.schema import cases, events
from store.transaction import Transaction

_HOUR: Final = timedelta(hours=1) // timedelta(milliseconds=1)
_IN_WORK: Final = (CaseState.OPEN, CaseState.WAITING, CaseState.SNOOZED)
#: Promises reach no further ahead, whatever holidays there are; older letters are not looked at.
_AHEAD: Final = timedelta(days=21)
#: Hours of overdue cases, and of those that run out, that are told apart; beyond they are one.
HOURS: Final = 9


def oversee(tx: Transaction, since: datetime, now: datetime) -> Oversight:
    """Return how the work stands; promises are those whose time has come since then."""
    return Oversight(
        loads=_loads(tx, now),
        due=_due(tx, now),
        promises=_promises(tx, since, now),
        escalated=_count(tx, cases.c.state == CaseState.OPEN, cases.c.escalated_at.is_not(None)),
        free=_count(
            tx,
            cases.c.state == CaseState.OPEN,
            cases.c.assignee.is_(None),
            or_(cases.c.held_until.is_(None), cases.c.held_until <= now),
        ),
    )


def _count(tx: Transaction, *which: ColumnElement[bool]) -> int:
    counted = select(func.count()).select_from(cases).where(cases.c.seller == tx.seller, *which)
    return int(tx.run(counted).scalar_one())


def _loads(tx: Transaction, now: datetime) -> tuple[Load, ...]:
    """Return what each person holds and owns, by name."""
    held: dict[str, list[int]] = {}
    rows = tx.run(
        select(*cases.c["holder", "id"])
        .where(
            cases.c.seller == tx.seller,
            # Nobody holds what is done.
            cases.c.state.in_(_IN_WORK),
            cases.c.held_until > now,
        )
        .order_by(cases.c.held_at, cases.c.id)
    )
    for holder, number in rows:
        held.setdefault(holder, []).append(number)
    owned = {
        row.assignee: row
        for row in tx.run(
            select(
                cases.c.assignee,
                func.count().label("open"),
                func.sum(when((cases.c.clock_at <= now, 1), else_=0)).label("overdue"),
            )
            .where(
                cases.c.seller == tx.seller,
                cases.c.state == CaseState.OPEN,
                cases.c.assignee.is_not(None),
            )
            .group_by(cases.c.assignee)
        )
    }
    return tuple(
        Load(
            person=person,
            held=tuple(held.get(person, ())),
            owned=owned[person].open if person in owned else 0,
            overdue=int(owned[person].overdue) if person in owned else 0,
        )
        for person in sorted({*held, *owned})
    )


def _due(tx: Transaction, now: datetime) -> Mapping[int, int]:
    """Return how many open cases' nearest clock runs out in each hour from now; past ones are < 0.

    Hour 0 is the next one, -1 the last; ``HOURS`` - 1 and -``HOURS`` hold all beyond.
    """
    clock = taken_as(cases.c.clock_at, BigInteger)
    # Shifted to stay positive: databases round what is negative in different ways.
    far = HOURS * _HOUR
    ahead = clock - milliseconds(now) + far
    hour = when((ahead < 0, 0), (ahead >= 2 * far, 2 * HOURS - 1), else_=ahead // _HOUR)
    counted = tx.run(
        select(hour.label("hour"), func.count())
        .where(
            cases.c.seller == tx.seller,
            cases.c.state == CaseState.OPEN,
            cases.c.clock_at.is_not(None),
        )
        .group_by("hour")
    )
    found: dict[int, int] = {}
    for number, count in counted:
        found[int(number) - HOURS] = found.get(int(number) - HOURS, 0) + count
    return found


def _promises(tx: Transaction, since: datetime, now: datetime) -> tuple[Promises, ...]:
    """Return by day (UTC) how the promises fared whose time came since then."""

    def first(name: EventName) -> ColumnElement[int]:
        return (
            select(func.min(taken_as(events.c.at, BigInteger)))
            .where(
                events.c.seller == tx.seller,
                events.c.case_id == acks.c.case_id,
                events.c.name == name,
                events.c.at >= acks.c.settled_at,
            )
            .scalar_subquery()
        )

    present = and_(cases.c.opening == acks.c.opening, cases.c.answered_at.is_not(None))
    answered = when(
        (present, taken_as(cases.c.answered_at, BigInteger)),
        else_=first(EventName.CASE_ANSWERED),
    )
    promised = taken_as(acks.c.promised_at, BigInteger)
    rows = tx.run(
        select(promised, answered, first(EventName.CASE_CLOSED))
        .select_from(acks.join(cases, cases.c.id == acks.c.case_id))
        .where(
            acks.c.seller == tx.seller,
            acks.c.state == AckState.SENT,
            acks.c.not_before > since - _AHEAD,
            acks.c.promised_at > since,
            acks.c.promised_at <= now,
        )
    )
    days: dict[datetime, list[int]] = {}
    for at, reply, closed in rows:
        came = datetime.fromtimestamp(at / 1000, tz=now.tzinfo)
        counts = days.setdefault(came.replace(hour=0, minute=0, second=0, microsecond=0), [0, 0, 0])
        if reply is not None and reply <= at:
            counts[0] += 1
        elif closed is not None and closed <= at:
            counts[2] += 1
        else:
            counts[1] += 1
    return tuple(
        Promises(day=day.date(), kept=kept, broken=broken, settled=settled)
        for day, (kept, broken, settled) in sorted(days.items())
    )
