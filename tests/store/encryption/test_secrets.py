"""Second factors and the installation's secret stand under the key as well."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cases.roles import Role
from store.cipher import Keys
from store.encryption_protocol import PLAIN
from store.protocol import Ledger, Store
from tests.store.builders import (
    NOW,
    receive,
    verdict,
)
from tests.store.encryption.vault import ONE, TWO, everything, go_on, go_through

SEED, SALT = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", "ab" * 32


def keep_secrets(store: Store) -> None:
    """Give a person a second factor, and the installation its secret."""

    def keep(ledger: Ledger) -> None:
        account = ledger.accounts.add("li", Role.AGENT, "hash", "test", NOW)
        assert account
        ledger.accounts.set_second_factor(account, SEED, (), "test", NOW)
        assert SALT == ledger.set_default("key", SALT, "test", NOW)
        assert SALT == ledger.set_default("key", "other", "test", NOW)

    store.write(keep)


def secrets_of(store: Store) -> tuple[str | None, str | None]:
    """Return both as they are read."""
    person = store.read(lambda ledger: ledger.accounts.find("li"))
    assert person is not None
    return person.secret, store.read(lambda ledger: ledger.setting("key"))


@pytest.mark.parametrize("letters", [0, 1])
@pytest.mark.parametrize("first", [True, False])
def test_secrets_are_encrypted(
    opened: Callable[[Keys], Store],
    url: str,
    blobs: Path,
    letters: int,
    first: bool,  # noqa: FBT001 - a table
) -> None:
    """Second factors and the secret behind Message-IDs, also of a store without letters."""
    store = opened(Keys(present=ONE))
    for _ in range(letters):
        receive(store, verdict())
    if first:
        keep_secrets(store)
    store.write(lambda ledger: ledger.encryption.begin(ONE.id, "test", NOW))
    if not first:
        keep_secrets(store)
    if letters:
        go_on(store)
    kept = everything(url, blobs)

    assert (False, False) == (SEED.encode() in kept, SALT.encode() in kept)
    assert (SEED, SALT) == secrets_of(store)
    both = opened(Keys(present=TWO, before=ONE))
    go_through(both, TWO.id)
    assert (SEED, SALT) == secrets_of(opened(Keys(present=TWO)))
    go_through(both, PLAIN)
    assert (SEED, SALT) == secrets_of(opened(Keys()))
