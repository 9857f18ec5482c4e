"""What the workers say of themselves, and what is late."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from cases.labels import Priority
from daemon.health.health import Health
from daemon.health.observation import Observation, complete
from store.protocol import Ledger, Store
from store.values import Beat
from tests.store.builders import MAILBOX, NOW, go_live, letter, receive, verdict


def beat(**words: object) -> Beat:
    """Build a beat of a mailbox that is well."""
    well = Beat(
        worker="main", mailbox="de", at=NOW, read_at=NOW, inbox_problem="", sender_problem=""
    )
    return replace(well, **words)  # type: ignore[arg-type]  # a builder of any field


def test_a_worker_is_seen_as_it_said_last(store: Store) -> None:
    """A later beat takes the place of all of the worker's earlier ones, and of no other's."""
    store.write(lambda ledger: ledger.beat("main", [beat(), beat(mailbox="old")], NOW))
    store.write(lambda ledger: ledger.beat("second", [beat(worker="second")], NOW))
    later = NOW + timedelta(minutes=1)
    failing = beat(
        at=later, read_at=None, sent_read_at=NOW, inbox_problem="no answer", stopped=True
    )

    store.write(lambda ledger: ledger.beat("main", [failing], later))

    assert (failing, beat(worker="second")) == store.read(lambda ledger: ledger.beats())


def test_who_was_silent_for_a_day_is_forgotten(store: Store) -> None:
    """By the next who has its mailbox: a worker that was renamed or removed is missed for a day."""
    store.write(lambda ledger: ledger.beat("old", [beat(worker="old")], NOW))
    day = NOW + timedelta(days=1)
    store.write(lambda ledger: ledger.beat("main", [beat(at=day)], day))
    missed = [one.worker for one in store.read(lambda ledger: ledger.beats())]
    later = day + timedelta(seconds=1)
    store.write(lambda ledger: ledger.beat("main", [beat(at=later)], later))
    kept = [one.worker for one in store.read(lambda ledger: ledger.beats())]

    assert (["main", "old"], ["main"]) == (missed, kept)


def test_a_mailbox_that_nobody_took_over_is_not_forgotten(store: Store) -> None:
    """Whether its worker was told to stop or fell silent, until another one has the mailbox."""
    left = [
        beat(worker="gone", mailbox="es"),
        beat(worker="gone", mailbox="de"),
        beat(worker="off", mailbox="fr", stopped=True),
    ]
    for one in ("gone", "off"):
        own = [word for word in left if word.worker == one]
        store.write(partial(_beat, one, own, NOW))
    later = NOW + timedelta(days=9)
    store.write(partial(_beat, "main", [beat(at=later)], later))
    kept = store.read(lambda ledger: ledger.beats())
    store.write(partial(_beat, "new", [beat(worker="new", mailbox="fr", at=later)], later))
    relieved = store.read(lambda ledger: ledger.beats())

    assert [("gone", "es"), ("main", "de"), ("off", "fr")] == _pairs(kept)
    assert [("gone", "es"), ("main", "de"), ("new", "fr")] == _pairs(relieved)


def test_a_worker_that_is_gone_for_good_is_forgotten_by_name(store: Store) -> None:
    """With all that it read, and nobody else's; who said so is kept."""
    store.write(partial(_beat, "gone", [beat(mailbox="de"), beat(mailbox="fr")], NOW))
    store.write(partial(_beat, "main", [beat()], NOW))
    told = [store.read(lambda ledger: ledger.newest_event())]
    forgotten = []
    for _ in range(2):
        forgotten.append(
            store.write(lambda ledger: ledger.forget_worker("gone", "command:li", NOW))
        )
        told.append(store.read(lambda ledger: ledger.newest_event()))

    assert [2, 0] == forgotten
    assert [("main", "de")] == _pairs(store.read(lambda ledger: ledger.beats()))
    assert told[0] < told[1] == told[2]


def _beat(worker: str, beats: Sequence[Beat], now: datetime, ledger: Ledger) -> None:
    ledger.beat(worker, beats, now)


def _pairs(beats: Sequence[Beat]) -> list[tuple[str, str]]:
    return [(one.worker, one.mailbox) for one in beats]


def test_a_mailbox_of_a_silent_worker_is_nobodys(store: Store) -> None:
    """What is due of it is told as stranded, though the worker had it when it was last heard."""
    go_live(store)
    receive(store, verdict())
    store.write(lambda ledger: ledger.beat("old", [beat(worker="old", mailbox=MAILBOX)], NOW))
    found = []
    for now in (NOW, NOW + timedelta(hours=1)):
        seen = Observation(
            worker="main",
            health=Health(now=now, beats=(beat(at=now),), poll=timedelta(minutes=1)),
        )
        whole = store.read(partial(complete, seen=seen, ahead=timedelta(0), count=False))
        assert whole.outlook is not None
        found.append(dict(whole.outlook.stranded))

    assert [{}, {MAILBOX: 1}] == found


def test_an_open_case_is_overdue_once_its_clock_has_run_out(store: Store) -> None:
    """A clock that ends now has run out; one that ends later or is not there has not."""
    limits = (NOW, NOW + timedelta(minutes=1), None)
    for number, limit in enumerate(limits):
        buyer = f"buyer-{number}@marketplace.amazon.de"
        receive(store, verdict(letter(sender=buyer, buyer=buyer)), limit_at=limit)

    waiting = store.read(lambda ledger: ledger.waiting(NOW))
    assert (3, 1, NOW) == (waiting.cases, waiting.overdue, waiting.oldest)
    assert {Priority.NORMAL: 3} == waiting.by_priority
