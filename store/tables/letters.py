"""What came in: letters, where they lie on servers, and how far each folder has been read."""

from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
)

from store.columns import Document, Instant, Key, VerdictDocument, Words
from store.tables.parts import Number, metadata, named_apart, number, refers, seller

letters: Final = Table(
    "letters",
    metadata,
    number(),
    seller(),
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
    # One that failed is tried again then.
    Column("not_before", Instant),
    # How often a process ended with it in hand (store/hands.py).
    Column("deaths", Integer, nullable=False, server_default="0"),
    Column("filed_at", Instant),
    refers("case_id", "cases.id", nullable=True),
    Column("opening", Integer),
    Column("message_id", Key),
    Column("received", Instant),
    Column("level", Integer),
    Column("tags", Document),
    Column("verdict", VerdictDocument),
    UniqueConstraint("seller", "identity"),
    Index(None, "seller", "state", "arrived"),
    # By which old ones are found.
    Index(None, "seller", "filed_at"),
    Index(None, "seller", "message_id"),
    Index(None, "case_id", "seller"),
)

#: Large contents on PostgreSQL (store/contents.py).
blobs: Final = Table(
    "blobs",
    metadata,
    # SHA-256 of the bytes, in hex.
    Column("name", Text, primary_key=True),
    Column("raw", LargeBinary, nullable=False),
)

#: The bytes, apart from the letters, so that a look at many letters reads none of them.
bodies: Final = Table(
    "bodies",
    metadata,
    Column("letter_id", Number, ForeignKey("letters.id"), primary_key=True, autoincrement=False),
    # Either the bytes or the name under which they are kept apart.
    Column("raw", LargeBinary),
    Column("blob", Text),
    # The id of the key that they are encrypted by; None where they are plain.
    Column("key_id", Text),
    named_apart(),
)

places: Final = Table(
    "places",
    metadata,
    number(),
    seller(),
    refers("letter_id", "letters.id"),
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
