r"""One IMAP connection to one folder: blocking, every answer under a time-out.

Promises: letters are read with BODY.PEEK, so nothing becomes \Seen (RFC 9051 6.4.5); in shadow
mode the folder is opened with EXAMINE (6.3.3) and nothing is written; IMAP ID (RFC 2971) is sent
after login and before the first SELECT or EXAMINE, because some providers refuse both without
it. Whatever the connection does wrong is an ``InboxError``; after one, close and open again.
"""

import socket
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientError, LoginError

from daemon.config import Imap
from daemon.secrets import SecretError

_CONNECT_TIMEOUT: Final = 20.0
#: What one FETCH may bring; a larger letter comes alone.
_BATCH_BYTES: Final = 16 * 1024 * 1024
_BATCH_LETTERS: Final = 200


class InboxError(Exception):
    """The server cannot be read now; the sentence says why and what to do about it."""


class LoginRefusedError(InboxError):
    """The server knows this account not, or not with this password."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """A folder as the server presents it."""

    name: str
    uidvalidity: int
    #: The UID that the next letter gets at the earliest.
    uidnext: int
    #: New keywords may be stored (PERMANENTFLAGS holds \\*).
    keywords: bool
    writable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """One letter as the server gave it."""

    uid: int
    raw: bytes
    #: INTERNALDATE.
    arrived: datetime


class Inbox:
    """A connection to one folder of one mailbox."""

    def __init__(self, server: Imap, folder: str, *, writable: bool) -> None:
        r"""Keep where and how to connect; ``open`` connects.

        Args:
            server: the server and the login.
            folder: the folder's name, or "\\Sent" for the folder with that attribute.
            writable: SELECT instead of EXAMINE.
        """
        self._server = server
        self._folder = folder
        self._writable = writable
        self._client: IMAPClient | None = None

    def open(self) -> Folder | None:
        """Connect, log in and select; None when there is no folder with that attribute."""
        try:
            return self._open()
        except InboxError:
            self.close()
            raise

    def uids_after(self, uid: int) -> list[int]:
        """Return the UIDs above ``uid``, ascending."""
        with self._faults():
            # "n:*" also names the last letter when it lies below n (RFC 9051 6.4.9).
            found = self._open_client().search(["UID", f"{uid + 1}:*"])
            return sorted(one for one in found if one > uid)

    def uids_since(self, day: datetime) -> list[int]:
        """Return the UIDs of letters that arrived on ``day`` or later, ascending."""
        with self._faults():
            return sorted(self._open_client().search(["SINCE", day.date()]))

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

    def fetch(self, uids: Sequence[int]) -> list[Fetched]:
        """Return the letters that still exist, in the order of their UIDs."""
        with self._faults():
            found = self._open_client().fetch(list(uids), ["BODY.PEEK[]", "INTERNALDATE"])
            return [
                Fetched(
                    uid=uid,
                    raw=found[uid].get(b"BODY[]") or b"",
                    arrived=_aware(found[uid].get(b"INTERNALDATE")),
                )
                for uid in sorted(found)
            ]

    def mark(self, uid: int, flags: Sequence[str]) -> None:
        """Add flags and keywords to a letter; adding them twice is harmless."""
        with self._faults():
            self._open_client().add_flags([uid], list(flags), silent=True)

    @property
    def can_idle(self) -> bool:
        """Whether the server announces news by itself (RFC 2177)."""
        with self._faults():
            return bool(self._open_client().has_capability("IDLE"))

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
        """End the connection without waiting for the server."""
        client, self._client = self._client, None
        if client is not None:
            with suppress(OSError, IMAPClientError):
                client.shutdown()

    def _open(self) -> Folder | None:
        with self._faults():
            self._client = client = self._connect()
            self._login(client)
            if client.has_capability("ID"):
                client.id_({"name": "triaged", "vendor": "triaged", "version": "0"})
            name = self._find(client)
            if name is None:
                return None
            found: dict[bytes, Any] = client.select_folder(name, readonly=not self._writable)
            return Folder(
                name=name,
                uidvalidity=int(found[b"UIDVALIDITY"]),
                uidnext=int(found.get(b"UIDNEXT", 1)),
                keywords=b"\\*" in found.get(b"PERMANENTFLAGS", ()),
                writable=self._writable and b"READ-WRITE" in found,
            )

    def _connect(self) -> IMAPClient:
        server = self._server
        context = ssl.create_default_context()
        if server.ca_file is not None:
            context.load_verify_locations(server.ca_file)
        client = IMAPClient(
            server.host,
            port=server.port,
            ssl=server.tls == "implicit",
            ssl_context=context if server.tls == "implicit" else None,
            timeout=SocketTimeout(_CONNECT_TIMEOUT, server.timeout.total_seconds()),
        )
        # Times with their zone, not turned into this machine's.
        client.normalise_times = False
        client.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if server.tls == "starttls":
            client.starttls(context)
        return client

    def _login(self, client: IMAPClient) -> None:
        try:
            client.login(self._server.user, self._server.password.read())
        except LoginError as error:
            raise LoginRefusedError(
                f"{self._server.host} refused the login of the configured user; check user and "
                "password (many providers want an app password or authorisation code, and IMAP "
                "switched on)"
            ) from error

    def _find(self, client: IMAPClient) -> str | None:
        if self._folder.startswith("\\"):
            found = client.find_special_folder(self._folder.encode())
            return None if found is None else str(found)
        return self._folder

    def _sizes(self, uids: Sequence[int]) -> Iterator[tuple[int, int]]:
        for start in range(0, len(uids), 1000):
            with self._faults():
                found = self._open_client().fetch(uids[start : start + 1000], ["RFC822.SIZE"])
            for uid in sorted(found):
                yield uid, int(found[uid].get(b"RFC822.SIZE", 0))

    def _open_client(self) -> IMAPClient:
        if self._client is None:
            raise InboxError(f"{self._server.host}: the connection is closed")
        return self._client

    @contextmanager
    def _faults(self) -> Iterator[None]:
        """Turn what the library and the socket raise into one sentence without secrets."""
        where = f"{self._server.host}:{self._server.port}"
        try:
            yield
        except InboxError:
            raise
        except SecretError as error:
            raise InboxError(str(error)) from error
        except ssl.SSLCertVerificationError as error:
            raise InboxError(
                f"{where}: the certificate is not trusted ({error.verify_message}); "
                "if it is your own, name it with ca_file"
            ) from error
        except ssl.SSLError as error:
            raise InboxError(
                f"{where}: no TLS here ({error.reason}); check port and tls"
            ) from error
        except TimeoutError as error:
            raise InboxError(f"{where}: no answer in time") from error
        except OSError as error:
            raise InboxError(f"{where}: {error.strerror or 'the connection failed'}") from error
        except IMAPClientError as error:
            # The server's words can repeat a user's name: the class alone is told.
            raise InboxError(
                f"{where}: the server ended the conversation ({type(error).__name__})"
            ) from error


def _aware(when: object) -> datetime:
    if not isinstance(when, datetime):
        return datetime(1970, 1, 1, tzinfo=UTC)
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC)
