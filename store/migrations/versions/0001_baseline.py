"""The first schema."""

from typing import Final

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_NUMBER: Final = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_JSON: Final = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "cases",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("seller", sa.Text(), nullable=False),
        sa.Column("buyer", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("opening", sa.Integer(), nullable=False),
        sa.Column("answered", sa.Boolean(), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("answered_at", sa.BigInteger()),
        sa.Column("closed_at", sa.BigInteger()),
        sa.Column("linked", _NUMBER),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("excerpt", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("newest_at", sa.BigInteger(), nullable=False),
        sa.Column("marketplace", sa.Text()),
        sa.Column("shop", sa.Text()),
        sa.Column("order_id", sa.Text()),
        sa.Column("letters", sa.Integer(), nullable=False),
        sa.Column("photos", sa.Integer(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("main_level", sa.Integer(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("unsure", sa.Boolean(), nullable=False),
        sa.Column("tags", _JSON, nullable=False),
        sa.Column("reasons", _JSON, nullable=False),
        sa.Column("received", sa.BigInteger(), nullable=False),
        sa.Column("limit_at", sa.BigInteger()),
        sa.Column("deadline_at", sa.BigInteger()),
        sa.Column("promise_at", sa.BigInteger()),
        sa.Column("clock_at", sa.BigInteger()),
        sa.Column("lift_at", sa.BigInteger()),
        sa.ForeignKeyConstraint(["linked"], ["cases.id"], name=op.f("fk_cases_linked")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cases")),
    )
    op.create_index(op.f("ix_cases_linked"), "cases", ["linked"])
    op.create_index(op.f("ix_cases_seller_buyer"), "cases", ["seller", "buyer"])
    op.create_index(op.f("ix_cases_seller_state"), "cases", ["seller", "state"])
    op.create_table(
        "cursors",
        sa.Column("seller", sa.Text(), nullable=False),
        sa.Column("mailbox", sa.Text(), nullable=False),
        sa.Column("folder", sa.Text(), nullable=False),
        sa.Column("uidvalidity", sa.BigInteger(), nullable=False),
        sa.Column("uid", sa.BigInteger(), nullable=False),
        sa.Column("first_uid", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("seller", "mailbox", "folder", name=op.f("pk_cursors")),
    )
    op.create_table(
        "events",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("seller", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("case_id", _NUMBER),
        sa.Column("letter_id", _NUMBER),
        sa.Column("fields", _JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
    )
    op.create_index(op.f("ix_events_seller_case_id"), "events", ["seller", "case_id"])
    op.create_table(
        "locks",
        sa.Column("seller", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seller", "name", name=op.f("pk_locks")),
    )
    op.create_table(
        "settings",
        sa.Column("seller", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("seller", "name", name=op.f("pk_settings")),
    )
    op.create_table(
        "handles",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("seller", sa.Text(), nullable=False),
        sa.Column("sort", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("case_id", _NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_handles_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handles")),
        sa.UniqueConstraint(
            "seller", "sort", "value", "case_id", name=op.f("uq_handles_seller_sort_value_case_id")
        ),
    )
    op.create_index(op.f("ix_handles_case_id"), "handles", ["case_id"])
    op.create_table(
        "letters",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("seller", sa.Text(), nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("mailbox", sa.Text(), nullable=False),
        sa.Column("arrived", sa.BigInteger(), nullable=False),
        sa.Column("accepted_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("filed_at", sa.BigInteger()),
        sa.Column("case_id", _NUMBER),
        sa.Column("opening", sa.Integer()),
        sa.Column("message_id", sa.Text()),
        sa.Column("received", sa.BigInteger()),
        sa.Column("level", sa.Integer()),
        sa.Column("tags", _JSON),
        sa.Column("verdict", _JSON),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_letters_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letters")),
        sa.UniqueConstraint("seller", "identity", name=op.f("uq_letters_seller_identity")),
    )
    op.create_index(op.f("ix_letters_case_id"), "letters", ["case_id"])
    op.create_index(op.f("ix_letters_seller_message_id"), "letters", ["seller", "message_id"])
    op.create_index(
        op.f("ix_letters_seller_state_arrived"), "letters", ["seller", "state", "arrived"]
    )
    op.create_table(
        "acknowledgements",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("seller", sa.Text(), nullable=False),
        sa.Column("case_id", _NUMBER, nullable=False),
        sa.Column("opening", sa.Integer(), nullable=False),
        sa.Column("letter_id", _NUMBER, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("not_before", sa.BigInteger(), nullable=False),
        sa.Column("not_after", sa.BigInteger(), nullable=False),
        sa.Column("moved", sa.Boolean(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("domain", sa.Text(), nullable=False),
        sa.Column("counted_at", sa.BigInteger()),
        sa.Column("worker", sa.Text()),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("claimed_until", sa.BigInteger()),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("code", sa.Integer()),
        sa.Column("message_id", sa.Text()),
        sa.Column("sender", sa.Text()),
        sa.Column("recipient", sa.Text()),
        sa.Column("template", sa.Text()),
        sa.Column("language", sa.Text()),
        sa.Column("subject", sa.Text()),
        sa.Column("body", sa.Text()),
        sa.Column("promised_at", sa.BigInteger()),
        sa.Column("begun_at", sa.BigInteger()),
        sa.Column("settled_at", sa.BigInteger()),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_acknowledgements_case_id")
        ),
        sa.ForeignKeyConstraint(
            ["letter_id"], ["letters.id"], name=op.f("fk_acknowledgements_letter_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_acknowledgements")),
        sa.UniqueConstraint(
            "seller", "case_id", "opening", name=op.f("uq_acknowledgements_seller_case_id_opening")
        ),
        sa.UniqueConstraint(
            "seller", "message_id", name=op.f("uq_acknowledgements_seller_message_id")
        ),
    )
    op.create_index(op.f("ix_acknowledgements_letter_id"), "acknowledgements", ["letter_id"])
    op.create_index(
        op.f("ix_acknowledgements_seller_address_counted_at"),
        "acknowledgements",
        ["seller", "address", "counted_at"],
    )
    op.create_index(
        op.f("ix_acknowledgements_seller_domain_counted_at"),
        "acknowledgements",
        ["seller", "domain", "counted_at"],
    )
    op.create_index(
        op.f("ix_acknowledgements_seller_state_not_before"),
        "acknowledgements",
        ["seller", "state", "not_before"],
    )
    op.create_table(
        "bodies",
        sa.Column("letter_id", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("raw", sa.LargeBinary()),
        sa.Column("blob", sa.Text()),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], name=op.f("fk_bodies_letter_id")),
        sa.PrimaryKeyConstraint("letter_id", name=op.f("pk_bodies")),
    )
    op.create_table(
        "places",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("seller", sa.Text(), nullable=False),
        sa.Column("letter_id", _NUMBER, nullable=False),
        sa.Column("mailbox", sa.Text(), nullable=False),
        sa.Column("folder", sa.Text(), nullable=False),
        sa.Column("uidvalidity", sa.BigInteger(), nullable=False),
        sa.Column("uid", sa.BigInteger(), nullable=False),
        sa.Column("unmarked", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], name=op.f("fk_places_letter_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_places")),
        sa.UniqueConstraint(
            "seller",
            "mailbox",
            "folder",
            "uidvalidity",
            "uid",
            name=op.f("uq_places_seller_mailbox_folder_uidvalidity_uid"),
        ),
    )
    op.create_index(op.f("ix_places_letter_id"), "places", ["letter_id"])
    op.create_index(
        op.f("ix_places_seller_mailbox_folder_unmarked"),
        "places",
        ["seller", "mailbox", "folder", "unmarked"],
    )
