"""The queue's index counts by shop too, which every promise and every case's page asks for."""

from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Put the wider index in the place of the one before."""
    op.drop_index(op.f("ix_cases_queue"), "cases")
    op.create_index(
        op.f("ix_cases_queue"),
        "cases",
        [
            *("seller", "state", "level", "lift_at", "clock_at", "score", "received"),
            *("deadline_at", "unsure", "tags", "shop"),
        ],
    )
