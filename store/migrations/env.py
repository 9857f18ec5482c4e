"""What Alembic runs: the migrations, on the connection and in the transaction it is given."""

from alembic import context

from store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite can change tables inside a transaction; the caller has begun one.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
