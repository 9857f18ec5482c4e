"""What the installation knows of itself: settings, workers, what happened, who was forgotten."""

from typing import Final

from sqlalchemy import Boolean, Column, Index, Integer, Table, Text

from store.columns import Document, Instant, Key, Words
from store.tables.parts import Number, metadata, number, seller

settings: Final = Table(
    "settings",
    metadata,
    Column("seller", Text, primary_key=True),
    Column("name", Key, primary_key=True),
    Column("value", Text, nullable=False),
    Column("who", Words, nullable=False),
    Column("at", Instant, nullable=False),
)

#: How each worker finds the mailboxes it watches (store/beats.py).
beats: Final = Table(
    "beats",
    metadata,
    Column("seller", Text, primary_key=True),
    Column("worker", Key, primary_key=True),
    Column("mailbox", Key, primary_key=True),
    Column("at", Instant, nullable=False),
    # When it was read to its end; None before the first time.
    Column("read_at", Instant),
    # When its folder of sent mail was.
    Column("sent_read_at", Instant),
    # A sentence each; "" while all is well.
    Column("inbox_problem", Words, nullable=False),
    Column("sender_problem", Words, nullable=False),
    # Whether the worker was told to stop, and this was its last word.
    Column("stopped", Boolean, nullable=False),
)

events: Final = Table(
    "events",
    metadata,
    number(),
    seller(),
    Column("at", Instant, nullable=False),
    Column("name", Text, nullable=False),
    Column("who", Words, nullable=False),
    # No foreign keys: what happened outlives what it happened to.
    Column("case_id", Number),
    Column("letter_id", Number),
    Column("fields", Document, nullable=False),
    Index(None, "seller", "case_id"),
)

#: Buyers who were forgotten, each as a keyed hash.
erasures: Final = Table(
    "erasures",
    metadata,
    Column("seller", Text, primary_key=True),
    Column("mark", Key, primary_key=True),
    Column("who", Words, nullable=False),
    Column("at", Instant, nullable=False),
)

#: What needs a person, from when it was found first, and what was told of it (cases/episodes.py).
alarms: Final = Table(
    "alarms",
    metadata,
    Column("seller", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("subject", Key, primary_key=True),
    Column("sentence", Words, nullable=False),
    Column("size", Integer, nullable=False),
    # No foreign key: an alarm may outlive a case that was merged away.
    Column("case_id", Number),
    Column("since", Instant, nullable=False),
    Column("gone_at", Instant),
    Column("told_at", Instant),
    Column("told_size", Integer, nullable=False),
    Column("held_until", Instant),
)

#: When nobody answers though the calendar says open (cases/absences.py).
absences: Final = Table(
    "absences",
    metadata,
    Column("seller", Text, primary_key=True),
    # "" is every shop.
    Column("shop", Key, primary_key=True),
    Column("since", Instant, primary_key=True),
    Column("until", Instant, nullable=False),
    Column("who", Words, nullable=False),
    Column("why", Words, nullable=False),
    Index(None, "seller", "until"),
)
