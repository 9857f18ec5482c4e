"""Buyers who were forgotten, and an index by which old letters are found."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table and the index."""
    op.create_table(
        "erasures",
        sa.Column("seller", sa.Text(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("seller", "mark", name=op.f("pk_erasures")),
    )
    op.create_index(op.f("ix_letters_seller_filed_at"), "letters", ["seller", "filed_at"])
