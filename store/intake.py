"""Letters on their way in: the protocol's words, each bound to its table's module."""

from collections.abc import Sequence
from datetime import datetime

from store import (
    filing,
    hands,
    letters,
)
from store import places as place_table
from store.intake_values import Accepted, Arrival, Cursor, Filed, Filing, Interrupted, Unmarked
from store.transaction import Transaction


class SqlIntake:
    """Each method is documented in ``store.intake_protocol``."""

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

    def awaiting(self, limit: int, now: datetime | None = None) -> tuple[Accepted, ...]:
        """Hand out letters to be read."""
        return letters.awaiting(self._tx, limit, now)

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

    def retry_at(self) -> datetime | None:
        """Say when one is tried again."""
        return letters.retry_at(self._tx)

    def unmarked(self, mailbox: str, folder: str, limit: int) -> tuple[Unmarked, ...]:
        """List what a server does not show yet."""
        return place_table.unmarked(self._tx, mailbox, folder, limit)

    def mark(self, places: Sequence[int], now: datetime) -> None:
        """Remember what a server shows."""
        del now
        place_table.mark(self._tx, places)
