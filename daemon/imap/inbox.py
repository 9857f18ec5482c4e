r"""One IMAP connection to one folder: blocking, every answer under a time-out.

Promises: letters are read with BODY.PEEK, so nothing becomes \Seen (RFC 9051 6.4.5); in shadow
mode the folder is opened with EXAMINE (6.3.3) and nothing is written; IMAP ID (RFC 2971) is sent
after login and before the first SELECT or EXAMINE, because some providers refuse both without
it. What the server lists and does not give is left out, never an empty letter (P1). Whatever the
connection does wrong is an ``InboxError``; after one, close it and make a new one.
"""

import socket
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientError

from daemon import clock
from daemon.config.mailboxes import Imap
from daemon.imap.connection import Lifeline, connect, secure
from daemon.imap.faults import InboxError, LoginRefusedError, RefusedError, faults, is_refusal
from daemon.imap.folder import Folder, open_folder
from daemon.login.access import Access
from daemon.login.imap import log_in

__all__ = ["Fetched", "Folder", "Inbox", "InboxError", "LoginRefusedError", "RefusedError"]

#: What one FETCH may bring; a larger letter comes alone.
_BATCH_BYTES: Final = 16 * 1024 * 1024
_BATCH_LETTERS: Final = 200
#: Of so many letters one FETCH asks for the date alone.
_DATES: Final = 2_000
#: So many letters refused, and none given, mean that it is not the letters.
_REFUSED_LETTERS: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """One letter as the server gave it."""

    uid: int
    raw: bytes
    #: INTERNALDATE.
    arrived: datetime


class Inbox:
    """A connection to one folder of one mailbox."""

    def __init__(self, server: Imap, folder: str, *, writable: bool, access: Access) -> None:
        r"""Keep where and how to connect; ``open`` connects.

        Args:
            server: the server and the login.
            folder: the folder's name, or "\\Sent" for the folder with that attribute.
            writable: SELECT instead of EXAMINE.
            access: how the server is reached and got into.
        """
        self._server = server
        self._access = access
        self._folder = folder
        self._writable = writable
        self._client: IMAPClient | None = None
        self._lifeline = Lifeline()
        self._opened: Folder | None = None

    def open(self) -> Folder | None:
        """Connect, log in and select; None when there is no folder with that attribute."""
        try:
            return self._open()
        except InboxError:
            self.close()
            raise

    def uids_after(self, uid: int) -> list[int]:
        """Return the UIDs above ``uid``, ascending."""
        return self._search(uid)

    def uids_since(self, day: datetime) -> list[int]:
        """Return the UIDs of letters that arrived on ``day`` or later, ascending."""
        return self._search(0, "SINCE", day.date())

    def by_arrival(self, uids: Sequence[int]) -> list[int]:
        """Return the UIDs in the order of arrival: what was moved here is older than its UID."""
        arrived: dict[int, datetime] = {}
        for start in range(0, len(uids), _DATES):
            found = self._fetch(uids[start : start + _DATES], ["INTERNALDATE"])
            arrived |= {uid: _aware(one.get(b"INTERNALDATE")) for uid, one in found.items()}
        return sorted(arrived, key=lambda uid: (arrived[uid], uid))

    def still_listed(self, uids: Sequence[int]) -> list[int]:
        """Return those of a batch's UIDs whose letters have not been expunged."""
        with self._faults():
            found = self._open_client().search(["UID", ",".join(map(str, uids))])
            return sorted(set(uids).intersection(found))

    def batches(self, uids: Sequence[int]) -> Iterator[list[int]]:
        """Group UIDs so that one FETCH stays small in letters and in bytes."""
        batch: list[int] = []
        total = 0
        for uid, size in self._sizes(uids):
            if batch and (total + size > _BATCH_BYTES or len(batch) >= _BATCH_LETTERS):
                yield batch
                batch, total = [], 0
            batch.append(uid)
            total += size
        if batch:
            yield batch

    def fetch(self, uids: Sequence[int], *, headers: bool = False) -> list[Fetched]:
        """Return the letters that the server gives, or their headers, in the order of UIDs."""
        part = "HEADER" if headers else ""
        found = self._fetch(uids, [f"BODY.PEEK[{part}]", "INTERNALDATE"])
        return [
            Fetched(uid=uid, raw=raw, arrived=_aware(found[uid].get(b"INTERNALDATE")))
            for uid in sorted(found)
            # NIL, or news of the letter's flags alone: there is no letter in it.
            if isinstance(raw := found[uid].get(f"BODY[{part}]".encode()), bytes)
        ]

    def mark(self, uids: Sequence[int], flags: Sequence[str]) -> None:
        """Add flags and keywords to letters; twice is harmless; ``RefusedError`` on NO."""
        with self._faults():
            self._open_client().add_flags(list(uids), list(flags), silent=True)

    def holds(self, message_id: str) -> bool:
        """Return whether the folder has a letter with this Message-ID."""
        return bool(self._search(0, "HEADER", "Message-ID", message_id))

    def append(self, raw: bytes, when: datetime) -> None:
        r"""Put a letter into the folder, marked \Seen (RFC 9051 6.3.12)."""
        with self._faults():
            name = self._opened.name if self._opened else self._folder
            self._open_client().append(name, raw, [b"\\Seen"], when)

    @property
    def can_idle(self) -> bool:
        """Whether the server announces news by itself (RFC 2177)."""
        with self._faults():
            return bool(self._open_client().has_capability("IDLE"))

    def capabilities(self) -> frozenset[str]:
        """Return what the server says it can do, after the login."""
        with self._faults():
            return frozenset(word.decode().upper() for word in self._open_client().capabilities())

    def span(self) -> tuple[datetime, datetime] | None:
        """Return when the first and the last of the folder's letters arrived; None without any."""
        uids = self._search(0)
        if not uids:
            return None
        found = self._fetch([uids[0], uids[-1]], ["INTERNALDATE"])
        times = [_aware(one.get(b"INTERNALDATE")) for one in found.values()]
        return (min(times), max(times)) if times else None

    def fileno(self) -> int:
        """Return the socket's descriptor, to wait on while idling."""
        return int(self._open_client().socket().fileno())

    def idle(self) -> None:
        """Ask the server to announce news."""
        with self._faults():
            self._open_client().idle()

    def news(self) -> bool:
        """Return whether the idling server has said something; it never waits.

        A dead connection is readable and says nothing: that is an ``InboxError``.
        """
        with self._faults():
            said = self._open_client().idle_check(timeout=0)
            if any(one and one[0] == b"BYE" for one in said):
                raise InboxError(f"{self._server.host} closed the connection")
            return bool(said)

    def idle_done(self) -> bool:
        """End idling; return whether the server said something meanwhile."""
        with self._faults():
            _, said = self._open_client().idle_done()
            return any(len(one) > 1 and one[1] in {b"EXISTS", b"RECENT"} for one in said)

    def noop(self) -> None:
        """Let the server announce what is new on a connection that does not idle."""
        with self._faults():
            self._open_client().noop()

    def close(self) -> None:
        """End the connection, whatever a thread waits for on it, and keep it ended."""
        self._lifeline.cut()
        client, self._client = self._client, None
        if client is not None:
            # First the socket: a thread that reads holds the buffer that the client closes.
            with suppress(OSError):
                client.socket().shutdown(socket.SHUT_RDWR)
            with suppress(OSError, IMAPClientError):
                client.shutdown()

    def _open(self) -> Folder | None:
        with self._faults():
            self._client = client = connect(self._server, self._lifeline, self._access.proxy)
            secure(client, self._server)
            self._lifeline.release()
            log_in(client, self._server, self._access, clock.now())
            if client.has_capability("ID"):
                client.id_({"name": "triaged", "vendor": "triaged", "version": "0"})
            self._opened = open_folder(client, self._folder, writable=self._writable)
            return self._opened

    def _search(self, after: int, *criteria: object) -> list[int]:
        """Return the UIDs above ``after`` that meet the criteria, a window at a time."""
        client, folder = self._open_client(), self._opened
        found: set[int] = set()
        with self._faults():
            for uids in folder.windows(after) if folder else ():
                found.update(client.search(["UID", uids, *criteria]))
        # "n:*" also names the last letter when it lies below n (RFC 9051 6.4.9).
        return sorted(one for one in found if one > after)

    def _sizes(self, uids: Sequence[int]) -> Iterator[tuple[int, int]]:
        for start in range(0, len(uids), _BATCH_LETTERS):
            asked = uids[start : start + _BATCH_LETTERS]
            found = self._fetch(asked, ["RFC822.SIZE"])
            for uid in asked:
                # A letter whose size is not told comes alone.
                yield uid, int(found.get(uid, {}).get(b"RFC822.SIZE") or _BATCH_BYTES)

    def _fetch(self, uids: Sequence[int], items: Sequence[str]) -> dict[int, dict[bytes, Any]]:
        """Fetch what the server gives; when it refuses all of many, that is a fault."""
        with self._faults():
            found, refusal = _fetch_halving(self._open_client(), uids, items)
            if refusal is not None and not found and len(uids) > _REFUSED_LETTERS:
                raise refusal
            return found

    def _open_client(self) -> IMAPClient:
        if self._client is None:
            raise InboxError(f"{self._server.host}: the connection is closed")
        return self._client

    def _faults(self) -> AbstractContextManager[None]:
        return faults(f"{self._server.host}:{self._server.port}")


def _fetch_halving(
    client: IMAPClient, uids: Sequence[int], items: Sequence[str]
) -> tuple[dict[int, dict[bytes, Any]], IMAPClientError | None]:
    """Fetch; halve what is refused until what cannot be given stands alone (P12)."""
    try:
        return dict(client.fetch(list(uids), items)), None
    except IMAPClientError as error:
        if not is_refusal(error):
            raise
        if len(uids) == 1:
            return {}, error
        middle = len(uids) // 2
        first, _ = _fetch_halving(client, uids[:middle], items)
        second, _ = _fetch_halving(client, uids[middle:], items)
        return first | second, error


def _aware(when: object) -> datetime:
    if not isinstance(when, datetime):
        return datetime(1970, 1, 1, tzinfo=UTC)
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC)
