"""Accounts and sessions of the desk: ``store.accounts_protocol.Accounts`` on one transaction."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert, or_, select, update

from cases.roles import Role
from store.accounts_protocol import Account, Session
from store.events import Event, EventName, record
from store.schema import accounts, recovery_codes, sessions
from store.transaction import Transaction

_ACCOUNT = [accounts.c.id.label("account")] + [
    accounts.c[name] for name in Account.__dataclass_fields__ if name != "account"
]
_SESSION = [sessions.c[name] for name in Session.__dataclass_fields__ if name != "account"]


class SqlAccounts:
    """Each method is documented in the protocol."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def add(self, name: str, role: Role, password: str, who: str, now: datetime) -> int | None:
        """Make an account."""
        row = {
            "seller": self._tx.seller,
            "name": name.lower(),
            "role": role,
            "password": password,
            "step": 0,
            "disabled": False,
            "failures": 0,
            "created_at": now,
            "preferences": {},
        }
        made = self._tx.insert_new(accounts, [row], "id")
        if not made:
            return None
        self._tell(EventName.ACCOUNT_ADDED, who, now, account=name.lower(), role=role)
        number: int = made[0]["id"]
        return number

    def find(self, name: str) -> Account | None:
        """Return the account of a name."""
        row = self._tx.run(
            select(*_ACCOUNT).where(
                accounts.c.seller == self._tx.seller, accounts.c.name == name.lower()
            )
        ).mappings()
        return next(map(_account, row), None)

    def everyone(self) -> tuple[Account, ...]:
        """Return all accounts."""
        rows = self._tx.run(
            select(*_ACCOUNT)
            .where(accounts.c.seller == self._tx.seller, accounts.c.name > "")
            .order_by(accounts.c.name)
        ).mappings()
        return tuple(map(_account, rows))

    def set_password(self, account: int, password: str, who: str, now: datetime) -> None:
        """Give a new password."""
        self._change(account, password=password, failures=0, locked_until=None)
        self.leave_all(account)
        self._tell(EventName.ACCOUNT_PASSWORD, who, now, account=self._name(account))

    def set_role(self, account: int, role: Role, who: str, now: datetime) -> None:
        """Give another role."""
        self._change(account, role=role)
        self._tell(EventName.ACCOUNT_ROLE, who, now, account=self._name(account), role=role)

    def set_disabled(self, account: int, disabled: bool, who: str, now: datetime) -> None:  # noqa: FBT001 - the value itself
        """Forbid or allow logins."""
        self._change(account, disabled=disabled)
        if disabled:
            self.leave_all(account)
        event = EventName.ACCOUNT_DISABLED if disabled else EventName.ACCOUNT_ENABLED
        self._tell(event, who, now, account=self._name(account))

    def set_second_factor(
        self, account: int, secret: str | None, codes: Sequence[str], who: str, now: datetime
    ) -> None:
        """Set or remove the shared secret."""
        self._change(account, secret=secret)
        self._tx.run(delete(recovery_codes).where(recovery_codes.c.account_id == account))
        if codes:
            rows = [{"account_id": account, "digest": code} for code in codes]
            self._tx.run(insert(recovery_codes), rows)
        event = EventName.SECOND_FACTOR_SET if secret else EventName.SECOND_FACTOR_REMOVED
        self._tell(event, who, now, account=self._name(account))

    def prefer(self, account: int, preferences: Mapping[str, str]) -> None:
        """Keep what the person chose."""
        self._change(account, preferences=dict(preferences))

    def use_step(self, account: int, step: int) -> bool:
        """Use up a time step."""
        done = self._tx.run(
            update(accounts)
            .where(
                accounts.c.id == account,
                accounts.c.seller == self._tx.seller,
                accounts.c.step < step,
            )
            .values(step=step)
        )
        return bool(done.rowcount)

    def use_code(self, account: int, digest: str, who: str, now: datetime) -> bool:
        """Use up a recovery code."""
        done = self._tx.run(
            update(recovery_codes)
            .where(
                recovery_codes.c.account_id == account,
                recovery_codes.c.digest == digest,
                recovery_codes.c.used_at.is_(None),
            )
            .values(used_at=now)
        )
        if done.rowcount:
            self._tell(EventName.RECOVERY_CODE_USED, who, now, account=self._name(account))
        return bool(done.rowcount)

    def codes_left(self, account: int) -> int:
        """Count recovery codes."""
        left = self._tx.run(
            select(func.count()).where(
                recovery_codes.c.account_id == account, recovery_codes.c.used_at.is_(None)
            )
        )
        return int(left.scalar_one())

    def count_failure(self, account: int, locked_until: datetime | None, now: datetime) -> None:
        """Count a login that failed."""
        changes: dict[str, Any] = {"failures": accounts.c.failures + 1}
        if locked_until is not None:
            changes["locked_until"] = locked_until
        self._change(account, **changes)
        event = EventName.LOGIN_LOCKED if locked_until else EventName.LOGIN_FAILED
        self._tell(event, f"person:{self._name(account)}", now)

    def enter(self, session: Session, who: str, instead_of: str = "") -> None:
        """Begin a session."""
        self._tx.run(
            delete(sessions).where(
                sessions.c.seller == self._tx.seller, sessions.c.digest == instead_of
            )
        )
        row = {name: getattr(session, name) for name in Session.__dataclass_fields__}
        row["account_id"] = row.pop("account")
        self._tx.run(insert(sessions), {"seller": self._tx.seller, **row})
        if session.verified:
            self._change(session.account, failures=0, locked_until=None)
            self._tell(EventName.LOGIN_SUCCEEDED, who, session.opened_at)

    def session(self, digest: str) -> tuple[Session, Account] | None:
        """Return a session."""
        row = (
            self._tx.run(
                select(*_SESSION, *_ACCOUNT)
                .join(accounts, accounts.c.id == sessions.c.account_id)
                .where(sessions.c.seller == self._tx.seller, sessions.c.digest == digest)
            )
            .mappings()
            .first()
        )
        if row is None:
            return None
        session = Session(**{name: row[name] for name in Session.__dataclass_fields__})
        return session, _account({name: row[name] for name in Account.__dataclass_fields__})

    def see(self, digest: str, now: datetime) -> None:
        """Note that the session is in use."""
        self._tx.run(
            update(sessions)
            .where(sessions.c.seller == self._tx.seller, sessions.c.digest == digest)
            .values(seen_at=now)
        )

    def leave(self, digest: str, who: str, now: datetime) -> None:
        """End a session."""
        ended = self._tx.run(
            delete(sessions).where(
                sessions.c.seller == self._tx.seller, sessions.c.digest == digest
            )
        )
        if ended.rowcount:
            self._tell(EventName.SESSION_ENDED, who, now)

    def leave_all(self, account: int, but: str | None = None) -> int:
        """End every session of an account but one."""
        ended = self._tx.run(
            delete(sessions).where(
                sessions.c.account_id == account, sessions.c.digest != (but or "")
            )
        )
        return int(ended.rowcount)

    def sweep(self, opened_before: datetime, seen_before: datetime) -> None:
        """Forget sessions that are over."""
        self._tx.run(
            delete(sessions).where(
                sessions.c.seller == self._tx.seller,
                sessions.c.digest > "",
                or_(sessions.c.opened_at < opened_before, sessions.c.seen_at < seen_before),
            )
        )

    def _change(self, account: int, **values: object) -> None:
        self._tx.run(
            update(accounts)
            .where(accounts.c.id == account, accounts.c.seller == self._tx.seller)
            .values(**values)
        )

    def _name(self, account: int) -> str:
        name = self._tx.run(select(accounts.c.name).where(accounts.c.id == account))
        return str(name.scalar_one())

    def _tell(self, name: EventName, who: str, now: datetime, **fields: str) -> None:
        record(self._tx, [Event(at=now, name=name, who=who, fields=fields)])


def _account(row: Mapping[Any, Any]) -> Account:
    return Account(**{**row, "role": Role(row["role"])})
