"""The letter that ends the process is found, and no other is set aside for it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from store.hands import DEATH_LIMIT
from store.intake_values import Interrupted
from store.open import open_store
from store.protocol import Store
from tests.store.builders import NOW, WORKER, accept, filing, verdict


@pytest.fixture
def store(store: Store) -> Store:
    """A seller's empty store, held by a worker."""
    store.hold(WORKER)
    return store


@pytest.fixture
def second(url: str, blobs: Path, seller: str) -> Iterator[Store]:
    """The same store in another process, held by another worker."""
    opened = open_store(url, blobs, seller)
    opened.hold("worker-2")
    yield opened
    opened.close()


def take(store: Store, *letters: int) -> None:
    """Begin to judge letters."""
    store.write(lambda ledger: ledger.take(letters, NOW))


def die(store: Store, *letters: int) -> tuple[Interrupted, ...]:
    """Begin to judge letters, end without filing them, and start again."""
    take(store, *letters)
    return store.write(lambda ledger: ledger.blame(NOW))


def waiting(store: Store) -> dict[int, int]:
    """Return the letters that are handed out, each with the ends it is suspected of."""
    return {one.letter: one.deaths for one in store.read(lambda ledger: ledger.awaiting(10))}


def accepted(store: Store, count: int) -> Sequence[int]:
    """Accept letters; return their numbers."""
    return store.write(lambda ledger: accept(ledger, count))


def test_an_end_over_one_letter_counts_until_it_is_set_aside(store: Store) -> None:
    """A letter over which the process ends alone each time is set aside at the limit."""
    (letter,) = accepted(store, 1)
    ends = [die(store, letter)[0].aside for _ in range(DEATH_LIMIT)]

    assert [False] * (DEATH_LIMIT - 1) + [True] == ends
    assert {} == waiting(store)
    assert 1 == store.read(lambda ledger: ledger.counts()).letters["set-aside"]


def test_company_is_only_suspected(store: Store) -> None:
    """Letters of a batch over which the process ends again and again are never set aside."""
    letters = accepted(store, 3)
    for _ in range(3 * DEATH_LIMIT):
        die(store, *letters)

    assert dict.fromkeys(letters, 1) == waiting(store)


def test_a_filed_letter_is_blamed_for_nothing(store: Store) -> None:
    """What was filed before the process ended was not what ended it."""
    (letter,) = accepted(store, 1)
    take(store, letter)
    store.write(lambda ledger: ledger.file([filing(letter, verdict())], NOW))

    assert () == store.write(lambda ledger: ledger.blame(NOW))


def test_an_end_is_counted_once(store: Store) -> None:
    """A start after which nothing was taken up counts nothing again."""
    (letter,) = accepted(store, 1)
    die(store, letter)

    assert () == store.write(lambda ledger: ledger.blame(NOW))
    assert {letter: 1} == waiting(store)


def test_only_the_last_batch_is_in_hand(store: Store) -> None:
    """A letter that was put back before the end is blamed for nothing."""
    first, last = accepted(store, 2)
    take(store, first)
    die(store, last)

    assert {first: 0, last: 1} == waiting(store)


def test_a_doubtful_letter_lets_the_others_go_first(store: Store) -> None:
    """A letter over which a process ended alone is handed out when no other is left."""
    guilty, innocent = accepted(store, 2)
    die(store, guilty, innocent)
    die(store, guilty)

    assert {innocent: 1} == waiting(store)
    store.write(lambda ledger: ledger.file([filing(innocent, verdict())], NOW))
    assert {guilty: 2} == waiting(store)


def test_workers_have_hands_of_their_own(store: Store, second: Store) -> None:
    """The start of one worker blames nothing that another is judging."""
    (letter,) = accepted(store, 1)
    take(store, letter)

    assert () == second.write(lambda ledger: ledger.blame(NOW))
    take(second, letter)
    assert [letter] == [one.letter for one in store.write(lambda ledger: ledger.blame(NOW))]
