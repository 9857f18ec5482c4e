"""A proxy of the tests' own: SOCKS5 (RFC 1928, 1929) or HTTP CONNECT, with or without a login.

It alone knows the hosts below ``example``, which are all this machine. What a host says at
once goes out in one piece with the proxy's own answer, as real ones may do.
"""

import base64
import select
import socket
import socketserver
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import Literal, Self

USER, SECRET = "through", "proxy-secret-of-the-tests"


@dataclass(kw_only=True)
class ScriptedProxy:
    """One proxy."""

    kind: Literal["socks5", "http"]
    #: Whether it wants ``USER`` and ``SECRET``.
    wants_login: bool = False
    #: What it says instead of letting anybody through.
    refusal: bytes | None = None
    #: The places that were asked for, as they were named.
    asked: list[str] = field(default_factory=list)

    def __enter__(self) -> Self:
        self._server = _Server(self)
        self.url = f"{self.kind}://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, proxy: ScriptedProxy) -> None:
        self.proxy = proxy
        super().__init__(("127.0.0.1", 0), _Session)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a client that went away."""


class _Session(socketserver.BaseRequestHandler):
    server: _Server
    request: socket.socket

    def handle(self) -> None:
        """Lead one client through."""
        with suppress(OSError):
            lead = self._socks if self.server.proxy.kind == "socks5" else self._http
            lead()

    def _socks(self) -> None:
        proxy = self.server.proxy
        methods = self._read(self._read(2)[1])
        wanted = 2 if proxy.wants_login else 0
        if wanted not in methods:
            self.request.sendall(b"\x05\xff")
            return
        self.request.sendall(bytes((5, wanted)))
        if proxy.wants_login:
            user = self._read(self._read(2)[1])
            secret = self._read(self._read(1)[0])
            right = (user.decode(), secret.decode()) == (USER, SECRET)
            self.request.sendall(b"\x01\x00" if right else b"\x01\x01")
            if not right:
                return
        kind = self._read(4)[3]
        raw = self._read(self._read(1)[0] if kind == 3 else 4)
        host = raw.decode() if kind == 3 else socket.inet_ntoa(raw)
        port = int.from_bytes(self._read(2), "big")
        self._lead(host, port, b"\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x00")

    def _http(self) -> None:
        proxy, head = self.server.proxy, b""
        while b"\r\n\r\n" not in head:
            head += self._read(1)
        said = base64.b64encode(f"{USER}:{SECRET}".encode())
        if proxy.wants_login and b"Basic " + said not in head:
            self.request.sendall(b"HTTP/1.1 407 No\r\nContent-Length: 2\r\n\r\nno")
            return
        host, _, port = head.split(b" ")[1].decode().rpartition(":")
        self._lead(host, int(port), b"HTTP/1.1 200 Yes\r\nVia: tests\r\n\r\n")

    def _lead(self, host: str, port: int, answer: bytes) -> None:
        self.server.proxy.asked.append(host)
        if self.server.proxy.refusal is not None:
            self.request.sendall(self.server.proxy.refusal)
            return
        known = "127.0.0.1" if host.endswith(".example") else host
        with socket.create_connection((known, port)) as far:
            if select.select([far], [], [], 0.3)[0]:
                answer += far.recv(4096)
            self.request.sendall(answer)
            ends = {far: self.request, self.request: far}
            while True:
                for near in select.select([*ends], [], [])[0]:
                    said = near.recv(65536)
                    if not said:
                        return
                    ends[near].sendall(said)

    def _read(self, size: int) -> bytes:
        read = b""
        while len(read) < size:
            read += self.request.recv(size - len(read)) or self._gone()
        return read

    @staticmethod
    def _gone() -> bytes:
        raise ConnectionAbortedError
