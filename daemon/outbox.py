"""Handing messages to one SMTP server over a few kept connections, stage by stage.

Promises: MAIL and RCPT come before anything is committed; the caller's ``commit`` runs
immediately before DATA (RFC 5321 4.1.1.4), and from there on a lost answer is ``unknown`` and
nothing is tried again (RFC 1047). Authentication only under TLS, except on loopback. DSN is asked
for failures only where it is offered (RFC 3461).
"""

import asyncio
import ssl
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from aiosmtplib import (
    SMTP,
    SMTPAuthenticationError,
    SMTPConnectError,
    SMTPException,
    SMTPResponseException,
    SMTPServerDisconnected,
    SMTPTimeoutError,
)

from cases.states import AckEvent
from daemon.config import Smtp
from daemon.secrets import SecretError
from daemon.smtp_faults import Outcome, Stage, Whose, judge_refusal, judge_silence

#: RFC 5321 4.5.3.2.6: ten minutes after the final dot; a spurious time-out here is a second copy.
_DATA_TIMEOUT: Final = 600.0


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


class Outbox:
    """A small pool of connections to one server, as one login."""

    def __init__(self, server: Smtp) -> None:
        """Keep where and how to connect; connections are made when the first message comes."""
        self._server = server
        self._turns = asyncio.Semaphore(server.connections)
        self._idle: list[SMTP] = []

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
            smtp, outcome = await self._connected()
            if smtp is None:
                return outcome
            keep = False
            try:
                outcome = await self._deliver(smtp, envelope, raw, commit)
                keep = smtp.is_connected and outcome.whose is not Whose.SERVER
            finally:
                # Whatever ``commit`` raised, no session is left open behind it.
                if keep:
                    self._idle.append(smtp)
                else:
                    smtp.close()
            return outcome

    async def close(self) -> None:
        """Say goodbye on every connection that waits."""
        while self._idle:
            smtp = self._idle.pop()
            with suppress(SMTPException, OSError):
                await smtp.quit(timeout=2)
            smtp.close()

    async def _connected(self) -> tuple[SMTP | None, Outcome]:
        ready = Outcome(event=AckEvent.ACCEPT, whose=Whose.NOBODY, stage=Stage.CONNECT)
        while self._idle:
            kept = self._idle.pop()
            if kept.is_connected:
                return kept, ready
        server = self._server
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
                # A command may give the password, and take its time.
                password = await asyncio.to_thread(server.password.read)
                await smtp.login(server.user, password)
        except SMTPAuthenticationError as error:
            outcome = judge_refusal(Stage.LOGIN, error.code, error.message)
        except (SMTPException, OSError, SecretError, ValueError) as error:
            outcome = judge_silence(stage, self._explain(error))
        else:
            return smtp, ready
        if smtp is not None:
            smtp.close()
        return None, outcome

    def _build(self) -> SMTP:
        server = self._server
        context = ssl.create_default_context()
        if server.ca_file is not None:
            context.load_verify_locations(server.ca_file)
        return SMTP(
            hostname=server.host,
            port=server.port,
            use_tls=server.tls == "implicit",
            start_tls=server.tls == "starttls",
            tls_context=context if server.tls != "none" else None,
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
            notify = ["NOTIFY=FAILURE"] if smtp.supports_extension("dsn") else []
            await smtp.rcpt(envelope.recipient, options=notify)
            if not await commit():
                await smtp.rset()
                return Outcome(event=AckEvent.RELEASE, whose=Whose.NOBODY, stage=stage)
            stage = Stage.DATA
            await smtp.data(raw, timeout=_DATA_TIMEOUT)
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
        where = f"{self._server.host}:{self._server.port}"
        match error:
            case SecretError():
                return str(error)
            case ssl.SSLError() | ValueError():
                return f"{where}: no trusted TLS; check port, tls and ca_file"
            case SMTPTimeoutError():
                return f"{where}: no answer in time"
            case SMTPConnectError():
                return f"{where}: cannot connect; is it running, is the port right?"
            case SMTPServerDisconnected():
                return f"{where}: the server closed the connection"
            case _:
                return f"{where}: the delivery failed ({type(error).__name__})"
