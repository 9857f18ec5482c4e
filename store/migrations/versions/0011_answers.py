"""An index by which people's answers of the last weeks are found."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the index."""
    op.create_index(op.f("ix_cases_seller_answered_at"), "cases", ["seller", "answered_at"])
