"""What needs a person: ``store.alarms_protocol.Alarms`` on one transaction."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, Final, TypeVar

from sqlalchemy import Table, and_, bindparam, delete, func, or_, select

from cases.alarms import KINDS, Alarm
from cases.episodes import Episode
from cases.filters import Filter
from cases.labels import FOREMOST
from cases.states import AckState, CaseState
from store import filters
from store.alarms_protocol import Outlook, Pressing
from store.letters import LetterState
from store.picking import stranded
from store.schema import acknowledgements, alarms, cases, letters
from store.transaction import Row, Transaction

T = TypeVar("T")

#: So far back what ran out is still pressing; later it is one of the overdue.
_DAY: Final = timedelta(days=1)
_HOUR: Final = timedelta(hours=1)
_MOST: Final = 1000
_KEY: Final = ("seller", "kind", "subject")
_GRAVE: Final = Filter(main_tags=frozenset(FOREMOST))
_PRESSING: Final = ("tags", "received", "promise_at", "limit_at", "opening")


class SqlAlarms:
    """Each method is documented in the protocol."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def outlook(self, mailboxes: Sequence[str], now: datetime, until: datetime) -> Outlook:
        """Look at cases, letters and acknowledgements."""
        outcomes = self._outcomes(now - _HOUR)
        return Outlook(
            until=until,
            pressing=self._pressing(now, until),
            set_aside=self._count(letters, LetterState.SET_ASIDE),
            unknown=self._count(acknowledgements, AckState.UNKNOWN),
            stranded=stranded(self._tx, mailboxes),
            sent=outcomes.get(AckState.SENT, 0),
            refused=outcomes.get(AckState.REFUSED, 0),
        )

    def episodes(self) -> tuple[Episode, ...]:
        """Read them."""
        rows = self._tx.run(
            select(alarms)
            .where(alarms.c.seller == self._tx.seller, alarms.c.kind.in_(list(KINDS)))
            .order_by(alarms.c.since, alarms.c.kind, alarms.c.subject)
        )
        return tuple(map(_read, rows.mappings()))

    def change(self, step: Callable[[tuple[Episode, ...]], tuple[Iterable[Episode], T]]) -> T:
        """Write what differs."""
        self._tx.lock(["alarms"])
        known = {one.alarm.key: one for one in self.episodes()}
        kept, answer = step(tuple(known.values()))
        after = {one.alarm.key: one for one in kept}
        self._forget([one for key, one in known.items() if key not in after])
        self._put([one for key, one in after.items() if known.get(key) != one])
        return answer

    def _forget(self, gone: Sequence[Episode]) -> None:
        if not gone:
            return
        statement = delete(alarms).where(
            alarms.c.seller == self._tx.seller,
            alarms.c.kind == bindparam("its_kind"),
            alarms.c.subject == bindparam("its_subject"),
        )
        keys = [{"its_kind": one.alarm.kind, "its_subject": one.alarm.subject} for one in gone]
        self._tx.run(statement, keys)

    def _put(self, changed: Sequence[Episode]) -> None:
        if not changed:
            return
        rows = [{"seller": self._tx.seller, **_write(one)} for one in changed]
        statement = self._tx.insert(alarms)
        values = {name: statement.excluded[name] for name in rows[0] if name not in _KEY}
        self._tx.run(statement.on_conflict_do_update(index_elements=_KEY, set_=values), rows)

    def _pressing(self, now: datetime, until: datetime) -> tuple[Pressing, ...]:
        since = now - _DAY
        near = or_(
            *(clock.between(since, until) for clock in (cases.c.promise_at, cases.c.limit_at))
        )
        grave = and_(*filters.conditions(self._tx, _GRAVE, now), cases.c.received >= since)
        rows = self._tx.run(
            select(cases.c.id, cases.c.held_until, *(cases.c[name] for name in _PRESSING))
            .where(
                cases.c.seller == self._tx.seller,
                cases.c.state == CaseState.OPEN,
                cases.c.answered.is_(False),
                or_(near, grave),
            )
            .order_by(cases.c.clock_at.desc(), cases.c.id)
            .limit(_MOST)
        )
        return tuple(
            Pressing(
                case=row["id"],
                tags=tuple(row["tags"]),
                held=row["held_until"] is not None and row["held_until"] > now,
                **{name: row[name] for name in _PRESSING if name != "tags"},
            )
            for row in rows.mappings()
        )

    def _count(self, table: Table, state: str) -> int:
        here = (table.c.seller == self._tx.seller, table.c.state == state)
        return int(self._tx.run(select(func.count()).select_from(table).where(*here)).scalar_one())

    def _outcomes(self, since: datetime) -> dict[str, int]:
        """Return by state how many of the acknowledgements that became due since then ended."""
        acks = acknowledgements.c
        return self._tx.pairs(
            select(acks.state, func.count())
            .where(acks.seller == self._tx.seller, acks.since >= since)
            .group_by(acks.state)
        )


def _read(row: Row) -> Episode:
    return Episode(
        alarm=Alarm(
            kind=row["kind"],
            subject=row["subject"],
            sentence=row["sentence"],
            size=row["size"],
            case=row["case_id"],
        ),
        **{name: row[name] for name in ("since", "gone_at", "told_at", "told_size", "held_until")},
    )


def _write(one: Episode) -> dict[str, Any]:
    alarm = one.alarm
    return {
        "kind": alarm.kind,
        "subject": alarm.subject,
        "sentence": alarm.sentence,
        "size": alarm.size,
        "case_id": alarm.case,
        "since": one.since,
        "gone_at": one.gone_at,
        "told_at": one.told_at,
        "told_size": one.told_size,
        "held_until": one.held_until,
    }
