"""Letters on their way in: what goes into the store and what comes out of it.

Times are aware and in UTC; inside the tables they are integer epoch milliseconds.
"""

from dataclasses import dataclass
from datetime import datetime

from cases.labels import Priority
from cases.values import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """How far a folder has been read: everything up to ``uid`` is in the store."""

    mailbox: str
    folder: str
    uidvalidity: int
    #: The highest UID that was accepted.
    uid: int
    #: The first UID that counts for the comparison of server and store.
    first_uid: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A letter as it was fetched, before anything was read from it."""

    mailbox: str
    folder: str
    uidvalidity: int
    uid: int
    raw: bytes
    #: Hex digest that says which letter this is, wherever it stands.
    identity: str
    #: The server's INTERNALDATE.
    arrived: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A letter that waits to be read and filed."""

    letter: int
    mailbox: str
    #: Empty where it is ``lost``.
    raw: bytes
    arrived: datetime
    #: How often filing it has failed so far.
    attempts: int = 0
    #: How often a process ended with it in hand; from the first on it is to be judged alone.
    deaths: int = 0
    #: The file that held it is gone.
    lost: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Interrupted:
    """A letter that was in hand when the last process ended."""

    letter: int
    #: That happened too often; it is not judged again.
    aside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """A letter with what the pipeline says of it."""

    letter: int
    verdict: Verdict
    #: The marketplace's limit for this letter's answer, None where no clock runs.
    limit_at: datetime | None
    #: When its acknowledgement may leave at the earliest (``settle``).
    not_before: datetime
    #: The latest time to which further letters may move it (twice ``settle``).
    not_after: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """What became of a letter."""

    letter: int
    #: None when it was recorded without a case.
    case: int | None
    #: new, case-id, reference, order, alias; or why there is no case (a kind).
    why: str
    #: due, withheld:<reason>, joined (one is already there in this opening), none.
    acknowledgement: str
    #: The case whose clocks this letter of ours stopped.
    answers: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmarked:
    """A letter on a server that does not yet show what we made of it."""

    place: int
    uid: int
    uidvalidity: int
    tags: tuple[str, ...]
    priority: Priority
