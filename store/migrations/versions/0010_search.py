"""The words by which cases are found, with an index of each database's own."""

from typing import Final

import sqlalchemy as sa
from alembic import op

from cases.terms import fact, terms

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_NUMBER: Final = sa.BigInteger().with_variant(sa.Integer, "sqlite")

#: Without positions: they serve phrases alone. Only blanks stand between terms.
_FTS5: Final = """
CREATE VIRTUAL TABLE search_index USING fts5(
    words, content='searches', content_rowid='case_id', detail=none,
    tokenize="ascii tokenchars ':.@+-_'"
)
"""
_TRIGGERS: Final = (
    """
CREATE TRIGGER searches_added AFTER INSERT ON searches BEGIN
    INSERT INTO search_index(rowid, words) VALUES (new.case_id, new.words);
END
""",
    """
CREATE TRIGGER searches_removed AFTER DELETE ON searches BEGIN
    INSERT INTO search_index(search_index, rowid, words)
    VALUES ('delete', old.case_id, old.words);
END
""",
    """
CREATE TRIGGER searches_changed AFTER UPDATE ON searches BEGIN
    INSERT INTO search_index(search_index, rowid, words)
    VALUES ('delete', old.case_id, old.words);
    INSERT INTO search_index(rowid, words) VALUES (new.case_id, new.words);
END
""",
)
_GIN: Final = """
CREATE INDEX search_index ON searches
USING gin (array_to_tsvector(string_to_array(words, ' ')))
"""


def upgrade() -> None:
    """Add the table and its index; fill it with what the letters of the cases say."""
    op.create_index(op.f("ix_cases_seller_id"), "cases", ["seller", "id"])
    searches = op.create_table(
        "searches",
        sa.Column("case_id", _NUMBER, nullable=False, autoincrement=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_searches")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_searches_case_id")),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(_GIN)
    else:
        for statement in (_FTS5, *_TRIGGERS):
            op.execute(statement)
    _fill(searches)


def _fill(searches: sa.Table) -> None:
    bind = op.get_bind()
    document = sa.JSON()
    cases = sa.table(
        "cases",
        *map(sa.column, ("id", "language", "marketplace", "shop", "buyer")),
        sa.column("tags", document),
    )
    letters = sa.table(
        "letters", *map(sa.column, ("id", "case_id")), sa.column("verdict", document)
    )
    for case in bind.execute(sa.select(cases).order_by(cases.c.id)).all():
        said = bind.execute(sa.select(letters.c.verdict).where(letters.c.case_id == case.id))
        words = terms(case.buyer.partition("@")[0])
        for verdict in said.scalars():
            letter = verdict["letter"]
            words |= terms(letter["subject"]) | terms(letter["text"])
            words |= terms(" ".join(letter["order_ids"]))
        market = case.marketplace or ""
        facts = {fact("tag", tag) for tag in case.tags} | {fact("lang", case.language)}
        facts |= {fact("market", one) for one in {market, market.partition(".")[0]} - {""}}
        facts |= {fact("shop", case.shop)} if case.shop else set()
        row = {"case_id": case.id, "words": " ".join([*sorted(facts), *sorted(words)[:3900]])}
        bind.execute(searches.insert(), row)
