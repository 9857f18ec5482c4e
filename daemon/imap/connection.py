"""Reaching an IMAP server: address, TLS and greeting, with a socket that can be cut.

Promises: from before the socket is connected ``Lifeline.cut`` wakes whoever waits on it, be it
for the connection, a handshake or a greeting, from any thread; after the cut nothing new is
connected. Fails with what sockets, TLS and the IMAP library raise; daemon/imap/faults.py has the
words for it.
"""

import errno
import imaplib
import socket
import ssl
from contextlib import suppress
from threading import Lock

from imapclient import IMAPClient, SocketTimeout

from daemon.config.logins import Proxy
from daemon.config.mailboxes import Imap
from daemon.dialling import CONNECT_TIMEOUT, dial


class Lifeline:
    """Holds on to a socket while it is being connected, so that another thread can end it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._held: socket.socket | None = None
        self._is_cut = False

    def hold(self, dialled: socket.socket) -> None:
        """Hold ``dialled`` instead of what was held; raise ``OSError`` after ``cut``."""
        with self._lock:
            self._drop()
            if self._is_cut:
                raise OSError(errno.ECONNABORTED, "the connection was closed")
            # A duplicate stays good when TLS takes the descriptor over.
            self._held = dialled.dup()

    def release(self) -> None:
        """Hold nothing any more: whoever asked for the connection has it."""
        with self._lock:
            self._drop()

    def cut(self) -> None:
        """End what is held and refuse what comes later."""
        with self._lock:
            self._is_cut = True
            if self._held is not None:
                with suppress(OSError):
                    self._held.shutdown(socket.SHUT_RDWR)
            self._drop()

    def _drop(self) -> None:
        if self._held is not None:
            self._held.close()
            self._held = None


def connect(server: Imap, lifeline: Lifeline, proxy: Proxy | None = None) -> IMAPClient:
    """Return a client that has been greeted; with STARTTLS it is not secure yet."""
    client = _Client(server, lifeline, proxy)
    # Times with their zone, not turned into this machine's.
    client.normalise_times = False
    return client


def secure(client: IMAPClient, server: Imap) -> None:
    """Begin TLS where the server wants to be asked for it (STARTTLS)."""
    if server.tls == "starttls":
        client.starttls(_trust(server))


class _Client(IMAPClient):  # type: ignore[misc] # the library ships no types
    """The library's client on a socket that a lifeline holds."""

    def __init__(self, server: Imap, lifeline: Lifeline, proxy: Proxy | None) -> None:
        self._reached = server, lifeline, proxy
        super().__init__(
            server.host,
            port=server.port,
            ssl=server.tls == "implicit",
            timeout=SocketTimeout(CONNECT_TIMEOUT, server.timeout.total_seconds()),
        )

    def _create_IMAP4(self) -> imaplib.IMAP4:  # noqa: N802 # the library's name
        return _Protocol(*self._reached)


class _Protocol(imaplib.IMAP4):
    """The standard library's protocol on a socket that a lifeline holds."""

    def __init__(self, server: Imap, lifeline: Lifeline, proxy: Proxy | None) -> None:
        self._reached = server, lifeline, proxy
        super().__init__(server.host, server.port)

    def _create_socket(self, timeout: float | None) -> socket.socket:
        del timeout  # ours is CONNECT_TIMEOUT
        server, lifeline, proxy = self._reached
        context = _trust(server) if server.tls == "implicit" else None
        dialled = dial(server.host, server.port, proxy, lifeline.hold)
        if context is None:
            return dialled
        return context.wrap_socket(dialled, server_hostname=server.host)


def _trust(server: Imap) -> ssl.SSLContext:
    """Return what certificates are checked against: the system's and the server's own."""
    context = ssl.create_default_context()
    if server.ca_file is not None:
        context.load_verify_locations(server.ca_file)
    return context
