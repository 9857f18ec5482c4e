"""Reaching an IMAP server: address, TLS, greeting and login, with a socket that can be cut.

Promises: from before the socket is connected ``Lifeline.cut`` wakes whoever waits on it, be it
for the connection, a handshake or a greeting, from any thread; after the cut nothing new is
connected. Fails with what sockets, TLS and the IMAP library raise; daemon/imap_faults.py has the
words for it.
"""

import errno
import imaplib
import re
import socket
import ssl
from contextlib import suppress
from threading import Lock
from typing import Final

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import LoginError

from daemon.config import Imap
from daemon.imap_faults import LoginRefusedError

#: For each address, each handshake and the greeting, in seconds.
_CONNECT_TIMEOUT: Final = 20.0

#: What a quoted string of LOGIN may hold (RFC 9051 section 9).
_QUOTABLE: Final = re.compile(r"[ -~]*")


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


def connect(server: Imap, lifeline: Lifeline) -> IMAPClient:
    """Return a client that has been greeted; with STARTTLS it is not secure yet."""
    client = _Client(server, lifeline)
    # Times with their zone, not turned into this machine's.
    client.normalise_times = False
    return client


def secure(client: IMAPClient, server: Imap) -> None:
    """Begin TLS where the server wants to be asked for it (STARTTLS)."""
    if server.tls == "starttls":
        client.starttls(_trust(server))


def log_in(client: IMAPClient, server: Imap) -> None:
    """Log in; raise ``LoginRefusedError`` or ``SecretError``."""
    user, password = server.user, server.password.read()
    try:
        if _QUOTABLE.fullmatch(user + password):
            # The library quotes the password alone; a user may be "SHOP\\li" or hold a space.
            client.login(_quote(user), password)
        elif client.has_capability("AUTH=PLAIN"):
            # UTF-8 (RFC 4616).
            client.plain_login(user, password)
        else:
            raise LoginRefusedError(
                f"{server.host} does not offer AUTHENTICATE PLAIN, and no other login can carry "
                "the characters in user or password; choose a password in plain ASCII"
            )
    except LoginError as error:
        raise LoginRefusedError(
            f"{server.host} refused the login of the configured user; check user and "
            "password (many providers want an app password or authorisation code, and IMAP "
            "switched on)"
        ) from error


class _Client(IMAPClient):  # type: ignore[misc] # the library ships no types
    """The library's client on a socket that a lifeline holds."""

    def __init__(self, server: Imap, lifeline: Lifeline) -> None:
        self._reached = server, lifeline
        super().__init__(
            server.host,
            port=server.port,
            ssl=server.tls == "implicit",
            timeout=SocketTimeout(_CONNECT_TIMEOUT, server.timeout.total_seconds()),
        )

    def _create_IMAP4(self) -> imaplib.IMAP4:  # noqa: N802 # the library's name
        return _Protocol(*self._reached)


class _Protocol(imaplib.IMAP4):
    """The standard library's protocol on a socket that a lifeline holds."""

    def __init__(self, server: Imap, lifeline: Lifeline) -> None:
        self._reached = server, lifeline
        super().__init__(server.host, server.port)

    def _create_socket(self, timeout: float | None) -> socket.socket:
        del timeout  # ours is _CONNECT_TIMEOUT
        server, lifeline = self._reached
        context = _trust(server) if server.tls == "implicit" else None
        dialled = _dial(server, lifeline)
        if context is None:
            return dialled
        return context.wrap_socket(dialled, server_hostname=server.host)


def _dial(server: Imap, lifeline: Lifeline) -> socket.socket:
    """Connect to the first of the host's addresses that answers."""
    problem = OSError(errno.EADDRNOTAVAIL, "the host has no address")
    found = socket.getaddrinfo(server.host, server.port, type=socket.SOCK_STREAM)
    for family, kind, protocol, _, address in found:
        dialled = socket.socket(family, kind, protocol)
        try:
            dialled.settimeout(_CONNECT_TIMEOUT)
            dialled.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            lifeline.hold(dialled)
            dialled.connect(address)
        except OSError as error:
            dialled.close()
            problem = error
        else:
            return dialled
    raise problem


def _quote(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _trust(server: Imap) -> ssl.SSLContext:
    """Return what certificates are checked against: the system's and the server's own."""
    context = ssl.create_default_context()
    if server.ca_file is not None:
        context.load_verify_locations(server.ca_file)
    return context
