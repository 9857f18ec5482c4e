"""The bell: looks at the service again and again, and tells people what needs one.

Promises: nothing of it stops anything else; what could not be sent is tried again; each alarm
stands in the log as an event too, so that an installation without a channel has them. What the
store is needed for while the store is down is remembered by the process alone.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Final, Protocol, TypeVar

from cases.alarms import Alarm, Audience, Level
from cases.episodes import Episode, follow, settle, take
from daemon.alarms.causes import find_own, find_shared
from daemon.alarms.channels import Channel, read_channels
from daemon.alarms.choice import choose
from daemon.alarms.message import Message, write_message
from daemon.alarms.pressing import find_digest, find_pressing
from daemon.config.alarms import Alarms, Alerts
from daemon.config.secrets import SecretError
from daemon.health.observation import Observation
from daemon.logs import logger
from desk.language import words_of
from store.protocol import StoreError
from store.writer import Writer

T = TypeVar("T")
Step = Callable[[tuple[Episode, ...]], tuple[Iterable[Episode], T]]

log = logger("alarms")

#: How often is looked, in seconds.
LOOK_EVERY: Final = 5.0


class _Diary(Protocol):
    """Where episodes are kept."""

    async def change(self, step: Step[T]) -> T:
        """Change them as ``step`` says; return its answer."""


class _Memory:
    """Kept by this process."""

    def __init__(self) -> None:
        self._known: tuple[Episode, ...] = ()

    async def change(self, step: Step[T]) -> T:
        """Change them."""
        known, answer = step(self._known)
        self._known = tuple(known)
        return answer


class _Kept:
    """Kept in the store, for all workers; raises ``StoreError``."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    async def change(self, step: Step[T]) -> T:
        """Change them."""
        return await self._writer(lambda ledger: ledger.alarms.change(step))


class Bell:
    """Looks and tells."""

    def __init__(
        self,
        observe: Callable[[], Awaitable[Observation]],
        writer: Writer,
        alarms: Alarms,
        alerts: Alerts,
    ) -> None:
        """Keep what is needed; channels are read by ``open``.

        Args:
            observe: looks at the service.
            writer: the store.
            alarms: what the operator is told.
            alerts: what agents are told.
        """
        self._observe = observe
        self._alarms = alarms
        self._alerts = alerts
        self._words = words_of(alerts.language)
        self._own, self._shared = _Memory(), _Kept(writer)
        self._channels: Mapping[Audience, Sequence[Channel]] = {}
        #: What the last look found, and by channel whether its last message failed.
        self.found: tuple[Alarm, ...] = ()
        self.failing: dict[str, bool] = {}

    async def run(self) -> None:
        """Look until cancelled."""
        await self.open()
        while True:
            await self.look()
            await asyncio.sleep(LOOK_EVERY)

    async def open(self) -> None:
        """Read where alarms are sent; what cannot be read is told and left out."""
        self._channels = {
            Audience.OPERATOR: await _open("alarms", self._alarms),
            Audience.AGENTS: await _open("alerts", self._alerts),
        }

    async def look(self) -> None:
        """Look once, and tell what is to be told."""
        seen = await self._observe()
        own = tuple(find_own(seen, self._alarms.disk_free))
        shared = tuple(self._find_shared(seen))
        self.found = (*own, *shared)
        now = seen.health.now
        await self._tell(self._own, own, now)
        if seen.outlook is not None:
            try:
                await self._tell(self._shared, shared, now)
            except StoreError as error:
                # The next look sees it and tells it.
                log.error("store.failed", problem=str(error))  # noqa: TRY400 - says all

    def _find_shared(self, seen: Observation) -> Iterable[Alarm]:
        yield from find_shared(seen, self._alarms.zone)
        alerts, now = self._alerts, seen.health.now
        # Where nobody of the queue is to be told, nothing is to be remembered either.
        if not alerts.urls or seen.outlook is None:
            return
        yield from find_pressing(seen.outlook, alerts.zone, self._words, now)
        if alerts.digest is not None:
            waiting, zone = seen.health.waiting, alerts.zone
            yield from find_digest(waiting, alerts.digest, zone, self._words, now)

    async def _tell(self, diary: _Diary, found: Sequence[Alarm], now: datetime) -> None:
        def begin(known: tuple[Episode, ...]) -> tuple[Iterable[Episode], tuple[Episode, ...]]:
            after = follow(known, found, now)
            return take(after, choose(after, self._alarms, self._alerts, now), now)

        mine = await diary.change(begin)
        for audience in Audience:
            told = [one for one in mine if one.kind.audience is audience]
            if told:
                reached = await self._send(audience, told, now)
                await diary.change(partial(_settle, told=told, now=now, reached=reached))

    async def _send(self, audience: Audience, told: Sequence[Episode], now: datetime) -> bool:
        """Write into the log and send; False where no channel took it."""
        for one in told:
            # What is tried again was written down the first time.
            if one.held_until is None:
                _write_down(one)
        table = self._alarms if audience is Audience.OPERATOR else self._alerts
        wanted = [one for one in told if one.kind.level.reaches(table.level)]
        desk = self._alerts.desk
        message = write_message(wanted, table.zone, self._words, now, desk)
        channels = self._channels.get(audience, ())
        if message is None or not channels:
            return True
        sent = await asyncio.gather(*(self._hand_over(one, message) for one in channels))
        return any(sent)

    async def _hand_over(self, channel: Channel, message: Message) -> bool:
        problem = await channel.send(message)
        self.failing[channel.name] = bool(problem)
        if problem:
            log.warning("channel.failed", channel=channel.name, problem=problem)
        return not problem


async def _open(table: str, receivers: Alarms | Alerts) -> tuple[Channel, ...]:
    """Return the channels of a table; where its addresses cannot be read, none."""
    try:
        return tuple(await asyncio.to_thread(lambda: [*read_channels(table, receivers.urls)]))
    except SecretError as error:
        log.error("channel.unusable", table=table, problem=str(error))  # noqa: TRY400 - says all
        return ()


def _settle(
    known: tuple[Episode, ...], *, told: Sequence[Episode], now: datetime, reached: bool
) -> tuple[Iterable[Episode], None]:
    return settle(known, told, now, reached=reached), None


def _write_down(one: Episode) -> None:
    kind, alarm = one.kind, one.alarm
    fields = {"kind": kind.id, "subject": alarm.subject, "case": alarm.case}
    if one.is_over:
        log.info("alarm.over", **fields)
        return
    tell = {Level.NOTE: log.info, Level.WARNING: log.warning, Level.ERROR: log.error}[kind.level]
    tell("alarm.raised", **fields, problem=alarm.sentence)
