"""One transaction as the modules of the tables see it: connection, seller, folder of blobs.

Both databases speak the same statements through SQLAlchemy Core; what differs between them (rows
that are skipped on conflict, rows that are locked) is decided here and in ``lock``.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, CursorResult, Executable, Table
from sqlalchemy.dialects import sqlite

from store.blobs import Blobs
from store.schema import locks

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql

#: A row to be written or as it was read; keys are column names.
Row = Mapping[Any, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Transaction:
    """What a statement needs to run."""

    connection: Connection
    #: Whose rows are seen.
    seller: str
    #: The name that this process holds on the store; "" where it holds none.
    worker: str
    #: Where large bodies are kept.
    blobs: Blobs
    #: Events that are written, all in one statement, before the transaction ends.
    told: list[Row] = field(default_factory=list)

    @property
    def on_postgresql(self) -> bool:
        """Whether other processes write at the same time, so that rows must be locked."""
        return self.connection.dialect.name == "postgresql"

    def run(
        self, statement: Executable, rows: Sequence[Row] | Row | None = None
    ) -> CursorResult[*tuple[Any, ...]]:
        """Execute a statement, once for each of several rows.

        Raises ``sqlalchemy.exc.DBAPIError``, which ``SqlStore`` tells by its cause.
        """
        return self.connection.execute(statement, rows)

    def pairs(self, statement: Executable, row: Row | None = None) -> dict[Any, Any]:
        """Execute a statement that returns two columns; return the second by the first."""
        return dict(tuple(pair) for pair in self.run(statement, row))

    def insert(self, table: Table) -> "postgresql.Insert | sqlite.Insert":
        """Begin an INSERT that can say what to do on conflict."""
        if self.on_postgresql:
            # Who is on SQLite is spared a tenth of a second for PostgreSQL's dialect.
            from sqlalchemy.dialects import postgresql  # noqa: PLC0415

            return postgresql.insert(table)
        return sqlite.insert(table)

    def insert_new(self, table: Table, rows: Sequence[Row], *returning: str) -> list[Row]:
        """Insert the rows that break no unique key; return the named columns of those."""
        if not rows:
            return []
        statement = self.insert(table).on_conflict_do_nothing()
        if not returning:
            self.run(statement, rows)
            return []
        named = statement.returning(*(table.c[name] for name in returning))
        return [dict(row) for row in self.run(named, rows).mappings()]

    def lock(self, names: Iterable[str]) -> None:
        """Hold these names until the end of the transaction, always in the same order.

        SQLite has one writer at a time and needs none of it.
        """
        wanted = sorted(set(names))
        if not wanted or not self.on_postgresql:
            return
        self.insert_new(locks, [{"seller": self.seller, "name": name} for name in wanted])
        self.run(
            locks.select()
            .where(locks.c.seller == self.seller, locks.c.name.in_(wanted))
            .order_by(locks.c.name)
            .with_for_update()
        ).all()
