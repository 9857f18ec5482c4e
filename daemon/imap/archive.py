"""A folder's letters of the last while, read once from end to end and changing nothing.

The folder is opened with EXAMINE and letters are read with BODY.PEEK: what a look back needs of
the operator's own mail leaves no trace there. Letters come a batch at a time; none is kept. What
the connection does wrong is an ``InboxError``.
"""

from collections.abc import Iterator
from datetime import datetime
from types import TracebackType
from typing import Self

from daemon.config.mailboxes import Imap
from daemon.imap.inbox import Fetched, Inbox
from daemon.login.access import Access


class Archive:
    """What came into one folder since a day."""

    def __init__(self, server: Imap, folder: str, since: datetime, access: Access) -> None:
        r"""Keep where to look; nothing is opened before ``with``.

        Args:
            server: the server and the login.
            folder: the folder's name, or "\\Sent" for the folder with that attribute.
            since: letters that arrived on this day or later.
            access: how the server is reached and got into.
        """
        self._inbox = Inbox(server, folder, writable=False, access=access)
        self._since = since
        self._uids: list[int] = []
        #: There is no folder with that attribute.
        self.absent = False

    def __enter__(self) -> Self:
        """Connect, examine and search."""
        self.absent = self._inbox.open() is None
        if not self.absent:
            self._uids = self._inbox.by_arrival(self._inbox.uids_since(self._since))
        return self

    def __exit__(
        self,
        sort: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the connection."""
        self._inbox.close()

    def __len__(self) -> int:
        """Return how many letters there are."""
        return len(self._uids)

    def letters(self, newest: int | None = None, *, headers: bool = False) -> Iterator[Fetched]:
        """Yield the letters, or the newest of them, oldest first; with ``headers`` those alone."""
        wanted = self._uids if newest is None else self._uids[-newest:]
        for batch in self._inbox.batches(wanted):
            found = self._inbox.fetch(batch, headers=headers)
            yield from sorted(found, key=lambda one: one.arrived)
