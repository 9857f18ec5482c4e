"""The one seam to what is kept, in domain words.

A ``Ledger`` is one transaction; ``Store.write`` runs several pieces of work in one transaction,
each in a savepoint of its own, so that one that fails takes no other with it. Every change of
state is compare-and-set: a method that changes one row answers False when the row was not in a
state (cases/states.py) from which the change may come, and then nothing was changed.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypeVar

from cases.answers import Answer
from cases.modes import ModeChange, Permit
from store.accounts_protocol import Accounts
from store.alarms_protocol import Alarms
from store.desk_protocol import Desk
from store.encryption_protocol import Encryption
from store.errors import LockedError, StoreError
from store.intake_protocol import Intake
from store.outgoing_protocol import Outgoing
from store.replies_protocol import Replies
from store.values import AckView, Beat, CaseView, Counts, Forgotten, QueueRow, Waiting

T = TypeVar("T")

__all__ = ["Ledger", "LockedError", "Store", "StoreError"]


class Ledger(Intake, Outgoing, Protocol):
    """What can be done inside one transaction."""

    @property
    def accounts(self) -> Accounts:
        """The people who may use the desk."""

    @property
    def desk(self) -> Desk:
        """What people at the desk see and do."""

    @property
    def replies(self) -> Replies:
        """What people answer from the desk, on its way out."""

    @property
    def alarms(self) -> Alarms:
        """What needs a person, and what was told of it."""

    @property
    def encryption(self) -> Encryption:
        """By which key everything is encrypted."""

    # People look.

    def queue(self, now: datetime, limit: int) -> tuple[QueueRow, ...]:
        """Return the open cases, first served first."""

    def case(self, case: int, now: datetime) -> CaseView | None:
        """Return a case with everything in it; None when there is none."""

    def original(self, letter: int) -> bytes | None:
        """Return a letter's bytes; None where there is no such letter, or its file is lost."""

    def newest_event(self) -> int:
        """Return a number that grows with everything that happens."""

    def acks(self, limit: int) -> tuple[AckView, ...]:
        """Return acknowledgements, newest first."""

    def answers(self, since: datetime, limit: int) -> tuple[Answer, ...]:
        """Return the openings that people answered since then, and those that wait now.

        Newest first, and at most ``limit`` of each sort.
        """

    def ahead(self, cases: Sequence[int]) -> Mapping[int, int]:
        """Return, by case, how many open cases of its shop are served up to it, by level."""

    def ack(self, ack: int) -> AckView | None:
        """Return one acknowledgement; None when there is none of this number."""

    def sent_ids(self, message_ids: Collection[str]) -> frozenset[str]:
        """Return which of these Message-IDs are those of acknowledgements."""

    def unapproved(self, limit: int) -> tuple[AckView, ...]:
        """Return acknowledgements that are due and not approved, the longest waiting first."""

    def withheld(self, reason: str, since: datetime, limit: int) -> tuple[AckView, ...]:
        """Return acknowledgements that were withheld for ``reason`` since then, newest first."""

    def reasons(self, since: datetime) -> dict[str, int]:
        """Return how many acknowledgements were withheld since then, by reason."""

    def vetoes(self, since: datetime) -> dict[str, int]:
        """Return how many letters met a veto of their own since then, by its id."""

    def counts(self) -> Counts:
        """Return how many letters, cases and acknowledgements there are, by state."""

    def waiting(self, now: datetime) -> Waiting:
        """Return how much waits for a person."""

    # How the workers are.

    def beat(self, worker: str, beats: Sequence[Beat], now: datetime) -> None:
        """Keep how ``worker`` finds its mailboxes, in the place of what it said before."""

    def forget_worker(self, worker: str, who: str, now: datetime) -> int:
        """Forget a worker that is gone for good; answers how many mailboxes it read.

        One that is at work after all is back with its next beat.
        """

    def beats(self) -> tuple[Beat, ...]:
        """Return what every worker said last, by worker and mailbox."""

    # What is forgotten.

    def expire(self, before: datetime) -> int:
        """Remove bytes of letters whose case was closed before; return how many, at most 500.

        A letter without a case loses them once it was recorded before.
        """

    def erase(self, buyer: str, mark: Callable[[str], str], who: str, now: datetime) -> Forgotten:
        """Forget who a buyer is and what they wrote; ``mark`` makes what stands in their place."""

    def erase_again(
        self, marks: Collection[str], mark: Callable[[str], str], who: str, now: datetime
    ) -> Forgotten:
        """Forget those buyers again whose marks a later store has kept."""

    def marks(self) -> frozenset[str]:
        """Return the marks of all who were forgotten."""

    # After a disaster.

    def begin_again(self, backed_up_at: datetime, who: str, now: datetime) -> int:
        """Make a store that was put back from a backup send nothing that may have left already.

        Returns how many acknowledgements were withheld; everything is paused.
        """

    # What the installation remembers.

    def permit(self) -> Permit:
        """Return the mode with what belongs to it; shadow where none is kept."""

    def change_mode(self, wanted: Permit, who: str, now: datetime) -> None:
        """Let something else leave from now on."""

    def mode_said(self) -> ModeChange | None:
        """Return the present mode with who said it and when; None where none is kept."""

    def mode_history(self) -> tuple[ModeChange, ...]:
        """Return what was said of the mode, by whom and when, oldest first."""

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

    def news(self, seconds: float) -> bool | None:
        """Wait until something may have happened, at most so long; not from an event loop.

        False where nothing was told, which proves little: ask now and then. None at once where
        the database tells nothing, as SQLite. One waits at a time. Raises ``StoreError``.
        """

    def copy_to(self, path: Path) -> None:
        """Write the database, as it is at one moment, to a new file while others work on it.

        Raises:
            StoreError: it is no file, or the copy cannot be written.
        """

    def scrub(self) -> None:
        """Write the database's file anew, without what was overwritten or removed in it.

        A server does that by its own means. Who writes meanwhile waits.

        Raises:
            StoreError: it cannot be written now.
        """

    def close(self) -> None:
        """Give back every connection."""
