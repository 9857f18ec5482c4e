"""What was sent by which login, used-up quotas, pauses, and how each subject fares."""

from typing import Final

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_JSON: Final = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
_NUMBER: Final = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Add the four tables, and two columns to the acknowledgements."""
    op.add_column("acknowledgements", sa.Column("login", sa.Text()))
    op.add_column("acknowledgements", sa.Column("subjects", _JSON))
    op.create_table(
        "sendings",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("seller", sa.Text(), nullable=False),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("urgency", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sendings")),
    )
    op.create_index(op.f("ix_sendings_seller_login_at"), "sendings", ["seller", "login", "at"])
    op.create_index(op.f("ix_sendings_seller_at"), "sendings", ["seller", "at"])
    op.create_table(
        "holds",
        sa.Column("seller", sa.Text(), nullable=False),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("window", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("seller", "login", name=op.f("pk_holds")),
    )
    op.create_table(
        "pauses",
        sa.Column("seller", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger()),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seller", "scope", "name", name=op.f("pk_pauses")),
    )
    op.create_table(
        "gauges",
        sa.Column("seller", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("total", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("seller", "scope", "name", name=op.f("pk_gauges")),
    )
