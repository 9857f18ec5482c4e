"""What a monitoring system asks the service over HTTP: alive, ready, figures.

``/-/healthy`` answers as long as the loop turns, ``/-/ready`` with 503 and the reasons while
something keeps it from its work, ``/metrics`` with figures. Nothing of it is secret, and nothing of
it is meant for the world: it listens where the configuration says, by default nowhere.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from typing import Final

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from daemon.config.config import Watching
from daemon.exits import CommandError
from daemon.health.health import problems
from daemon.health.metrics import write_metrics
from daemon.health.observation import Observation
from daemon.logs import logger
from daemon.web import server

log = logger("watching")

#: Before a port that is taken is tried again, in seconds.
_RETRY: Final = 30.0
_TEXT: Final = "text/plain; version=0.0.4; charset=utf-8"

#: Returns how the service is.
Look = Callable[[], Awaitable[Observation]]


def build(look: Look) -> Starlette:
    """Return the application that answers from what ``look`` returns."""

    async def healthy(_: Request) -> Response:
        return JSONResponse({"healthy": True})

    async def ready(_: Request) -> Response:
        told = problems((await look()).health)
        body = {"ready": not told, "problems": list(told)}
        return JSONResponse(body, status_code=503 if told else 200)

    async def metrics(_: Request) -> Response:
        return Response(write_metrics(await look()), media_type=_TEXT)

    return Starlette(
        routes=[
            Route("/-/healthy", healthy),
            Route("/-/ready", ready),
            Route("/metrics", metrics),
        ]
    )


async def keep_watching(table: Watching, look: Look, stop: asyncio.Event) -> None:
    """Serve inside the service: a port that is taken disturbs nothing else and is tried again."""
    while not stop.is_set():
        try:
            await server.serve(
                build(look), server.bind(table.address, table.port, "watching"), stop
            )
        except CommandError as error:
            log.error("watching.failed", problem=str(error), retry_seconds=_RETRY)  # noqa: TRY400
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), _RETRY)
