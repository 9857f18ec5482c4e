"""Pauses by who made them: two people's of one subject stand beside each other."""

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add who paused to the key."""
    with op.batch_alter_table("pauses") as pauses:
        pauses.drop_constraint(op.f("pk_pauses"), type_="primary")
        pauses.create_primary_key(op.f("pk_pauses"), ["seller", "scope", "name", "who"])
