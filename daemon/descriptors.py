"""Open files: a mailbox takes two connections for reading, and the usual limit is 1,024."""

import resource
from typing import Final

from daemon.exits import CommandError, Exit

_A_MAILBOX: Final = 2
#: Store, log, connections for sending, what the libraries open.
_BESIDE: Final = 128


def raise_limit(mailboxes: int) -> None:
    """Take all open files that we may; raise ``CommandError`` where that is too few."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    needed = _A_MAILBOX * mailboxes + _BESIDE
    if hard != resource.RLIM_INFINITY and hard < needed:
        raise CommandError(
            f"{mailboxes} mailboxes need {needed} open files and only {hard} are allowed; raise "
            "the limit (LimitNOFILE= of the unit, ulimit -Hn of the shell)",
            Exit.UNAVAILABLE,
        )
    if soft != resource.RLIM_INFINITY and soft < needed:
        resource.setrlimit(resource.RLIMIT_NOFILE, (needed, hard))
