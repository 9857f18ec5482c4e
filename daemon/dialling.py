"""Connecting to a host: straight, or through a mailbox's proxy (SOCKS5, HTTP CONNECT).

Promises: the socket is held, for whoever may have to cut it, from before it is connected; a proxy
looks the host's name up itself (RFC 1928 5, RFC 9110 9.3.6), and nothing that the host says behind
the proxy's answer is lost. TLS is spoken with the host, through the proxy. Fails with ``OSError``;
``ProxyFaultError`` says what a proxy did.
"""

import base64
import errno
import socket
from collections.abc import Callable
from typing import Final

import h11
from python_socks import ProxyError, ProxyType
from python_socks.sync import Proxy as Socks

from daemon.config.logins import Proxy

#: For each address, and for each answer of a proxy, in seconds.
CONNECT_TIMEOUT: Final = 20.0
#: Longer than any proxy's answer.
_LONGEST_ANSWER: Final = 65_536
_DONE: Final = 200
_WANTS_LOGIN: Final = 407


class ProxyFaultError(OSError):
    """The proxy does not let us through; ``strerror`` says why."""

    def __init__(self, said: str) -> None:
        """Keep the sentence where those of other failed connections are."""
        super().__init__(errno.ECONNREFUSED, said)


def dial(
    host: str,
    port: int,
    proxy: Proxy | None = None,
    hold: Callable[[socket.socket], None] = lambda _: None,
) -> socket.socket:
    """Return a connection to ``host``; raise ``OSError`` or ``SecretError``.

    Args:
        host: a name or an address.
        port: its port.
        proxy: what leads there; None is straight.
        hold: is given each socket before it is connected.
    """
    if proxy is None:
        return _straight(host, port, hold)
    password = proxy.password.read() if proxy.password else None
    try:
        reached = _straight(*proxy.place, hold)
    except OSError as error:
        raise ProxyFaultError(f"the proxy cannot be reached: {error.strerror}") from error
    try:
        lead = _lead_http if proxy.kind == "http" else _lead_socks
        return lead(reached, host, port, (proxy.user or None, password))
    except BaseException:
        reached.close()
        raise


def _straight(host: str, port: int, hold: Callable[[socket.socket], None]) -> socket.socket:
    """Connect to the first of the host's addresses that answers."""
    problem = OSError(errno.EADDRNOTAVAIL, "the host has no address")
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    for family, kind, protocol, _, address in found:
        dialled = socket.socket(family, kind, protocol)
        try:
            dialled.settimeout(CONNECT_TIMEOUT)
            dialled.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            hold(dialled)
            dialled.connect(address)
        except OSError as error:
            dialled.close()
            problem = error
        else:
            return dialled
    raise problem


class _Reached(Socks):
    """Stands for a proxy that is reached already, as the first of a chain."""

    def __init__(self, reached: socket.socket) -> None:
        self._reached = reached

    def connect(
        self, dest_host: str, dest_port: int, timeout: float | None = None, **_: object
    ) -> socket.socket:
        del dest_host, dest_port, timeout
        return self._reached


def _lead_socks(
    reached: socket.socket, host: str, port: int, login: tuple[str | None, str | None]
) -> socket.socket:
    user, password = login
    socks = Socks(ProxyType.SOCKS5, "", 0, user, password, rdns=True, forward=_Reached(reached))
    try:
        return socks.connect(host, port, timeout=CONNECT_TIMEOUT)
    except ProxyError as error:
        # The library's words may hold what the proxy said, and its number says as much.
        number = f" (SOCKS5 reply {error.error_code})" if error.error_code else ""
        raise ProxyFaultError(
            f"the proxy does not lead there{number}; see url, user and password of it"
        ) from error


def _lead_http(
    reached: socket.socket, host: str, port: int, login: tuple[str | None, str | None]
) -> socket.socket:
    place = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    user, password = login
    headers = [("Host", place)]
    if user is not None:
        said = base64.b64encode(f"{user}:{password}".encode()).decode()
        headers.append(("Proxy-Authorization", f"Basic {said}"))
    talk = h11.Connection(h11.CLIENT, max_incomplete_event_size=_LONGEST_ANSWER)
    try:
        asked = talk.send(h11.Request(method="CONNECT", target=place, headers=headers))
        reached.sendall(asked or b"")
        while (answer := talk.next_event()) is h11.NEED_DATA:
            # Byte by byte: what comes behind the answer is the host's, and stays in the socket.
            talk.receive_data(reached.recv(1))
    except h11.ProtocolError as error:
        raise ProxyFaultError("the proxy gives no answer in HTTP; see url of it") from error
    status = getattr(answer, "status_code", 0)
    if status == _WANTS_LOGIN:
        raise ProxyFaultError("the proxy refuses its user or password (407)")
    if status != _DONE:
        raise ProxyFaultError(f"the proxy does not lead there ({status}); see url of it")
    return reached
