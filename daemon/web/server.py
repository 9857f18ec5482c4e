"""Serving an ASGI application inside this process: the socket, TLS, and the end.

Nothing is logged of a request, whose address may name an order.
"""

import asyncio
import contextlib
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import uvicorn

from daemon.exits import CommandError, Exit

#: How long open requests may take when the server is told to stop, in seconds.
_GRACE: Final = 3
#: Beyond these, requests are refused with 503.
_AT_ONCE: Final = 200


class _Server(uvicorn.Server):
    """Leaves the signals to the process around it."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


def bind(address: str, port: int, whose: str) -> socket.socket:
    """Return a listening socket; raise ``CommandError``, with the table ``whose`` it is, else."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((address, port))
        # From here on who connects is answered as soon as the application stands.
        made.listen()
    except OSError as error:
        made.close()
        raise CommandError(
            f"the {whose} cannot listen on {address}:{port} ({error.strerror}); "
            f"name another address or port under [{whose}]",
            Exit.UNAVAILABLE,
        ) from None
    return made


async def serve(
    application: Any,  # noqa: ANN401 - any ASGI application
    listening: socket.socket,
    stop: asyncio.Event,
    *,
    certificate: Path | None = None,
    key: Path | None = None,
) -> None:
    """Serve on a socket of ``bind`` until ``stop``; the socket is closed at the end."""
    server = _Server(
        uvicorn.Config(
            application,
            lifespan="off",
            loop="none",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            limit_concurrency=_AT_ONCE,
            timeout_graceful_shutdown=_GRACE,
            ssl_certfile=certificate,
            ssl_keyfile=key,
        )
    )
    with contextlib.closing(listening):
        serving = asyncio.create_task(server.serve([listening]))
        waiting = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait({serving, waiting}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            server.should_exit = True
            waiting.cancel()
            await serving
