"""The ledger: the protocol's words, each bound to the module of its table."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from cases.states import AckEvent
from store import acknowledgements, cases, claims, filing, hands, letters, queue, settings
from store import places as place_table
from store.transaction import Transaction
from store.values import (
    Accepted,
    AckView,
    Arrival,
    CaseView,
    Claim,
    Counts,
    Cursor,
    Dispatch,
    Filed,
    Filing,
    Interrupted,
    QueueRow,
    Recovery,
    Unmarked,
)


class SqlLedger:
    """``store.protocol.Ledger`` on one transaction; each method is documented there."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def accept(self, arrivals: Sequence[Arrival], cursor: Cursor | None, now: datetime) -> int:
        """Keep letters and their places, move the cursor."""
        return place_table.accept(self._tx, arrivals, cursor, now)

    def cursor(self, mailbox: str, folder: str) -> Cursor | None:
        """Say how far a folder was read."""
        return place_table.cursor_of(self._tx, mailbox, folder)

    def known_uids(self, mailbox: str, folder: str, uidvalidity: int) -> frozenset[int]:
        """List what is known of a folder."""
        return place_table.known_uids(self._tx, mailbox, folder, uidvalidity)

    def unknown_uids(
        self, mailbox: str, folder: str, uidvalidity: int, uids: Sequence[int]
    ) -> list[int]:
        """List what is not known of a folder."""
        return place_table.unknown_uids(self._tx, mailbox, folder, uidvalidity, uids)

    def awaiting(self, limit: int) -> tuple[Accepted, ...]:
        """Hand out letters to be read."""
        return letters.awaiting(self._tx, limit)

    def take(self, taken: Sequence[int], now: datetime) -> None:
        """Remember what is in hand."""
        hands.take(self._tx, taken, now)

    def blame(self, now: datetime) -> tuple[Interrupted, ...]:
        """Count the last process's end."""
        return hands.blame(self._tx, now)

    def file(self, filings: Sequence[Filing], now: datetime) -> tuple[Filed, ...]:
        """File letters."""
        return filing.file(self._tx, filings, now)

    def fail(self, letter: int, reason: str, now: datetime) -> bool:
        """Count a failure."""
        return letters.fail(self._tx, letter, reason, now)

    def unmarked(self, mailbox: str, folder: str, limit: int) -> tuple[Unmarked, ...]:
        """List what a server does not show yet."""
        return place_table.unmarked(self._tx, mailbox, folder, limit)

    def mark(self, places: Sequence[int], now: datetime) -> None:
        """Remember what a server shows."""
        del now
        place_table.mark(self._tx, places)

    def claim(
        self,
        worker: str,
        mailboxes: Sequence[str],
        limit: int,
        lease: timedelta,
        now: datetime,
    ) -> tuple[Claim, ...]:
        """Take due acknowledgements."""
        return claims.claim(
            self._tx, worker=worker, mailboxes=mailboxes, limit=limit, lease=lease, now=now
        )

    def next_due(self, mailboxes: Sequence[str]) -> datetime | None:
        """Say when the next may leave."""
        return claims.next_due(self._tx, mailboxes)

    def stranded(self, mailboxes: Sequence[str]) -> dict[str, int]:
        """Count what nobody will send."""
        return claims.stranded(self._tx, mailboxes)

    def begin(self, ack: int, fence: int, dispatch: Dispatch, now: datetime) -> bool:
        """Go to ``sending``."""
        return acknowledgements.begin(self._tx, ack, fence, dispatch, now)

    def settle(
        self,
        ack: int,
        fence: int,
        event: AckEvent,
        now: datetime,
        *,
        reason: str | None = None,
        code: int | None = None,
        not_before: datetime | None = None,
    ) -> bool:
        """Write down how it ended."""
        return acknowledgements.settle(
            self._tx, ack, fence, event, now, reason=reason, code=code, not_before=not_before
        )

    def recover(self, worker: str, now: datetime) -> Recovery:
        """Put right what a crash left."""
        return acknowledgements.recover(self._tx, worker, now)

    def queue(self, now: datetime, limit: int) -> tuple[QueueRow, ...]:
        """List open cases."""
        return queue.first_served(self._tx, now, limit)

    def case(self, case: int, now: datetime) -> CaseView | None:
        """Show a case."""
        return queue.view(self._tx, case, now)

    def acks(self, limit: int) -> tuple[AckView, ...]:
        """List acknowledgements."""
        return acknowledgements.newest(self._tx, limit)

    def counts(self) -> Counts:
        """Count."""
        return Counts(
            letters=letters.count(self._tx),
            cases=cases.count(self._tx),
            acks=acknowledgements.count(self._tx),
        )

    def setting(self, name: str) -> str | None:
        """Read a setting."""
        return settings.get(self._tx, name)

    def set_default(self, name: str, value: str, who: str, now: datetime) -> str:
        """Keep a setting that is not there."""
        return settings.set_default(self._tx, name, value, who, now)

    def set(self, name: str, value: str, who: str, now: datetime) -> None:
        """Keep a setting."""
        settings.put(self._tx, name, value, who, now)
