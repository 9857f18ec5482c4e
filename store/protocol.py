"""The one seam to what is kept, in domain words.

A ``Ledger`` is one transaction; ``Store.write`` runs several pieces of work in one transaction,
each in a savepoint of its own, so that one that fails takes no other with it. Every change of
state is compare-and-set: a method that changes one row answers False when the row was not in a
state (cases/states.py) from which the change may come, and then nothing was changed.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

from cases.states import AckEvent
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

T = TypeVar("T")


class StoreError(Exception):
    """The store cannot be used; the sentence says where it is, what is wrong and what to do."""


class Ledger(Protocol):
    """What can be done inside one transaction."""

    # Letters come in.

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

    def awaiting(self, limit: int) -> tuple[Accepted, ...]:
        """Return accepted letters that are not filed yet, in order of receipt.

        At most 16 MiB at once, but at least one letter. Those over which a process has ended
        while they were alone in hand come when no other is left, fewest such ends first. One
        whose file is lost is marked so.
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
        """Count a failed filing; after the third set the letter aside and return True."""

    def unmarked(self, mailbox: str, folder: str, limit: int) -> tuple[Unmarked, ...]:
        """Return filed letters whose place on the server does not show their tags yet."""

    def mark(self, places: Sequence[int], now: datetime) -> None:
        """Remember that the server shows these places' tags."""

    # Acknowledgements go out.

    def claim(
        self,
        worker: str,
        mailboxes: Sequence[str],
        limit: int,
        lease: timedelta,
        now: datetime,
    ) -> tuple[Claim, ...]:
        """Take due acknowledgements of these mailboxes whose time has come.

        None in shadow mode or while paused.
        """

    def next_due(self, mailboxes: Sequence[str]) -> datetime | None:
        """Return when the next of these mailboxes may leave; None in shadow mode or while paused.

        It may lie in the past.
        """

    def stranded(self, mailboxes: Sequence[str]) -> dict[str, int]:
        """Return how many are due in mailboxes other than these, by mailbox."""

    def begin(self, ack: int, fence: int, dispatch: Dispatch, now: datetime) -> bool:
        """Go from claimed to sending and keep what will be written.

        Answers False in shadow mode or while paused too.
        """

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
        """Write down how it ended: any event but CLAIM and BEGIN, which raise ``ValueError``.

        ACCEPT makes the promise the case's clock. DEFER keeps ``not_before`` and counts an
        attempt. ACCEPT and REFUSE settle under the same fence what has become ``unknown`` since
        then: the server's answer is evidence, however late it comes.
        """

    def recover(self, worker: str, now: datetime) -> Recovery:
        """Make ``unknown`` of this worker's and all lapsed ``sending``, free lapsed claims.

        Called at start, when nothing of this worker can be under way, and from time to time with
        a worker name that nobody has.
        """

    # People look.

    def queue(self, now: datetime, limit: int) -> tuple[QueueRow, ...]:
        """Return the open cases, first served first."""

    def case(self, case: int, now: datetime) -> CaseView | None:
        """Return a case with everything in it; None when there is none."""

    def acks(self, limit: int) -> tuple[AckView, ...]:
        """Return acknowledgements, newest first."""

    def counts(self) -> Counts:
        """Return how many letters, cases and acknowledgements there are, by state."""

    # What the installation remembers.

    def setting(self, name: str) -> str | None:
        """Return what is kept under ``name``: mode, pause, key."""

    def set_default(self, name: str, value: str, who: str, now: datetime) -> str:
        """Keep ``value`` unless something is kept already; return what is kept."""

    def set(self, name: str, value: str, who: str, now: datetime) -> None:
        """Keep ``value`` under ``name``, with who and when."""


class Store(Protocol):
    """A place where ledgers are kept."""

    def write(self, work: Callable[[Ledger], T]) -> T:
        """Run ``work`` in one transaction that writes; nothing of it stays when it raises."""

    def write_all(self, works: Iterable[Callable[[Ledger], object]]) -> list[object | Exception]:
        """Run several works in one transaction, a savepoint each; return result or error of each.

        Works are taken as they are needed. Raises ``StoreError`` when the store itself or the
        commit fails; then nothing of any work has stayed.
        """

    def read(self, work: Callable[[Ledger], T]) -> T:
        """Run ``work`` on a consistent view; it must not change anything."""

    def hold(self, worker: str) -> bool:
        """Make sure nobody else runs as ``worker`` on this store until close; False if one does.

        A name that was lost is taken again.
        """

    def holds(self, worker: str) -> bool:
        """Look whether the name is still held; asks the server, so not from an event loop.

        A server that restarts, or a lock file that is removed, gives it up. Who has lost it and
        cannot ``hold`` it again must begin nothing more: another may run by that name.
        """

    def close(self) -> None:
        """Give back every connection."""
