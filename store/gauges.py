"""How each subject fares: the sums of cases/breaker.py, and the pause that one of them causes.

Almost always every sum is zero and stays so: then one statement reads, and none writes.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from sqlalchemy import and_, or_, select

from cases.breaker import Sign, follow, is_tripped, suspects
from cases.pauses import BREAKER, Pause, Scope, Subject
from store import pauses
from store.schema import gauges
from store.transaction import Transaction


def note(tx: Transaction, subjects: Collection[Subject], sign: Sign, now: datetime) -> None:
    """Take in a sign of those it suspects; pause those for which it is one too many."""
    subjects = suspects(subjects, sign)
    if not subjects:
        return
    if sign is not Sign.ACCEPTED:
        tx.lock(f"gauge:{one}" for one in subjects)
    found = _totals(tx, subjects)
    for subject in sorted(subjects):
        before = found.get(subject, 0.0)
        total = follow(before, sign)
        if is_tripped(subject.scope, total):
            why = "refused, returned, objected to or corrected too often"
            pauses.begin(tx, Pause(subject=subject, since=now, who=BREAKER, why=why))
            # Who resumes begins anew.
            total = 0.0
        if total != before:
            _keep(tx, subject, total)


def to_document(subjects: Iterable[Subject]) -> dict[str, str]:
    """Return the subjects of one message, at most one of a kind, as a column keeps them."""
    return {one.scope.value: one.name for one in subjects}


def from_document(kept: Mapping[str, str] | None) -> frozenset[Subject]:
    """Return the subjects that a column keeps."""
    return frozenset(Subject(scope=Scope(scope), name=name) for scope, name in (kept or {}).items())


def _totals(tx: Transaction, subjects: Collection[Subject]) -> dict[Subject, float]:
    rows = tx.run(
        select(gauges).where(
            gauges.c.seller == tx.seller,
            or_(
                *(
                    and_(gauges.c.scope == one.scope, gauges.c.name == one.name)
                    for one in sorted(subjects)
                )
            ),
        )
    )
    return {Subject(scope=Scope(row.scope), name=row.name): row.total for row in rows}


def _keep(tx: Transaction, subject: Subject, total: float) -> None:
    statement = tx.insert(gauges).values(
        seller=tx.seller, scope=subject.scope, name=subject.name, total=total
    )
    tx.run(
        statement.on_conflict_do_update(
            index_elements=["seller", "scope", "name"], set_={"total": statement.excluded.total}
        )
    )
