"""Whether a worker was silent because it was told to stop."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; whoever was heard of so far was running then."""
    op.add_column(
        "beats",
        sa.Column("stopped", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
