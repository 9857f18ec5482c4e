"""What people answer from the desk."""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_NUMBER: Final = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Add replies and their enclosures."""
    op.create_table(
        "replies",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("seller", sa.Text(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("case_id", _NUMBER, nullable=False),
        sa.Column("letter_id", _NUMBER, nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("not_before", sa.BigInteger(), nullable=False),
        sa.Column("worker", sa.Text()),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("claimed_until", sa.BigInteger()),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("code", sa.Integer()),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Text()),
        sa.Column("sender", sa.Text()),
        sa.Column("recipient", sa.Text()),
        sa.Column("begun_at", sa.BigInteger()),
        sa.Column("settled_at", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_replies")),
        sa.UniqueConstraint("seller", "token", name=op.f("uq_replies_seller_token")),
        sa.UniqueConstraint("seller", "message_id", name=op.f("uq_replies_seller_message_id")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_replies_case_id")),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], name=op.f("fk_replies_letter_id")),
    )
    op.create_index(op.f("ix_replies_case_id_seller"), "replies", ["case_id", "seller"])
    op.create_index(op.f("ix_replies_letter_id"), "replies", ["letter_id"])
    op.create_index(
        op.f("ix_replies_seller_state_not_before"), "replies", ["seller", "state", "not_before"]
    )
    op.create_table(
        "enclosures",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("reply_id", _NUMBER, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("raw", sa.LargeBinary()),
        sa.Column("blob", sa.Text()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enclosures")),
        sa.ForeignKeyConstraint(["reply_id"], ["replies.id"], name=op.f("fk_enclosures_reply_id")),
    )
    op.create_index(op.f("ix_enclosures_reply_id"), "enclosures", ["reply_id"])
