"""Quotas, pauses, breaker and brake in the store, on both databases."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

import pytest

from cases.brake import Volume
from cases.labels import Kind, Priority
from cases.pace import Pace, Room, Urgency, Window, usefulness
from cases.pauses import EVERYTHING, Pause, Scope, Subject
from cases.states import AckEvent, AckState
from cases.values import Notice
from store.outgoing_values import Claim, Dispatch, Terms
from store.protocol import Store
from tests.store.builders import (
    DAY,
    HOUR,
    LEASE,
    MAILBOX,
    MINUTE,
    NOW,
    WORKER,
    begin,
    dispatch,
    go_live,
    letter,
    receive,
    settle,
    verdict,
)

TEMPLATE: Final = Subject(scope=Scope.TEMPLATE, name="late-delivery")
OURS: Final = Subject(scope=Scope.MAILBOX, name=MAILBOX)
SHOP: Final = Subject(scope=Scope.SHOP, name="default")
PROVIDER: Final = Subject(scope=Scope.PROVIDER, name="gmail")
MODEL: Final = Subject(scope=Scope.MODEL, name="starter")


def terms(ceiling: int | None = None, **limits: int) -> Terms:
    """Return terms with these limits and nothing kept for people."""
    named = {Window[name.upper()]: most for name, most in limits.items()}
    return Terms(
        pace=Pace(login="seller", limits=named, reserve=0),
        subjects=frozenset({OURS, PROVIDER, MODEL}),
        ceiling=ceiling,
    )


def take(
    store: Store, given: Terms, worker: str = WORKER, after: timedelta = MINUTE
) -> list[Claim]:
    """Claim under these terms."""
    return list(
        store.write(
            lambda ledger: ledger.claim(worker, [MAILBOX], 50, LEASE, NOW + after, terms=given)
        )
    )


def sent(number: int) -> Dispatch:
    """Return what is committed for one message of many."""
    return dispatch(
        f"<ack-{number}@seller.example>",
        subjects=frozenset({OURS, SHOP, TEMPLATE, PROVIDER, MODEL}),
        login="seller",
    )


@pytest.fixture
def live(store: Store) -> Store:
    """A live store with the letters of 30 buyers."""
    go_live(store)
    buyers = [f"b{number}@relay.example" for number in range(30)]
    receive(store, *(verdict(letter(sender=buyer, buyer=buyer)) for buyer in buyers))
    return store


def send(store: Store, held: Claim, event: AckEvent = AckEvent.ACCEPT) -> bool:
    """Begin and settle one; return whether it began."""
    begun = begin(store, held, sent(held.ack), NOW + MINUTE)
    settle(store, held, event if begun else AckEvent.RELEASE, NOW + MINUTE)
    return begun


def test_a_quota_counts_over_all_workers(live: Store) -> None:
    """What one worker holds or has begun is no room for another."""
    first = take(live, terms(minute=5), "one")
    second = take(live, terms(minute=8), "two")
    for held in (*first, *second):
        send(live, held)
    none = take(live, terms(minute=8), "three")
    later = take(live, terms(minute=8), "three", after=3 * MINUTE)

    assert [5, 3, 0, 8] == [len(first), len(second), len(none), len(later)]


def test_what_is_given_back_is_room_again(live: Store) -> None:
    """A claim that comes to nothing uses no quota."""
    for held in take(live, terms(minute=5)):
        settle(live, held, AckEvent.RELEASE, NOW + MINUTE)

    assert 5 == len(take(live, terms(minute=5)))


def test_a_learned_refusal_outlasts_a_restart(live: Store) -> None:
    """A used-up quota is known to the next process, and opens when its window has passed."""
    live.write(lambda ledger: ledger.hold_login("seller", Window.QUARTER, NOW))
    closed = live.read(lambda ledger: ledger.room(terms(), Urgency.PERSON, NOW + MINUTE))

    assert Room(number=0, opens=NOW + 15 * MINUTE) == closed
    assert [] == take(live, terms())
    assert 30 == len(take(live, terms(), after=15 * MINUTE))


def test_people_are_counted_and_go_first(live: Store) -> None:
    """A person's reply takes room that acknowledgements leave."""
    shared = Terms(pace=Pace(login="seller", limits={Window.DAY: 10}, reserve=0.5))
    held = take(live, shared)
    rooms = [
        live.write(lambda ledger: ledger.admit(shared, Urgency.PERSON, NOW + MINUTE)).number
        for _ in range(6)
    ]

    assert 5 == len(held)
    assert [5, 4, 3, 2, 1, 0] == rooms


def test_the_most_useful_are_claimed_first(store: Store) -> None:
    """Under a quota the order is that of ``usefulness``."""
    go_live(store)
    rows = [
        (priority, NOW + hours * HOUR if hours else None)
        for priority in (Priority.NORMAL, Priority.URGENT, Priority.LOW, Priority.HIGH)
        for hours in (9, 3, 0)
    ]
    for number, (priority, limit) in enumerate(rows):
        name = f"b{number}@relay.example"
        said = verdict(letter(sender=name, buyer=name), priority=priority)
        receive(store, said, limit_at=limit)
    taken = take(store, terms(minute=7))

    keys = [usefulness(one.priority, one.limit_at, one.since) for one in taken]
    everything = sorted(usefulness(priority, limit, NOW) for priority, limit in rows)
    assert [key[:2] for key in everything[:7]] == [key[:2] for key in keys]
    assert keys == sorted(keys)


@pytest.mark.parametrize("subject", [EVERYTHING, OURS, SHOP, PROVIDER, MODEL])
def test_a_pause_holds_and_lets_go(live: Store, subject: Subject) -> None:
    """What is paused is neither claimed nor expected nor begun, and leaves afterwards."""
    (held, *_) = take(live, terms(minute=1))
    live.write(lambda ledger: ledger.pause(Pause(subject=subject, since=NOW, who="li")))
    due = live.read(lambda ledger: ledger.next_due([MAILBOX], NOW + MINUTE, terms=terms()))

    assert None is due
    assert not send(live, held)
    assert [] == take(live, terms())
    assert live.write(lambda ledger: ledger.resume(subject, "li", NOW))
    assert 30 == len(take(live, terms()))


def test_a_pause_ends_at_its_time(live: Store) -> None:
    """A pause with an end needs nobody to end it."""
    pause = Pause(subject=OURS, since=NOW, until=NOW + HOUR, who="li")
    live.write(lambda ledger: ledger.pause(pause))

    assert (pause,) == live.read(lambda ledger: ledger.pauses(NOW))
    assert [] == take(live, terms())
    assert 30 == len(take(live, terms(), after=HOUR))


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        ((None, "li"), (HOUR, "mo"), [(None, "li"), (HOUR, "mo")]),
        ((None, "breaker"), (HOUR, "li"), [(None, "breaker"), (HOUR, "li")]),
        ((None, "li"), (HOUR, "li"), [(None, "li")]),
        ((HOUR, "li"), (MINUTE, "li"), [(HOUR, "li")]),
        ((MINUTE, "li"), (HOUR, "li"), [(HOUR, "li")]),
        ((MINUTE, "li"), (None, "li"), [(None, "li")]),
        ((-HOUR, "li"), (None, "breaker"), [(None, "breaker")]),
    ],
)
def test_each_persons_pause_stands_for_itself(
    live: Store,
    old: tuple[timedelta | None, str],
    new: tuple[timedelta | None, str],
    left: list[tuple[timedelta | None, str]],
) -> None:
    """Two who pause the same both show; a short pause ends no longer one."""
    for lasts, who in (old, new):
        until = None if lasts is None else NOW + lasts
        _pause(live, Pause(subject=OURS, since=NOW, until=until, who=who))
    found = live.read(lambda ledger: ledger.pauses(NOW))

    assert sorted(left, key=str) == sorted(
        ((None if one.until is None else one.until - NOW, one.who) for one in found), key=str
    )


def test_who_lets_go_ends_everybodys_pause(live: Store) -> None:
    """Of this subject; until then what two hold stays held when one of them runs out."""
    _pause(live, Pause(subject=OURS, since=NOW, until=NOW + HOUR, who="li"))
    _pause(live, Pause(subject=OURS, since=NOW, who="mo"))
    held = take(live, terms(), after=2 * HOUR)
    ended = live.write(lambda ledger: ledger.resume(OURS, "li", NOW))

    assert [] == held
    assert ended
    assert () == live.read(lambda ledger: ledger.pauses(NOW))


@pytest.mark.parametrize(
    "subject", [TEMPLATE, Subject(scope=Scope.SHOP, name="not the one of its case")]
)
def test_what_is_held_back_is_neither_taken_nor_expected_again(
    live: Store, subject: Subject
) -> None:
    """What was given back for its paused template or shop waits for the pause to end."""
    live.write(lambda ledger: ledger.pause(Pause(subject=subject, since=NOW, who="li")))
    (held, *_) = take(live, terms(minute=1))
    live.write(lambda ledger: ledger.hold_back(held.ack, held.fence, {OURS, subject}))
    settle(live, held, AckEvent.RELEASE, NOW + MINUTE)
    others = take(live, terms())
    due = live.read(lambda ledger: ledger.next_due([MAILBOX], NOW + MINUTE, terms=terms()))
    live.write(lambda ledger: ledger.resume(subject, "li", NOW))

    assert subject in {one.subject for one in held.paused}
    assert held.ack not in {one.ack for one in others}
    assert None is due
    assert [held.ack] == [one.ack for one in take(live, terms())]


def test_a_template_that_is_refused_is_stopped(live: Store) -> None:
    """After five refusals in a row nothing more of it begins; the shop goes on."""
    claims = take(live, terms())
    begun = [send(live, held, AckEvent.REFUSE) for held in claims]

    assert [True] * 5 + [False] * 25 == begun
    assert [(TEMPLATE, "breaker")] == [
        (one.subject, one.who) for one in live.read(lambda ledger: ledger.pauses(NOW + MINUTE))
    ]


def test_bounces_stop_a_template(live: Store) -> None:
    """What comes back counts like what is refused."""
    claims = take(live, terms(minute=20))
    for held in claims:
        send(live, held)
    for held in claims[:5]:
        bounce = letter(kind=Kind.BOUNCE, buyer="", in_reply_to=(sent(held.ack).message_id,))
        receive(live, verdict(bounce, tags=()))
    acks = live.read(lambda ledger: ledger.acks(99))
    paused = live.read(lambda ledger: ledger.pauses(NOW + MINUTE))

    assert 5 == sum(one.state is AckState.REFUSED for one in acks)
    assert [TEMPLATE] == [one.subject for one in paused]


def test_an_opt_out_is_matched_by_its_order(store: Store) -> None:
    """A marketplace that names only the order means what we sent about it, and says so."""
    go_live(store)
    receive(store, verdict(letter(order_ids=("1",))))
    (held,) = take(store, terms())
    send(store, held)
    notice = letter(
        kind=Kind.BOUNCE, buyer="", order_ids=("1",), notice=Notice(topic="opt-out"), relay=False
    )
    receive(store, verdict(notice, tags=()))
    (ack,) = store.read(lambda ledger: ledger.acks(9))

    assert (AckState.REFUSED, "opt-out") == (ack.state, ack.reason)


def test_the_brake_lets_no_more_out_than_its_ceiling(live: Store) -> None:
    """Over all logins, and within an hour."""
    for held in take(live, terms(ceiling=7)):
        send(live, held)

    assert [] == take(live, terms(ceiling=7))
    assert 7 == live.read(lambda ledger: ledger.sent_since(NOW))
    assert 7 == len(take(live, terms(ceiling=7), after=2 * HOUR))


def test_the_brake_counts_what_is_under_way(live: Store) -> None:
    """What another mailbox's worker holds has a place under the ceiling already."""
    other = replace(terms(ceiling=7), pace=Pace(login="another"))
    first = take(live, terms(ceiling=5), "one")
    second = take(live, other, "two")
    room = live.read(lambda ledger: ledger.room(other, Urgency.AUTOMATIC, NOW + MINUTE))
    settle(live, first[0], AckEvent.RELEASE, NOW + MINUTE)

    assert (5, 2, 0) == (len(first), len(second), room.number)
    assert 1 == len(take(live, other, "two"))


def _pause(store: Store, pause: Pause) -> None:
    store.write(lambda ledger: ledger.pause(pause))


def _admit(store: Store, when: datetime) -> None:
    store.write(lambda ledger: ledger.admit(terms(), Urgency.PERSON, when))


def test_the_busiest_hour_is_found(live: Store) -> None:
    """Of whole hours; the present one is not compared with itself."""
    for hours, number in ((50, 3), (26, 9), (0, 20)):
        for _ in range(number):
            _admit(live, NOW - hours * HOUR)

    assert Volume(busiest=9, first=NOW - 50 * HOUR) == live.read(lambda ledger: ledger.volume(NOW))


def test_what_waited_too_long_expires(live: Store) -> None:
    """A letter of yesterday gets no acknowledgement any more, however it was held back."""
    live.write(lambda ledger: ledger.pause(Pause(subject=OURS, since=NOW, who="li")))
    early = live.write(lambda ledger: ledger.recover("", NOW + DAY))
    late = live.write(lambda ledger: ledger.recover("", NOW + DAY + MINUTE))

    assert [0, 30] == [early.expired, late.expired]
    assert {(AckState.WITHHELD, "expired")} == {
        (one.state, one.reason) for one in live.read(lambda ledger: ledger.acks(99))
    }
