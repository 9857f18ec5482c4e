"""Serving the desk: what the configuration says of it, joined with the store.

The desk takes what it needs as arguments and knows neither mailboxes nor their passwords.
"""

import asyncio
import contextlib
import gc
import socket
from collections.abc import Callable
from typing import Final

from daemon import clock
from daemon.config.stored import Desk as DeskTable
from daemon.exits import CommandError
from daemon.logs import logger
from daemon.web import server
from desk.application import build
from desk.desk import Desk, Settings
from desk.stationery import Stationery
from store.writer import Writer

log = logger("desk")

#: Before a port that is taken is tried again inside ``run``, in seconds.
_RETRY: Final = 30.0
_LOOPBACK: Final = ("127.0.0.1", "localhost", "[::1]", "::1")


def address_of(table: DeskTable) -> str:
    """Return the address to open in a browser."""
    scheme = "https" if table.certificate else "http"
    host = f"[{table.address}]" if ":" in table.address else table.address
    return f"{scheme}://{host}:{table.port}/"


def bind(table: DeskTable) -> socket.socket:
    """Return the socket on which the desk listens; raise ``CommandError`` where it cannot."""
    return server.bind(table.address, table.port, "desk")


async def serve(
    listening: socket.socket,
    table: DeskTable,
    writer: Writer,
    stop: asyncio.Event,
    *,
    stationery: Callable[[], Stationery],
) -> None:
    """Serve on a socket of ``bind`` until ``stop``; ``stationery`` gives what shops write on."""
    application = build(
        Desk(
            writer=writer,
            clock=clock.now,
            stationery=stationery,
            settings=Settings(
                hosts=(*_LOOPBACK, table.address, *table.hosts),
                secure=table.certificate is not None or table.behind_tls,
                second_factor=table.second_factor == "required",
                zone=table.zone,
            ),
        )
    )
    # What is loaded by now stays. The garbage collector would walk all of it again and again, and
    # hold up one page in twenty for a tenth of a second and more.
    gc.freeze()
    log.info("desk.started", address=address_of(table))
    await server.serve(application, listening, stop, certificate=table.certificate, key=table.key)


async def keep_serving(
    table: DeskTable, writer: Writer, stop: asyncio.Event, *, stationery: Callable[[], Stationery]
) -> None:
    """Serve inside the service: a port that is taken disturbs nothing else and is tried again."""
    while not stop.is_set():
        try:
            await serve(bind(table), table, writer, stop, stationery=stationery)
        except CommandError as error:
            log.error("desk.failed", problem=str(error), retry_seconds=_RETRY)  # noqa: TRY400
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), _RETRY)
