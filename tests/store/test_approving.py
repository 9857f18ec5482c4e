"""Modes and what people decide: approve, canary, decline, release, resolve."""

from datetime import datetime, timedelta

import pytest

from cases.approvals import HOLD
from cases.deeds import Refusal
from cases.labels import Kind, Priority
from cases.modes import Canary, Mode, Permit
from cases.states import AckEvent, AckState, ForbiddenTransitionError
from store.outgoing_values import Claim
from store.protocol import Store
from store.values import AckView
from tests.store.builders import (
    DAY,
    HOUR,
    MAILBOX,
    MINUTE,
    NOW,
    begin,
    claim,
    dispatch,
    go_live,
    letter,
    receive,
    settle,
    verdict,
)

LI = "person:li"
SECOND = timedelta(seconds=1)


def change_mode(store: Store, mode: Mode, canary: Canary | None = None) -> None:
    """Let something else leave."""
    permit = Permit(mode=mode, canary=canary or Canary())
    store.write(lambda ledger: ledger.change_mode(permit, LI, NOW))


def receive_some(store: Store, count: int) -> None:
    """File letters of as many buyers."""
    buyers = (f"{number}@relay.example" for number in range(count))
    receive(store, *(verdict(letter(buyer=one, sender=one)) for one in buyers))


def acks(store: Store) -> tuple[AckView, ...]:
    """Return every acknowledgement, oldest first."""
    return store.read(lambda ledger: ledger.acks(100))[::-1]


def told(store: Store) -> list[tuple[AckState, str | None]]:
    """Return states and reasons, oldest first."""
    return [(one.state, one.reason) for one in acks(store)]


def waiting(store: Store) -> list[int]:
    """Return the numbers of what waits for a person."""
    return [one.ack for one in store.read(lambda ledger: ledger.unapproved(100))]


def test_nothing_leaves_unapproved(store: Store) -> None:
    """In approve mode what is due waits, and wakes nobody."""
    change_mode(store, Mode.APPROVE)
    receive_some(store, 2)

    assert [(AckState.DUE, None)] * 2 == told(store)
    assert () == claim(store)
    assert None is store.read(lambda ledger: ledger.next_due([MAILBOX], NOW))
    assert 2 == len(waiting(store))


def test_what_is_approved_leaves(store: Store) -> None:
    """One of two, then all; each by whom is on the case."""
    change_mode(store, Mode.APPROVE)
    receive_some(store, 3)
    first, *others = waiting(store)

    assert (first,) == store.write(lambda ledger: ledger.approve([first], LI, NOW))
    assert () == store.write(lambda ledger: ledger.approve([first], LI, NOW))
    assert others == waiting(store)
    leaves = NOW + HOLD
    assert () == claim(store, now=leaves - SECOND)
    assert leaves == store.read(lambda ledger: ledger.next_due([MAILBOX], NOW))
    (held,) = claim(store, now=leaves)
    assert (first, Mode.APPROVE) == (held.ack, held.mode)
    assert begin(store, held)
    at_once = timedelta(0)
    assert tuple(others) == store.write(lambda ledger: ledger.approve(None, LI, NOW, hold=at_once))
    assert others == [one.ack for one in claim(store)]
    case = store.read(lambda ledger: ledger.case(held.case, NOW))
    assert case is not None
    assert (LI, "ack.approved") in [(event.who, event.name) for event in case.events]


def test_what_was_claimed_before_waits_too(store: Store) -> None:
    """Who changes to approve mode meanwhile is asked about what a worker holds."""
    go_live(store)
    receive(store, verdict())
    (held,) = claim(store)
    change_mode(store, Mode.APPROVE)

    assert not begin(store, held)


@pytest.mark.parametrize(
    ("canary", "begun"),
    [
        (Canary(first=1), [True, False, False]),
        (Canary(mailboxes=frozenset({MAILBOX})), [True, True, True]),
        (Canary(shops=frozenset({"other"})), [False, False, False]),
        (Canary(), [False, False, False]),
    ],
)
def test_what_was_claimed_before_is_measured_by_the_canary(
    store: Store, canary: Canary, begun: list[bool]
) -> None:
    """Who narrows the mode meanwhile lets out of what a worker holds only what it admits."""
    go_live(store)
    receive_some(store, 3)
    claims = claim(store)
    change_mode(store, Mode.CANARY, canary)

    assert begun == [
        begin(store, held, dispatch(f"<ack-{held.ack}@seller.example>")) for held in claims
    ]


def test_a_persons_word_goes_before_a_canary_that_comes_later(store: Store) -> None:
    """What was approved and claimed leaves, whatever the canary names."""
    change_mode(store, Mode.APPROVE)
    receive_some(store, 1)
    store.write(lambda ledger: ledger.approve(None, LI, NOW))
    (held,) = claim(store, now=NOW + HOLD)
    change_mode(store, Mode.CANARY, Canary(shops=frozenset({"other"})))

    assert begin(store, held)


def test_another_text_needs_another_approval(store: Store) -> None:
    """A letter that joins before it left takes the approval back."""
    change_mode(store, Mode.APPROVE)
    receive(store, verdict())
    (ack,) = waiting(store)
    store.write(lambda ledger: ledger.approve([ack], LI, NOW))
    receive(store, verdict(tags=("damaged",), priority=Priority.HIGH))

    assert [ack] == waiting(store)


def test_what_nobody_decided_on_is_let_go_after_a_day(store: Store) -> None:
    """It is claimed to be withheld as expired, and cannot leave even then."""
    change_mode(store, Mode.APPROVE)
    receive(store, verdict())
    later = NOW + DAY + MINUTE

    assert () == claim(store, now=NOW + DAY)
    (held,) = claim(store, now=later)
    assert not begin(store, held, now=later)


def test_the_day_to_decide_is_that_of_the_letter_that_is_answered(store: Store) -> None:
    """A letter that joins begins it anew: nothing is taken that is too young to be withheld."""
    change_mode(store, Mode.APPROVE)
    receive(store, verdict())
    joined, later = NOW + 20 * HOUR, NOW + 20 * HOUR + DAY + MINUTE
    receive(store, verdict(tags=("damaged",), received=joined), now=joined)

    assert () == claim(store, now=NOW + DAY + MINUTE)
    assert None is store.read(lambda ledger: ledger.next_due([MAILBOX], NOW + DAY + MINUTE))
    assert 1 == len(claim(store, now=later))


def test_what_is_declined_is_withheld(store: Store) -> None:
    """A person who does not want it sent is the reason."""
    change_mode(store, Mode.APPROVE)
    receive_some(store, 2)
    first, second = waiting(store)

    assert (first,) == store.write(lambda ledger: ledger.decline([first, 10**9], LI, NOW))
    assert [(AckState.WITHHELD, "declined"), (AckState.DUE, None)] == told(store)
    assert [second] == waiting(store)


def take_back(store: Store, ack: int, now: datetime = NOW) -> Refusal | None:
    """Take back what a person said; return why not."""
    (outcome,) = store.write(lambda ledger: ledger.take_back([ack], LI, now))
    return outcome.refusal


def test_an_approval_is_taken_back_until_it_has_left(store: Store) -> None:
    """It waits for a word again, in its old place before what came later; who did it is told."""
    change_mode(store, Mode.APPROVE)
    receive_some(store, 2)
    first, second = waiting(store)
    store.write(lambda ledger: ledger.approve([first], LI, NOW + MINUTE))

    assert None is take_back(store, first, NOW + HOUR)
    assert [first, second] == waiting(store)
    assert () == claim(store, now=NOW + HOUR)
    case = store.read(lambda ledger: ledger.case(acks(store)[0].case, NOW))
    assert case is not None
    assert (LI, "ack.taken-back", {"event": "ack.approved"}) in [
        (one.who, one.name, one.fields) for one in case.events
    ]


def test_what_settles_goes_on_settling(store: Store) -> None:
    """Approved before its time and taken back, it is not offered before its time either."""
    change_mode(store, Mode.APPROVE)
    receive(store, verdict(), not_before=NOW + HOUR)
    (ack,) = waiting(store)
    store.write(lambda ledger: ledger.approve([ack], LI, NOW))
    take_back(store, ack)

    assert [NOW + HOUR] == [one.not_before for one in acks(store)]


@pytest.mark.parametrize("events", [(), (AckEvent.ACCEPT,), (AckEvent.LOSE,), (AckEvent.REFUSE,)])
def test_what_leaves_is_not_called_back(store: Store, events: tuple[AckEvent, ...]) -> None:
    """Begun, sent, in doubt or refused: it is told, and nothing changes."""
    change_mode(store, Mode.APPROVE)
    receive_some(store, 1)
    (ack,) = waiting(store)
    store.write(lambda ledger: ledger.approve([ack], LI, NOW))
    (held,) = claim(store, now=NOW + HOLD)
    claimed = take_back(store, ack)
    begin(store, held)
    for event in events:
        settle(store, held, event)
    before = told(store)

    assert [Refusal.LEFT] * 2 == [claimed, take_back(store, ack)]
    assert before == told(store)


def test_what_was_declined_comes_back_for_half_a_minute(store: Store) -> None:
    """Then it waits for a word as before; later it is released by its reason."""
    change_mode(store, Mode.APPROVE)
    receive_some(store, 2)
    first, second = waiting(store)
    store.write(lambda ledger: ledger.decline([first, second], LI, NOW))

    assert None is take_back(store, first, NOW + HOLD)
    assert Refusal.EXPIRED is take_back(store, second, NOW + HOLD + SECOND)
    assert [first] == waiting(store)
    assert [(AckState.DUE, None), (AckState.WITHHELD, "declined")] == told(store)


def test_only_a_persons_word_is_taken_back(store: Store) -> None:
    """Not what nobody decided, what a veto withheld, or what is not there."""
    receive_some(store, 1)
    change_mode(store, Mode.APPROVE)
    receive(store, verdict(letter(buyer="b@relay.example")))
    withheld, due = (one.ack for one in acks(store))

    assert [Refusal.CHANGED, Refusal.ALREADY, Refusal.ABSENT] == [
        take_back(store, ack) for ack in (withheld, due, 10**9)
    ]


def lose(store: Store) -> int:
    """Approve one, begin it and lose it: nobody knows whether it left; return its number."""
    receive(store, verdict())
    store.write(lambda ledger: ledger.approve(None, LI, NOW, hold=timedelta(0)))
    (held,) = claim(store)
    begin(store, held)
    settle(store, held, AckEvent.LOSE)
    return held.ack


def test_what_may_have_left_is_not_made_to_wait_like_any_other(store: Store) -> None:
    """Resumed from unknown it is not taken back: who approved it then might send it twice."""
    change_mode(store, Mode.APPROVE)
    ack = lose(store)
    store.write(lambda ledger: ledger.resolve(ack, AckEvent.RESUME, LI, NOW))
    resumed = take_back(store, ack)
    store.write(lambda ledger: ledger.decline([ack], LI, NOW))

    assert [Refusal.CHANGED] * 2 == [resumed, take_back(store, ack)]
    assert [] == waiting(store)
    assert [(AckState.WITHHELD, "declined")] == told(store)


def test_what_was_released_is_not_made_to_wait_like_any_other(store: Store) -> None:
    """Why it was withheld would be gone: not by number, not with all, and not if declined."""
    receive_some(store, 2)
    change_mode(store, Mode.APPROVE)
    store.write(lambda ledger: ledger.begin_again(NOW, LI, NOW))
    store.write(lambda ledger: ledger.release("restored", NOW, LI, NOW))
    first, second = (one.ack for one in acks(store))
    released = take_back(store, first)
    everything = store.write(lambda ledger: ledger.take_back(None, LI, NOW))
    store.write(lambda ledger: ledger.decline([second], LI, NOW))

    assert [Refusal.CHANGED] * 2 == [released, take_back(store, second)]
    assert () == everything
    assert [] == waiting(store)


def test_what_was_put_off_by_a_server_is_taken_back(store: Store) -> None:
    """It has not left; and what was approved and then declined waits again too."""
    change_mode(store, Mode.APPROVE)
    receive_some(store, 2)
    first, second = waiting(store)
    store.write(lambda ledger: ledger.approve([first], LI, NOW, hold=timedelta(0)))
    (held,) = claim(store)
    begin(store, held)
    settle(store, held, AckEvent.DEFER, not_before=NOW + HOUR)
    store.write(lambda ledger: ledger.approve([second], LI, NOW))
    store.write(lambda ledger: ledger.decline([second], LI, NOW))

    assert [None, None] == [take_back(store, ack) for ack in (first, second)]
    assert {first, second} == set(waiting(store))


def test_all_is_ones_own_unless_it_is_everyones(store: Store) -> None:
    """What a colleague approved in the same half minute stays, and it is told whose it is."""
    change_mode(store, Mode.APPROVE)
    receive_some(store, 2)
    first, second = waiting(store)
    store.write(lambda ledger: ledger.approve([first], LI, NOW))
    store.write(lambda ledger: ledger.approve([second], "person:mo", NOW))
    own = store.write(lambda ledger: ledger.take_back(None, LI, NOW))
    left = waiting(store)
    everyones = store.write(lambda ledger: ledger.take_back(None, LI, NOW, everyones=True))

    assert [(None, None), (Refusal.HELD, "person:mo")] == [(one.refusal, one.holder) for one in own]
    assert [first] == left
    assert [None] == [one.refusal for one in everyones]
    assert {first, second} == set(waiting(store))


@pytest.mark.parametrize("mode", [Mode.LIVE, Mode.CANARY])
def test_taking_an_approval_back_keeps_nothing_where_no_word_is_needed(
    store: Store, mode: Mode
) -> None:
    """It would leave at once, so the person is told to decline it."""
    change_mode(store, mode, Canary(mailboxes=frozenset({MAILBOX})))
    receive_some(store, 1)
    (ack,) = waiting(store)
    store.write(lambda ledger: ledger.approve([ack], LI, NOW))

    assert Refusal.LIVE is take_back(store, ack)
    assert [] == waiting(store)
    assert () == claim(store)


def test_all_that_was_just_approved_is_taken_back(store: Store) -> None:
    """And nothing that was approved before, or refused."""
    change_mode(store, Mode.APPROVE)
    receive_some(store, 3)
    first, second, third = waiting(store)
    late = NOW + HOLD + SECOND
    store.write(lambda ledger: ledger.approve([first], LI, NOW))
    store.write(lambda ledger: ledger.approve([second], LI, late))
    store.write(lambda ledger: ledger.decline([third], LI, late))
    outcomes = store.write(lambda ledger: ledger.take_back(None, LI, late))

    assert [None] == [one.refusal for one in outcomes]
    assert [second] == waiting(store)


def outside(claims: tuple[Claim, ...]) -> list[bool]:
    """Return which of these the canary does not admit."""
    return [one.outside_canary for one in claims]


def test_a_canary_lets_out_the_first_of_a_day(store: Store) -> None:
    """The others are judged to be outside of it; after a day there is room again."""
    change_mode(store, Mode.CANARY, Canary(first=2))
    receive_some(store, 3)
    first, second, third = claim(store)

    assert [False, False, True] == outside((first, second, third))
    settle(store, third, AckEvent.WITHHOLD)
    for held in (first, second):
        begin(store, held, dispatch(f"<{held.ack}@seller.example>"))
        settle(store, held, AckEvent.ACCEPT)
    receive(store, verdict(letter(buyer="d@relay.example")))
    assert [True] == outside(claim(store, now=NOW + DAY - MINUTE))


def test_a_canary_counts_from_the_sending(store: Store) -> None:
    """A day after the first left, another may."""
    change_mode(store, Mode.CANARY, Canary(first=1))
    receive_some(store, 1)
    (held,) = claim(store)
    begin(store, held)
    settle(store, held, AckEvent.ACCEPT)
    receive(store, verdict(letter(buyer="d@relay.example")))

    assert [False] == outside(claim(store, now=NOW + DAY + MINUTE))


@pytest.mark.parametrize(
    ("canary", "expected"),
    [
        (Canary(shops=frozenset({"default"})), (AckState.DUE, None)),
        (Canary(mailboxes=frozenset({MAILBOX})), (AckState.DUE, None)),
        (
            Canary(shops=frozenset({"other"}), mailboxes=frozenset({"other"})),
            (AckState.WITHHELD, "canary"),
        ),
        (Canary(first=5, shops=frozenset({"other"})), (AckState.WITHHELD, "canary")),
        (Canary(), (AckState.WITHHELD, "canary")),
    ],
)
def test_a_canary_is_for_what_it_names(
    store: Store, canary: Canary, expected: tuple[AckState, str | None]
) -> None:
    """What it does not name is withheld when it is filed."""
    change_mode(store, Mode.CANARY, canary)
    receive(store, verdict())

    assert [expected] == told(store)


def test_what_shadow_withheld_is_released_by_name(store: Store) -> None:
    """Only that reason, only since then; it leaves whatever the mode is then."""
    receive(store, verdict(letter(buyer="old@relay.example")), now=NOW - HOUR)
    receive_some(store, 2)
    assert 2 == len(store.read(lambda ledger: ledger.withheld("shadow", NOW, 10)))
    assert {"shadow": 3} == store.read(lambda ledger: ledger.reasons(NOW - DAY))

    assert 0 == store.write(lambda ledger: ledger.release("canary", NOW, LI, NOW))
    assert 2 == store.write(lambda ledger: ledger.release("shadow", NOW, LI, NOW + MINUTE))
    assert (AckState.WITHHELD, "shadow") == told(store)[0]
    change_mode(store, Mode.APPROVE)
    assert 2 == len(claim(store, now=NOW + MINUTE))


def test_a_persons_word_goes_before_a_canary(store: Store) -> None:
    """What was released from a canary's rest is not withheld again."""
    change_mode(store, Mode.CANARY, Canary(shops=frozenset({"other"})))
    receive(store, verdict())
    store.write(lambda ledger: ledger.release("canary", NOW, LI, NOW))

    assert [False] == outside(claim(store))


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (AckEvent.PROVE_SENT, AckState.SENT),
        (AckEvent.PROVE_REFUSED, AckState.REFUSED),
        (AckEvent.RESUME, AckState.DUE),
    ],
)
def test_a_person_settles_what_is_unknown(
    store: Store, event: AckEvent, expected: AckState
) -> None:
    """Once, with the promise as a clock where it was sent, and never what is known."""
    go_live(store)
    receive(store, verdict())
    (held,) = claim(store)
    begin(store, held)
    assert not store.write(lambda ledger: ledger.resolve(held.ack, event, LI, NOW))
    settle(store, held, AckEvent.LOSE)

    assert store.write(lambda ledger: ledger.resolve(held.ack, event, LI, NOW))
    assert not store.write(lambda ledger: ledger.resolve(held.ack, event, LI, NOW))
    assert [expected] == [one.state for one in acks(store)]
    (row,) = store.read(lambda ledger: ledger.queue(NOW, 1))
    promised = dispatch().wording.promised_by
    assert (promised if expected is AckState.SENT else None) == row.promise_at
    assert (1 if expected is AckState.DUE else 0) == len(claim(store))


def test_a_person_cannot_do_what_unknown_does_not_know(store: Store) -> None:
    """Only the events of the table."""
    with pytest.raises(ForbiddenTransitionError):
        store.write(lambda ledger: ledger.resolve(1, AckEvent.CLAIM, LI, NOW))


def test_vetoes_are_counted(store: Store) -> None:
    """What going live shows: letters by the veto that they met."""
    receive(store, verdict(veto="never"), verdict(letter(buyer="b@relay.example"), veto="never"))
    receive(store, verdict(letter(buyer="c@relay.example"), veto="expired"), verdict())
    receive(store, verdict(letter(kind=Kind.OWN, buyer=""), tags=()))

    assert {"never": 2, "expired": 1} == store.read(lambda ledger: ledger.vetoes(NOW - DAY))


def test_what_was_withheld_is_not_released_again_after_a_restore(store: Store) -> None:
    """It may have been released since the backup; only who releases ``restored`` lets it go."""
    receive_some(store, 1)
    change_mode(store, Mode.APPROVE)
    buyer = "late@relay.example"
    receive(store, verdict(letter(buyer=buyer, sender=buyer)))
    store.write(lambda ledger: ledger.decline(waiting(store), LI, NOW))
    store.write(lambda ledger: ledger.begin_again(NOW, LI, NOW))
    again = store.write(
        lambda ledger: [ledger.release(one, NOW, LI, NOW) for one in ("shadow", "declined")]
    )
    case = store.read(lambda ledger: ledger.case(acks(store)[0].case, NOW))

    assert [0, 0] == again
    assert [(AckState.WITHHELD, "restored")] * 2 == told(store)
    assert case is not None
    assert {"reason": "restored", "before": "shadow"} in [one.fields for one in case.events]
