"""Absences: kept until they are over, and told to whoever writes a promise."""

from dataclasses import replace
from datetime import timedelta

from cases.absences import Absence
from store.protocol import Ledger, Store
from tests.store.builders import DAY, HOUR, NOW, claim, go_live, letter, receive, verdict

CHRISTMAS = Absence(since=NOW, until=NOW + 3 * DAY, who="li", why="Christmas")
ONE_SHOP = Absence(since=NOW + DAY, until=NOW + 2 * DAY, shop="main", who="li")


def away(store: Store, *absences: Absence) -> None:
    """Say so."""

    def say(ledger: Ledger) -> None:
        for one in absences:
            ledger.go_away(one)

    store.write(say)


def known(store: Store, after: timedelta = timedelta(0)) -> tuple[Absence, ...]:
    """Return what is not over then."""
    return store.read(lambda ledger: ledger.absences(NOW + after))


def test_what_is_over_is_no_absence(store: Store) -> None:
    """In the order of their beginnings, until they end."""
    away(store, ONE_SHOP, CHRISTMAS)

    assert (CHRISTMAS, ONE_SHOP) == known(store)
    assert (CHRISTMAS,) == known(store, 2 * DAY)
    assert () == known(store, 3 * DAY)


def test_the_same_beginning_is_the_same_absence(store: Store) -> None:
    """Its end moves either way."""
    shorter = Absence(since=NOW, until=NOW + HOUR, who="wang")
    away(store, CHRISTMAS, shorter)

    assert (shorter,) == known(store)


def test_who_comes_back_ends_what_was_said_of_the_shop(store: Store) -> None:
    """And of no other."""
    away(store, CHRISTMAS, ONE_SHOP)

    first = store.write(lambda ledger: ledger.come_back("main", "li", NOW))
    second = store.write(lambda ledger: ledger.come_back("main", "li", NOW))

    assert (1, 0) == (first, second)
    assert (CHRISTMAS,) == known(store)


def test_what_was_an_absence_stays_known(store: Store) -> None:
    """Its end is when they came back: the time before it was no working time."""
    away(store, CHRISTMAS, replace(CHRISTMAS, since=NOW + 2 * DAY))

    ended = store.write(lambda ledger: ledger.come_back("", "li", NOW + DAY))

    assert 2 == ended
    assert () == known(store, DAY)
    assert (replace(CHRISTMAS, until=NOW + DAY),) == known(store)


def test_a_claim_carries_them(store: Store) -> None:
    """Whoever writes a promise knows of an absence that was told a moment ago."""
    go_live(store)
    receive(store, verdict(letter()))
    away(store, CHRISTMAS)

    (one,) = claim(store)

    assert (CHRISTMAS,) == one.absences
