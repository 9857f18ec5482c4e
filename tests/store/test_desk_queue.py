"""What the desk shows: rows with everything on them, page by page, filtered, counted."""

from dataclasses import replace
from datetime import timedelta

import pytest

from cases.asking import spell
from cases.deeds import Assign, Close, Correct, Escalate, Hold, Snooze
from cases.filters import DONE, OPEN, VIEWS, Filter, View
from cases.labels import Fulfilment, Kind, Priority
from cases.states import CaseState
from cases.values import Letter, Signals, Tag, Triage, Verdict
from store.desk_values import Page
from store.protocol import Store
from store.values import QueueRow
from tests.store.builders import DAY, HOUR, MINUTE, NOW, OURS, letter, receive, verdict


def page(store: Store, wanted: Filter | None = None, limit: int = 50, after: str = "") -> Page:
    """Return a page of the open cases, or of those wanted."""
    found = wanted or Filter(states=OPEN)
    return store.read(lambda ledger: ledger.desk.page(found, NOW, limit, after))


def buyers(shown: Page) -> list[str]:
    """Return whose cases a page shows, by the name before the at sign."""
    return [row.buyer.partition("@")[0] for row in shown.rows]


def written(buyer: str, **changes: object) -> Letter:
    """Return a letter of this buyer."""
    return letter(buyer=f"{buyer}@relay.example", sender=f"{buyer}@relay.example", **changes)


def row(store: Store) -> QueueRow:
    """Return the one open case."""
    (found,) = page(store).rows
    return found


def number(store: Store, buyer: str) -> int:
    """Return the case of a buyer."""
    return next(one.case for one in page(store, Filter()).rows if one.buyer.startswith(f"{buyer}@"))


def test_a_row_says_who_gave_each_tag(store: Store) -> None:
    """Rules and model stand beside each tag, over all letters of the opening."""
    first = Triage(
        tags=(
            Tag(tag="damaged", by=("rule:broken",)),
            Tag(tag="refund", by=("model",), score=0.7),
        )
    )
    second = Triage(tags=(Tag(tag="damaged", by=("model", "rule:broken"), score=0.9),))
    base = verdict(written("a", order_ids=("1",)))
    receive(store, replace(base, triage=first))
    receive(store, replace(base, letter=written("a", order_ids=("1",)), triage=second))

    assert (
        Tag(tag="damaged", by=("model", "rule:broken"), score=0.9),
        Tag(tag="refund", by=("model",), score=0.7),
    ) == row(store).given


def test_a_row_counts_the_letters_nobody_answered(store: Store) -> None:
    """They begin anew with each answer, and the last one's time stands beside them."""
    first = written("a", message_id="<first@relay.example>")
    receive(store, verdict(first), verdict(written("a"), received=NOW + MINUTE))
    before = row(store)
    answer = letter(
        kind=Kind.OWN,
        sender=OURS,
        buyer="",
        recipients=("a@relay.example",),
        in_reply_to=("<first@relay.example>",),
    )
    receive(store, verdict(answer, tags=(), received=NOW + 2 * MINUTE))
    receive(store, verdict(written("a"), received=NOW + HOUR))
    after = row(store)

    assert [(2, NOW + MINUTE), (1, NOW + HOUR)] == [
        (one.unanswered, one.newest_at) for one in (before, after)
    ]


def test_a_row_says_who_ships(store: Store) -> None:
    """The first letter that knows it says it for all."""
    receive(store, verdict(written("a")))
    receive(store, verdict(written("a", fulfilment=Fulfilment.FBA)), verdict(written("a")))

    assert Fulfilment.FBA is row(store).fulfilment


def test_pages_together_are_the_queue(store: Store) -> None:
    """Whatever the size of a page, each case stands on one, in the order of the whole."""
    said = [
        verdict(
            written(str(one)),
            priority=tuple(Priority)[one % 4],
            score=(one % 3) / 4,
            received=NOW + (one % 5) * MINUTE,
        )
        for one in range(17)
    ]
    receive(store, *said)
    whole = [one.case for one in page(store).rows]
    for size in (1, 4, 17):
        seen: list[int] = []
        place: str | None = ""
        while place is not None:
            shown = page(store, limit=size, after=place)
            seen += [one.case for one in shown.rows]
            place = shown.next

        assert whole == seen


def test_what_is_done_comes_closed_last_first(store: Store) -> None:
    """Whatever its rank, page by page; of those closed together the newest case first."""
    for buyer, priority in zip("abcd", Priority, strict=True):
        receive(store, verdict(written(buyer), priority=priority))
    for minute, closed in enumerate(("c", "ad", "b")):
        found = [number(store, buyer) for buyer in closed]
        moment = NOW + minute * MINUTE
        store.write(lambda one, these=found, at=moment: one.desk.do(these, Close(), "li", at))  # type: ignore[misc]
    seen: list[str] = []
    place: str | None = ""
    while place is not None:
        shown = page(store, Filter(states=DONE), 1, place)
        seen += buyers(shown)
        place = shown.next

    assert [*"bdac"] == seen == buyers(page(store, Filter(states=DONE)))
    wanted = Filter(states=DONE, priorities=frozenset({Priority.URGENT, Priority.LOW}))
    assert [*"da"] == buyers(page(store, wanted))


@pytest.mark.parametrize("place", ["x", "1", "1,2,3", "0,1,-0.5,3,4"])
def test_a_place_among_other_cases_is_none_among_those_done(store: Store, place: str) -> None:
    """As in an address that was kept."""
    with pytest.raises(ValueError, match=r"\w"):
        page(store, Filter(states=DONE), 1, place)


def test_a_page_goes_on_where_the_last_one_ended(store: Store) -> None:
    """What was done with meanwhile does not make it skip a case."""
    receive(store, *(verdict(written(name), received=NOW) for name in "abcd"))
    first = page(store, limit=2)
    gone = Snooze(until=NOW + DAY)
    cases = [one.case for one in first.rows]
    store.write(lambda ledger: ledger.desk.do(cases, gone, "li", NOW))

    assert ["c", "d"] == buyers(page(store, limit=2, after=first.next or ""))


@pytest.mark.parametrize("place", ["x", "1,2,3", "1,2,3,4,5,6", "a,b,c,d,e"])
def test_a_place_that_is_none_is_refused(store: Store, place: str) -> None:
    """A link that was changed by hand is told apart from an empty page."""
    with pytest.raises(ValueError, match=r"\w"):
        page(store, after=place)


def fill(store: Store) -> None:
    """File one case for each thing that can be asked for."""
    dated = replace(
        verdict(written("gift"), tags=("late-delivery", "gift-order")),
        triage=replace(
            verdict(tags=("late-delivery", "gift-order")).triage,
            signals=Signals(deadline=NOW + 3 * DAY),
        ),
    )
    unsure = verdict(written("unsure"), tags=("other",))
    said: list[Verdict] = [
        verdict(written("claim"), tags=("claim", "damaged"), priority=Priority.URGENT),
        dated,
        replace(unsure, triage=replace(unsure.triage, unsure=True)),
        verdict(written("thanks"), tags=("thanks",), priority=Priority.LOW),
        verdict(written("late"), received=NOW - 25 * HOUR),
        verdict(written("soon"), received=NOW - 23 * HOUR),
        verdict(written("german", language="de", marketplace="amazon.co.uk"), received=NOW - DAY),
        verdict(written("order", order_ids=("302-7",), marketplace="ebay")),
    ]
    receive(store, *said)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(overdue=True), {"late", "german"}),
        (Filter(due_within=2 * HOUR), {"soon"}),
        (Filter(tags=frozenset({"damaged", "gift-order"})), {"claim", "gift"}),
        (Filter(main_tags=frozenset({"damaged"})), set()),
        (Filter(main_tags=frozenset({"thanks", "claim"})), {"thanks", "claim"}),
        (Filter(priorities=frozenset({Priority.URGENT})), {"claim"}),
        (Filter(language="de"), {"german"}),
        (Filter(marketplace="ebay"), {"order"}),
        (Filter(marketplace="amazon", language="de"), {"german"}),
        (Filter(marketplace="amazon.c", language="de"), set()),
        (Filter(order="302-7"), {"order"}),
        (Filter(unsure=True), {"unsure"}),
        (Filter(deadline=True), {"gift"}),
        (Filter(before=NOW - 24 * HOUR), {"late"}),
        (Filter(after=NOW - 24 * HOUR, before=NOW), {"soon", "german"}),
        (Filter(shop="nowhere"), set()),
        (Filter(tags=frozenset({'%"'})), set()),
        (Filter(states=frozenset({CaseState.DONE})), set()),
    ],
    # A set has no order that two processes agree on.
    ids=lambda value: spell(value) if isinstance(value, Filter) else "",
)
def test_a_filter_shows_what_it_says(store: Store, wanted: Filter, found: set[str]) -> None:
    """Every field narrows, and what is typed is never a pattern."""
    fill(store)

    assert found == set(buyers(page(store, wanted)))


def test_people_find_what_is_theirs(store: Store) -> None:
    """Whose it is and who works on it count, until the hold has run out."""
    fill(store)
    mine, held, over, asked = (number(store, name) for name in ("claim", "gift", "late", "soon"))

    def work(deed: Assign | Hold | Escalate, case: int, person: str) -> None:
        store.write(lambda ledger: ledger.desk.do([case], deed, person, NOW - MINUTE))

    work(Assign(to="li"), mine, "anna")
    work(Hold(), held, "li")
    work(Hold(lease=timedelta(seconds=1)), over, "li")
    work(Escalate(), asked, "li")

    assert {"claim", "gift"} == set(buyers(page(store, Filter(person="li"))))
    assert not {"claim", "gift"} & set(buyers(page(store, Filter(free=True))))
    assert ["soon"] == buyers(page(store, Filter(escalated=True)))


def test_a_row_shows_a_hold_while_it_lasts(store: Store) -> None:
    """Nobody is shown at work on a case after the hold has run out."""
    receive(store, verdict(written("a")))
    case = row(store).case
    store.write(lambda ledger: ledger.desk.do([case], Hold(), "li", NOW))
    later = store.read(lambda ledger: ledger.desk.page(Filter(), NOW + DAY, 1))

    assert ("li", NOW) == (row(store).holder, row(store).held_at)
    assert [(None, None, None)] == [(one.holder, one.held_at, one.held_until) for one in later.rows]


def test_views_count_what_they_show(store: Store) -> None:
    """The number on a view is the number of its rows."""
    fill(store)
    counts = store.read(lambda ledger: ledger.desk.count(NOW))

    assert {view: len(page(store, wanted).rows) for view, wanted in VIEWS.items()} == dict(counts)
    assert (1, 2, 1, 1, 1, 1) == tuple(counts[view] for view in View)


def test_a_corrected_case_moves_between_views(store: Store) -> None:
    """What a person says it is about is what the filters see."""
    fill(store)
    case = number(store, "unsure")
    store.write(lambda ledger: ledger.desk.do([case], Correct(tags=("safety",)), "li", NOW))

    assert {"claim", "unsure"} == set(buyers(page(store, VIEWS[View.GRAVE])))
    assert [] == buyers(page(store, VIEWS[View.UNSURE]))


def test_new_is_what_a_letter_has_come_to(store: Store) -> None:
    """However long ago it was written; what people do makes nothing new, nor does another view."""
    receive(store, verdict(written("anna")))
    seen = store.read(lambda ledger: ledger.newest_event())
    receive(store, verdict(written("bert"), received=NOW - DAY))
    receive(store, verdict(written("anna"), received=NOW - HOUR))
    held = [number(store, "anna"), number(store, "bert")]
    store.write(lambda ledger: ledger.desk.do(held, Hold(), "li", NOW))
    later = store.read(lambda ledger: ledger.newest_event())

    def fresh(wanted: Filter, since: int) -> int:
        return store.read(lambda ledger: ledger.desk.fresh(wanted, since, NOW))

    assert 2 == fresh(Filter(states=OPEN), seen)
    assert 0 == fresh(Filter(states=OPEN), later)
    assert 0 == fresh(VIEWS[View.UNSURE], seen)
