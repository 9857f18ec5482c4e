"""News: whoever waits for something to happen hears it at once on PostgreSQL (LISTEN, NOTIFY).

It is told once a transaction that recorded events is committed, in a transaction of its own: a
NOTIFY within would make all commits of the server wait for each other. A process tells at most
twice a second, and what it tells can be lost with a connection, so whoever listens asks now and
then all the same. On SQLite nothing is told. ``wait`` raises ``StoreError`` where the server
cannot be asked; the next one connects again.
"""

from contextlib import suppress
from hashlib import sha256
from time import monotonic
from typing import Final

from sqlalchemy import Connection, Engine, func, select, text
from sqlalchemy.exc import SQLAlchemyError

from store.errors import StoreError
from store.faults import show

#: Not oftener is anything told, in seconds.
_PAUSE: Final = 0.5


class News:
    """What is told and heard of one seller."""

    def __init__(self, engine: Engine, seller: str) -> None:
        self._engine = engine
        self._channel = f"triaged_{sha256(seller.encode()).hexdigest()[:16]}"
        self._told = -_PAUSE
        self._heard: Connection | None = None

    def tell(self) -> None:
        """Say that something has happened; who cannot hear it asks."""
        if self._engine.dialect.name == "sqlite" or monotonic() - self._told < _PAUSE:
            return
        self._told = monotonic()
        with suppress(SQLAlchemyError), self._autocommitting() as connection:
            connection.execute(select(func.pg_notify(self._channel, "")))

    def wait(self, seconds: float) -> bool | None:
        """Wait so long for news, as ``store.protocol.Store.news`` says.

        Raises:
            StoreError: the server does not tell; the next call listens anew.
        """
        if self._engine.dialect.name == "sqlite":
            return None
        # Nobody on SQLite has the driver.
        from psycopg import Connection as Driver  # noqa: PLC0415
        from psycopg import Error  # noqa: PLC0415

        try:
            if self._heard is None:
                self._heard = self._autocommitting()
                self._heard.execute(text(f"LISTEN {self._channel}"))
                # Something may have happened before.
                return True
            driver = self._heard.connection.driver_connection
            assert isinstance(driver, Driver)  # noqa: S101 - the dialect says so
            return any(True for _ in driver.notifies(timeout=seconds, stop_after=1))
        except (SQLAlchemyError, Error) as error:
            self.close()
            raise StoreError(
                f"The store {show(self._engine.url)} does not say what is new."
            ) from error

    def close(self) -> None:
        """End the connection that listens."""
        heard, self._heard = self._heard, None
        if heard is not None:
            # It still listens: nobody else is to get it.
            heard.invalidate()
            heard.close()

    def _autocommitting(self) -> Connection:
        return self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
