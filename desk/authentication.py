"""Whether somebody is who they say: one way to ask for a password, wherever a page asks for it.

Each attempt counts against the desk's, each failure against the account's, and a locked account's
password is wrong even where it is right (``desk.throttle``). Hashing takes 64 MiB each time, so
that two are at it at once, for guesses and for new passwords together. Fails with ``StoreError``.
"""

import asyncio
from datetime import timedelta
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from desk import passwords, throttle
from desk.desk import Desk
from desk.visit import Visit
from store.accounts_protocol import Account

_AT_ONCE: Final = asyncio.Semaphore(2)


class Proof(Enum):
    """What a password says of who gave it."""

    RIGHT = auto()
    #: Or locked, or disabled, or nobody: these are never told apart, and take as long.
    WRONG = auto()
    #: The desk takes no more attempts for now; the password was not looked at.
    TOO_MANY = auto()


async def check_password(desk: Desk, visit: Visit, account: Account | None, password: str) -> Proof:
    """Return whether this is the account's password; None is a name that nobody has."""
    if not desk.attempts.take(visit.now):
        return Proof.TOO_MANY
    kept = _nobody() if account is None else account.password
    async with _AT_ONCE:
        right = await asyncio.to_thread(passwords.matches, kept, password)
    if account is None or account.disabled or is_locked(account, visit):
        return Proof.WRONG
    if not right:
        await count_failure(desk, visit, account)
        return Proof.WRONG
    return Proof.RIGHT


async def hash_password(password: str) -> str:
    """Return a new password as it is kept."""
    async with _AT_ONCE:
        return await asyncio.to_thread(passwords.hash_password, password)


async def count_failure(desk: Desk, visit: Visit, account: Account) -> None:
    """Count a wrong password or code; lock the account where there were too many."""
    lock: timedelta | None = throttle.lock_after(account.failures + 1)
    until = None if lock is None else visit.now + lock
    await desk.writer(
        lambda ledger: ledger.accounts.count_failure(account.account, until, visit.now)
    )


def is_locked(account: Account, visit: Visit) -> bool:
    """Whether nothing that is given for the account counts now."""
    return account.locked_until is not None and visit.now < account.locked_until


@lru_cache(maxsize=1)
def _nobody() -> str:
    """Return a hash to compare with where there is no such account."""
    return passwords.hash_password(passwords.make_password())
