"""An SMTP server that fails where and how a test says, for what a real one cannot be made to do.

It speaks RFC 5321 with AUTH PLAIN (any password), DSN and SMTPUTF8, with TLS from the first byte
where it is given a certificate, and keeps every mail it took. It knows no STARTTLS: a test scripts
what EHLO offers and what the verb is answered. What it kept is the truth about what was accepted,
whatever the client heard.
"""

import asyncio
import socket
import ssl
import struct
from collections import Counter, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from email.parser import BytesHeaderParser
from enum import StrEnum
from types import TracebackType
from typing import Final, Self

from tests.servers.certificate import Certificate


class Stage(StrEnum):
    """Where in a session a fault happens."""

    GREETING = "greeting"
    EHLO = "ehlo"
    STARTTLS = "starttls"
    AUTH = "auth"
    MAIL = "mail"
    RCPT = "rcpt"
    #: Instead of the 354.
    DATA = "data"
    #: After the first line of the mail; a reply given here is the last.
    BODY = "body"
    #: After the final dot, before its reply.
    DOT = "dot"
    #: After the 250 to the final dot.
    AFTER = "after"
    QUIT = "quit"


class Act(StrEnum):
    """How a fault shows when it is not a reply."""

    #: The connection ends in good order.
    CLOSE = "close"
    #: The connection is torn down (TCP RST).
    RESET = "reset"
    #: The server says nothing more and leaves the connection open.
    HANG = "hang"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that goes wrong once; give it as often as it shall happen."""

    stage: Stage
    #: An act, or the reply that is given instead of the good one: "451 4.3.0 Try later".
    act: Act | str
    #: At DOT: the mail was taken all the same.
    takes: bool = False


_REPLIES: Final = {
    Stage.GREETING: "220 scripted.example ESMTP",
    Stage.EHLO: "250-scripted.example\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-DSN\r\n"
    "250-ENHANCEDSTATUSCODES\r\n250 AUTH PLAIN",
    Stage.STARTTLS: "502 5.5.1 Unknown",
    Stage.AUTH: "235 2.7.0 Welcome",
    Stage.MAIL: "250 2.1.0 Ok",
    Stage.RCPT: "250 2.1.5 Ok",
    Stage.DATA: "354 Go ahead",
    Stage.DOT: "250 2.0.0 Taken",
    Stage.QUIT: "221 2.0.0 Bye",
}


_STAGES: Final = {
    "ehlo": Stage.EHLO,
    "star": Stage.STARTTLS,
    "auth": Stage.AUTH,
    "mail": Stage.MAIL,
    "rcpt": Stage.RCPT,
    "quit": Stage.QUIT,
}


@dataclass(frozen=True, slots=True)
class _Wire:
    """Both ends of one connection."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def hear(self) -> bytes:
        return await self.reader.readuntil(b"\n")

    async def say(self, reply: str) -> None:
        self.writer.write(f"{reply}\r\n".encode())
        await self.writer.drain()

    async def stumble(self, act: Act | str) -> bool:
        """Fail in this manner; tell whether the session goes on."""
        match act:
            case Act.CLOSE:
                return False
            case Act.RESET:
                # A close that may not linger is a RST.
                raw = self.writer.get_extra_info("socket")
                raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                return False
            case Act.HANG:
                await self.reader.read()
                return False
            case reply:
                await self.say(reply)
                # RFC 5321 section 3.8: the server closes after a 421.
                return not reply.startswith("421")


class ScriptedSmtp:
    """One server on loopback in the loop of its caller; faults happen in the order given."""

    def __init__(
        self,
        faults: Iterable[Fault] = (),
        *,
        pause: float = 0.0,
        certificate: Certificate | None = None,
        happens: Callable[[], bool] = lambda: True,
    ) -> None:
        """Take what goes wrong, and how.

        Args:
            faults: what goes wrong, stage by stage in this order.
            pause: the seconds between a mail's final dot and its reply.
            certificate: speak TLS from the first byte.
            happens: whether the next fault of a stage happens now or waits for another time.
        """
        self.port = 0
        #: Every mail that was taken, with CR LF and without dots doubled, in order.
        self.accepted: list[bytes] = []
        #: Every MAIL and RCPT that was said, without its end of line.
        self.envelopes: list[str] = []
        #: How many connections there have been.
        self.connections = 0
        self._faults = deque(faults)
        self._happens = happens
        self._pause = pause
        self._tls: ssl.SSLContext | None = None
        if certificate is not None:
            self._tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            self._tls.load_cert_chain(certificate.certificate, certificate.key)
        self._sessions: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None

    async def start(self) -> None:
        """Listen; a second start listens on the same port."""
        self._server = await asyncio.start_server(
            self._serve, "127.0.0.1", self.port, ssl=self._tls
        )
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """End every session and stop listening."""
        if self._server is not None:
            self._server.close()
            for session in self._sessions:
                session.cancel()
            await asyncio.gather(*self._sessions, return_exceptions=True)
            await self._server.wait_closed()
            self._server = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.stop()

    def fail(self, *faults: Fault) -> None:
        """Add faults to those that are still to happen."""
        self._faults.extend(faults)

    def accepted_by_in_reply_to(self) -> Counter[str]:
        """Count the accepted mails by the letter they answer, "" for those that answer none."""
        read = BytesHeaderParser().parsebytes
        return Counter(str(read(mail).get("In-Reply-To", "")).strip() for mail in self.accepted)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._sessions.add(task)
        task.add_done_callback(self._sessions.discard)
        self.connections += 1
        try:
            await self._converse(_Wire(reader, writer))
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the client went away, as clients under test do
        finally:
            writer.close()

    async def _converse(self, wire: _Wire) -> None:
        going = await self._answer(Stage.GREETING, wire)
        while going:
            said = (await wire.hear()).decode("utf-8", "replace").rstrip()
            verb = said[:4].lower()
            if verb in {Stage.MAIL, Stage.RCPT}:
                self.envelopes.append(said)
            if verb == "data":
                going = await self._take(wire)
            elif verb in _STAGES:
                going = await self._answer(_STAGES[verb], wire) and verb != "quit"
            else:
                await wire.say("250 2.0.0 Ok" if verb in ("rset", "noop") else "502 5.5.1 Unknown")

    async def _take(self, wire: _Wire) -> bool:
        """Hear one mail out; tell whether the session goes on."""
        if fault := self._fault(Stage.DATA):
            return await wire.stumble(fault.act)
        await wire.say(_REPLIES[Stage.DATA])
        lines = [await wire.hear()]
        if fault := self._fault(Stage.BODY):
            await wire.stumble(fault.act)
            return False
        while lines[-1] != b".\r\n":
            lines.append(await wire.hear())
        await asyncio.sleep(self._pause)
        fault = self._fault(Stage.DOT)
        if fault is None or fault.takes:
            self.accepted.append(b"".join(line.removeprefix(b".") for line in lines[:-1]))
        if fault:
            return await wire.stumble(fault.act)
        await wire.say(_REPLIES[Stage.DOT])
        if fault := self._fault(Stage.AFTER):
            return await wire.stumble(fault.act)
        return True

    async def _answer(self, stage: Stage, wire: _Wire) -> bool:
        """Give the good reply or the fault of this stage; tell whether the session goes on."""
        if fault := self._fault(stage):
            return await wire.stumble(fault.act)
        await wire.say(_REPLIES[stage])
        return True

    def _fault(self, stage: Stage) -> Fault | None:
        """Take the next fault of this stage off the list."""
        fault = next((fault for fault in self._faults if fault.stage is stage), None)
        if fault is None or not self._happens():
            return None
        self._faults.remove(fault)
        return fault
