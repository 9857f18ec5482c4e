"""What every table is made of: its number, whose it is, what it refers to, and how keys are named.

Every unique key begins with the seller, so that several may share a database. So does every other
index but those of foreign keys: when a row is deleted, the database looks for those that refer to
it by their number alone. Times are integer milliseconds since 1970.
"""

from typing import Final

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, MetaData, Text

NAMES: Final = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

#: Holds every table once all modules of this package are imported, which ``store.schema`` does.
metadata: Final = MetaData(naming_convention=NAMES)

#: SQLite counts rows only in its own INTEGER.
Number: Final = BigInteger().with_variant(Integer, "sqlite")


def number() -> Column[int]:
    """Return the column of a row's own number."""
    return Column("id", Number, primary_key=True)


def seller() -> Column[str]:
    """Return the column that says whose the row is."""
    return Column("seller", Text, nullable=False)


def refers(name: str, target: str, *, nullable: bool = False) -> Column[int]:
    """Return a column that holds the number of another table's row, as in "cases.id"."""
    return Column(name, Number, ForeignKey(target), nullable=nullable)


def named_apart() -> Index:
    """Return the index of the column ``blob`` over the rows whose contents are kept apart.

    The migration says which rows; said here it would load both databases at every command.
    """
    return Index(None, "blob")
