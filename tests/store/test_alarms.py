"""What needs a person, as the store sees it, and what it remembers of what was told."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from cases.alarms import Alarm
from cases.deeds import Reopen
from cases.episodes import Episode, is_ripe, take
from cases.labels import Kind
from cases.states import AckEvent, CaseState
from cases.values import Verdict
from store.protocol import Store
from tests.store.builders import (
    DAY,
    HOUR,
    MAILBOX,
    MINUTE,
    NOW,
    OURS,
    SENDER,
    accept,
    begin,
    claim,
    go_live,
    letter,
    receive,
    settle,
    verdict,
)

BRAKE = Episode(alarm=Alarm(kind="brake-held", subject="all", sentence="Held."), since=NOW)
GRAVE = Episode(
    alarm=Alarm(kind="case-grave", subject="7/1", sentence="Case 7.", size=2, case=7),
    since=NOW,
    gone_at=NOW + MINUTE,
    told_at=NOW,
    told_size=1,
    held_until=NOW + HOUR,
)


def put(store: Store, *episodes: Episode) -> tuple[Episode, ...]:
    """Keep these episodes; return those of before."""
    return store.write(lambda ledger: ledger.alarms.change(lambda known: (episodes, known)))


def from_buyer(name: str, tag: str = "return", received: datetime = NOW) -> Verdict:
    """Return what is said of a letter from this buyer."""
    buyer = f"{name}@marketplace.amazon.de"
    return verdict(letter(sender=buyer, buyer=buyer), tags=(tag,), received=received)


def test_episodes_are_kept_as_they_are(store: Store) -> None:
    """Every field comes back; what is left out next time is forgotten, what differs is changed."""
    put(store, BRAKE, GRAVE)
    changed = replace(BRAKE, told_at=NOW + HOUR, told_size=1)

    assert (BRAKE, GRAVE) == put(store, changed)
    assert (changed,) == store.read(lambda ledger: ledger.alarms.episodes())


def test_a_kind_of_a_later_version_is_not_known(store: Store) -> None:
    """It stays where it is, and nobody here is told."""
    strange = replace(BRAKE, alarm=replace(BRAKE.alarm, kind="from-the-future"))
    put(store, strange)

    assert () == store.read(lambda ledger: ledger.alarms.episodes())


@pytest.mark.parametrize(
    ("limit", "pressing"),
    [
        (timedelta(minutes=30), True),
        (timedelta(minutes=31), False),
        (timedelta(0), True),
        (-DAY, True),
        (-DAY - MINUTE, False),
    ],
)
def test_a_case_presses_from_before_its_clock_runs_out_until_a_day_later(
    store: Store, limit: timedelta, *, pressing: bool
) -> None:
    """Both ends count; what ran out long ago is one of the overdue."""
    receive(store, verdict(), limit_at=NOW + limit)

    seen = store.read(lambda ledger: ledger.alarms.outlook([MAILBOX], NOW, NOW + 30 * MINUTE))
    assert pressing == bool(seen.pressing)


def test_a_grave_case_presses_without_a_clock(store: Store) -> None:
    """With its tags, until a person has answered, even where it is open again; an old one never."""
    asked = letter(message_id="<asked@relay.example>")
    (filed,) = receive(store, verdict(asked, tags=("safety", "refund")))
    receive(store, from_buyer("old", "safety", NOW - 3 * DAY))
    receive(store, from_buyer("calm"))

    def look() -> list[tuple[str, ...]]:
        seen = store.read(lambda ledger: ledger.alarms.outlook([MAILBOX], NOW, NOW))
        return [one.tags for one in seen.pressing]

    assert [("safety", "refund")] == look()
    answer = letter(
        kind=Kind.OWN,
        sender=OURS,
        buyer="",
        recipients=(SENDER,),
        in_reply_to=("<asked@relay.example>",),
    )
    receive(store, verdict(answer, tags=()))
    store.write(lambda ledger: ledger.desk.do([filed.case or 0], Reopen(), "li", NOW))
    states = {row.case: row.state for row in store.read(lambda ledger: ledger.queue(NOW, 9))}
    assert (CaseState.OPEN, []) == (states[filed.case or 0], look())


def test_what_became_of_acknowledgements_is_counted(store: Store) -> None:
    """Those in doubt, those refused, and those that are due where nobody sends."""
    go_live(store)
    receive(store, verdict())
    (held,) = claim(store)
    begin(store, held)
    settle(store, held, AckEvent.REFUSE)
    receive(store, from_buyer("second"))

    def look(*mailboxes: str) -> tuple[object, ...]:
        seen = store.read(lambda ledger: ledger.alarms.outlook(mailboxes, NOW, NOW))
        return seen.sent, seen.refused, seen.unknown, dict(seen.stranded)

    assert (0, 1, 0, {}) == look(MAILBOX)
    assert (0, 1, 0, {MAILBOX: 1}) == look("renamed")
    store.write(lambda ledger: ledger.recover("", NOW + 2 * DAY))
    store.write(lambda ledger: [ledger.fail(n, "x", NOW) for n in accept(ledger, 1) * 3])
    aside = store.read(lambda ledger: ledger.alarms.outlook([MAILBOX], NOW, NOW)).set_aside
    assert 1 == aside


def test_of_several_workers_one_takes_an_episode(store: Store) -> None:
    """Whoever changes episodes has them alone until the transaction ends."""
    put(store, BRAKE)

    def begin(_: int) -> int:
        def step(known: tuple[Episode, ...]) -> tuple[tuple[Episode, ...], int]:
            after, mine = take(known, lambda one: is_ripe(one, HOUR, NOW), NOW)
            return after, len(mine)

        return store.write(lambda ledger: ledger.alarms.change(step))

    with ThreadPoolExecutor(4) as workers:
        assert 1 == sum(workers.map(begin, range(8)))
