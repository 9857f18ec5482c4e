"""Acknowledgements on their way out: what goes into the store and what comes out of it.

Times are aware and in UTC; inside the tables they are integer epoch milliseconds.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from cases.absences import Absence
from cases.labels import Priority
from cases.modes import Mode
from cases.pace import Pace
from cases.pauses import Pause, Subject
from cases.values import Verdict, Wording

#: How long a worker may hold an acknowledgement: longer than the two waits of ten minutes each
#: that one DATA may take (RFC 5321 4.5.3.2).
LEASE: Final = timedelta(minutes=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Under what a mailbox sends."""

    pace: Pace
    #: What is known of everything it sends: mailbox, provider, model.
    subjects: frozenset[Subject] = frozenset()
    #: At most so many an hour by all mailboxes together; None is without end.
    ceiling: int | None = None
    #: Who let the brake go meanwhile counts anew from here.
    counted_from: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """An acknowledgement that a worker holds, with what it needs to decide and to write it."""

    ack: int
    #: Grows with every claim; a write with an older fence changes nothing.
    fence: int
    case: int
    opening: int
    letter: int
    mailbox: str
    verdict: Verdict
    #: When it became due for the first time.
    since: datetime
    attempts: int
    #: The case's priority over all its letters of this opening.
    priority: Priority
    limit_at: datetime | None
    #: The mode under which it was claimed.
    mode: Mode
    #: The mode is canary, and it is not for this shop, mailbox or day.
    outside_canary: bool
    #: A person answered in this opening, or holds the case.
    answered: bool
    #: Our people wrote to this buyer before the buyer ever wrote to us.
    written_first: bool
    #: Acknowledgements sent or under way: to this address and in this thread within a day, to
    #: this domain within an hour; this one not counted.
    to_address: int
    to_thread: int
    to_domain: int
    #: How many open cases of its shop are served up to its own.
    ahead: int = 0
    #: When nobody answers though the calendar says open.
    absences: tuple[Absence, ...] = ()
    #: What was paused when it was claimed.
    paused: tuple[Pause, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """What is committed immediately before DATA."""

    message_id: str
    sender: str
    recipient: str
    wording: Wording
    #: All that its outcome speaks of: mailbox, shop, template, provider, model.
    subjects: frozenset[Subject] = frozenset()
    #: The login that hands it in; "" is not counted.
    login: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """What was found after a crash and put right."""

    #: In ``sending`` with nobody at work: now ``unknown``.
    unknown: int
    #: Claims whose lease had ended: due again.
    released: int
    #: Due for so long that an acknowledgement would come too late: now withheld.
    expired: int = 0
