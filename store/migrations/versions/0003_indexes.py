"""Indexes for every join and filter, each with the seller."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Put better indexes in the place of four, and add one for the newest acknowledgements."""
    op.drop_index(op.f("ix_letters_case_id"), "letters")
    op.create_index(op.f("ix_letters_case_id_seller"), "letters", ["case_id", "seller"])
    op.drop_index(op.f("ix_places_letter_id"), "places")
    op.create_index(op.f("ix_places_letter_id_seller"), "places", ["letter_id", "seller"])
    op.drop_index(op.f("ix_handles_case_id"), "handles")
    op.create_index(op.f("ix_handles_case_id_seller"), "handles", ["case_id", "seller"])
    op.drop_index(op.f("ix_cases_seller_buyer"), "cases")
    op.create_index(
        op.f("ix_cases_seller_buyer_state_closed_at"),
        "cases",
        ["seller", "buyer", "state", "closed_at"],
    )
    op.create_index(
        op.f("ix_acknowledgements_seller_since_id"), "acknowledgements", ["seller", "since", "id"]
    )
