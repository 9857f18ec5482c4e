"""When a letter that failed is tried again."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("letters", sa.Column("not_before", sa.BigInteger()))
