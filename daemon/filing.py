"""From accepted to filed: judge what waits, in batches, and write down what comes of it.

Promises: every accepted letter ends filed, recorded or set aside (P2); a batch that fails is
halved until the bad letter stands alone, and only that one is counted as failed (P12). It is
tried again after a minute and after ten more, so that a fault that passes sets nothing aside.

A letter may also end the process: a fault in a C library, a lack of memory. What is judged is
therefore written down first, and the next process judges what was in hand one by one until the
guilty letter is set aside (store/hands.py); letters nobody suspects go before it. A hang becomes
such an end. After a minute ``letter.slow`` is told, but a thread cannot be stopped, and C code
that keeps the interpreter (an endless regular expression) stops the whole process, the telling
too: no mail is read or sent meanwhile. After two minutes a timer that needs no interpreter
writes where it hangs to standard error and ends the process with code 1; what supervises the
service must start it again.
"""

import asyncio
import faulthandler
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import groupby
from typing import Final

from cases.clocks import limit_at
from cases.labels import FOREMOST, Kind
from cases.values import Verdict
from daemon import clock
from daemon.knowledge import Knowledge
from daemon.logs import logger
from daemon.triage import Incoming, triage
from store.intake_values import Accepted, Filed, Filing
from store.protocol import Ledger, StoreError
from store.writer import Writer

log = logger("filing")

_BATCH: Final = 200
#: Judging a batch takes a second; after this long people are told, after the next it hangs.
_SLOW: Final = timedelta(minutes=1)
_HANG: Final = timedelta(minutes=2)

#: Standard error, whatever stands in sys.stderr by then.
_STDERR: Final = 2

#: What judges letters, as ``triage`` does.
Judge = Callable[[Sequence[Incoming], Knowledge, datetime], Sequence[Verdict]]


class Clerk:
    """Files what has been accepted."""

    def __init__(
        self,
        knowledge: Callable[[], Knowledge],
        writer: Writer,
        settle: timedelta,
        filed: Callable[[frozenset[str]], None],
        *,
        judge: Judge = triage,
        slow: timedelta = _SLOW,
        hang: timedelta = _HANG,
        now: Callable[[], datetime] = clock.now,
    ) -> None:
        """Keep what is needed.

        Args:
            knowledge: gives the knowledge in use; it may be exchanged while letters flow.
            writer: the store.
            settle: how long an acknowledgement waits for further letters.
            filed: is called with the mailboxes of letters that were filed.
            judge: the pipeline.
            slow: after this long over one batch ``letter.slow`` is told.
            hang: after this long over one batch the process is ended.
            now: the clock.
        """
        self._now = now
        self._knowledge = knowledge
        self._writer = writer
        self._settle = settle
        self._filed = filed
        self._judge = judge
        self._slow = slow.total_seconds()
        self._hang = hang.total_seconds()
        self._blamed = False
        self._wake = asyncio.Event()

    def wake(self) -> None:
        """Letters were accepted."""
        self._wake.set()

    async def run(self) -> None:
        """File until cancelled."""
        while True:
            self._wake.clear()
            await self.drain()
            await self._sleep()

    async def _sleep(self) -> None:
        """Wait for letters, or until one that failed is to be tried again."""
        again = await self._writer.read(lambda ledger: ledger.retry_at())
        pause = None if again is None else max((again - self._now()).total_seconds(), 0)
        with suppress(TimeoutError):
            await asyncio.wait_for(self._wake.wait(), pause)

    async def drain(self) -> None:
        """File everything that waits now."""
        if not self._blamed:
            await self._blame()
        while waiting := await self._writer.read(
            lambda ledger: ledger.awaiting(_BATCH, self._now())
        ):
            for one in waiting:
                if one.lost:
                    await self._fail(one.letter, "body lost")
            for batch in _batches([one for one in waiting if not one.lost]):
                await self._file(batch)
            self._filed(frozenset(one.mailbox for one in waiting))

    async def _blame(self) -> None:
        """Find out what the last process had in hand when it ended."""
        ended = await self._writer(lambda ledger: ledger.blame(self._now()))
        self._blamed = True
        if ended:
            log.warning("letters.interrupted", letters=len(ended))
        for one in ended:
            if one.aside:
                log.error(
                    "letter.set-aside", letter=one.letter, problem="judging ended the process"
                )

    async def _file(self, letters: Sequence[Accepted]) -> None:
        try:
            taken = [one.letter for one in letters]
            await self._writer(lambda ledger: ledger.take(taken, self._now()))
            log.debug("letters.judging", letters=len(letters))
            verdicts = await self._judged(letters)
            log.debug("letters.judged", letters=len(letters))
            await self._write(letters, verdicts)
        except StoreError:
            # The store's fault is no letter's: everything stays as it is and is tried again.
            raise
        # The one place where any failure at all must cost no more than one letter.
        except Exception as error:  # noqa: BLE001
            await self._divide(letters, error)

    async def _judged(self, letters: Sequence[Accepted]) -> Sequence[Verdict]:
        incoming = [
            Incoming(raw=one.raw, mailbox=one.mailbox, received=one.arrived) for one in letters
        ]
        slow = asyncio.get_running_loop().call_later(self._slow, _tell_slow, letters)
        try:
            return await asyncio.to_thread(self._watched, incoming, self._knowledge(), self._now())
        finally:
            slow.cancel()

    def _watched(
        self, incoming: Sequence[Incoming], knowledge: Knowledge, now: datetime
    ) -> Sequence[Verdict]:
        """Judge, or end the process; the timer is this thread's, so that a stop leaves it armed."""
        faulthandler.dump_traceback_later(self._hang, exit=True, file=_STDERR)
        try:
            return self._judge(incoming, knowledge, now)
        finally:
            faulthandler.cancel_dump_traceback_later()

    async def _write(self, letters: Sequence[Accepted], verdicts: Sequence[Verdict]) -> None:
        now = self._now()
        filings = [
            Filing(
                letter=one.letter,
                verdict=verdict,
                limit_at=limit_of(verdict),
                not_before=now + self._settle,
                not_after=now + 2 * self._settle,
            )
            for one, verdict in zip(letters, verdicts, strict=True)
        ]
        log.debug("letters.filing", letters=len(letters))
        for filed, verdict in zip(
            await self._writer(lambda ledger: ledger.file(filings, now)), verdicts, strict=True
        ):
            _tell(filed, verdict)
        log.debug("letters.filed", letters=len(letters))

    async def _divide(self, letters: Sequence[Accepted], error: Exception) -> None:
        if len(letters) > 1:
            middle = len(letters) // 2
            await self._file(letters[:middle])
            await self._file(letters[middle:])
            return
        # The class, not the words: an exception's text can repeat the letter's (P11).
        await self._fail(letters[0].letter, type(error).__name__)

    async def _fail(self, letter: int, reason: str) -> None:
        now = self._now()

        def work(ledger: Ledger) -> bool:
            # It is in hand no more: a process that ends while it waits has not ended over it.
            ledger.take((), now)
            return ledger.fail(letter, reason, now)

        aside = await self._writer(work)
        log.error("letter.set-aside" if aside else "letter.failed", letter=letter, problem=reason)


def _batches(letters: Sequence[Accepted]) -> Iterator[Sequence[Accepted]]:
    """Part letters, in their order, so that each over which a process has ended is alone."""
    for suspected, together in groupby(letters, key=lambda one: one.deaths > 0):
        if suspected:
            yield from ([one] for one in together)
        else:
            yield list(together)


def limit_of(verdict: Verdict) -> datetime | None:
    """Return the marketplace's limit for this letter; a letter nobody waits for has none."""
    if verdict.letter.kind is not Kind.BUYER or verdict.triage.main == "spam":
        return None
    if verdict.triage.main == "thanks" and verdict.letter.marketplace is None:
        return None
    return limit_at(verdict.letter.marketplace, verdict.received)


def _tell(filed: Filed, verdict: Verdict) -> None:
    log.info(
        "letter.filed",
        letter=filed.letter,
        case=filed.case,
        why=filed.why,
        acknowledgement=filed.acknowledgement,
    )
    if verdict.triage.main in FOREMOST and filed.case is not None:
        log.warning("letter.grave", letter=filed.letter, case=filed.case, tag=verdict.triage.main)


def _tell_slow(letters: Sequence[Accepted]) -> None:
    log.warning("letter.slow", letter=letters[0].letter, letters=len(letters))
