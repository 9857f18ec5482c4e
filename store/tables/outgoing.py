"""What leaves: acknowledgements, people's replies, and what holds either back."""

from typing import Final

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
)

from store.columns import Document, Instant, Key, Private, Words
from store.tables.parts import metadata, named_apart, number, refers, seller

acknowledgements: Final = Table(
    "acknowledgements",
    metadata,
    number(),
    seller(),
    refers("case_id", "cases.id"),
    Column("opening", Integer, nullable=False),
    # The letter that it answers.
    refers("letter_id", "letters.id"),
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
    # A person has said that it may leave.
    Column("approved_at", Instant),
    # The login it is handed in by, and all that its outcome speaks of (cases/pauses.py).
    Column("login", Key),
    Column("subjects", Document),
    Column("attempts", Integer, nullable=False),
    Column("code", Integer),
    Column("message_id", Key),
    Column("sender", Words),
    Column("recipient", Words),
    Column("template", Words),
    Column("language", Words),
    Column("subject", Private("acknowledgements.subject")),
    Column("body", Private("acknowledgements.body")),
    Column("promised_at", Instant),
    Column("begun_at", Instant),
    Column("settled_at", Instant),
    UniqueConstraint("seller", "case_id", "opening"),
    UniqueConstraint("seller", "message_id"),
    Index(None, "letter_id"),
    Index(None, "seller", "since", "id"),
    Index(None, "seller", "state", "not_before"),
    Index(None, "seller", "counted_at"),
    Index(None, "seller", "address", "counted_at"),
    Index(None, "seller", "domain", "counted_at"),
)

#: What people answer from the desk, in the states of cases/states.py (store/replies.py).
replies: Final = Table(
    "replies",
    metadata,
    number(),
    seller(),
    # Made once by the form that was filled in: what is sent twice is one reply.
    Column("token", Key, nullable=False),
    refers("case_id", "cases.id"),
    # The letter that it answers.
    refers("letter_id", "letters.id"),
    Column("who", Words, nullable=False),
    Column("since", Instant, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Words),
    Column("not_before", Instant, nullable=False),
    Column("worker", Words),
    Column("fence", Integer, nullable=False),
    Column("claimed_until", Instant),
    Column("attempts", Integer, nullable=False),
    Column("code", Integer),
    Column("subject", Private("replies.subject"), nullable=False),
    Column("body", Private("replies.body"), nullable=False),
    Column("message_id", Key),
    Column("sender", Words),
    Column("recipient", Words),
    Column("begun_at", Instant),
    Column("settled_at", Instant),
    UniqueConstraint("seller", "token"),
    UniqueConstraint("seller", "message_id"),
    Index(None, "case_id", "seller"),
    Index(None, "letter_id"),
    Index(None, "seller", "state", "not_before"),
)

enclosures: Final = Table(
    "enclosures",
    metadata,
    number(),
    refers("reply_id", "replies.id"),
    Column("name", Private("enclosures.name"), nullable=False),
    Column("media_type", Words, nullable=False),
    # Either the bytes or the name of the file that holds them.
    Column("raw", LargeBinary),
    Column("blob", Text),
    # The id of the key that they are encrypted by; None where they are plain.
    Column("key_id", Text),
    Index(None, "reply_id"),
    named_apart(),
)

#: One row a message begun, for quotas in rolling windows and for the brake.
sendings: Final = Table(
    "sendings",
    metadata,
    number(),
    seller(),
    # Who logs in where.
    Column("login", Key, nullable=False),
    Column("at", Instant, nullable=False),
    # person, automatic.
    Column("urgency", Text, nullable=False),
    Index(None, "seller", "login", "at"),
    Index(None, "seller", "at"),
)

#: Logins whose quota a provider has said is used up.
holds: Final = Table(
    "holds",
    metadata,
    Column("seller", Text, primary_key=True),
    Column("login", Key, primary_key=True),
    # minute, quarter, hour, day.
    Column("window", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("until", Instant, nullable=False),
)

#: What is not to leave (cases/pauses.py).
pauses: Final = Table(
    "pauses",
    metadata,
    Column("seller", Text, primary_key=True),
    Column("scope", Text, primary_key=True),
    Column("name", Key, primary_key=True),
    # Each person's stands for itself.
    Column("who", Key, primary_key=True),
    Column("since", Instant, nullable=False),
    # None is until a person ends it.
    Column("until", Instant),
    Column("why", Words, nullable=False),
)

#: How each subject fares (cases/breaker.py); one that is not here stands at zero.
gauges: Final = Table(
    "gauges",
    metadata,
    Column("seller", Text, primary_key=True),
    Column("scope", Text, primary_key=True),
    Column("name", Key, primary_key=True),
    Column("total", Float, nullable=False),
)
