"""When each worker last read a mailbox's folder of sent mail."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("beats", sa.Column("sent_read_at", sa.BigInteger()))
