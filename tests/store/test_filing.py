"""Filing: one case a matter, one acknowledgement an opening, whatever comes in what order."""

from datetime import datetime

import pytest

from cases.labels import Kind, Priority
from cases.states import AckEvent, AckState, CaseState
from cases.values import Letter, Notice, Verdict
from store.outgoing_values import Claim
from store.protocol import Store
from store.values import AckView, CaseView, QueueRow
from tests.store.builders import (
    ALIAS,
    DAY,
    HOUR,
    MAILBOX,
    MINUTE,
    NOW,
    OURS,
    SENDER,
    begin,
    claim,
    dispatch,
    go_live,
    letter,
    receive,
    settle,
    verdict,
)

ORDER = "302-1234567-1234567"


def answer(*, received: datetime = NOW, **changes: object) -> Verdict:
    """Return a person's reply to the buyer, seen in Sent."""
    ours = {"kind": Kind.OWN, "sender": OURS, "buyer": "", "recipients": (SENDER,)}
    return verdict(letter(**(ours | changes)), tags=(), received=received)


def queue(store: Store, now: datetime = NOW) -> tuple[QueueRow, ...]:
    """Return the queue."""
    return store.read(lambda ledger: ledger.queue(now, 100))


def acks(store: Store) -> tuple[AckView, ...]:
    """Return every acknowledgement."""
    return store.read(lambda ledger: ledger.acks(100))


def view(store: Store, case: int | None) -> CaseView:
    """Return a case that is there."""
    found = store.read(lambda ledger: ledger.case(case or 0, NOW))
    assert found is not None
    return found


def names(store: Store, case: int | None) -> list[str]:
    """Return what happened in a case."""
    return [event.name for event in view(store, case).events]


def test_two_letters_in_one_batch_are_one_case(store: Store) -> None:
    """Two letters of one buyer in one FETCH make one case and one acknowledgement."""
    go_live(store)
    first, second = receive(store, verdict(), verdict(tags=("damaged",)))

    assert first.case == second.case
    assert ("due", "joined") == (first.acknowledgement, second.acknowledgement)
    assert 1 == len(acks(store))
    assert 2 == queue(store)[0].letters


def test_two_buyers_are_two_cases(store: Store) -> None:
    """Letters of two buyers never meet, even about one order id."""
    one = verdict(letter(order_ids=(ORDER,)))
    other = verdict(letter(buyer="ben@marketplace.amazon.de", order_ids=(ORDER,)))

    assert ["new", "new"] == [filed.why for filed in receive(store, one, other)]


def test_an_order_joins(store: Store) -> None:
    """A buyer with two open cases is joined to the one with the order."""
    first, second = receive(
        store, verdict(letter(order_ids=("302-1",))), verdict(letter(order_ids=("302-2",)))
    )
    (third,) = receive(store, verdict(letter(order_ids=("302-2",))))

    assert first.case != second.case
    assert ("order", second.case) == (third.why, third.case)


def test_the_marketplaces_case_id_joins_before_the_order(store: Store) -> None:
    """A case id of the marketplace decides against an order id."""
    (by_id,) = receive(store, verdict(letter(case_id="C-1", order_ids=("302-1",))))
    receive(store, verdict(letter(order_ids=("302-2",))))
    (third,) = receive(store, verdict(letter(case_id="C-1", order_ids=("302-2",))))

    assert ("case-id", by_id.case) == (third.why, third.case)


def test_a_notice_opens_a_case_that_the_buyer_joins(store: Store) -> None:
    """A notice without an alias waits under its order, and the buyer's letter takes it over."""
    deadline = NOW + 5 * HOUR
    notice = letter(
        kind=Kind.NOTICE,
        buyer="",
        sender="return@amazon.de",
        order_ids=(ORDER,),
        notice=Notice(topic="return", deadline=deadline),
    )
    (first,) = receive(store, verdict(notice, tags=("return",)), limit_at=None)
    (second,) = receive(store, verdict(letter(order_ids=(ORDER,))))
    (row,) = queue(store)

    assert ("withheld:notice", first.case) == (first.acknowledgement, second.case)
    assert (ALIAS, 2) == (row.buyer, row.letters)


def test_a_notice_that_only_informs_opens_no_case(store: Store) -> None:
    """A sale is recorded with its kind, beside a case of the same order that it leaves alone."""
    receive(store, verdict(letter(order_ids=(ORDER,))))
    (before,) = queue(store)
    sale = letter(kind=Kind.NOTICE, buyer="", order_ids=(ORDER,), notice=Notice(topic="sale"))
    (filed,) = receive(store, verdict(sale))

    assert (None, "notice", "none") == (filed.case, filed.why, filed.acknowledgement)
    assert (before,) == queue(store)


def test_notices_without_an_order_do_not_meet(store: Store) -> None:
    """Two notices have nothing in common but their sender."""
    notice = letter(kind=Kind.NOTICE, buyer="", notice=Notice(topic="other"))

    assert ["new", "new"] == [one.why for one in receive(store, verdict(notice), verdict(notice))]


@pytest.mark.parametrize("kind", [Kind.AUTO_REPLY, Kind.BOUNCE, Kind.LIST, Kind.OWN])
def test_other_kinds_are_recorded_without_a_case(store: Store, kind: Kind) -> None:
    """What is neither buyer nor notice ends recorded, with its kind as the reason."""
    (filed,) = receive(store, verdict(letter(kind=kind), tags=()))
    counts = store.read(lambda ledger: ledger.counts())

    assert (None, kind, "none") == (filed.case, filed.why, filed.acknowledgement)
    assert (1, 0) == (counts.letters["recorded"], counts.letters["accepted"])
    assert () == queue(store)


def test_a_veto_withholds_without_a_row(store: Store) -> None:
    """A vetoed letter opens its case; nothing is due, and the veto stands among the events."""
    (filed,) = receive(store, verdict(veto="list-header"))
    (event,) = [one for one in view(store, filed.case).events if one.name == "ack.withheld"]

    assert "withheld:list-header" == filed.acknowledgement
    assert {"reason": "list-header"} == event.fields
    assert () == acks(store)


def test_a_letter_after_a_vetoed_one_is_acknowledged(store: Store) -> None:
    """A veto is one letter's: the next one of the opening may be answered."""
    go_live(store)
    _, second = receive(store, verdict(veto="thanks"), verdict())

    assert "due" == second.acknowledgement


def test_shadow_withholds_for_good(store: Store) -> None:
    """Without ``live`` an acknowledgement is withheld, and going live does not release it."""
    (filed,) = receive(store, verdict())
    go_live(store)

    assert "withheld:shadow" == filed.acknowledgement
    assert (AckState.WITHHELD, "shadow") == (acks(store)[0].state, acks(store)[0].reason)
    assert () == claim(store)


def test_settling_moves_once(store: Store) -> None:
    """A letter that joins moves the acknowledgement once, at most to twice the settling time."""
    go_live(store)
    settle = 3 * MINUTE
    for minutes in (0, 2, 4):
        now = NOW + minutes * MINUTE
        receive(store, verdict(), now=now, not_before=now + settle, not_after=now + 2 * settle)

    assert NOW + 5 * MINUTE == store.read(lambda ledger: ledger.next_due([MAILBOX], NOW))


def test_settling_ends_at_twice_its_length(store: Store) -> None:
    """A letter that comes just before the end cannot move it past the bound."""
    go_live(store)
    receive(store, verdict(), not_before=NOW + 3 * MINUTE, not_after=NOW + 4 * MINUTE)
    receive(store, verdict(), not_before=NOW + 6 * MINUTE, not_after=NOW + 9 * MINUTE)

    assert NOW + 4 * MINUTE == store.read(lambda ledger: ledger.next_due([MAILBOX], NOW))


def test_the_acknowledgement_answers_the_letter_that_says_most(store: Store) -> None:
    """After "Hi" the text is answered; a photo alone does not take its place."""
    go_live(store)
    receive(store, verdict(tags=("other",)), verdict(tags=("damaged",)), verdict(tags=("other",)))
    (held,) = claim(store)

    assert "damaged" == held.verdict.triage.main


def test_a_claimed_acknowledgement_stays_as_it_is(store: Store) -> None:
    """A letter that joins after the claim changes nothing of what is being written."""
    go_live(store)
    (first,) = receive(store, verdict())
    claim(store)
    (second,) = receive(store, verdict(tags=("damaged",)))

    assert ("joined", first.letter) == (second.acknowledgement, acks(store)[0].letter)


def test_an_answer_stops_the_clocks(store: Store) -> None:
    """A person's reply seen in Sent takes the case off the queue and withholds what is due."""
    go_live(store)
    (filed,) = receive(store, verdict())
    receive(store, answer())
    case = view(store, filed.case)

    assert () == queue(store)
    assert CaseState.WAITING == case.row.state
    assert [(AckState.WITHHELD, "answered")] == [(one.state, one.reason) for one in case.acks]
    assert "case.answered" in names(store, filed.case)
    assert () == claim(store)


def test_an_answer_withholds_what_is_claimed(store: Store) -> None:
    """A worker that holds the acknowledgement when the person answers cannot begin it."""
    go_live(store)
    receive(store, verdict())
    (held,) = claim(store)
    receive(store, answer())

    assert AckState.WITHHELD == acks(store)[0].state
    assert held.ack == acks(store)[0].ack


def test_after_an_answer_a_new_opening_begins(store: Store) -> None:
    """The next letter after a person's reply reopens the case and is acknowledged again."""
    go_live(store)
    (first,) = receive(store, verdict(priority=Priority.HIGH, tags=("damaged",)))
    receive(store, answer())
    (second,) = receive(store, verdict(tags=("invoice",), received=NOW + HOUR))
    (row,) = queue(store)

    assert (first.case, "due") == (second.case, second.acknowledgement)
    assert [1, 2] == [one.opening for one in view(store, first.case).acks]
    assert (("invoice",), Priority.NORMAL) == (row.tags, row.priority)
    assert "case.reopened" in names(store, first.case)


def acknowledge(store: Store) -> None:
    """Send the one acknowledgement that is due; it promises an answer in three hours."""
    (held,) = claim(store)
    begin(store, held, dispatch(f"<{held.case}-{held.opening}@seller.example>"))
    settle(store, held, AckEvent.ACCEPT)


def test_a_further_letter_about_the_same_is_silent(store: Store) -> None:
    """An opening has its acknowledgement; what follows is told why it gets none."""
    go_live(store)
    receive(store, verdict())
    acknowledge(store)
    (again,) = receive(store, verdict(priority=Priority.HIGH))

    assert "joined" == again.acknowledgement
    assert 1 == len(acks(store))


def test_a_grave_new_matter_is_acknowledged_while_the_first_is_open(store: Store) -> None:
    """It begins an opening of its own; the clocks of the unanswered one run on."""
    go_live(store)
    (first,) = receive(store, verdict())
    acknowledge(store)
    (second,) = receive(
        store, verdict(tags=("safety",), priority=Priority.URGENT, received=NOW + HOUR)
    )
    (row,) = queue(store)

    assert (first.case, "due") == (second.case, second.acknowledgement)
    assert (NOW + DAY, NOW + 3 * HOUR) == (row.limit_at, row.promise_at)
    assert ("safety", "late-delivery") == row.tags
    acknowledge(store)
    assert [1, 2] == [one.opening for one in view(store, first.case).acks]


def direct(**changes: object) -> Letter:
    """Return a letter from somebody's own address."""
    own = {"sender": "max+x@supply.example", "buyer": "max@supply.example", "relay": False}
    return letter(**({**own, "marketplace": None} | changes))


def approach(**changes: object) -> Verdict:
    """Return what our people wrote of their own accord."""
    return answer(received=NOW - DAY, **({"recipients": ("max@supply.example",)} | changes))


def test_whom_ours_wrote_to_first_is_not_acknowledged(store: Store) -> None:
    """A supplier who answers our question is no customer."""
    go_live(store)
    receive(store, approach())
    (filed,) = receive(store, verdict(direct()))

    assert "withheld:written-first" == filed.acknowledgement


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (approach(in_reply_to=("<lost@supply.example>",)), direct()),
        (approach(vetoes=("precedence",)), direct()),
        (approach(recipients=("moritz@supply.example",)), direct()),
        (approach(recipients=(SENDER,)), letter()),
    ],
)
def test_a_reply_a_robots_mail_and_an_order_message_are_no_approach(
    store: Store, ours: Verdict, theirs: Letter
) -> None:
    """What answers somebody, what no person wrote, and what goes to a marketplace's buyer."""
    go_live(store)
    receive(store, ours)
    (filed,) = receive(store, verdict(theirs))

    assert "due" == filed.acknowledgement


def test_who_wrote_before_us_stays_a_customer(store: Store) -> None:
    """A fresh mail of ours to a customer makes nobody of them, at filing or at sending."""
    go_live(store)
    receive(store, verdict(direct(), received=NOW - 2 * DAY))
    acknowledge(store)
    receive(store, approach())
    (held,) = claims_after(store, verdict(direct(), received=NOW))

    assert not held.written_first


def test_what_is_found_in_sent_meanwhile_is_known_at_sending(store: Store) -> None:
    """The Sent folder may be read after the letter was filed."""
    go_live(store)
    receive(store, verdict(direct()))
    receive(store, approach())
    (held,) = claim(store)

    assert held.written_first


def claims_after(store: Store, said: Verdict) -> tuple[Claim, ...]:
    """File a letter and claim its acknowledgement."""
    receive(store, said)
    return claim(store)


def test_an_answer_in_the_same_batch_counts(store: Store) -> None:
    """Letter, reply and letter read at once are two openings, not one."""
    first = verdict()
    reply = answer(in_reply_to=(first.letter.message_id,), received=NOW + MINUTE)
    second = verdict(received=NOW + 2 * MINUTE)
    go_live(store)
    one, _, two = receive(store, first, reply, second)

    assert one.case == two.case
    assert [AckState.DUE, AckState.WITHHELD] == [one.state for one in acks(store)]


def test_a_reference_names_the_case_that_is_answered(store: Store) -> None:
    """With two open cases of a buyer the reply goes to the one it refers to."""
    first, second = verdict(letter(order_ids=("1",))), verdict(letter(order_ids=("2",)))
    _, filed = receive(store, first, second)
    receive(store, answer(references=(second.letter.message_id,)))

    assert CaseState.WAITING == view(store, filed.case).row.state
    assert 1 == len(queue(store))


def test_an_order_names_the_case_that_is_answered(store: Store) -> None:
    """Without a reference the order id tells which case a reply answers."""
    _, filed = receive(store, verdict(letter(order_ids=("1",))), verdict(letter(order_ids=("2",))))
    receive(store, answer(order_ids=("2",)))

    assert CaseState.WAITING == view(store, filed.case).row.state


@pytest.mark.parametrize("other", ["warehouse@seller.example", "ben@marketplace.amazon.de"])
def test_a_forwarded_letter_answers_nobody(store: Store, other: str) -> None:
    """A letter of ours that refers to a buyer's but goes elsewhere stops no clock."""
    said = verdict()
    receive(store, said)
    receive(store, answer(references=(said.letter.message_id,), recipients=(other,)))

    assert 1 == len(queue(store))


def test_a_reply_to_one_of_two_cases_without_a_hint_answers_none(store: Store) -> None:
    """Where a reply could mean two cases, both stay open."""
    receive(store, verdict(letter(order_ids=("1",))), verdict(letter(order_ids=("2",))))
    receive(store, answer())

    assert 2 == len(queue(store))


def test_a_reply_from_before_the_newest_letter_leaves_it_open(store: Store) -> None:
    """A Sent copy that is read late does not answer what the buyer wrote since."""
    first = verdict()
    receive(store, first, verdict(received=NOW + 2 * HOUR))
    receive(store, answer(in_reply_to=(first.letter.message_id,), received=NOW + HOUR))

    assert 1 == len(queue(store))


def test_a_reply_that_names_the_newest_letter_answers_it(store: Store) -> None:
    """A clock that is slow at the person's end does not undo the reply."""
    said = verdict(received=NOW)
    receive(store, said)
    receive(store, answer(in_reply_to=(said.letter.message_id,), received=NOW - HOUR))

    assert () == queue(store)


def test_the_buyer_can_refer_to_a_persons_reply(store: Store) -> None:
    """A buyer who answers our reply comes back to its case, whatever else is open."""
    (first,) = receive(store, verdict(letter(order_ids=("1",))))
    reply = answer(order_ids=("1",), message_id="<reply@seller.example>")
    receive(store, reply, verdict(letter(order_ids=("2",))))
    (third,) = receive(store, verdict(letter(in_reply_to=("<reply@seller.example>",))))

    assert ("reference", first.case) == (third.why, third.case)


def test_a_case_shows_its_most_urgent_letter(store: Store) -> None:
    """Level, score, clock and main tag are those of the opening's most urgent letters."""
    first = verdict(tags=("refund",), received=NOW - HOUR)
    angry = verdict(tags=("damaged",), priority=Priority.HIGH, score=0.5)
    calm = verdict(tags=("other",), priority=Priority.LOW)
    receive(store, first)
    receive(store, angry)
    receive(store, calm)
    (row,) = queue(store)

    assert (Priority.HIGH, ("damaged", "refund")) == (row.priority, row.tags)
    assert (NOW - HOUR, NOW - HOUR + DAY) == (row.received, row.limit_at)


def test_every_letter_leaves_its_events(store: Store) -> None:
    """The way of a letter can be read from its case's events."""
    go_live(store)
    (filed,) = receive(store, verdict())

    assert ["letter.filed", "case.opened", "ack.due"] == names(store, filed.case)
