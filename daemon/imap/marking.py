r"""Showing on the server what was made of letters: tags as keywords, urgent and high as \Flagged.

Promises: only letters that are filed are marked, never \Seen, a bounded batch at a time so that
reading never waits for it; what the server refuses to show is told once and left, because a
keyword is a kindness and a letter is not. Fails with ``InboxError`` when the connection does.
"""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from daemon import clock
from daemon.imap.inbox import Folder, Inbox, RefusedError
from daemon.logs import logger
from store.intake_values import Unmarked
from store.writer import Writer

log = logger("marking")

#: Letters that are marked before the folder is read again.
_AT_ONCE: Final = 200
#: Priorities that every mail client shows, as a flag (RFC 9051 2.3.2).
_FLAGGED: Final = frozenset({"urgent", "high"})


async def mark_some(inbox: Inbox, folder: Folder, mailbox: str, writer: Writer) -> bool:
    """Mark one batch of the folder's letters; return whether more may wait."""
    if not folder.writable:
        return False
    unmarked = await writer.read(lambda ledger: ledger.unmarked(mailbox, folder.name, _AT_ONCE))
    if not unmarked:
        return False
    here = [one for one in unmarked if one.uidvalidity == folder.uidvalidity]
    log.debug("letters.marking", mailbox=mailbox, letters=len(here))
    for flags, uids in _by_flags(here, keywords=folder.keywords).items():
        try:
            await asyncio.to_thread(inbox.mark, uids, flags)
        except RefusedError:
            log.warning("letters.unmarkable", mailbox=mailbox, letters=len(uids))
    places, now = [one.place for one in unmarked], clock.now()
    await writer(lambda ledger: ledger.mark(places, now))
    log.debug("letters.marked", mailbox=mailbox, letters=len(here))
    return len(unmarked) == _AT_ONCE


def _by_flags(letters: Sequence[Unmarked], *, keywords: bool) -> dict[tuple[str, ...], list[int]]:
    """Group the UIDs of letters that show the same; those that show nothing are left out."""
    grouped: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for letter in letters:
        flags = ["\\Flagged"] if letter.priority in _FLAGGED else []
        flags += [f"triaged-{tag}" for tag in letter.tags] if keywords else []
        if flags:
            grouped[tuple(flags)].append(letter.uid)
    return grouped
