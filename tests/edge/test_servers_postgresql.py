"""The tests' own PostgreSQL."""

import sqlalchemy as sa

from tests.servers.postgresql import PostgreSQL


def test_each_database_is_fresh(postgresql: PostgreSQL) -> None:
    """A table made in one database is not in the next."""
    for _ in range(2):
        with postgresql.database() as url:
            engine = sa.create_engine(url)
            with engine.begin() as connection:
                connection.execute(sa.text("CREATE TABLE letter (id bigint PRIMARY KEY)"))
            engine.dispose()

            assert ["letter"] == sa.inspect(engine).get_table_names()
            engine.dispose()


def test_a_restart_keeps_the_data(postgresql: PostgreSQL, postgresql_url: str) -> None:
    """Stop and start at the same place find what was committed."""
    engine = sa.create_engine(postgresql_url)
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE letter (id bigint PRIMARY KEY)"))
    engine.dispose()
    postgresql.stop()
    postgresql.start()
    names = sa.inspect(engine).get_table_names()
    engine.dispose()

    assert ["letter"] == names
