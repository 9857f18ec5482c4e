"""After a restore: what is known by now of what may have left before, and what is not.

Only Sent can prove that the store's later self has sent something, so it matters whether every
mailbox's Sent was read since; where one was not, "not found" means nothing yet.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from cases.modes import RESTORED
from cases.states import AckState
from daemon.config.mailboxes import Mailbox
from daemon.moments import iso
from store.protocol import Ledger
from store.replies_protocol import ReplyFate
from store.settings import RESTORED_AT
from store.values import AckView

#: As many acknowledgements are looked at.
_MANY: Final = 100_000

#: What a person must look after.
_OPEN: Final = frozenset({AckState.WITHHELD, AckState.UNKNOWN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciliation:
    """What is known by now."""

    restored_at: datetime
    #: How many of either were found in Sent.
    acks_found: int
    replies_found: int
    #: Those that were not, and stay where they are.
    acks: tuple[AckView, ...]
    replies: tuple[ReplyFate, ...]
    #: Mailboxes whose Sent was not read since, and those that have none to be read.
    unread: tuple[str, ...]
    without: tuple[str, ...]


def reconcile(ledger: Ledger, mailboxes: Mapping[str, Mailbox]) -> Reconciliation | None:
    """Return what is known; None where the store was never put back from a backup."""
    restored = ledger.setting(RESTORED_AT)
    if restored is None:
        return None
    restored_at = datetime.fromisoformat(restored)
    acks = [one for one in ledger.acks(_MANY) if one.reason == RESTORED]
    replies = ledger.replies.because(RESTORED)
    read = {
        beat.mailbox
        for beat in ledger.beats()
        if beat.sent_read_at is not None and beat.sent_read_at > restored_at
    }
    watched = [name for name, box in mailboxes.items() if box.imap.sent]
    return Reconciliation(
        restored_at=restored_at,
        acks_found=sum(one.state is AckState.SENT for one in acks),
        replies_found=sum(one.state is AckState.SENT for one in replies),
        acks=tuple(one for one in acks if one.state in _OPEN),
        replies=tuple(one for one in replies if one.state in _OPEN),
        unread=tuple(name for name in watched if name not in read),
        without=tuple(name for name in mailboxes if name not in watched),
    )


def explain(found: Reconciliation) -> Iterator[str]:
    """Yield what a person should know, a sentence each, and what to do last."""
    yield (
        f"put back at {iso(found.restored_at)}: {found.acks_found} acknowledgements and "
        f"{found.replies_found} replies were found in Sent, {len(found.acks)} and "
        f"{len(found.replies)} were not and stay withheld"
    )
    for name in found.unread:
        yield f"{name}: Sent was not read since, so what was not found may lie there: run triaged"
    for name in found.without:
        yield f"{name}: no folder of sent mail is read, so nothing of it can be found"
    for one in found.replies:
        yield f"case {one.case}: the reply of {one.who} may have left; settle it at the desk"
    yield (
        "answer those by hand where nobody has; then let new ones leave with: triaged pause --all "
        "--off"
    )
