"""Logging in at an SMTP server: by password, or by token (RFC 4954, RFC 7628)."""

import asyncio
import base64
from contextlib import suppress
from datetime import datetime

from aiosmtplib import SMTP, SMTPAuthenticationError, SMTPException
from aiosmtplib.typing import SMTPStatus

from daemon.config.mailboxes import Smtp
from daemon.login.access import Access
from daemon.login.bearer import Bearer, choose, is_unscoped
from daemon.login.tokens import Tokens


class UnofferedError(SMTPException):
    """The server offers no login by token, or not the one that is named."""


async def log_in(smtp: SMTP, server: Smtp, access: Access, now: datetime) -> None:
    """Log in; raise what the library raises, ``TokenError`` or ``SecretError``."""
    if server.password is None and access.tokens is not None:
        await _by_token(smtp, server, access.tokens, access.mechanism, now)
    else:
        # A command may give the password, and take its time.
        password = await asyncio.to_thread(server.read_password)
        await smtp.login(server.user, password)


async def _by_token(smtp: SMTP, server: Smtp, tokens: Tokens, wanted: str, now: datetime) -> None:
    """Show a token; where it is refused, another one, once."""
    mechanism = choose(wanted, smtp.server_auth_methods)
    if mechanism is None:
        raise UnofferedError("no login by token is offered")
    token, unscoped = "", False
    for _ in range(2):
        before, token = token, await asyncio.to_thread(tokens.token, now, refused=token)
        if token == before:
            break
        bearer = Bearer(
            mechanism=mechanism,
            user=server.user,
            token=token,
            host=server.host,
            port=server.port,
        )
        refusal = await _show(smtp, bearer)
        if refusal is None:
            return
        unscoped = is_unscoped(refusal)
    raise await asyncio.to_thread(tokens.explain, unscoped=unscoped)


async def _show(smtp: SMTP, bearer: Bearer) -> bytes | None:
    """Show the token; return what the server says against it, None where it lets us in.

    Raises ``SMTPAuthenticationError`` where it refuses for now, whatever the token.
    """
    first = base64.b64encode(bearer.first.encode())
    answer = await smtp.execute_command(b"AUTH", bearer.mechanism.encode(), first)
    refusal = b""
    if answer.code == SMTPStatus.auth_continue:
        with suppress(ValueError):
            refusal = base64.b64decode(answer.message)
        answer = await smtp.execute_command(base64.b64encode(bearer.last.encode()))
    if answer.code == SMTPStatus.auth_successful:
        return None
    if answer.code == SMTPStatus.auth_failed:
        return refusal
    raise SMTPAuthenticationError(answer.code, answer.message)
