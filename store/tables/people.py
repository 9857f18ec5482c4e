"""Who may use the desk."""

from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from store.columns import Document, Instant, Key, Private
from store.tables.parts import Number, metadata, number, refers, seller

#: The people who may use the desk.
accounts: Final = Table(
    "accounts",
    metadata,
    number(),
    seller(),
    Column("name", Key, nullable=False),
    Column("role", Text, nullable=False),
    # A hash in the PHC form of argon2id.
    Column("password", Text, nullable=False),
    # The second factor's shared secret, base32.
    Column("secret", Private("accounts.secret")),
    # The last time step of the second factor that was used.
    Column("step", BigInteger, nullable=False),
    Column("disabled", Boolean, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("locked_until", Instant),
    Column("created_at", Instant, nullable=False),
    Column("preferences", Document, nullable=False),
    UniqueConstraint("seller", "name"),
)

recovery_codes: Final = Table(
    "recovery_codes",
    metadata,
    Column("account_id", Number, ForeignKey("accounts.id"), primary_key=True, autoincrement=False),
    # SHA-256 of the code, in hex.
    Column("digest", Text, primary_key=True),
    Column("used_at", Instant),
)

sessions: Final = Table(
    "sessions",
    metadata,
    Column("seller", Text, primary_key=True),
    # SHA-256 of the cookie's token, in hex.
    Column("digest", Text, primary_key=True),
    refers("account_id", "accounts.id"),
    Column("verified", Boolean, nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("seen_at", Instant, nullable=False),
    Index(None, "account_id"),
)
