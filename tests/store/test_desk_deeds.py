"""What people do to cases: done once, told, undone once; woken when their time has come."""

import threading
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from cases.deeds import (
    Assign,
    Awaited,
    Close,
    Correct,
    Deed,
    Escalate,
    Hold,
    Rate,
    Refusal,
    Snooze,
    Wait,
)
from cases.labels import Priority
from cases.states import CaseState
from cases.values import Letter
from store.desk_values import CaseFile, Outcome
from store.open import open_store
from store.protocol import Store
from tests.store.builders import (
    DAY,
    HOUR,
    MINUTE,
    NOW,
    claim,
    go_live,
    letter,
    receive,
    verdict,
)

SECOND = timedelta(seconds=1)


def filed(store: Store, buyer: str = "anna@relay.example") -> int:
    """File a letter; return its case."""
    (one,) = receive(store, verdict(written(buyer)))
    return one.case or 0


def written(buyer: str = "anna@relay.example") -> Letter:
    """Return a letter about the buyer's one order."""
    return letter(buyer=buyer, order_ids=(f"order of {buyer}",))


def do(
    store: Store, cases: Sequence[int], deed: Deed, person: str = "li", now: datetime = NOW
) -> tuple[Outcome, ...]:
    """Have a person do something."""
    return store.write(lambda ledger: ledger.desk.do(cases, deed, person, now))


def undo(
    store: Store, outcomes: Sequence[Outcome], person: str = "li", now: datetime = NOW
) -> tuple[Refusal | None, ...]:
    """Take back what was done; return why not."""
    deeds = [one.deed or 0 for one in outcomes]
    undone = store.write(lambda ledger: ledger.desk.undo(deeds, person, now))
    return tuple(one.refusal for one in undone)


def look(store: Store, case: int, now: datetime = NOW) -> CaseFile:
    """Open a case."""
    found = store.read(lambda ledger: ledger.desk.case(case, now))
    assert found is not None
    return found


def test_one_of_many_is_held_by_another(store: Store) -> None:
    """A deed on several cases says of each what became of it, and by whom it is held."""
    first, second = filed(store, "a@relay.example"), filed(store, "b@relay.example")
    do(store, [first], Hold(), "anna")
    outcomes = do(store, [first, second, 987_654_321], Close(), now=NOW + MINUTE)

    assert [Refusal.HELD, None, Refusal.ABSENT] == [one.refusal for one in outcomes]
    assert ("anna", NOW) == (outcomes[0].holder, outcomes[0].since)
    assert [CaseState.OPEN, CaseState.DONE] == [
        look(store, case).view.row.state for case in (first, second)
    ]


def test_every_deed_leaves_an_event(store: Store) -> None:
    """Who did what, and when, stands on the case."""
    case = filed(store)
    do(store, [case], Hold())
    do(store, [case], Hold(reason="ill"), "anna", NOW + MINUTE)
    do(store, [case], Snooze(until=NOW + DAY), "anna", NOW + HOUR / 2)
    told = [(one.at, one.name, one.who, one.fields) for one in look(store, case).view.events]

    assert [
        (NOW, "case.held", "person:li", {}),
        (NOW + MINUTE, "case.held", "person:anna", {"reason": "ill"}),
    ] == told[-3:-1]
    assert ("case.snoozed", {"until": (NOW + DAY).isoformat()}) == (told[-1][1], told[-1][3])


def test_a_deed_is_undone_once(store: Store) -> None:
    """Everything is as it was before, with an event; a second undo changes nothing."""
    case = filed(store)
    before = look(store, case).view.row
    done = do(store, [case], Close())
    closed = look(store, case).view.row

    assert (None,) == undo(store, done, now=NOW + SECOND)
    assert CaseState.DONE is closed.state
    assert before == look(store, case).view.row
    assert (Refusal.EXPIRED,) == undo(store, done, now=NOW + SECOND)
    assert "case.undone" == look(store, case).view.events[-1].name


def test_a_correction_is_undone_with_its_givers(store: Store) -> None:
    """Tags, who gave them, level and clocks come back."""
    case = filed(store)
    before = look(store, case).view.row

    assert (None,) == undo(store, do(store, [case], Correct(tags=("safety", "damaged"))))
    assert before == look(store, case).view.row


def test_an_undo_has_its_time_and_its_person(store: Store) -> None:
    """Nobody undoes another's deed, and nobody after half a minute."""
    case = filed(store)
    done = do(store, [case], Assign(to="li"))

    assert (Refusal.EXPIRED,) == undo(store, done, "anna")
    assert (Refusal.EXPIRED,) == undo(store, done, now=NOW + 31 * SECOND)


def test_what_changed_since_is_not_undone(store: Store) -> None:
    """A letter that came meanwhile is not hidden by an undo."""
    case = filed(store)
    done = do(store, [case], Close())
    receive(store, verdict(written()), now=NOW + SECOND)

    assert (Refusal.CHANGED,) == undo(store, done, now=NOW + SECOND)
    assert CaseState.OPEN is look(store, case).view.row.state


def test_deeds_are_undone_from_the_last(store: Store) -> None:
    """Several are taken back together, whatever their order."""
    case = filed(store)
    before = look(store, case).view.row
    done = [*do(store, [case], Rate(priority=Priority.LOW)), *do(store, [case], Escalate())]

    assert (None, None) == undo(store, done)
    assert before == look(store, case).view.row


def test_a_case_wakes_in_time(store: Store) -> None:
    """What slept or waited until now is open; what waits for nobody's time is not."""
    asleep, waits, long = (filed(store, f"{name}@relay.example") for name in "abc")
    do(store, [asleep], Snooze(until=NOW + HOUR))
    do(store, [waits], Wait(on=Awaited.WAREHOUSE, until=NOW + 2 * HOUR))
    do(store, [long], Wait(on=Awaited.BUYER))
    woken = [
        store.write(lambda ledger, now=now: ledger.desk.wake(now))  # type: ignore[misc]
        for now in (NOW + MINUTE, NOW + HOUR, NOW + DAY, NOW + DAY)
    ]

    assert [0, 1, 1, 0] == woken
    assert [CaseState.OPEN, CaseState.OPEN, CaseState.WAITING] == [
        look(store, case).view.row.state for case in (asleep, waits, long)
    ]


def test_a_letter_wakes_a_case_for_good(store: Store) -> None:
    """The time until which it would have slept means nothing any more."""
    case = filed(store)
    do(store, [case], Snooze(until=NOW + HOUR))
    receive(store, verdict(written()))
    row = look(store, case).view.row

    assert (CaseState.OPEN, None, 2) == (row.state, row.wake_at, row.unanswered)


def test_a_letter_after_closing_begins_anew(store: Store) -> None:
    """A case settled without an answer does not come back with its old clocks."""
    case = filed(store)
    do(store, [case], Close())
    receive(store, verdict(written(), received=NOW + 2 * DAY))
    row = look(store, case).view.row

    assert (NOW + 3 * DAY, 1) == (row.limit_at, row.unanswered)


def test_a_held_case_gets_no_acknowledgement(store: Store) -> None:
    """Whoever claims it for sending learns that a person is at work, until the hold runs out."""
    go_live(store)
    held, lapsed = filed(store, "a@relay.example"), filed(store, "b@relay.example")
    do(store, [held, lapsed], Hold(lease=HOUR))
    do(store, [lapsed], Hold(lease=MINUTE))
    found = {one.case: one.answered for one in claim(store, now=NOW + 2 * MINUTE)}

    assert {held: True, lapsed: False} == found


def test_a_note_stands_on_its_case(store: Store) -> None:
    """Who wrote what and when; on no case there is no note."""
    case = filed(store)
    noted = store.write(lambda ledger: ledger.desk.note(case, "Photo asked for.", "li", NOW))
    nowhere = store.write(lambda ledger: ledger.desk.note(987_654_321, "?", "li", NOW))
    (note,) = look(store, case).notes

    assert (True, Refusal.ABSENT) == (noted.done, nowhere.refusal)
    assert ("Photo asked for.", "li", NOW) == (note.text, note.who, note.at)


def test_related_cases_are_of_the_buyer_or_the_order(store: Store) -> None:
    """Nobody else's stands beside a case."""
    one = letter(buyer="anna@relay.example", order_ids=("302-1",))
    other = replace(letter(), buyer="anna@relay.example", order_ids=("302-2",))
    notice = replace(letter(), buyer="bert@relay.example", order_ids=("302-1",))
    numbers = [
        filed_one.case
        for said in (one, other, notice, letter(buyer="cara@relay.example"))
        for filed_one in receive(store, verdict(said))
    ]

    assert numbers[2:0:-1] == [row.case for row in look(store, numbers[0] or 0).related]


def test_two_people_take_one_case_once(url: str, blobs: Path, seller: str, store: Store) -> None:
    """Of two who reach for a case in the same moment one has it, round after round."""
    said = [verdict(written(f"{number}@relay.example")) for number in range(200)]
    rounds = [one.case or 0 for one in receive(store, *said)]
    won: dict[str, list[int]] = {"li": [], "anna": []}
    start = threading.Barrier(2)

    def work(person: str) -> None:
        own = open_store(url, blobs, seller)
        for case in rounds:
            start.wait(60)
            (outcome,) = do(own, [case], Hold(), person)
            if outcome.done:
                won[person].append(case)
        own.close()

    threads = [threading.Thread(target=work, args=(person,)) for person in won]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert rounds == sorted(won["li"] + won["anna"])
