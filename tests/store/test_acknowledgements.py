"""Acknowledgements leave at most once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial
from threading import Barrier, Event

import pytest

from cases.labels import Priority
from cases.states import ACK_TRANSITIONS, AckEvent, AckState
from store.intake_values import Filed, Filing
from store.outgoing_values import Claim
from store.protocol import Ledger, Store
from tests.store.builders import (
    DAY,
    HOUR,
    LEASE,
    MAILBOX,
    MINUTE,
    NOW,
    SENDER,
    WORKER,
    accept,
    begin,
    claim,
    dispatch,
    filing,
    letter,
    receive,
    settle,
    verdict,
)
from tests.store.underway import bring_to, held, only

ENDS = set(AckEvent) - {AckEvent.CLAIM, AckEvent.BEGIN}
ALLOWED = [
    (state, event, target)
    for state, row in ACK_TRANSITIONS.items()
    for event, target in row.items()
    if event in ENDS
]


def test_a_claim_brings_what_is_needed(live: Store) -> None:
    """A claim holds letter, case and clocks; nothing more is read before sending."""
    said = verdict(priority=Priority.HIGH, tags=("damaged",))
    (filed,) = receive(live, said)
    (one,) = claim(live)

    assert (filed.case, filed.letter, MAILBOX) == (one.case, one.letter, one.mailbox)
    assert (said, Priority.HIGH, NOW + DAY) == (one.verdict, one.priority, one.limit_at)
    assert (1, 1, NOW, 0, False) == (one.fence, one.opening, one.since, one.attempts, one.answered)


def test_nothing_is_claimed_before_its_time(live: Store) -> None:
    """What settles is claimed once it has settled."""
    receive(live, verdict(), not_before=NOW + MINUTE, not_after=NOW + MINUTE)

    assert () == claim(live)
    assert 1 == len(claim(live, now=NOW + MINUTE))


def test_the_longest_waiting_is_claimed_first(live: Store) -> None:
    """With more due than a worker takes, those leave first that have waited longest."""
    for minutes in (3, 1, 2):
        buyer = f"{minutes}@relay.example"
        receive(live, verdict(letter(buyer=buyer)), now=NOW + minutes * MINUTE, limit_at=None)
    taken = claim(live, limit=2, now=NOW + HOUR)

    assert ["1@relay.example", "2@relay.example"] == [one.verdict.letter.buyer for one in taken]


@pytest.mark.parametrize("mode", ["shadow", "canary"])
def test_nothing_leaves_in_shadow(live: Store, mode: str) -> None:
    """Where the mode lets nothing out, nothing is claimed, begun or expected."""
    one = held(live)
    receive(live, verdict(letter(buyer="ben@relay.example")))
    live.write(lambda ledger: ledger.set("mode", mode, "test", NOW))

    assert () == claim(live)
    assert None is live.read(lambda ledger: ledger.next_due([MAILBOX], NOW))
    assert not begin(live, one)


def test_another_mailbox_keeps_its_letters(live: Store) -> None:
    """A worker takes only from the mailboxes it names."""
    receive(live, verdict())

    assert () == live.write(lambda ledger: ledger.claim(WORKER, ["other"], 10, LEASE, NOW))


def test_another_mailbox_is_not_waited_for(live: Store) -> None:
    """What is due elsewhere wakes nobody here, and is counted as stranded if it is nowhere."""
    receive(live, verdict())

    assert None is live.read(lambda ledger: ledger.next_due(["other"], NOW))
    assert {MAILBOX: 1} == live.read(lambda ledger: ledger.stranded(["other"]))
    assert {} == live.read(lambda ledger: ledger.stranded(["other", MAILBOX]))


def test_the_way_of_a_sent_acknowledgement(live: Store) -> None:
    """Claimed, begun and accepted, it keeps every word and its promise becomes a clock."""
    one = held(live)

    assert begin(live, one)
    assert settle(live, one, AckEvent.ACCEPT, code=250)
    ack = only(live)
    wording = dispatch().wording
    assert (AckState.SENT, 250, NOW) == (ack.state, ack.code, ack.settled_at)
    assert (wording.subject, wording.body) == (ack.subject, ack.body)
    assert (wording.promised_by, SENDER) == (ack.promised_at, ack.recipient)
    (row,) = live.read(lambda ledger: ledger.queue(NOW, 10))
    assert (wording.promised_by, AckState.SENT) == (row.promise_at, row.ack)


def test_the_promise_is_the_clock_that_counts(live: Store) -> None:
    """A promise nearer than the limit moves the case before one that was not acknowledged."""
    receive(live, verdict(letter(buyer="ben@relay.example"), veto="never", received=NOW - HOUR))
    one = held(live)
    begin(live, one)
    settle(live, one, AckEvent.ACCEPT)

    assert one.case == live.read(lambda ledger: ledger.queue(NOW, 10))[0].case


@pytest.mark.parametrize(("state", "event", "target"), ALLOWED)
def test_an_end_is_written(live: Store, state: AckState, event: AckEvent, target: AckState) -> None:
    """Every end that the table knows leads where the table says."""
    one = bring_to(live, state)

    assert settle(live, one, event)
    assert target == only(live).state


@pytest.mark.parametrize("state", AckState)
def test_a_forbidden_end_changes_nothing(live: Store, state: AckState) -> None:
    """An end that the table does not know for a state leaves the row as it was."""
    one = bring_to(live, state)
    before = only(live)
    allowed = set(ACK_TRANSITIONS[state])
    if state is AckState.UNKNOWN:
        # The server's own word, come late.
        allowed |= {AckEvent.ACCEPT, AckEvent.REFUSE}
    forbidden = ENDS - allowed

    assert {False} == {settle(live, one, event, NOW + MINUTE) for event in forbidden}
    assert before == only(live)


@pytest.mark.parametrize("state", sorted(set(AckState) - {AckState.CLAIMED}))
def test_only_a_claim_is_begun(live: Store, state: AckState) -> None:
    """``sending`` comes from ``claimed`` alone."""
    one = bring_to(live, state)
    before = only(live)

    assert not begin(live, one, dispatch("<other@seller.example>"))
    assert before == only(live)


@pytest.mark.parametrize("event", [AckEvent.CLAIM, AckEvent.BEGIN])
def test_a_beginning_is_no_end(live: Store, event: AckEvent) -> None:
    """Claiming and beginning have words of their own."""
    one = held(live)

    with pytest.raises(ValueError, match=event):
        settle(live, one, event)


def test_a_stale_fence_is_refused(live: Store) -> None:
    """A worker whose claim was given to another can neither begin nor settle."""
    stale = held(live)
    live.write(lambda ledger: ledger.recover("nobody", NOW + LEASE + MINUTE))
    (fresh,) = claim(live, "worker-2", now=NOW + LEASE + MINUTE)

    assert stale.fence < fresh.fence
    assert not begin(live, stale)
    assert not settle(live, stale, AckEvent.WITHHOLD)
    assert begin(live, fresh)
    assert not settle(live, stale, AckEvent.ACCEPT)


def test_a_deferred_one_comes_back_later(live: Store) -> None:
    """After 4yz it is due again at the time given, with the attempt counted."""
    one = held(live)
    begin(live, one)
    settle(live, one, AckEvent.DEFER, code=451, not_before=NOW + HOUR)

    assert () == claim(live)
    (again,) = claim(live, now=NOW + HOUR)
    assert (one.ack, 1, NOW) == (again.ack, again.attempts, again.since)


def test_a_released_one_counts_no_attempt(live: Store) -> None:
    """What a worker gives back before anything was written is as it was."""
    one = held(live)
    settle(live, one, AckEvent.RELEASE)
    (again,) = claim(live)

    assert (0, one.fence + 1) == (again.attempts, again.fence)


def test_what_went_out_counts_against_the_caps(live: Store) -> None:
    """Address and thread count a day, the domain an hour; what never left does not count."""
    relay = "relay.example"

    def send(buyer: str, now: datetime, event: AckEvent) -> Claim:
        address = f"{buyer}@{relay}"
        receive(
            live, verdict(letter(buyer=address, sender=address, order_ids=(str(now),))), now=now
        )
        (one,) = claim(live, now=now)
        sent = dispatch(f"<{one.ack}@seller.example>", recipient=address)
        begin(live, one, sent, now)
        settle(live, one, event, now)
        return one

    send("anna", NOW - 25 * HOUR, AckEvent.ACCEPT)
    send("anna", NOW - 2 * HOUR, AckEvent.ACCEPT)
    send("anna", NOW - MINUTE, AckEvent.REFUSE)
    send("ben", NOW - MINUTE, AckEvent.LOSE)
    last = send("anna", NOW, AckEvent.ACCEPT)

    assert (1, 0, 1) == (last.to_address, last.to_thread, last.to_domain)


def test_claims_of_one_batch_count_each_other(live: Store) -> None:
    """Of several claims to one address each counts those before it."""
    receive(live, *(verdict(letter(order_ids=(str(number),))) for number in range(3)))

    assert [0, 1, 2] == [one.to_address for one in claim(live)]


def test_two_workers_never_hold_the_same(live: Store) -> None:
    """Many acknowledgements claimed by two threads at once: each is held once."""
    number, together = 200, Barrier(2)
    receive(live, *(verdict(letter(buyer=f"{one}@relay.example")) for one in range(number)))

    def work(worker: str) -> list[int]:
        together.wait()
        taken: list[int] = []
        while claimed := claim(live, worker, limit=3):
            taken += [one.ack for one in claimed]
        return taken

    with ThreadPoolExecutor(2) as threads:
        left, right = threads.map(work, ["left", "right"])

    assert (number, number) == (len(left + right), len({*left, *right}))


def test_two_filers_make_one_case(live: Store) -> None:
    """Two letters of one buyer filed by two threads at once join one case."""
    rounds, together = range(20), Barrier(2)
    numbers = live.write(lambda ledger: accept(ledger, 2 * len(rounds)))

    def work(own: list[int]) -> list[Filed]:
        filed: list[Filed] = []
        for round_, number in zip(rounds, own, strict=True):
            together.wait()
            said = filing(number, verdict(letter(buyer=f"{round_}@relay.example")))
            filed += live.write(partial(_file, said))
        return filed

    with ThreadPoolExecutor(2) as threads:
        left, right = threads.map(work, [numbers[::2], numbers[1::2]])

    for one, other in zip(left, right, strict=True):
        assert one.case == other.case
        assert {"due", "joined"} == {one.acknowledgement, other.acknowledgement}


def _file(said: Filing, ledger: Ledger) -> tuple[Filed, ...]:
    return ledger.file([said], NOW)


def test_a_promise_and_a_letter_do_not_undo_each_other(live: Store) -> None:
    """The server's 250 and a further letter, written at the same moment, both stay."""
    one = held(live)
    begin(live, one)
    filed, settled = Event(), Event()
    (number,) = live.write(accept)

    def file(ledger: Ledger) -> None:
        ledger.file([filing(number, verdict())], NOW)
        filed.set()
        # The other transaction waits for this one; without a lock it would be over by then.
        settled.wait(0.3)

    def accepted() -> None:
        filed.wait(10)
        settle(live, one, AckEvent.ACCEPT)
        settled.set()

    with ThreadPoolExecutor(2) as threads:
        tasks = [threads.submit(live.write, file), threads.submit(accepted)]
    for task in tasks:
        task.result()
    (row,) = live.read(lambda ledger: ledger.queue(NOW, 10))

    assert (2, dispatch().wording.promised_by) == (row.letters, row.promise_at)
