"""What is not known to have left is shown, until evidence settles it."""

from dataclasses import replace
from datetime import datetime

import pytest

from cases.labels import Kind
from cases.states import AckEvent, AckState
from cases.values import Verdict
from store.outgoing_values import Recovery
from store.protocol import Store
from tests.store.builders import (
    HOUR,
    LEASE,
    MINUTE,
    NOW,
    OURS,
    SENDER,
    WORKER,
    begin,
    claim,
    dispatch,
    letter,
    receive,
    settle,
    verdict,
)
from tests.store.underway import bring_to, held, only


def own(**changes: object) -> Verdict:
    """Return a letter of ours, seen in Sent."""
    ours = {"kind": Kind.OWN, "sender": OURS, "buyer": "", "recipients": (SENDER,)}
    return verdict(letter(**(ours | changes)), tags=(), received=NOW + MINUTE)


def test_recovery_after_a_kill(live: Store) -> None:
    """At start this worker's ``sending`` becomes unknown and its claims are due again."""
    begin(live, held(live))
    receive(live, verdict(letter(buyer="ben@relay.example")))
    claim(live)

    assert Recovery(unknown=1, released=1) == live.write(lambda one: one.recover(WORKER, NOW))
    assert Recovery(unknown=0, released=0) == live.write(lambda one: one.recover(WORKER, NOW))


def test_another_workers_claims_are_left_alone(live: Store) -> None:
    """A lease that runs is not touched by who has another name."""
    begin(live, held(live))

    assert Recovery(unknown=0, released=0) == live.write(lambda one: one.recover("other", NOW))


def test_a_lapsed_lease_is_recovered_by_anybody(live: Store) -> None:
    """What a dead worker held comes back after its lease: claims soon, ``sending`` later."""
    begin(live, held(live))
    receive(live, verdict(letter(buyer="ben@relay.example")))
    claim(live)

    def recover(now: datetime) -> Recovery:
        return live.write(lambda ledger: ledger.recover("other", now))

    assert Recovery(unknown=0, released=1) == recover(NOW + LEASE + MINUTE)
    assert Recovery(unknown=1, released=0) == recover(NOW + HOUR)


def test_sending_outlasts_the_longest_data(live: Store) -> None:
    """A DATA that waits twice for ten minutes (RFC 5321 4.5.3.2) is nobody's to give up."""
    begin(live, held(live))
    late = NOW + 25 * MINUTE

    assert Recovery(unknown=0, released=0) == live.write(lambda one: one.recover("other", late))


@pytest.mark.parametrize(
    ("event", "target"),
    [(AckEvent.ACCEPT, AckState.SENT), (AckEvent.REFUSE, AckState.REFUSED)],
)
def test_the_servers_answer_is_never_lost(live: Store, event: AckEvent, target: AckState) -> None:
    """What the server says after the lease has lapsed settles what had become unknown."""
    one = held(live)
    begin(live, one)
    live.write(lambda ledger: ledger.recover("other", NOW + HOUR))

    assert AckState.UNKNOWN == only(live).state
    assert settle(live, one, event, NOW + HOUR, code=299)
    assert (target, 299) == (only(live).state, only(live).code)
    view = live.read(lambda ledger: ledger.case(one.case, NOW))
    assert view is not None
    assert (target is AckState.SENT) == (view.row.promise_at is not None)


def test_a_late_answer_needs_the_fence(live: Store) -> None:
    """Who never held the claim cannot settle what is unknown."""
    one = held(live)
    begin(live, one)
    settle(live, one, AckEvent.LOSE)

    assert not settle(live, replace(one, fence=one.fence + 1), AckEvent.ACCEPT)
    assert AckState.UNKNOWN == only(live).state


@pytest.mark.parametrize("state", [AckState.SENDING, AckState.UNKNOWN])
def test_a_sent_copy_settles_what_is_unknown(live: Store, state: AckState) -> None:
    """Our Message-ID in Sent proves that it left, and is no person's answer."""
    bring_to(live, state)
    receive(live, own(message_id=dispatch().message_id))
    ack = only(live)

    assert (AckState.SENT, NOW) == (ack.state, ack.settled_at)
    (row,) = live.read(lambda ledger: ledger.queue(NOW, 10))
    assert dispatch().wording.promised_by == row.promise_at


def test_a_copy_of_what_is_due_again_keeps_it_from_leaving_twice(live: Store) -> None:
    """A server that said 4yz and sent it all the same is found out by its Sent copy."""
    one = held(live)
    begin(live, one)
    settle(live, one, AckEvent.DEFER, code=451)
    receive(live, own(message_id=dispatch().message_id))

    assert (AckState.WITHHELD, "copy") == (only(live).state, only(live).reason)
    assert () == claim(live)


def test_a_renamed_copy_settles_too(live: Store) -> None:
    """A provider that writes its own Message-ID is known by letter, recipient and words."""
    one = bring_to(live, AckState.UNKNOWN)
    copy = own(
        in_reply_to=(one.verdict.letter.message_id,),
        text=dispatch().wording.body.replace("\n", " ").strip(),
    )
    receive(live, copy)

    assert AckState.SENT == only(live).state
    assert 1 == len(live.read(lambda ledger: ledger.queue(NOW, 10)))


def test_a_persons_reply_is_no_copy(live: Store) -> None:
    """A reply to the same letter and recipient in other words answers; it proves nothing."""
    one = bring_to(live, AckState.UNKNOWN)
    receive(live, own(in_reply_to=(one.verdict.letter.message_id,), text="Dear"))

    assert AckState.UNKNOWN == only(live).state
    assert () == live.read(lambda ledger: ledger.queue(NOW, 10))


def test_an_automatic_letter_of_ours_is_no_answer(live: Store) -> None:
    """What our own absence notice says to the buyer stops no clock and withholds nothing."""
    one = held(live)
    receive(
        live,
        own(in_reply_to=(one.verdict.letter.message_id,), vetoes=("auto-submitted",)),
    )

    assert 1 == len(live.read(lambda ledger: ledger.queue(NOW, 10)))
    assert AckState.CLAIMED == only(live).state


def test_an_automatic_copy_settles(live: Store) -> None:
    """The mark that our acknowledgements bear does not keep their copy from proving them sent."""
    bring_to(live, AckState.UNKNOWN)
    receive(live, own(message_id=dispatch().message_id, vetoes=("auto-submitted",)))

    assert AckState.SENT == only(live).state


@pytest.mark.parametrize("state", [AckState.SENT, AckState.REFUSED])
def test_a_copy_of_what_is_settled_changes_nothing(live: Store, state: AckState) -> None:
    """The usual Sent copy, read after the 250, is neither an answer nor a second proof."""
    bring_to(live, state)
    before = only(live)
    receive(live, own(message_id=dispatch().message_id))

    assert before == only(live)
    assert 1 == len(live.read(lambda ledger: ledger.queue(NOW, 10)))


@pytest.mark.parametrize(
    "named",
    [
        {"in_reply_to": (dispatch().message_id,)},
        {"references": (dispatch().message_id,)},
        {"text": f"Message-ID: {dispatch().message_id}\n"},
        {"quoted": f"> {dispatch().message_id}"},
    ],
    ids=["in-reply-to", "references", "text", "quoted"],
)
@pytest.mark.parametrize("state", [AckState.SENT, AckState.UNKNOWN])
def test_a_bounce_refuses(live: Store, state: AckState, named: dict[str, object]) -> None:
    """A bounce that names our Message-ID proves it refused, and takes the promise back."""
    one = bring_to(live, state)
    receive(live, verdict(letter(kind=Kind.BOUNCE, buyer="", **named), tags=()))
    view = live.read(lambda ledger: ledger.case(one.case, NOW))

    assert (AckState.REFUSED, "bounce") == (only(live).state, only(live).reason)
    assert view is not None
    assert None is view.row.promise_at
    assert "ack.proved-refused" == view.events[-1].name


def test_a_bounce_of_something_else_changes_nothing(live: Store) -> None:
    """A bounce that names no acknowledgement is recorded, no more."""
    bring_to(live, AckState.SENT)
    before = only(live)
    receive(live, verdict(letter(kind=Kind.BOUNCE, buyer="", text="<x@y.example>"), tags=()))

    assert before == only(live)


def test_a_buyers_reply_proves_that_it_arrived(live: Store) -> None:
    """A buyer who refers to the acknowledgement has received it."""
    bring_to(live, AckState.UNKNOWN)
    receive(live, verdict(letter(in_reply_to=(dispatch().message_id,))))

    assert AckState.SENT == only(live).state


def test_an_accept_after_an_answer_starts_no_clock(live: Store) -> None:
    """When a person was faster than the server's 250 no promise starts to run."""
    one = held(live)
    begin(live, one)
    receive(live, own())
    settle(live, one, AckEvent.ACCEPT)
    view = live.read(lambda ledger: ledger.case(one.case, NOW))

    assert AckState.SENT == only(live).state
    assert view is not None
    assert None is view.row.promise_at
