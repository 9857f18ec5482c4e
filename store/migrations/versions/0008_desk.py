"""What the desk shows of cases, what people do to them, and their notes."""

from typing import Final

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_JSON: Final = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
_NUMBER: Final = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Add columns and an order to the cases, and two tables."""
    for column in (
        sa.Column("fulfilment", sa.Text(), nullable=False, server_default="unknown"),
        sa.Column("unanswered", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("awaited", sa.Text()),
        sa.Column("wake_at", sa.BigInteger()),
        sa.Column("assignee", sa.Text()),
        sa.Column("holder", sa.Text()),
        sa.Column("held_at", sa.BigInteger()),
        sa.Column("held_until", sa.BigInteger()),
        sa.Column("escalated_at", sa.BigInteger()),
        sa.Column("given", _JSON, nullable=False, server_default="[]"),
    ):
        op.add_column("cases", column)
    op.execute("UPDATE cases SET unanswered = letters WHERE NOT answered")
    op.drop_index(op.f("ix_cases_seller_state"), "cases")
    order = ["seller", "state", "level", "lift_at", "clock_at", "score", "received"]
    op.create_index(op.f(f"ix_cases_{'_'.join(order)}"), "cases", order)
    op.create_index(op.f("ix_cases_seller_wake_at"), "cases", ["seller", "wake_at"])
    op.create_table(
        "deeds",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("seller", sa.Text(), nullable=False),
        sa.Column("case_id", _NUMBER, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("old", _JSON, nullable=False),
        sa.Column("new", _JSON, nullable=False),
        sa.Column("letter_id", _NUMBER),
        sa.Column("undone_at", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deeds")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_deeds_case_id")),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], name=op.f("fk_deeds_letter_id")),
    )
    op.create_index(op.f("ix_deeds_case_id_seller"), "deeds", ["case_id", "seller"])
    op.create_index(op.f("ix_deeds_letter_id_seller"), "deeds", ["letter_id", "seller"])
    op.create_table(
        "notes",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("seller", sa.Text(), nullable=False),
        sa.Column("case_id", _NUMBER, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notes")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_notes_case_id")),
    )
    op.create_index(op.f("ix_notes_case_id_seller"), "notes", ["case_id", "seller"])
