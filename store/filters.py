"""A filter as conditions on the table of cases, the same on both databases."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import ColumnElement, Text, and_, cast, or_, select

from cases.filters import Filter
from cases.labels import Priority
from store.handles import Sort
from store.schema import cases, handles
from store.transaction import Transaction


def conditions(tx: Transaction, wanted: Filter, now: datetime) -> list[ColumnElement[bool]]:
    """Return what a case must fulfil; the words of its letters are ``store.search``'s."""
    return [cases.c.seller == tx.seller, *narrower(tx, wanted, now)]


def narrower(tx: Transaction, wanted: Filter, now: datetime) -> Iterator[ColumnElement[bool]]:
    """Yield what a case of this seller must fulfil, what is quickly compared first."""
    yield from _of_clocks(wanted, now)
    yield from _of_people(wanted, now)
    yield from _of_facts(tx, wanted)


def _of_facts(tx: Transaction, wanted: Filter) -> Iterator[ColumnElement[bool]]:
    if wanted.states:
        yield cases.c.state.in_(sorted(wanted.states))
    if wanted.order is not None:
        yield cases.c.id.in_(
            select(handles.c.case_id).where(
                handles.c.seller == tx.seller,
                handles.c.sort == Sort.ORDER,
                handles.c.value == wanted.order,
            )
        )
    if wanted.tags:
        yield or_(*(_tags().contains(f'"{tag}"', autoescape=True) for tag in sorted(wanted.tags)))
    if wanted.main_tags:
        mains = sorted(wanted.main_tags)
        yield or_(*(_tags().startswith(f'["{tag}"', autoescape=True) for tag in mains))
    if wanted.priorities:
        yield cases.c.level.in_(sorted(Priority(one).level for one in wanted.priorities))
    if wanted.language is not None:
        yield cases.c.language == wanted.language
    if wanted.marketplace is not None:
        below = cases.c.marketplace.startswith(f"{wanted.marketplace}.", autoescape=True)
        yield or_(cases.c.marketplace == wanted.marketplace, below)
    if wanted.shop is not None:
        yield cases.c.shop == wanted.shop
    if wanted.unsure:
        yield cases.c.unsure


def _of_people(wanted: Filter, now: datetime) -> Iterator[ColumnElement[bool]]:
    held = cases.c.held_until > now
    if wanted.person is not None:
        yield or_(cases.c.assignee == wanted.person, and_(cases.c.holder == wanted.person, held))
    if wanted.free:
        yield cases.c.assignee.is_(None)
        yield or_(cases.c.held_until.is_(None), ~held)
    if wanted.escalated:
        yield cases.c.escalated_at.is_not(None)


def _of_clocks(wanted: Filter, now: datetime) -> Iterator[ColumnElement[bool]]:
    if wanted.deadline:
        yield cases.c.deadline_at.is_not(None)
    if wanted.overdue:
        yield cases.c.clock_at <= now
    if wanted.due_within is not None:
        yield and_(cases.c.clock_at > now, cases.c.clock_at <= now + wanted.due_within)
    if wanted.before is not None:
        yield cases.c.newest_at < wanted.before
    if wanted.after is not None:
        yield cases.c.newest_at >= wanted.after


def _tags() -> ColumnElement[str]:
    return cast(cases.c.tags, Text)
