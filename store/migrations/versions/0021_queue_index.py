"""Whatever the queue and its views ask for in one index, and who works on what in another."""

from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Put the wider index in the place of that of the order, and add one of the holds."""
    op.drop_index(op.f("ix_cases_seller_state_level_lift_at_clock_at_score_received"), "cases")
    op.create_index(
        op.f("ix_cases_queue"),
        "cases",
        [
            *("seller", "state", "level", "lift_at", "clock_at", "score", "received"),
            *("deadline_at", "unsure", "tags"),
        ],
    )
    op.create_index(op.f("ix_cases_seller_held_until"), "cases", ["seller", "held_until"])
