"""What people work on: cases, what holds a letter to one, and what was done to them."""

from typing import Final

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from store.columns import Document, Given, Instant, Key, Private, Words
from store.tables.parts import Number, metadata, number, refers, seller

cases: Final = Table(
    "cases",
    metadata,
    number(),
    seller(),
    # The buyer's alias; "" while only a notice has spoken.
    Column("buyer", Key, nullable=False),
    Column("state", Text, nullable=False),
    Column("opening", Integer, nullable=False),
    Column("answered", Boolean, nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("answered_at", Instant),
    Column("closed_at", Instant),
    refers("linked", "cases.id", nullable=True),
    # Of the newest letter.
    Column("subject", Private("cases.subject"), nullable=False),
    Column("excerpt", Private("cases.excerpt"), nullable=False),
    Column("language", Words, nullable=False),
    Column("newest_at", Instant, nullable=False),
    Column("marketplace", Words),
    Column("shop", Words),
    Column("order_id", Words),
    Column("fulfilment", Text, nullable=False, server_default="unknown"),
    Column("letters", Integer, nullable=False),
    Column("photos", Integer, nullable=False),
    # Letters since the last answer.
    Column("unanswered", Integer, nullable=False, server_default="0"),
    # What people do with it (cases/deeds.py).
    Column("awaited", Text),
    Column("wake_at", Instant),
    Column("assignee", Key),
    Column("holder", Key),
    Column("held_at", Instant),
    Column("held_until", Instant),
    Column("escalated_at", Instant),
    # Of the present opening (cases/opening.py).
    Column("level", Integer, nullable=False),
    Column("main_level", Integer, nullable=False),
    Column("score", Float, nullable=False),
    Column("unsure", Boolean, nullable=False),
    Column("tags", Document, nullable=False),
    Column("given", Given, nullable=False, server_default="[]"),
    Column("reasons", Document, nullable=False),
    Column("received", Instant, nullable=False),
    Column("limit_at", Instant),
    Column("deadline_at", Instant),
    Column("promise_at", Instant),
    # None while no clock runs.
    Column("clock_at", Instant),
    Column("lift_at", Instant),
    Index(None, "seller", "buyer", "state", "closed_at"),
    # What the order of the queue is made of, and what its views and the forecast ask for, so that
    # it is sorted and counted without the rows.
    Index(
        "ix_cases_queue",
        *("seller", "state", "level", "lift_at", "clock_at", "score", "received"),
        *("deadline_at", "unsure", "tags", "shop"),
    ),
    # What is done, closed last first (store/closed.py).
    Index(None, "seller", "state", "closed_at", "id"),
    # Who works on what now.
    Index(None, "seller", "held_until"),
    Index(None, "seller", "wake_at"),
    # The newest first.
    Index(None, "seller", "id"),
    Index(None, "seller", "answered_at"),
    Index(None, "linked"),
)

#: What a letter can hold a case by: order, case-id, sent (a reply's Message-ID).
handles: Final = Table(
    "handles",
    metadata,
    number(),
    seller(),
    Column("sort", Text, nullable=False),
    Column("value", Key, nullable=False),
    refers("case_id", "cases.id"),
    UniqueConstraint("seller", "sort", "value", "case_id"),
    Index(None, "case_id", "seller"),
)

#: By what words a case is found (cases/terms.py). Each database has an index of its own over them,
#: named search_index, which only the migrations and store/search.py know.
searches: Final = Table(
    "searches",
    metadata,
    Column("case_id", Number, ForeignKey("cases.id"), primary_key=True, autoincrement=False),
    # Terms with a blank between them.
    Column("words", Text, nullable=False),
)

#: What people did to cases: to be undone, and to be learnt from (store/deeds.py).
deeds: Final = Table(
    "deeds",
    metadata,
    number(),
    seller(),
    refers("case_id", "cases.id"),
    # The name of its event.
    Column("name", Text, nullable=False),
    Column("who", Key, nullable=False),
    Column("at", Instant, nullable=False),
    # The columns of the case that it changed, as they were and as they became.
    Column("old", Document, nullable=False),
    Column("new", Document, nullable=False),
    # The letter whose tags were corrected.
    refers("letter_id", "letters.id", nullable=True),
    Column("undone_at", Instant),
    Index(None, "case_id", "seller"),
    Index(None, "letter_id", "seller"),
)

notes: Final = Table(
    "notes",
    metadata,
    number(),
    seller(),
    refers("case_id", "cases.id"),
    Column("at", Instant, nullable=False),
    Column("who", Words, nullable=False),
    Column("text", Private("notes.text"), nullable=False),
    Index(None, "case_id", "seller"),
)

#: Whom our people wrote to of their own accord (store/approaches.py).
approaches: Final = Table(
    "approaches",
    metadata,
    Column("seller", Text, primary_key=True),
    # Without its +tag, and with it.
    Column("address", Key, primary_key=True),
    # When first.
    Column("at", Instant, nullable=False),
)

#: Rows that stand for a buyer, an order or an address, only to be locked.
locks: Final = Table(
    "locks",
    metadata,
    Column("seller", Text, primary_key=True),
    Column("name", Key, primary_key=True),
)
