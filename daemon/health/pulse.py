"""The signs of life of a running service: to systemd, and into the store.

The watchdog is fed by the loop that does the work, and only after that loop has reached the store
through the one writer everything goes through: a loop or a store that hangs ends in a restart,
while one that answers with a fault does not, because starting again would mend nothing.
"""

import asyncio
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from daemon import clock
from daemon.health.health import BEAT_EVERY, Health, ask, summarise
from daemon.health.notify import Notifier
from daemon.health.observation import Observation, complete
from daemon.login import outlook
from daemon.logs import logger
from daemon.parts import Parts
from store.protocol import StoreError
from store.values import Beat

log = logger("pulse")

#: How often the line beside the unit is told anew, in seconds.
_STATUS_EVERY: Final = 5.0
#: How long the store may take to hear that this worker stops, in seconds.
_LAST_WORD: Final = 2.0


class Pulse:
    """Says how the parts are."""

    def __init__(self, parts: Parts, notifier: Notifier, remark: Callable[[], str]) -> None:
        """Keep the parts, whom to tell, and what gives a further remark; "" is none."""
        self._parts = parts
        self._remark = remark
        self._notifier = notifier
        watchdog = notifier.watchdog
        self._pause = min(
            _STATUS_EVERY, watchdog.total_seconds() / 3 if watchdog else _STATUS_EVERY
        )
        #: When the store was told last, and of what: trouble, and the first look into
        #: Sent, do not wait.
        self._beaten_at = clock.now() - BEAT_EVERY
        self._told: tuple[tuple[str, str, bool], ...] = ()

    async def run(self) -> None:
        """Beat until cancelled."""
        while True:
            await self.beat()
            await asyncio.sleep(self._pause)

    async def beat(self) -> None:
        """Tell once how everything is."""
        health = await self.measure()
        now, beats = health.now, health.beats
        if not health.store_problem and (
            now - self._beaten_at >= BEAT_EVERY or _news(beats) != self._told
        ):
            worker = self._parts.config.worker
            try:
                await self._parts.writer(lambda ledger: ledger.beat(worker, beats, now))
            except StoreError as error:
                health = replace(health, store_problem=str(error))
            else:
                self._beaten_at, self._told = now, _news(beats)
        self._notifier.status("; ".join(filter(None, (summarise(health), self._remark()))))
        self._notifier.alive()

    async def end(self) -> None:
        """Say that this worker was told to stop, so that nobody looks for it."""
        worker, now = self._parts.config.worker, clock.now()
        last = [replace(beat, stopped=True) for beat in self.look()]
        # A store that is down keeps nobody from stopping: then the silence is noticed.
        with suppress(StoreError, TimeoutError):
            async with asyncio.timeout(_LAST_WORD):
                await self._parts.writer(lambda ledger: ledger.beat(worker, last, now))

    async def measure(self) -> Health:
        """Return how the service is now."""
        health = await self._begin()
        try:
            return await self._parts.writer.read(lambda ledger: ask(ledger, health))
        except StoreError as error:
            return replace(health, store_problem=str(error))

    async def observe(self, *, count: bool = False) -> Observation:
        """Return all that a look at the service sees; ``count`` as in ``observation.complete``."""
        config = self._parts.config
        seen = Observation(
            worker=config.worker,
            health=await self._begin(),
            model=self._parts.succession.knowledge.model.name,
            disk_free=await asyncio.to_thread(_room, config.state_folder),
            refused=self._remark(),
        )
        try:
            return await self._parts.writer.read(
                lambda ledger: complete(ledger, seen, config.alerts.before, count=count)
            )
        except StoreError as error:
            return replace(seen, health=replace(seen.health, store_problem=str(error)))

    async def _begin(self) -> Health:
        config, now = self._parts.config, clock.now()
        logins = await asyncio.to_thread(outlook.look, config, now)
        outdated = self._parts.succession.knowledge.outdated
        return Health(
            now=now,
            beats=self.look(),
            poll=config.poll,
            logins=logins,
            outdated=str(outdated) if outdated else "",
        )

    def look(self) -> tuple[Beat, ...]:
        """Return how each mailbox is, by its inbox and its sender."""
        now, parts = clock.now(), self._parts
        sent = {watch.mailbox: watch.read_at for watch in parts.sents}
        return tuple(
            Beat(
                worker=parts.config.worker,
                mailbox=watch.mailbox,
                at=now,
                read_at=watch.read_at,
                sent_read_at=sent.get(watch.mailbox),
                inbox_problem=watch.problem,
                sender_problem=parts.dispatchers[watch.mailbox].problem or "",
            )
            for watch in parts.inboxes
        )


def _room(folder: Path) -> int | None:
    """Return how many bytes are free at ``folder``."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def _news(beats: Iterable[Beat]) -> tuple[tuple[str, str, bool], ...]:
    return tuple(
        (beat.inbox_problem, beat.sender_problem, beat.sent_read_at is None) for beat in beats
    )
