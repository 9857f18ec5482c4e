"""What each worker has in hand, and how often a process ended over a letter."""

from typing import Final

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_JSON: Final = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    """Add the table and the count."""
    op.add_column("letters", sa.Column("deaths", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "hands",
        sa.Column("seller", sa.Text(), nullable=False),
        sa.Column("worker", sa.Text(), nullable=False),
        sa.Column("letters", _JSON, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("seller", "worker", name=op.f("pk_hands")),
    )
