"""When each worker last read each mailbox."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "beats",
        sa.Column("seller", sa.Text(), nullable=False),
        sa.Column("worker", sa.Text(), nullable=False),
        sa.Column("mailbox", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("read_at", sa.BigInteger(), nullable=True),
        sa.Column("inbox_problem", sa.Text(), nullable=False),
        sa.Column("sender_problem", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seller", "worker", "mailbox", name=op.f("pk_beats")),
    )
