"""By which key bytes are encrypted, and an index by which contents that nobody names are found."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns and indexes; what is there stays plain."""
    for table in ("bodies", "enclosures"):
        op.add_column(table, sa.Column("key_id", sa.Text()))
        named = sa.text("blob IS NOT NULL")
        op.create_index(
            op.f(f"ix_{table}_blob"), table, ["blob"], sqlite_where=named, postgresql_where=named
        )
