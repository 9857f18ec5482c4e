r"""Copies of what was sent, put into the Sent folder where the server does not keep them itself.

A person who looks into the mailbox sees what the machine said, and the copy is evidence should
the store ever be restored. It is put there after the server took the message, marked \Seen, and
only where the folder does not hold that Message-ID already, so that doing it twice, or beside a
server that does it too, changes nothing. Promises: only what was really sent is copied, so
nothing in shadow mode (P6); a copy is a kindness, so one that cannot be made is told after a few
attempts and given up, and costs nothing else anything (P12).
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from daemon.imap.inbox import Inbox, InboxError
from daemon.logs import logger

log = logger("copies")

#: So long a server is given to make its own copy, in seconds.
DELAY: Final = 10.0
#: How often is tried, and how long is waited in between, in seconds.
_TRIES: Final = 5
_PAUSE: Final = 60.0
#: So many wait at most; a server that is down for long costs the oldest theirs.
_LIMIT: Final = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A message that was sent."""

    message_id: str
    raw: bytes
    when: datetime


class Copies:
    """Copies what one mailbox has sent."""

    def __init__(self, mailbox: str, connect: Callable[[], Inbox], *, delay: float = DELAY) -> None:
        """Keep the mailbox's name, what opens its Sent folder, and how long to wait for it."""
        self._mailbox = mailbox
        self._connect = connect
        self._delay = delay
        self._waiting: deque[Copy] = deque(maxlen=_LIMIT)
        self._wake = asyncio.Event()

    def add(self, copy: Copy) -> None:
        """Have one more copied."""
        self._waiting.append(copy)
        self._wake.set()

    async def run(self) -> None:
        """Copy until cancelled."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            await asyncio.sleep(self._delay)
            for attempt in range(1, _TRIES + 1):
                if await self.flush(last=attempt == _TRIES):
                    break
                await asyncio.sleep(_PAUSE)

    async def flush(self, *, last: bool = True) -> bool:
        """Copy what waits now; False where it could not be, after the ``last`` try it is let go."""
        taken = [self._waiting.popleft() for _ in range(len(self._waiting))]
        if not taken:
            return True
        try:
            await asyncio.to_thread(self._append, taken)
        except InboxError as error:
            if not last:
                self._waiting.extendleft(reversed(taken))
                return False
            log.warning("acks.uncopied", mailbox=self._mailbox, acks=len(taken), problem=str(error))
        return True

    def _append(self, copies: Sequence[Copy]) -> None:
        inbox = self._connect()
        try:
            if inbox.open() is None:
                raise InboxError("there is no Sent folder")
            for copy in copies:
                if not inbox.holds(copy.message_id):
                    inbox.append(copy.raw, copy.when)
        finally:
            inbox.close()
        log.debug("acks.copied", mailbox=self._mailbox, acks=len(copies))
