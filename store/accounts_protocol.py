"""The people who may use the desk, and where they are logged in.

Passwords are here only as hashes, sessions and recovery codes only as digests: who reads the
store cannot log in with what stands there. The shared secret of a second factor must be known as
it is to be checked; it is protected by the rights of the store's file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from cases.roles import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One person who may log in."""

    account: int
    #: Lower case; what the person types and what events say.
    name: str
    role: Role
    #: Of the password, in the PHC form of argon2id.
    password: str
    #: The second factor's shared secret in base32; None while there is none.
    secret: str | None
    disabled: bool
    #: Failed logins since the last one that succeeded.
    failures: int
    #: No login before this time.
    locked_until: datetime | None
    created_at: datetime
    #: What the person chose for the screen: language, theme, density, keys.
    preferences: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One browser in which a person is logged in."""

    #: SHA-256, in hex, of the token in the browser's cookie.
    digest: str
    account: int
    #: The second factor was given too, or none is needed.
    verified: bool
    opened_at: datetime
    seen_at: datetime


class Accounts(Protocol):
    """What can be done with accounts inside one transaction; every change leaves an event.

    ``who`` is ``person:<name>`` or ``command:<user>``.
    """

    def add(self, name: str, role: Role, password: str, who: str, now: datetime) -> int | None:
        """Make an account and return its number; None where the name is taken."""

    def find(self, name: str) -> Account | None:
        """Return the account of this name, whatever its case."""

    def everyone(self) -> tuple[Account, ...]:
        """Return all accounts by name."""

    def set_password(self, account: int, password: str, who: str, now: datetime) -> None:
        """Give a new password (its hash), lift a lock, and end every session of the account."""

    def set_role(self, account: int, role: Role, who: str, now: datetime) -> None:
        """Give another role; it counts from the person's next request."""

    def set_disabled(self, account: int, disabled: bool, who: str, now: datetime) -> None:  # noqa: FBT001 - the value itself
        """Forbid or allow logins; to forbid ends every session."""

    def set_second_factor(
        self, account: int, secret: str | None, codes: Sequence[str], who: str, now: datetime
    ) -> None:
        """Set or remove the shared secret, with the digests of its recovery codes."""

    def prefer(self, account: int, preferences: Mapping[str, str]) -> None:
        """Keep what the person chose for the screen."""

    def use_step(self, account: int, step: int) -> bool:
        """Use up the second factor's time step; False where it or a later one was used before."""

    def use_code(self, account: int, digest: str, who: str, now: datetime) -> bool:
        """Use up a recovery code; False where there is none such or it was used before."""

    def codes_left(self, account: int) -> int:
        """Return how many recovery codes were not used yet."""

    def count_failure(self, account: int, locked_until: datetime | None, now: datetime) -> None:
        """Count a login that failed, and lock the account until a time where one is given."""

    def enter(self, session: Session, who: str, instead_of: str = "") -> None:
        """Begin a session in the place of another; a verified one forgives earlier failures."""

    def session(self, digest: str) -> tuple[Session, Account] | None:
        """Return a session with its account, by its token's digest; None where none is."""

    def see(self, digest: str, now: datetime) -> None:
        """Note that the session is in use."""

    def leave(self, digest: str, who: str, now: datetime) -> None:
        """End the session of this digest; one that has ended is no fault."""

    def leave_all(self, account: int, but: str | None = None) -> int:
        """End every session of an account but one; return how many ended."""

    def sweep(self, opened_before: datetime, seen_before: datetime) -> None:
        """Forget sessions that began, or were last seen, before these times."""
