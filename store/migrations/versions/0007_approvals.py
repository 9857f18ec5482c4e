"""Acknowledgements that a person approves, and how many left within a day."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the time of approval, and an index for what left lately."""
    op.add_column("acknowledgements", sa.Column("approved_at", sa.BigInteger()))
    op.create_index(
        op.f("ix_acknowledgements_seller_counted_at"),
        "acknowledgements",
        ["seller", "counted_at"],
    )
