"""A store of the first schema, with rows in every table.

first_schema.json was written by the code of that time over SQLite: what stood in its tables, and
what that code itself read of it.
"""

import base64
import json
from pathlib import Path
from typing import Any, Final

from alembic import command
from alembic.config import Config
from sqlalchemy import JSON, Boolean, Column, Connection, MetaData, create_engine, null, text

from store.blobs import Blobs

FIRST: Final = json.loads(Path("tests/store/first_schema.json").read_text(encoding="utf-8"))

#: A buyer in it.
BUYER: Final = "anna@marketplace.amazon.de"

#: What a letter of 72 kB was then.
LARGE: Final = b"Subject: photo\r\n\r\n" + b"A large letter of the first schema. " * 2000


def make_first(url: str, blobs: Path) -> None:
    """Make a database as it was left then."""
    Blobs(blobs).put(LARGE)
    engine = create_engine(url)
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", "store:migrations")
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        fill(connection)
    engine.dispose()


def fill(connection: Connection) -> None:
    """Put the rows into every table."""
    there = MetaData()
    there.reflect(connection)
    tables = {table.name: table for table in there.sorted_tables if table.name != "alembic_version"}
    assert {*tables} == {*FIRST["tables"]}
    for name, table in tables.items():
        rows = FIRST["tables"][name]
        assert rows, name
        for row in rows:
            values = {key: value_of(table.c[key], one) for key, one in row.items()}
            connection.execute(table.insert().values(values))
        if "id" in table.c and connection.dialect.name == "postgresql":
            # Its own counter has not seen these numbers.
            connection.execute(
                text(f"SELECT setval('{name}_id_seq', {max(row['id'] for row in rows)})")
            )


def value_of(column: Column[Any], said: Any) -> Any:  # noqa: ANN401 - a value of any column
    """Return what stood in a column, as a driver takes it."""
    if isinstance(said, dict):
        return base64.b64decode(said["base64"])
    if isinstance(column.type, JSON):
        # A None would be the word "null" in JSON.
        return null() if said is None else json.loads(said)
    return bool(said) if isinstance(column.type, Boolean) else said
