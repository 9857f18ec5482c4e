"""How the work stands, counted by the database."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from cases.deeds import Assign, Close, Escalate, Hold
from cases.labels import Kind
from cases.states import AckEvent
from store.desk_values import Load, Oversight, Promises
from store.protocol import Store
from tests.store.builders import (
    DAY,
    HOUR,
    MINUTE,
    NOW,
    OURS,
    begin,
    claim,
    dispatch,
    go_live,
    letter,
    receive,
    settle,
    verdict,
)


def case(store: Store, buyer: str, limit: datetime = NOW + DAY) -> int:
    """Open a case of this buyer whose clock runs out then."""
    said = verdict(letter(buyer=f"{buyer}@relay.example", sender=f"{buyer}@relay.example"))
    (filed,) = receive(store, said, limit_at=limit)
    assert filed.case is not None
    return filed.case


def look(store: Store, now: datetime = NOW) -> Oversight:
    """Return how the work stands."""
    return store.read(lambda ledger: ledger.desk.oversee(now - 7 * DAY, now))


def due(store: Store) -> Mapping[int, int]:
    """Return what runs out in which hour."""
    return look(store).due


def test_people_are_told_with_what_they_hold_and_own(store: Store) -> None:
    """Held cases by number, the longest held first; a hold that is over is none."""
    late, own, held = (case(store, name, NOW - HOUR) for name in ("anna", "bert", "cleo"))
    store.write(lambda ledger: ledger.desk.do([late, own], Assign(to="li"), "li", NOW))
    store.write(lambda ledger: ledger.desk.do([held], Hold(), "wang", NOW - MINUTE))
    store.write(lambda ledger: ledger.desk.do([late], Hold(), "wang", NOW))

    assert (
        Load(person="li", held=(), owned=2, overdue=2),
        Load(person="wang", held=(held, late), owned=0, overdue=0),
    ) == look(store).loads
    assert ["li"] == [one.person for one in look(store, NOW + HOUR).loads]


def test_clocks_are_told_by_the_hour(store: Store) -> None:
    """An hour begins at its first minute on either side of now; what lies far is one."""
    for number, minutes in enumerate((-10_000, -61, -60, -1, 0, 59, 60, 10_000)):
        case(store, f"buyer{number}", NOW + minutes * MINUTE)

    assert {-9: 1, -2: 1, -1: 2, 0: 2, 1: 1, 8: 1} == due(store)


def test_what_is_done_has_no_clock(store: Store) -> None:
    """Nor is it nobody's, or escalated."""
    first, second = case(store, "anna"), case(store, "bert")
    store.write(lambda ledger: ledger.desk.do([second], Escalate(), "li", NOW))
    before = look(store)
    store.write(lambda ledger: ledger.desk.do([first, second], Close(), "li", NOW))
    after = look(store)

    assert (2, 1, 2) == (before.free, before.escalated, sum(before.due.values()))
    assert (0, 0, 0) == (after.free, after.escalated, sum(after.due.values()))


def promise(store: Store, buyer: str, at: datetime) -> int:
    """Acknowledge a letter with a promise."""
    number = case(store, buyer)
    (held,) = claim(store)
    wording = replace(dispatch().wording, promised_by=at)
    begin(store, held, dispatch(f"<{buyer}@seller.example>", wording=wording))
    settle(store, held, AckEvent.ACCEPT)
    return number


def answer(store: Store, buyer: str, at: datetime) -> None:
    """Answer this buyer from a mail client."""
    ours = letter(kind=Kind.OWN, sender=OURS, buyer="", recipients=(f"{buyer}@relay.example",))
    receive(store, verdict(ours, tags=(), received=at), now=at)


def test_promises_are_kept_broken_or_settled(store: Store) -> None:
    """By the day on which their time came; one whose time is to come is none of them."""
    go_live(store)
    promise(store, "anna", NOW + HOUR)
    promise(store, "bert", NOW + HOUR)
    settled = promise(store, "cleo", NOW + DAY)
    promise(store, "dora", NOW + 3 * DAY)
    answer(store, "anna", NOW + MINUTE)
    store.write(lambda ledger: ledger.desk.do([settled], Close(), "li", NOW + MINUTE))
    today, tomorrow = NOW.date(), (NOW + DAY).date()

    assert (
        Promises(day=today, kept=1, broken=1, settled=0),
        Promises(day=tomorrow, kept=0, broken=0, settled=1),
    ) == look(store, NOW + 2 * DAY).promises


def test_a_late_answer_breaks_a_promise(store: Store) -> None:
    """However soon after."""
    go_live(store)
    promise(store, "anna", NOW + HOUR)
    answer(store, "anna", NOW + 2 * HOUR)

    assert [(0, 1)] == [(one.kept, one.broken) for one in look(store, NOW + DAY).promises]
