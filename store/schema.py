"""The tables, one schema for SQLite and PostgreSQL.

Every unique key begins with the seller, so that several may share a database. So does every other
index but those of foreign keys: when a row is deleted, the database looks for those that refer to
it by their number alone. Times are integer milliseconds since 1970. docs/reference/store.md has a
line for every table; the migrations bring a database to what stands here, and no statement reads
a table from end to end: tests hold both.
"""

from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

from store.columns import Document, Instant, Key, VerdictDocument, Words

NAMES: Final = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
metadata: Final = MetaData(naming_convention=NAMES)

#: SQLite counts rows only in its own INTEGER.
_Number: Final = BigInteger().with_variant(Integer, "sqlite")


def _number() -> Column[int]:
    return Column("id", _Number, primary_key=True)


def _seller() -> Column[str]:
    return Column("seller", Text, nullable=False)


def _refers(name: str, target: str, *, nullable: bool = False) -> Column[int]:
    return Column(name, _Number, ForeignKey(target), nullable=nullable)


letters: Final = Table(
    "letters",
    metadata,
    _number(),
    _seller(),
    Column("identity", Key, nullable=False),
    # The mailbox in which it was seen first.
    Column("mailbox", Words, nullable=False),
    Column("arrived", Instant, nullable=False),
    Column("accepted_at", Instant, nullable=False),
    # accepted, filed, recorded, set-aside.
    Column("state", Text, nullable=False),
    # Why it failed, why it has no case, or the veto that its acknowledgement met.
    Column("reason", Words),
    Column("attempts", Integer, nullable=False),
    # How often a process ended with it in hand (store/hands.py).
    Column("deaths", Integer, nullable=False, server_default="0"),
    Column("filed_at", Instant),
    _refers("case_id", "cases.id", nullable=True),
    Column("opening", Integer),
    Column("message_id", Key),
    Column("received", Instant),
    Column("level", Integer),
    Column("tags", Document),
    Column("verdict", VerdictDocument),
    UniqueConstraint("seller", "identity"),
    Index(None, "seller", "state", "arrived"),
    Index(None, "seller", "message_id"),
    Index(None, "case_id", "seller"),
)

#: The bytes, apart from the letters, so that a look at many letters reads none of them.
bodies: Final = Table(
    "bodies",
    metadata,
    Column("letter_id", _Number, ForeignKey("letters.id"), primary_key=True, autoincrement=False),
    # Either the bytes or the name of the file that holds them.
    Column("raw", LargeBinary),
    Column("blob", Text),
)

places: Final = Table(
    "places",
    metadata,
    _number(),
    _seller(),
    _refers("letter_id", "letters.id"),
    Column("mailbox", Key, nullable=False),
    Column("folder", Key, nullable=False),
    Column("uidvalidity", BigInteger, nullable=False),
    Column("uid", BigInteger, nullable=False),
    # The server does not show yet what we made of the letter.
    Column("unmarked", Boolean, nullable=False),
    UniqueConstraint("seller", "mailbox", "folder", "uidvalidity", "uid"),
    Index(None, "letter_id", "seller"),
    Index(None, "seller", "mailbox", "folder", "unmarked"),
)

#: What each worker is judging, one row a worker, rewritten for every batch.
hands: Final = Table(
    "hands",
    metadata,
    Column("seller", Text, primary_key=True),
    Column("worker", Key, primary_key=True),
    # The letters' numbers.
    Column("letters", Document, nullable=False),
    Column("at", Instant, nullable=False),
)

cursors: Final = Table(
    "cursors",
    metadata,
    Column("seller", Text, primary_key=True),
    Column("mailbox", Key, primary_key=True),
    Column("folder", Key, primary_key=True),
    Column("uidvalidity", BigInteger, nullable=False),
    Column("uid", BigInteger, nullable=False),
    Column("first_uid", BigInteger, nullable=False),
)

#: Rows that stand for a buyer, an order or an address, only to be locked.
locks: Final = Table(
    "locks",
    metadata,
    Column("seller", Text, primary_key=True),
    Column("name", Key, primary_key=True),
)

cases: Final = Table(
    "cases",
    metadata,
    _number(),
    _seller(),
    # The buyer's alias; "" while only a notice has spoken.
    Column("buyer", Key, nullable=False),
    Column("state", Text, nullable=False),
    Column("opening", Integer, nullable=False),
    Column("answered", Boolean, nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("answered_at", Instant),
    Column("closed_at", Instant),
    _refers("linked", "cases.id", nullable=True),
    # Of the newest letter.
    Column("subject", Words, nullable=False),
    Column("excerpt", Words, nullable=False),
    Column("language", Words, nullable=False),
    Column("newest_at", Instant, nullable=False),
    Column("marketplace", Words),
    Column("shop", Words),
    Column("order_id", Words),
    Column("letters", Integer, nullable=False),
    Column("photos", Integer, nullable=False),
    # Of the present opening (cases/opening.py).
    Column("level", Integer, nullable=False),
    Column("main_level", Integer, nullable=False),
    Column("score", Float, nullable=False),
    Column("unsure", Boolean, nullable=False),
    Column("tags", Document, nullable=False),
    Column("reasons", Document, nullable=False),
    Column("received", Instant, nullable=False),
    Column("limit_at", Instant),
    Column("deadline_at", Instant),
    Column("promise_at", Instant),
    # None while no clock runs.
    Column("clock_at", Instant),
    Column("lift_at", Instant),
    Index(None, "seller", "buyer", "state", "closed_at"),
    Index(None, "seller", "state"),
    Index(None, "linked"),
)

#: What a letter can hold a case by: order, case-id, sent (a reply's Message-ID).
handles: Final = Table(
    "handles",
    metadata,
    _number(),
    _seller(),
    Column("sort", Text, nullable=False),
    Column("value", Key, nullable=False),
    _refers("case_id", "cases.id"),
    UniqueConstraint("seller", "sort", "value", "case_id"),
    Index(None, "case_id", "seller"),
)

acknowledgements: Final = Table(
    "acknowledgements",
    metadata,
    _number(),
    _seller(),
    _refers("case_id", "cases.id"),
    Column("opening", Integer, nullable=False),
    # The letter that it answers.
    _refers("letter_id", "letters.id"),
    Column("state", Text, nullable=False),
    Column("reason", Words),
    Column("since", Instant, nullable=False),
    Column("not_before", Instant, nullable=False),
    Column("not_after", Instant, nullable=False),
    # A further letter has moved ``not_before`` already.
    Column("moved", Boolean, nullable=False),
    # Where it goes, and since when it counts against the caps.
    Column("address", Key, nullable=False),
    Column("domain", Key, nullable=False),
    Column("counted_at", Instant),
    Column("worker", Words),
    Column("fence", Integer, nullable=False),
    Column("claimed_until", Instant),
    Column("attempts", Integer, nullable=False),
    Column("code", Integer),
    Column("message_id", Key),
    Column("sender", Words),
    Column("recipient", Words),
    Column("template", Words),
    Column("language", Words),
    Column("subject", Words),
    Column("body", Words),
    Column("promised_at", Instant),
    Column("begun_at", Instant),
    Column("settled_at", Instant),
    UniqueConstraint("seller", "case_id", "opening"),
    UniqueConstraint("seller", "message_id"),
    Index(None, "letter_id"),
    Index(None, "seller", "since", "id"),
    Index(None, "seller", "state", "not_before"),
    Index(None, "seller", "address", "counted_at"),
    Index(None, "seller", "domain", "counted_at"),
)

events: Final = Table(
    "events",
    metadata,
    _number(),
    _seller(),
    Column("at", Instant, nullable=False),
    Column("name", Text, nullable=False),
    Column("who", Words, nullable=False),
    # No foreign keys: what happened outlives what it happened to.
    Column("case_id", _Number),
    Column("letter_id", _Number),
    Column("fields", Document, nullable=False),
    Index(None, "seller", "case_id"),
)

settings: Final = Table(
    "settings",
    metadata,
    Column("seller", Text, primary_key=True),
    Column("name", Key, primary_key=True),
    Column("value", Text, nullable=False),
    Column("who", Words, nullable=False),
    Column("at", Instant, nullable=False),
)
