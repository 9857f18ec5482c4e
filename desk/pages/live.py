"""A stream that says when to look again (server-sent events); it carries no case itself.

It ends after some minutes and the browser asks anew, so that a session that is over is noticed.
"""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Final

from starlette.responses import Response, StreamingResponse

from desk.desk import Desk
from desk.visit import Visit
from store.protocol import StoreError

_EVERY: Final = 3.0
_LASTS: Final = timedelta(minutes=5)


async def follow(desk: Desk, visit: Visit) -> Response:
    """Say "cases" whenever something has happened."""
    return StreamingResponse(_stream(desk, visit), media_type="text/event-stream")


async def _stream(desk: Desk, visit: Visit) -> AsyncIterator[str]:
    yield "retry: 5000\n\n"
    told = None
    while desk.clock() - visit.now < _LASTS:
        try:
            newest = (await desk.tidings.hear(desk.writer, desk.clock())).newest
        except StoreError:
            return
        if told is not None and newest != told:
            yield f"event: cases\ndata: {newest}\n\n"
        else:
            # So that a proxy does not take the silence for the end.
            yield ": \n\n"
        told = newest
        await desk.tidings.wait(desk.writer, _EVERY)
