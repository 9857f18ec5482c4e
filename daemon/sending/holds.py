"""What holds acknowledgements back at present, as the store says: pauses, mode and the brake.

Looks every two seconds, so that a pause and its end work within five in every worker, whoever
said so and from whichever process. A pause by the brake or by a breaker is told as an error,
because a person must look; what it holds stays due (P3).
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Final

from cases.brake import Brake
from cases.modes import ModeChange
from cases.pauses import BRAKE, BREAKER, EVERYTHING, Pause, Subject
from daemon.logs import logger
from daemon.moments import iso
from store.protocol import Ledger
from store.writer import Writer

log = logger("holds")

#: How often is looked.
LOOK_EVERY: Final = timedelta(seconds=2)
#: How often the busiest hour is sought again.
_COMPARE_EVERY: Final = timedelta(minutes=10)
_HOUR: Final = timedelta(hours=1)
#: The setting that says since when a person has let the brake go.
BRAKE_SETTING: Final = "brake"


class Holds:
    """Follows what is held back, and brakes."""

    def __init__(
        self,
        brake: Brake,
        writer: Writer,
        changed: Callable[[], None],
        now: Callable[[], datetime],
    ) -> None:
        """Keep what is needed.

        Args:
            brake: where the brake grips.
            writer: the store.
            changed: is called when something may leave that could not before, or the reverse.
            now: the clock.
        """
        self._brake = brake
        self._writer = writer
        self._changed = changed
        self._now = now
        #: By subject and who holds it.
        self._paused: dict[tuple[Subject, str], Pause] = {}
        self._mode: ModeChange | None = None
        self._compared: datetime | None = None
        #: At most so many an hour by all mailboxes together; None is without end.
        self.ceiling: int | None = None
        #: Since when they are counted; None is the whole hour.
        self.counted_from: datetime | None = None

    async def look(self) -> None:
        """Look once; raise ``StoreError``."""
        now = self._now()
        await self._compare(now)
        former = self._mode
        paused, said, released = await self._writer.read(lambda ledger: _read(ledger, former, now))
        self.counted_from = None if released is None else datetime.fromisoformat(released)
        since = max(now - _HOUR, self.counted_from or now - _HOUR)
        sent = await self._writer.read(lambda ledger: ledger.sent_since(since))
        if self.ceiling is not None and sent >= self.ceiling and not _has_brake(paused):
            why = f"{sent} within an hour, where at most {self.ceiling} can be right"
            pause = Pause(subject=EVERYTHING, since=now, who=BRAKE, why=why)
            await self._writer(lambda ledger: ledger.pause(pause))
            paused = (*paused, pause)
        self._follow(paused, said)

    async def _compare(self, now: datetime) -> None:
        if self._compared is not None and now - self._compared < _COMPARE_EVERY:
            return
        volume = await self._writer.read(lambda ledger: ledger.volume(now))
        self.ceiling = self._brake.ceiling(volume, now)
        self._compared = now

    def _follow(self, paused: Sequence[Pause], said: Sequence[ModeChange]) -> None:
        known, self._paused = self._paused, {(one.subject, one.who): one for one in paused}
        for who, pause in self._paused.items():
            if who not in known:
                # Without an end in sight and not by a person: somebody must look.
                tell = log.error if pause.who in {BRAKE, BREAKER} else log.info
                tell("sending.paused", subject=str(pause.subject), who=pause.who, problem=pause.why)
        before, after = ({subject for subject, _ in held} for held in (known, self._paused))
        for subject in sorted(before - after):
            log.info("sending.resumed", subject=str(subject))
        for mode in said:
            former, self._mode = self._mode, mode
            if former is not None and str(mode.permit) != str(former.permit):
                log.info(
                    "mode.changed",
                    mode=str(mode.permit),
                    before=str(former.permit),
                    who=mode.who,
                    since=iso(mode.at),
                )
        if known.keys() != self._paused.keys() or said:
            self._changed()


def _read(
    ledger: Ledger, former: ModeChange | None, now: datetime
) -> tuple[tuple[Pause, ...], Sequence[ModeChange], str | None]:
    return ledger.pauses(now), _said_since(ledger, former), ledger.setting(BRAKE_SETTING)


def _said_since(ledger: Ledger, former: ModeChange | None) -> Sequence[ModeChange]:
    """Return what was said of the mode since the ``former`` look, also what was taken back."""
    present = ledger.mode_said()
    if present is None or present == former:
        return ()
    history = ledger.mode_history() if former is not None else ()
    places = [place for place, one in enumerate(history) if one == former]
    # The first look, or a store whose history does not know what was seen: what holds now.
    return history[places[-1] + 1 :] if places else (present,)


def _has_brake(paused: Sequence[Pause]) -> bool:
    return any(one.subject == EVERYTHING for one in paused)
