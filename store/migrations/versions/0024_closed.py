"""What is done is listed by when it was closed, which an index has in order."""

from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the index."""
    op.create_index(
        op.f("ix_cases_seller_state_closed_at_id"), "cases", ["seller", "state", "closed_at", "id"]
    )
