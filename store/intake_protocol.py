"""Letters on their way in, inside one transaction."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from store.intake_values import Accepted, Arrival, Cursor, Filed, Filing, Interrupted, Unmarked


class Intake(Protocol):
    """Accept, judge, file, mark."""

    def accept(self, arrivals: Sequence[Arrival], cursor: Cursor | None, now: datetime) -> int:
        """Keep the letters and move the cursor; return how many were not known before.

        A letter known by its identity only gains a further place; a place that is already known
        changes nothing. The cursor never moves backwards within one UIDVALIDITY.
        """

    def cursor(self, mailbox: str, folder: str) -> Cursor | None:
        """Return how far the folder has been read; None before the first time."""

    def known_uids(self, mailbox: str, folder: str, uidvalidity: int) -> frozenset[int]:
        """Return all UIDs of the folder that stand in the store: in a large one, many."""

    def unknown_uids(
        self, mailbox: str, folder: str, uidvalidity: int, uids: Sequence[int]
    ) -> list[int]:
        """Return those of the ascending ``uids`` that do not stand in the store, in their order.

        Compares window by window, and reads UIDs only of windows that have a hole.
        """

    def awaiting(self, limit: int, now: datetime | None = None) -> tuple[Accepted, ...]:
        """Return accepted letters that are not filed yet, in order of receipt.

        At most 16 MiB at once, but at least one letter. One that failed is among them only from
        the time on at which it is tried again; without ``now`` it is at any time. Those over which
        a process has ended while they were alone in hand come when no other is left, fewest such
        ends first. One whose file is lost is marked so.
        """

    def take(self, taken: Sequence[int], now: datetime) -> None:
        """Write down that these letters are being judged, under the name of ``Store.hold``.

        Stands until the next call; a letter that is filed meanwhile is in hand no more.
        """

    def blame(self, now: datetime) -> tuple[Interrupted, ...]:
        """Count the end of the last process of this name against the letters it had in hand.

        Called once, before the first ``take`` of a process. A letter that was in hand with others
        is only suspected by it (``Accepted.deaths`` is 1); one that was alone is counted each
        time, and the sixth end sets it aside.
        """

    def file(self, filings: Sequence[Filing], now: datetime) -> tuple[Filed, ...]:
        """File letters in order: open, join or reopen cases, start clocks, make acknowledgements.

        Joining and "already acknowledged in this opening" are decided here, under the buyer's
        row. A copy of our own mail proves an acknowledgement sent, or counts as a person's answer
        and stops the clocks. A bounce of an acknowledgement proves it refused.
        """

    def fail(self, letter: int, reason: str, now: datetime) -> bool:
        """Count a failed filing; after the third set the letter aside and return True.

        After the first it is tried again in a minute, after the second in ten.
        """

    def retry_at(self) -> datetime | None:
        """Return when the next letter that failed is tried again; None where there is none."""

    def unmarked(self, mailbox: str, folder: str, limit: int) -> tuple[Unmarked, ...]:
        """Return filed letters whose place on the server does not show their tags yet."""

    def mark(self, places: Sequence[int], now: datetime) -> None:
        """Remember that the server shows these places' tags."""
