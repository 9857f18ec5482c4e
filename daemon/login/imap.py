"""Logging in at an IMAP server: by password, or by token (RFC 7628)."""

import re
from datetime import datetime
from typing import Final

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientAbortError, LoginError

from daemon.config.mailboxes import Imap
from daemon.imap.faults import InboxError, LoginRefusedError
from daemon.login.access import Access
from daemon.login.bearer import Bearer, choose, is_unscoped
from daemon.login.tokens import Tokens

#: What a quoted string of LOGIN may hold (RFC 9051 section 9).
_QUOTABLE: Final = re.compile(r"[ -~]*")
_OFFER: Final = b"AUTH="
#: What a server says that lets nobody in for now, whatever is shown to it (RFC 5530 section 3).
#: The standard library tells it as text after AUTHENTICATE, and as bytes after LOGIN.
_BUSY: Final = re.compile(r"(?i)(?:b['\"])?\[(?:UNAVAILABLE|LIMIT|INUSE)[] ]")


def log_in(client: IMAPClient, server: Imap, access: Access, now: datetime) -> None:
    """Log in; raise ``InboxError``, ``TokenError`` or ``SecretError``.

    It is a ``LoginRefusedError`` only where the server refuses what was shown to it.
    """
    try:
        if server.password is None and access.tokens is not None:
            _by_token(client, server, access.tokens, access.mechanism, now)
        else:
            _by_password(client, server)
    except LoginError as error:
        raise InboxError(
            f"{server.host} lets nobody in for now, or this user not once more; it is tried again"
        ) from error


def _by_token(client: IMAPClient, server: Imap, tokens: Tokens, wanted: str, now: datetime) -> None:
    """Show a token; where it is refused, another one, once."""
    offered = [
        one.removeprefix(_OFFER).decode() for one in client.capabilities() if one.startswith(_OFFER)
    ]
    mechanism = choose(wanted, offered)
    if mechanism is None:
        raise LoginRefusedError(
            f"{server.host} offers no login by token ({wanted}); see mechanism under oauth, or log "
            "in by password"
        )
    token, unscoped = "", False
    for _ in range(2):
        before, token = token, tokens.token(now, refused=token)
        if token == before:
            break
        bearer = Bearer(
            mechanism=mechanism,
            user=server.user,
            token=token,
            host=server.host,
            port=server.port,
        )
        refusal = _show(client, bearer)
        if refusal is None:
            return
        unscoped = is_unscoped(refusal)
    raise tokens.explain(unscoped=unscoped)


def _show(client: IMAPClient, bearer: Bearer) -> bytes | None:
    """Show the token; return what the server says against it, None where it lets us in."""
    said: list[bytes] = []

    def answer(challenge: bytes) -> bytes:
        # The first challenge is empty: the client begins (RFC 4422 3.3).
        said.append(challenge)
        return (bearer.first if len(said) == 1 else bearer.last).encode()

    try:
        client.sasl_login(bearer.mechanism, answer)
    except LoginError as error:
        if isinstance(error.__context__, IMAPClientAbortError):
            # The connection broke, which says nothing of the token.
            raise error.__context__ from error
        if _BUSY.match(str(error)):
            raise
        return b"".join(said)
    return None


def _by_password(client: IMAPClient, server: Imap) -> None:
    user, password = server.user, server.read_password()
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
        if _BUSY.match(str(error)):
            raise
        raise LoginRefusedError(
            f"{server.host} refused the login of the configured user; check user and "
            "password (many providers want an app password or authorisation code, and IMAP "
            "switched on)"
        ) from error


def _quote(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
