"""From accepted to filed: judge what waits, in batches, and write down what comes of it.

Promises: every accepted letter ends filed, recorded or set aside (P2); a batch that fails is
halved until the bad letter stands alone, and only that one is counted as failed (P12).
"""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Final

from cases.clocks import limit_at
from cases.labels import Kind
from cases.values import Verdict
from daemon import clock
from daemon.knowledge import Knowledge
from daemon.logs import logger
from daemon.triage import Incoming, triage
from store.protocol import StoreError
from store.values import Accepted, Filed, Filing
from store.writer import Writer

log = logger("filing")

_BATCH: Final = 200


class Clerk:
    """Files what has been accepted."""

    def __init__(
        self,
        knowledge: Callable[[], Knowledge],
        writer: Writer,
        settle: timedelta,
        filed: Callable[[frozenset[str]], None],
    ) -> None:
        """Keep what is needed.

        Args:
            knowledge: gives the knowledge in use; it may be exchanged while letters flow.
            writer: the store.
            settle: how long an acknowledgement waits for further letters.
            filed: is called with the mailboxes of letters that were filed.
        """
        self._knowledge = knowledge
        self._writer = writer
        self._settle = settle
        self._filed = filed
        self._wake = asyncio.Event()

    def wake(self) -> None:
        """Letters were accepted."""
        self._wake.set()

    async def run(self) -> None:
        """File until cancelled."""
        while True:
            self._wake.clear()
            await self.drain()
            await self._wake.wait()

    async def drain(self) -> None:
        """File everything that waits now."""
        while waiting := await self._writer.read(lambda ledger: ledger.awaiting(_BATCH)):
            await self._file(waiting)
            self._filed(frozenset(one.mailbox for one in waiting))

    async def _file(self, letters: Sequence[Accepted]) -> None:
        log.debug("letters.judging", letters=len(letters))
        try:
            incoming = [
                Incoming(raw=one.raw, mailbox=one.mailbox, received=one.arrived) for one in letters
            ]
            verdicts = await asyncio.to_thread(triage, incoming, self._knowledge(), clock.now())
            log.debug("letters.judged", letters=len(letters))
            await self._write(letters, verdicts)
        except StoreError:
            # The store's fault is no letter's: everything stays as it is and is tried again.
            raise
        # The one place where any failure at all must cost no more than one letter.
        except Exception as error:  # noqa: BLE001
            await self._divide(letters, error)

    async def _write(self, letters: Sequence[Accepted], verdicts: Sequence[Verdict]) -> None:
        now = clock.now()
        filings = [
            Filing(
                letter=one.letter,
                verdict=verdict,
                limit_at=_limit(verdict),
                not_before=now + self._settle,
                not_after=now + 2 * self._settle,
            )
            for one, verdict in zip(letters, verdicts, strict=True)
        ]
        log.debug("letters.filing", letters=len(letters))
        for filed in await self._writer(lambda ledger: ledger.file(filings, now)):
            _tell(filed)
        log.debug("letters.filed", letters=len(letters))

    async def _divide(self, letters: Sequence[Accepted], error: Exception) -> None:
        if len(letters) > 1:
            middle = len(letters) // 2
            await self._file(letters[:middle])
            await self._file(letters[middle:])
            return
        # The class, not the words: an exception's text can repeat the letter's (P11).
        letter, reason = letters[0].letter, type(error).__name__
        aside = await self._writer(lambda ledger: ledger.fail(letter, reason, clock.now()))
        log.error("letter.set-aside" if aside else "letter.failed", letter=letter, problem=reason)


def _limit(verdict: Verdict) -> datetime | None:
    """Return the marketplace's limit for this letter; a letter nobody waits for has none."""
    if verdict.letter.kind is not Kind.BUYER or verdict.triage.main == "spam":
        return None
    if verdict.triage.main == "thanks" and verdict.letter.marketplace is None:
        return None
    return limit_at(verdict.letter.marketplace, verdict.received)


def _tell(filed: Filed) -> None:
    log.info(
        "letter.filed",
        letter=filed.letter,
        case=filed.case,
        why=filed.why,
        acknowledgement=filed.acknowledgement,
    )
