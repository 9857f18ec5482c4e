"""What was sent by which login: the count behind quotas and brake, over all workers.

A message counts from the commit before its DATA on, whatever became of it, because nobody knows
what its provider counted; one that a worker holds counts as if it had gone. Login and brake are
locked while their room is measured, so that two workers cannot both take the last place.
"""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import BigInteger, ColumnElement, delete, func, insert, select, type_coerce

from cases.brake import MEMORY, Volume
from cases.pace import Pace, Room, Sent, Urgency, Window, find_room
from cases.states import AckState
from store.outgoing_values import Terms
from store.schema import acknowledgements as acks
from store.schema import holds, sendings
from store.transaction import Transaction

_HOUR: Final = timedelta(hours=1)
_MILLISECONDS: Final = 3_600_000


def add(tx: Transaction, login: str, urgency: Urgency, now: datetime) -> None:
    """Count a message that is begun now against its login's quotas and the brake."""
    tx.run(insert(sendings).values(seller=tx.seller, login=login, at=now, urgency=urgency))


def lock(tx: Transaction, terms: Terms) -> None:
    """Let nobody else take room of this login, or under the brake, until the transaction ends."""
    tx.lock([f"login:{terms.pace.login}", *([] if terms.ceiling is None else ["brake"])])


def find(tx: Transaction, terms: Terms, urgency: Urgency, now: datetime) -> Room:
    """Return how many messages of this login may leave now; ``lock`` it before taking any."""
    pace = terms.pace
    held: datetime | None = tx.run(
        select(holds.c.until).where(
            holds.c.seller == tx.seller, holds.c.login == pace.login, holds.c.until > now
        )
    ).scalar()
    if held is not None:
        return Room(number=0, opens=held)
    room = find_room(pace, _newest(tx, pace, now), urgency, now)
    if terms.ceiling is None or urgency is Urgency.PERSON:
        return room
    begun = since(tx, max(now - _HOUR, terms.counted_from or now - _HOUR))
    free = max(0, terms.ceiling - begun - _claimed(tx))
    return Room(
        number=free if room.number is None else min(free, room.number),
        opens=room.opens or (None if free else now + timedelta(minutes=1)),
    )


def admit(tx: Transaction, terms: Terms, urgency: Urgency, now: datetime) -> Room:
    """Count one more message, where there is room."""
    lock(tx, terms)
    room = find(tx, terms, urgency, now)
    if room.number != 0:
        add(tx, terms.pace.login, urgency, now)
    return room


def since(tx: Transaction, when: datetime) -> int:
    """Return how many were begun after ``when``."""
    number: int = tx.run(
        select(func.count()).where(sendings.c.seller == tx.seller, sendings.c.at > when)
    ).scalar_one()
    return number


def hold(tx: Transaction, login: str, window: Window, now: datetime) -> None:
    """Remember that a provider takes nothing more of this login for a while."""
    statement = tx.insert(holds).values(
        seller=tx.seller, login=login, window=window.name.lower(), at=now, until=now + window.hold
    )
    then = statement.excluded
    tx.run(
        statement.on_conflict_do_update(
            index_elements=["seller", "login"],
            set_={"window": then.window, "at": then.at, "until": then.until},
        )
    )


def volume(tx: Transaction, now: datetime) -> Volume:
    """Return what the brake compares with."""
    hour = type_coerce(sendings.c.at, BigInteger) // _MILLISECONDS
    known = (sendings.c.seller == tx.seller, sendings.c.at > now - MEMORY)
    hours = (
        select(func.count().label("number"))
        .where(*known, sendings.c.at <= now - _HOUR)
        .group_by(hour)
        .subquery()
    )
    busiest: int | None = tx.run(select(func.max(hours.c.number))).scalar()
    first: datetime | None = tx.run(
        select(sendings.c.at).where(*known).order_by(sendings.c.at).limit(1)
    ).scalar()
    return Volume(busiest=busiest or 0, first=first)


def forget(tx: Transaction, now: datetime) -> None:
    """Let go what nobody asks for any more."""
    tx.run(
        delete(sendings).where(
            sendings.c.seller == tx.seller, sendings.c.at < now - MEMORY - timedelta(days=1)
        )
    )


def _newest(tx: Transaction, pace: Pace, now: datetime) -> Sent:
    """Return when the newest were begun; those that a worker holds count as begun now."""
    if not pace.limits:
        return Sent()
    held = _claimed(tx, acks.c.login == pace.login)
    begun = tx.run(
        select(sendings.c.at, sendings.c.urgency)
        .where(
            sendings.c.seller == tx.seller,
            sendings.c.login == pace.login,
            sendings.c.at > now - max(window.value for window in pace.limits),
        )
        .order_by(sendings.c.at.desc())
        .limit(pace.looks_back)
    ).all()
    return Sent(
        people=[at for at, urgency in begun if urgency == Urgency.PERSON],
        automatic=[now] * held + [at for at, urgency in begun if urgency != Urgency.PERSON],
    )


def _claimed(tx: Transaction, *which: ColumnElement[bool]) -> int:
    """Return how many workers hold that they have not begun."""
    number: int = tx.run(
        select(func.count()).where(
            acks.c.seller == tx.seller, acks.c.state == AckState.CLAIMED, *which
        )
    ).scalar_one()
    return number
