"""Handing messages to one SMTP server over a few kept connections, stage by stage.

Promises: MAIL and RCPT come before anything is committed; the caller's ``commit`` runs
immediately before DATA (RFC 5321 4.1.1.4), and from there on a lost answer is ``unknown`` and
nothing is tried again (RFC 1047). Authentication only under TLS, except on loopback. Delivery
reports are asked for where they are offered (RFC 3461).
"""

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from aiosmtplib import (
    SMTP,
    SMTPConnectError,
    SMTPException,
    SMTPResponseException,
    SMTPServerDisconnected,
    SMTPTimeoutError,
)

from cases.states import AckEvent
from daemon import clock
from daemon.config.mailboxes import Smtp
from daemon.config.secrets import SecretError
from daemon.dialling import ProxyFaultError, dial
from daemon.login.access import PLAIN, Access
from daemon.login.refusals import TokenError
from daemon.login.smtp import UnofferedError, log_in
from daemon.smtp.faults import Outcome, Stage, Whose, judge_refusal, judge_silence

#: RFC 5321 4.5.3.2.6: ten minutes after the final dot; a spurious time-out here is a second copy.
DATA_TIMEOUT: Final = 600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """Who sends and who receives, in ASCII."""

    sender: str
    recipient: str


class AddressError(Exception):
    """This address cannot be written in ASCII, and this server was not asked for more."""


def ascii_address(address: str) -> str:
    """Return the address with its domain in A-labels; raise ``AddressError`` for other letters."""
    local, _, domain = address.rpartition("@")
    try:
        return f"{local.encode('ascii').decode()}@{domain.encode('idna').decode()}"
    except UnicodeError as error:
        raise AddressError("the address needs SMTPUTF8 (RFC 6531)") from error


@dataclass(slots=True, kw_only=True)
class _Session:
    """A connection that is logged in."""

    smtp: SMTP
    #: Messages that were accepted on it.
    taken: int = 0


class Outbox:
    """A small pool of connections to one server, as one login."""

    def __init__(
        self, server: Smtp, *, access: Access = PLAIN, data_timeout: float = DATA_TIMEOUT
    ) -> None:
        """Keep where and how to connect; connections are made when the first message comes.

        Args:
            server: the server and the login.
            access: how the server is reached and got into.
            data_timeout: how long each of the two answers of a DATA may take, in seconds.
        """
        self._server = server
        self._access = access
        self._data_timeout = data_timeout
        self._turns = asyncio.Semaphore(server.pool)
        self._idle: list[_Session] = []
        #: So many messages go over one connection; lowered where the server says so.
        self._longest = server.on_connection

    async def send(
        self,
        envelope: Envelope,
        raw: bytes,
        *,
        may: Callable[[], bool] = lambda: True,
        commit: Callable[[], Awaitable[bool]],
    ) -> Outcome:
        """Hand in one message and return how it ended.

        Args:
            envelope: sender and recipient.
            raw: the message.
            may: is asked when a connection is free: False gives the message back untouched,
                because another one has met a fault of the sender meanwhile.
            commit: writes down that DATA begins; False stops the delivery without a trace.
        """
        async with self._turns:
            if not may():
                return Outcome(event=AckEvent.RELEASE, whose=Whose.NOBODY, stage=Stage.CONNECT)
            session, outcome = await self._connected()
            if session is None:
                return outcome
            keep = False
            try:
                outcome = await self._deliver(session.smtp, envelope, raw, commit)
                keep = await self._is_good(session, outcome)
            finally:
                # Whatever ``commit`` raised, no session is left open behind it.
                if keep:
                    self._idle.append(session)
                else:
                    session.smtp.close()
            return outcome

    async def try_login(self) -> tuple[Outcome, frozenset[str]]:
        """Log in and send nothing; return how it ended, and what the server says it can do."""
        session, outcome = await self._connected()
        if session is None:
            return outcome, frozenset()
        self._idle.append(session)
        return outcome, frozenset(map(str.lower, session.smtp.esmtp_extensions))

    async def close(self) -> None:
        """Say goodbye on every connection that waits."""
        while self._idle:
            smtp = self._idle.pop().smtp
            await _leave(smtp)
            smtp.close()

    async def _is_good(self, session: _Session, outcome: Outcome) -> bool:
        """Tell whether the session may take a further message; say goodbye where it is full."""
        smtp = session.smtp
        if not smtp.is_connected or outcome.whose is Whose.SERVER:
            return False
        if outcome.crowded:
            # What it took is what another one will take.
            self._longest = max(1, session.taken)
        session.taken += outcome.event is AckEvent.ACCEPT
        if self._longest is not None and session.taken >= self._longest:
            await _leave(smtp)
            return False
        return True

    async def _connected(self) -> tuple[_Session | None, Outcome]:
        ready = Outcome(event=AckEvent.ACCEPT, whose=Whose.NOBODY, stage=Stage.CONNECT)
        while self._idle:
            kept = self._idle.pop()
            if kept.smtp.is_connected:
                return kept, ready
        stage = Stage.CONNECT
        smtp: SMTP | None = None
        try:
            smtp = await asyncio.to_thread(self._build)
            await smtp.connect()
            if smtp.last_ehlo_response is None:
                await smtp.ehlo()
            # A relay on loopback may ask for no login.
            if smtp.supported_auth_methods:
                stage = Stage.LOGIN
                await log_in(smtp, self._server, self._access, clock.now())
        except SMTPResponseException as error:
            outcome = judge_refusal(stage, error.code, error.message)
        except (SMTPException, OSError, SecretError, TokenError, ValueError) as error:
            outcome = judge_silence(stage, self._explain(error), lasting=_is_lasting(error))
        else:
            return _Session(smtp=smtp), ready
        if smtp is not None:
            await _leave(smtp)
            smtp.close()
        return None, outcome

    def _build(self) -> SMTP:
        server, proxy = self._server, self._access.proxy
        # The library dials by itself where nothing stands between.
        dialled = dial(server.host, server.port, proxy) if proxy else None
        return SMTP(
            hostname=server.host,
            port=None if dialled else server.port,
            sock=dialled,
            use_tls=server.tls == "implicit",
            start_tls=server.tls == "starttls",
            tls_context=None if server.tls == "none" else _trust(server),
            # The name of this machine is nobody's business (P11); an address literal is allowed.
            local_hostname="[127.0.0.1]",
            timeout=server.timeout.total_seconds(),
        )

    async def _deliver(
        self, smtp: SMTP, envelope: Envelope, raw: bytes, commit: Callable[[], Awaitable[bool]]
    ) -> Outcome:
        stage = Stage.MAIL
        try:
            await smtp.mail(envelope.sender)
            stage = Stage.RCPT
            asked = self._server.notify != "server" and smtp.supports_extension("dsn")
            notify = [f"NOTIFY={self._server.notify.upper()}"] if asked else []
            await smtp.rcpt(envelope.recipient, options=notify)
            if not await commit():
                await smtp.rset()
                return Outcome(event=AckEvent.RELEASE, whose=Whose.NOBODY, stage=stage)
            stage = Stage.DATA
            await smtp.data(raw, timeout=self._data_timeout)
        except SMTPResponseException as error:
            await self._reset(smtp)
            return judge_refusal(stage, error.code, error.message)
        except (SMTPException, OSError) as error:
            return judge_silence(stage, self._explain(error))
        return Outcome(event=AckEvent.ACCEPT, whose=Whose.NOBODY, stage=stage, code=250)

    async def _reset(self, smtp: SMTP) -> None:
        with suppress(SMTPException, OSError):
            await smtp.rset()

    def _explain(self, error: Exception) -> str:
        match error:
            case SecretError() | TokenError():
                return str(error)
            case ProxyFaultError():
                said = str(error.strerror)
            case UnicodeError():
                said = "this is no host name; check host"
            case _ if _is_distrust(error):
                said = "no trusted TLS; check port, tls and ca_file"
            case SMTPTimeoutError():
                said = "no answer in time"
            case SMTPConnectError() if isinstance(error.__cause__, socket.gaierror):
                said = f"the host is not found ({error.__cause__.strerror}); check host"
            case SMTPConnectError():
                said = "cannot connect; is it running, is the port right?"
            case SMTPServerDisconnected():
                said = "the server closed the connection"
            case UnofferedError():
                said = "it offers no login by token; see mechanism under oauth, or use a password"
            case _:
                said = f"the delivery failed ({type(error).__name__})"
        return f"{self._server.host}:{self._server.port}: {said}"


async def _leave(smtp: SMTP) -> None:
    with suppress(SMTPException, OSError):
        await smtp.quit(timeout=2)


def _is_lasting(error: Exception) -> bool:
    """A secret that cannot be read and a certificate that is not trusted stay so."""
    if isinstance(error, TokenError):
        return error.lasting
    return isinstance(error, SecretError) or _is_distrust(error)


def _is_distrust(error: Exception) -> bool:
    return isinstance(error, ssl.SSLError | ValueError) or isinstance(error.__cause__, ssl.SSLError)


def _trust(server: Smtp) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if server.ca_file is not None:
        context.load_verify_locations(server.ca_file)
    return context
