"""Bringing a database to the present schema.

``upgrade`` runs inside the caller's transaction, so that a step is taken whole or not at all.
Alembic is loaded only where there is a step to take: most starts find nothing to do.
"""

from typing import Final

from sqlalchemy import Connection, inspect, text

from store.errors import NewerError, StoreError

#: The newest version under versions/.
HEAD: Final = "0024"


def is_current(connection: Connection) -> bool:
    """Whether the database has no step left to take."""
    return _version(connection) == HEAD


def is_begun(connection: Connection) -> bool:
    """Whether the database has a schema of ours already, and a step left to take from it."""
    version = _version(connection)
    return version is not None and version < HEAD


def upgrade(connection: Connection) -> None:
    """Bring the database to ``HEAD``; raise ``StoreError`` where it is newer, or not of ours."""
    version = _version(connection)
    if version == HEAD:
        return
    if version is not None and version > HEAD:
        raise NewerError(
            f"The store has schema {version}, which is newer than the {HEAD} this triaged knows;"
            " install the newer triaged again, or restore a backup made before it."
        )
    from alembic import command  # noqa: PLC0415 - a third of a second that most starts save
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", "store:migrations")
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, HEAD)
    except CommandError:
        raise StoreError(
            f"The store has schema {version}, which is none of triaged's; name another database."
        ) from None


def _version(connection: Connection) -> str | None:
    """Return the schema's version; None for an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    newest: str | None = connection.scalar(text("SELECT max(version_num) FROM alembic_version"))
    return newest
