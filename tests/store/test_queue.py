"""The database sorts the queue exactly as cases/ordering.py says."""

import itertools
from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cases.labels import Priority
from cases.ordering import Place, rank, sort_key
from store.protocol import Store
from store.values import QueueRow
from tests.store.builders import DAY, HOUR, MINUTE, NOW, letter, receive, verdict

_buyers = itertools.count(1)

SPANS = st.integers(-300, 300).map(lambda minutes: minutes * MINUTE)
LETTERS = st.tuples(
    st.sampled_from(Priority),
    st.sampled_from([0.0, 0.25, 0.5, 0.99]),
    st.none() | SPANS,
    SPANS,
)


def place(row: QueueRow) -> Place:
    """Return the keys of a row that has no promise and no deadline."""
    lift_at = None if row.limit_at is None else row.limit_at - 2 * HOUR
    return Place(
        level=row.priority.level,
        lift_at=lift_at,
        clock_at=row.limit_at,
        # The row does not show it; the buyer's name carries it here.
        score=float(row.buyer.partition("/")[0]),
        received=row.received,
    )


@settings(
    max_examples=12,
    deadline=None,
    # The queue grows from example to example, so a smaller one would not say more.
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(written=st.lists(LETTERS, min_size=2, max_size=12), later=SPANS)
def test_sql_sorts_as_the_rule(
    store: Store,
    written: list[tuple[Priority, float, timedelta | None, timedelta]],
    later: timedelta,
) -> None:
    """Whatever level, clock, score and age, and whenever it is read, the order is the rule's."""
    for priority, score, limit, received in written:
        buyer = f"{score}/{next(_buyers)}@relay.example"
        said = verdict(letter(buyer=buyer), priority=priority, score=score, received=NOW + received)
        receive(store, said, limit_at=None if limit is None else NOW + limit)
    now = NOW + later
    rows = store.read(lambda ledger: ledger.queue(now, 10_000))
    places = [place(row) for row in rows]

    assert sorted(sort_key(one, now) for one in places) == [sort_key(one, now) for one in places]
    assert [rank(one, now) for one in places] == [row.rank for row in rows]


def test_the_queue_is_cut_after_sorting(store: Store) -> None:
    """A short queue shows the first served, not the first filed."""
    for number, priority in enumerate((Priority.LOW, Priority.NORMAL, Priority.URGENT)):
        receive(store, verdict(letter(buyer=f"{number}@relay.example"), priority=priority))

    assert [Priority.URGENT] == [
        row.priority for row in store.read(lambda ledger: ledger.queue(NOW, 1))
    ]


def test_time_lifts_a_case_without_a_write(store: Store) -> None:
    """Two hours before its clock a case is served one level higher."""
    receive(store, verdict(letter(buyer="calm@relay.example"), priority=Priority.NORMAL))
    receive(
        store, verdict(letter(buyer="angry@relay.example"), priority=Priority.HIGH), limit_at=None
    )

    def first(hours: int) -> str:
        return store.read(lambda ledger: ledger.queue(NOW + hours * HOUR, 1))[0].buyer

    assert ("angry@relay.example", "calm@relay.example") == (first(21), first(22))


def test_a_row_shows_the_newest_letter(store: Store) -> None:
    """Subject, excerpt and language are of the newest letter, counts of all."""
    old = letter(subject="Old", text="Hello", photos=2, order_ids=("302-1",))
    new = replace(letter(), subject="New", text="\n  Where is it?\nAnna", language="de", photos=1)
    receive(store, verdict(old))
    receive(store, verdict(new, received=NOW + HOUR))
    receive(store, verdict(letter(subject="Late to arrive"), received=NOW - DAY))
    (row,) = store.read(lambda ledger: ledger.queue(NOW, 10))

    assert ("New", "Where is it? Anna", "de") == (row.subject, row.excerpt, row.language)
    assert (3, 3, "302-1", "default") == (row.letters, row.photos, row.order_id, row.shop)


def test_a_case_shows_its_letters_in_order_of_receipt(store: Store) -> None:
    """What a case holds comes back as it was said."""
    late, early = verdict(received=NOW), verdict(received=NOW - HOUR)
    receive(store, late)
    (filed,) = receive(store, early)
    view = store.read(lambda ledger: ledger.case(filed.case or 0, NOW))

    assert view is not None
    assert [early, late] == [one.verdict for one in view.letters]


def test_there_is_no_case_that_is_not_there(store: Store) -> None:
    """A number without a case gives nothing."""
    assert None is store.read(lambda ledger: ledger.case(987_654_321, NOW))
