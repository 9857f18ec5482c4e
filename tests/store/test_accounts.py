"""Accounts and sessions: who may log in, and where a person is logged in."""

import pytest

from cases.roles import Role
from store.accounts_protocol import Account, Session
from store.protocol import Store
from tests.store.builders import HOUR, MINUTE, NOW

WHO = "person:li"


def make(store: Store, name: str = "li", role: Role = Role.AGENT) -> int:
    """Make an account and return its number."""
    made = store.write(lambda ledger: ledger.accounts.add(name, role, "hash", "command:root", NOW))
    assert made is not None
    return made


def find(store: Store, name: str = "li") -> Account:
    """Return the account of a name."""
    found = store.read(lambda ledger: ledger.accounts.find(name))
    assert found is not None
    return found


def enter(store: Store, account: int, digest: str, *, verified: bool = True) -> None:
    """Begin a session now."""
    session = Session(digest=digest, account=account, verified=verified, opened_at=NOW, seen_at=NOW)
    store.write(lambda ledger: ledger.accounts.enter(session, WHO))


def session_of(store: Store, digest: str) -> tuple[Session, Account] | None:
    """Look a session up."""
    return store.read(lambda ledger: ledger.accounts.session(digest))


def use_step(store: Store, account: int, step: int) -> bool:
    """Use up a time step."""
    return store.write(lambda ledger: ledger.accounts.use_step(account, step))


def use_code(store: Store, account: int, code: str) -> bool:
    """Use up a recovery code."""
    return store.write(lambda ledger: ledger.accounts.use_code(account, code, WHO, NOW))


def test_a_name_is_taken_once(store: Store) -> None:
    """Names differ by more than their case."""
    make(store, "li")

    again = store.write(
        lambda ledger: ledger.accounts.add("LI", Role.AGENT, "hash", "command:root", NOW)
    )
    assert (None, "li") == (again, find(store, "Li").name)


def test_everyone_is_listed_by_name(store: Store) -> None:
    """Each with its role."""
    make(store, "wang", Role.OPERATOR)
    make(store, "li")

    listed = store.read(lambda ledger: ledger.accounts.everyone())
    assert [("li", Role.AGENT), ("wang", Role.OPERATOR)] == [(one.name, one.role) for one in listed]


def test_a_session_is_found_until_it_ends(store: Store) -> None:
    """By the digest of its token, with its account."""
    number = make(store)
    enter(store, number, "d1")
    found = store.read(lambda ledger: ledger.accounts.session("d1"))
    store.write(lambda ledger: ledger.accounts.leave("d1", WHO, NOW))

    assert found is not None
    assert ("d1", number) == (found[0].digest, found[1].account)
    assert store.read(lambda ledger: ledger.accounts.session("d1")) is None


@pytest.mark.parametrize("end", ["password", "disabled"])
def test_a_lost_right_ends_every_session(store: Store, end: str) -> None:
    """A new password, or being disabled, logs the person out everywhere."""
    number = make(store)
    enter(store, number, "d1")
    enter(store, number, "d2")
    if end == "password":
        store.write(lambda ledger: ledger.accounts.set_password(number, "new", WHO, NOW))
    else:
        store.write(
            lambda ledger: ledger.accounts.set_disabled(number, disabled=True, who=WHO, now=NOW)
        )

    assert [None, None] == [session_of(store, one) for one in ("d1", "d2")]


def test_the_other_sessions_can_be_ended(store: Store) -> None:
    """All but the one that asks."""
    number = make(store)
    for digest in ("d1", "d2", "d3"):
        enter(store, number, digest)

    assert 2 == store.write(lambda ledger: ledger.accounts.leave_all(number, but="d2"))
    assert store.read(lambda ledger: ledger.accounts.session("d2")) is not None


def test_sessions_that_are_over_are_swept(store: Store) -> None:
    """Those opened, or last seen, too long ago; the others stay."""
    number = make(store)
    enter(store, number, "idle")
    enter(store, number, "used")
    store.write(lambda ledger: ledger.accounts.see("used", NOW + HOUR))
    store.write(lambda ledger: ledger.accounts.sweep(NOW - HOUR, NOW + MINUTE))

    assert store.read(lambda ledger: ledger.accounts.session("idle")) is None
    assert store.read(lambda ledger: ledger.accounts.session("used")) is not None


def test_a_time_step_is_used_once(store: Store) -> None:
    """Neither the same code nor an older one is taken again."""
    number = make(store)

    assert [True, False, False, True] == [use_step(store, number, one) for one in (7, 7, 6, 8)]


def test_a_recovery_code_is_used_once(store: Store) -> None:
    """It stands in for the device a single time, and new codes replace all."""
    number = make(store)
    store.write(
        lambda ledger: ledger.accounts.set_second_factor(number, "SECRET", ["c1", "c2"], WHO, NOW)
    )

    assert [True, False, False] == [use_code(store, number, one) for one in ("c1", "c1", "c9")]
    assert 1 == store.read(lambda ledger: ledger.accounts.codes_left(number))


def test_failures_are_counted_until_a_login(store: Store) -> None:
    """A login that succeeds sets the count back and lifts the lock."""
    number = make(store)
    store.write(lambda ledger: ledger.accounts.count_failure(number, None, NOW))
    store.write(lambda ledger: ledger.accounts.count_failure(number, NOW + HOUR, NOW))
    before = find(store)
    enter(store, number, "d1")
    after = find(store)

    assert (2, NOW + HOUR) == (before.failures, before.locked_until)
    assert (0, None) == (after.failures, after.locked_until)


def test_half_a_login_sets_nothing_back(store: Store) -> None:
    """The password alone does not forgive failures of the second factor."""
    number = make(store)
    store.write(lambda ledger: ledger.accounts.count_failure(number, None, NOW))
    enter(store, number, "d1", verified=False)

    assert 1 == find(store).failures


def test_what_was_chosen_is_kept(store: Store) -> None:
    """Language and theme come back with the account."""
    number = make(store)
    store.write(lambda ledger: ledger.accounts.prefer(number, {"language": "zh"}))

    assert {"language": "zh"} == find(store).preferences
