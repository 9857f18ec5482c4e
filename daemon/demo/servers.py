"""The mail servers of ``triaged demo``: an IMAP server and an SMTP sink, in memory, on loopback.

Both live in the loop of their caller and are gone with it; they take free ports and know one
login. They are for a look around: no TLS, no special-use attributes, nothing is kept on disk.
Importing this module needs the extra ``triaged[demo]``; ``ImportError`` is the caller's to handle.
"""

import asyncio
import logging
from argparse import Namespace
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from proxyprotocol.sock import SocketInfo
from pymap.backend.dict import Config, Login
from pymap.backend.dict.mailbox import MailboxData, MailboxSet
from pymap.imap import IMAPServer
from pymap.parsing.message import AppendMessage
from pymap.parsing.specials.flag import Flag, Recent, Wildcard, get_system_flags
from pymap.user import UserMetadata
from pysasl.hashing import Cleartext

_HOST: Final = "127.0.0.1"

# aiosmtpd tells every session that an attribute nobody here uses is deprecated.
logging.getLogger("mail.log").setLevel(logging.ERROR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The one login both servers know."""

    user: str
    password: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One mail that the sink took, byte for byte."""

    sender: str
    recipients: tuple[str, ...]
    mail: bytes


class DemoImap:
    """An IMAP server with one user, INBOX and Sent; it has IDLE, UIDPLUS, MOVE and keywords."""

    def __init__(self, account: Account) -> None:
        """Keep the login; ``start`` listens and sets the port."""
        self.port = 0
        self._config = _ImapConfig(account)
        self._login = Login(self._config)
        self._account = account
        self._sessions: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None

    async def start(self) -> None:
        """Listen on a free port with two empty mailboxes."""
        _keep_keywords()
        user = UserMetadata(self._config, self._account.user, password=self._account.password)
        await self._login.demo_user_identity.set(user)
        await (await self._mailboxes()).add_mailbox("Sent")
        self._server = await asyncio.start_server(self._serve, _HOST)
        self.port = self._server.sockets[0].getsockname()[1]

    async def deliver(self, mail: bytes, when: datetime) -> None:
        """Put a mail into the INBOX with this time of arrival; who idles there hears of it."""
        inbox = await (await self._mailboxes()).get_mailbox("INBOX")
        await inbox.append(AppendMessage(mail, when), recent=True)

    async def stop(self) -> None:
        """Say BYE to every session and stop listening; what was in the mailboxes is gone."""
        if self._server is not None:
            self._server.close()
            for session in self._sessions:
                session.cancel()
            await asyncio.gather(*self._sessions, return_exceptions=True)
            await self._server.wait_closed()
            self._server = None

    async def _mailboxes(self) -> MailboxSet:
        async with self._login.demo_user_identity.new_session() as session:
            return session.mailbox_set

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        converse = IMAPServer(self._login, self._config)
        whole = _WholeAnswers(reader, writer)
        session = asyncio.ensure_future(
            converse(reader, whole, SocketInfo.get(writer.transport, None))
        )
        self._sessions.add(session)
        session.add_done_callback(self._sessions.discard)
        await session


class DemoSmtp:
    """An SMTP server that takes every mail after a login and keeps it in ``taken``."""

    def __init__(self, account: Account) -> None:
        """Keep the login; ``start`` listens and sets the port."""
        self.port = 0
        #: What was taken, in order.
        self.taken: list[Taken] = []
        self._account = account
        self._sessions: set[_SmtpSession] = set()
        self._server: asyncio.Server | None = None

    async def start(self) -> None:
        """Listen on a free port."""
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(self._open_session, _HOST)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """End every session and stop listening; ``taken`` stays."""
        if self._server is not None:
            self._server.close()
            await asyncio.gather(*(session.end() for session in self._sessions))
            await self._server.wait_closed()
            self._server = None

    def _open_session(self) -> "_SmtpSession":
        session = _SmtpSession(_Sink(self._account, self.taken))
        self._sessions.add(session)
        session.gone.add_done_callback(lambda _: self._sessions.discard(session))
        return session


class _ImapConfig(Config):
    """pymap without TLS, hashing, demonstration data and name look-ups."""

    def __init__(self, account: Account) -> None:
        super().__init__(
            Namespace(passlib_cfg=None, proxy_protocol=None),
            host=_HOST,
            port=0,
            tls_enabled=False,
            hash_context=Cleartext(),
            demo_data=False,
            demo_user=account.user,
            demo_password=account.password,
        )

    @property
    def greeting(self) -> bytes:
        """What is said first; pymap's own asks the resolver for this machine's name."""
        return b"triaged demo"


class _WholeAnswers(asyncio.StreamWriter):
    """Sends what pymap writes in pieces as one; clients in IDLE take half a line for a fault."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        transport = writer.transport
        loop = asyncio.get_running_loop()
        super().__init__(transport, transport.get_protocol(), reader, loop)
        self._pieces: list[bytes] = []

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self._pieces.append(bytes(data))

    async def drain(self) -> None:
        super().write(b"".join(self._pieces))
        self._pieces.clear()
        await super().drain()


class _Sink:
    """What aiosmtpd asks about a login and a mail."""

    def __init__(self, account: Account, taken: list[Taken]) -> None:
        self._login = LoginPassword(account.user.encode(), account.password.encode())
        self._taken = taken

    def authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, login: object
    ) -> AuthResult:
        del server, session, envelope, mechanism
        return AuthResult(success=login == self._login, handled=False)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd looks for this name
        del server, session
        taken = Taken(
            sender=envelope.mail_from or "",
            recipients=tuple(envelope.rcpt_tos),
            mail=envelope.original_content or b"",
        )
        self._taken.append(taken)
        return "250 2.0.0 Taken"


class _SmtpSession(SMTP):
    """One connection that can be ended and waited for."""

    def __init__(self, sink: _Sink) -> None:
        loop = asyncio.get_running_loop()
        self.gone: asyncio.Future[None] = loop.create_future()
        super().__init__(
            sink,
            hostname="demo.localhost",
            ident="triaged demo",
            enable_SMTPUTF8=True,
            # Loopback alone listens.
            auth_require_tls=False,
            authenticator=sink.authenticate,
            loop=loop,
        )

    def connection_lost(self, error: Exception | None) -> None:
        super().connection_lost(error)
        self.gone.set_result(None)

    async def end(self) -> None:
        if self.transport is not None:
            self.transport.close()
            await self.gone


def _keep_keywords() -> None:
    """Let pymap say that new keywords may be stored; without it STORE drops them in silence."""
    MailboxData.permanent_flags = property(_permanent_flags)  # type: ignore[assignment, method-assign]


def _permanent_flags(_: MailboxData) -> frozenset[Flag]:
    return (get_system_flags() - {Recent}) | {Wildcard}
