"""How the service is and whether anything happened, asked of the store now and then.

However many pages are open, the store is asked once in three seconds.
"""

import asyncio
from datetime import datetime, timedelta
from typing import Final

from desk.service import Service, look
from store.writer import Writer

_FRESH: Final = timedelta(seconds=3)


class Tidings:
    """What was last heard, and when it was asked for."""

    def __init__(self) -> None:
        self._heard: Service | None = None
        self._asked: datetime | None = None
        self._asking = asyncio.Lock()

    async def hear(self, writer: Writer, now: datetime) -> Service:
        """Return how the service is, at most three seconds old."""
        async with self._asking:
            if self._heard is None or self._asked is None or now - self._asked >= _FRESH:
                self._heard = await writer.read(lambda ledger: look(ledger, now))
                self._asked = now
            return self._heard

    def forget(self) -> None:
        """Ask anew: a person has just changed something."""
        self._asked = None
