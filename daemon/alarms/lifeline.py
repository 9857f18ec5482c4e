"""The lifeline: an address is asked for while all is well, so that somebody notices the silence.

A service that watches such addresses (a dead man's switch) raises the alarm when this machine is
gone, which nothing on this machine can. Nothing is sent but the request itself, and the address,
which holds a key, stands in no log (P11).
"""

import asyncio
import http.client
import urllib.error
import urllib.request
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlsplit

from daemon import clock
from daemon.config.secrets import SecretError, SecretSource
from daemon.health.health import Health, problems
from daemon.logs import logger

log = logger("lifeline")

#: How often is looked whether there is something to say, in seconds.
_GLANCE: Final = 2.0
#: How long the other side may take, in seconds.
_PATIENCE: Final = 10.0


class Lifeline:
    """Asks for the address after each round in which every mailbox was read."""

    def __init__(
        self, measure: Callable[[], Awaitable[Health]], source: SecretSource, every: timedelta
    ) -> None:
        """Keep what is needed.

        Args:
            measure: tells how the service is.
            source: where the address is kept.
            every: how often it is asked for at most.
        """
        self._measure = measure
        self._source = source
        self._every = every
        #: When it was asked for last, and of which round.
        self._asked_at: datetime | None = None
        self._round: datetime | None = None
        #: Why the last request failed; "" where it did not.
        self.problem = ""

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            await self.look()
            await asyncio.sleep(_GLANCE)

    async def look(self) -> None:
        """Ask for the address where a round has ended since the last time and nothing is wrong."""
        now = clock.now()
        if self._asked_at is not None and now - self._asked_at < self._every:
            return
        health = await self._measure()
        if problems(health) or health.read_at in {None, self._round}:
            return
        self._asked_at, self._round = now, health.read_at
        problem = await asyncio.to_thread(_ask, self._source)
        # Told when it changes, and not each minute.
        if problem and problem != self.problem:
            log.warning("ping.failed", problem=problem)
        self.problem = problem


def _ask(source: SecretSource) -> str:
    """Ask once; return "" or a sentence that says what went wrong and not where."""
    try:
        address = source.read()
        if urlsplit(address).scheme not in {"http", "https"}:
            return "the address of the ping is none that begins with https:// or http://"
        with urllib.request.urlopen(address, timeout=_PATIENCE):  # noqa: S310 - scheme just looked at
            return ""
    except SecretError as error:
        return str(error)
    except urllib.error.HTTPError as error:
        return f"the ping was answered with {error.code}"
    except (OSError, ValueError, http.client.HTTPException) as error:
        return f"the ping failed ({type(error).__name__})"
