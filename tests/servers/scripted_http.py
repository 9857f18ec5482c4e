"""An HTTP server that keeps what it is told and answers as a test says.

It also stands in for a server elsewhere: to a client that is told to use it as its proxy, it is the
host that the client wants, with TLS where it was given a certificate (RFC 9110 9.3.6).
"""

import ssl
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import SimpleQueue
from types import TracebackType
from typing import Self

from tests.servers.certificate import Certificate
from tests.servers.loopback import PATIENCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One request."""

    method: str
    #: The host that was wanted: the Host field, or where the tunnel leads.
    host: str
    #: With its query.
    path: str
    body: str


@dataclass(kw_only=True)
class ScriptedHTTP:
    """The server; change ``status`` and ``body`` at any time."""

    status: int = 200
    body: str = "{}"
    certificate: Certificate | None = None
    #: While it is set nobody is answered.
    silent: threading.Event = field(default_factory=threading.Event)
    _told: SimpleQueue[Told] = field(default_factory=SimpleQueue, init=False)

    def __enter__(self) -> Self:
        """Begin to listen on 127.0.0.1."""
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever)
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop."""
        self.silent.clear()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.server_address[1])

    def wait(self) -> Told:
        """Return the next request, when it has come."""
        return self._told.get(timeout=PATIENCE)

    @property
    def is_idle(self) -> bool:
        """Whether every request was looked at."""
        return self._told.empty()

    def keep(self, told: Told) -> None:
        """Take in a request."""
        self._told.put(told)


def _handler(server: ScriptedHTTP) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            self._answer()

        def do_PUT(self) -> None:
            self._answer()

        def do_CONNECT(self) -> None:
            """Be the host at the other end of the tunnel."""
            assert server.certificate is not None
            self.send_response(200)
            self.end_headers()
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(server.certificate.certificate, server.certificate.key)
            with context.wrap_socket(self.connection, server_side=True) as self.connection:
                self.rfile = self.connection.makefile("rb")
                self.wfile = self.connection.makefile("wb", buffering=0)
                self.handle_one_request()
                self.rfile.close()
                self.wfile.close()
            self.close_connection = True

        def _answer(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            body = self.rfile.read(length).decode()
            host = self.headers.get("Host", "")
            server.keep(Told(method=self.command, host=host, path=self.path, body=body))
            while server.silent.is_set():
                threading.Event().wait(0.05)
            answer = server.body.encode()
            self.send_response(server.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler
