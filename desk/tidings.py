"""How the service is and whether anything happened, asked of the store now and then.

However many pages are open, the store is asked once in three seconds; one that tells when
something has happened (PostgreSQL) is asked then, but not oftener than once a second.
"""

import asyncio
from datetime import datetime, timedelta
from typing import Final

from desk.service import Service, look
from store.writer import Writer

_FRESH: Final = timedelta(seconds=3)
#: So many seconds lie between two answers to what is told: a backlog is not told letter by letter.
_PAUSE: Final = 1.0


class Tidings:
    """What was last heard, and when it was asked for."""

    def __init__(self) -> None:
        self._heard: Service | None = None
        self._asked: datetime | None = None
        self._asking = asyncio.Lock()
        self._news: asyncio.Future[None] | None = None

    async def hear(self, writer: Writer, now: datetime) -> Service:
        """Return how the service is, at most three seconds old."""
        async with self._asking:
            if self._heard is None or self._asked is None or now - self._asked >= _FRESH:
                self._heard = await writer.read(lambda ledger: look(ledger, now))
                self._asked = now
            return self._heard

    async def wait(self, writer: Writer, seconds: float) -> None:
        """Wait until something may have happened, at most so long; all who wait wait together."""
        if self._news is None or self._news.done():
            self._news = asyncio.ensure_future(self._listen(writer, seconds))
        # Who goes away leaves the others waiting.
        await asyncio.shield(self._news)

    async def _listen(self, writer: Writer, seconds: float) -> None:
        await asyncio.sleep(_PAUSE)
        if await writer.news(max(0.0, seconds - _PAUSE)):
            self.forget()

    def forget(self) -> None:
        """Ask anew: a person has just changed something."""
        self._asked = None
