"""Reads all encrypted words once a day, some at a time, and says how many do not open any more.

What is found is kept in the store, where the status, the figures and the alarms of every worker see
it. A plain store has nothing to look for.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from daemon.logs import logger
from store.encryption_protocol import Damage, Look
from store.protocol import Ledger
from store.writer import Writer

log = logger("soundness")

#: Between two handfuls of rows: a hundred thousand letters take an hour.
LOOK_EVERY: Final = timedelta(seconds=2)
#: From the end of one way through everything to the next.
_REST: Final = timedelta(days=1)


class Soundness:
    """Looks through what is encrypted."""

    def __init__(self, writer: Writer, worker: str, now: Callable[[], datetime]) -> None:
        """Begin at once, as ``worker``."""
        self._writer = writer
        self._worker = worker
        self._now = now
        self._look = Look()
        self._rests_until: datetime | None = None

    async def look(self) -> None:
        """Look at the next rows, unless it rests; raise ``StoreError``."""
        now = self._now()
        if self._rests_until is not None and now < self._rests_until:
            return
        look = self._look
        known, look = await self._writer.read(lambda ledger: _look_on(ledger, look))
        if look.is_over or look.found.count > known.count:
            await self._tell(known, look.found, now)
        self._look = Look() if look.is_over else look
        self._rests_until = now + _REST if look.is_over else None

    async def _tell(self, known: Damage, found: Damage, now: datetime) -> None:
        if found == known:
            return
        await self._writer(lambda ledger: ledger.encryption.keep_damage(found, self._worker, now))
        if found.count > known.count:
            log.error("words.damaged", words=found.count, places="; ".join(found.places))


def _look_on(ledger: Ledger, look: Look) -> tuple[Damage, Look]:
    if not ledger.encryption.state().names():
        look = Look(is_over=True)
    return ledger.encryption.damage(), ledger.encryption.look_on(look)
