"""Asking an issuer over HTTPS: one form handed in, one JSON object back.

Promises: TLS is verified to the issuer's own host, through a proxy too; no redirection is
followed, because a secret would go along. Fails with ``TokenError``: what an issuer refuses, and
what keeps us from reaching it, each as its cause.
"""

import http.client
import json
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from oauthlib.oauth2 import Client, OAuth2Error

from daemon.config.logins import OAuth, Proxy
from daemon.config.secrets import SecretError
from daemon.dialling import dial
from daemon.login.refusals import Cause, TokenError, judge

#: Longer than any answer.
_LONGEST: Final = 1024 * 1024
_TROUBLE: Final = frozenset({408, 425, 429, *range(500, 600)})
_HEADERS: Final = {
    "Content-Type": "application/x-www-form-urlencoded",
    "Accept": "application/json",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Who asks for which mailbox, and how the issuer is reached."""

    mailbox: str
    #: Whom the token is to log in.
    user: str
    oauth: OAuth
    proxy: Proxy | None = None

    def fault(self, cause: Cause, **filled: str) -> TokenError:
        """Return the fault of this mailbox."""
        issuer = urlsplit(self.oauth.issuer.token_url).hostname or "the issuer"
        return TokenError(cause, mailbox=self.mailbox, issuer=issuer, **filled)

    def ask(self, url: str, form: str) -> dict[str, Any]:
        """Return what the issuer answers, be it an error; raise ``TokenError``."""
        try:
            status, text = self._post(url, form)
        except (OSError, SecretError) as error:
            raise self.fault(Cause.UNREACHABLE) from error
        except (http.client.HTTPException, UnicodeError) as error:
            raise self.fault(Cause.STRANGE) from error
        try:
            answer = json.loads(text)
        except (ValueError, RecursionError):
            answer = None
        if isinstance(answer, dict) and _is_said(answer, in_trouble=status in _TROUBLE):
            return answer
        raise self.fault(Cause.BUSY if status in _TROUBLE else Cause.STRANGE)

    def ask_for_token(self, client: Client, form: str) -> dict[str, Any]:
        """Return a token response; raise ``TokenError`` for whatever is none."""
        return self.check(client, self.ask(self.oauth.issuer.token_url, form))

    def check(self, client: Client, answer: dict[str, Any]) -> dict[str, Any]:
        """Return the answer if it is a token response; raise ``TokenError``."""
        try:
            client.parse_request_body_response(json.dumps(answer))
        except OAuth2Error as error:
            raise self.fault(judge(error.error or "", answer)) from error
        # A length of time or a scope that is none, each in its way.
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise self.fault(Cause.STRANGE) from error
        if not _is_shown_alone(answer):
            raise self.fault(Cause.STRANGE)
        return answer

    def secret(self) -> str | None:
        """Return the client's secret, where it has one; raise ``TokenError``."""
        source = self.oauth.client_secret
        try:
            return source.read() if source else None
        except SecretError as error:
            raise self.fault(Cause.CLIENT) from error

    def _post(self, url: str, form: str) -> tuple[int, str]:
        parts = urlsplit(url)
        host, port = str(parts.hostname), parts.port or 443
        dialled = dial(host, port, self.proxy)
        seconds = self.oauth.timeout.total_seconds()
        connection = http.client.HTTPSConnection(host, port, timeout=seconds)
        try:
            dialled.settimeout(seconds)
            connection.sock = self._trust().wrap_socket(dialled, server_hostname=host)
            target = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"
            connection.request("POST", target, form, _HEADERS)
            answer = connection.getresponse()
            return answer.status, answer.read(_LONGEST).decode("utf-8")
        finally:
            connection.close()
            dialled.close()

    def _trust(self) -> ssl.SSLContext:
        context = ssl.create_default_context()
        if self.oauth.ca_file is not None:
            context.load_verify_locations(self.oauth.ca_file)
        return context


def _is_said(answer: Mapping[str, Any], *, in_trouble: bool) -> bool:
    """Tell whether the issuer itself speaks (RFC 6749 5), rather than what stands before it."""
    if "error" not in answer:
        return not in_trouble
    error = answer["error"]
    named = isinstance(error, str)
    return named and not (in_trouble and judge(error, answer) is Cause.STRANGE)


def _is_shown_alone(answer: Mapping[str, Any]) -> bool:
    """Tell whether the token is one that whoever shows it is let in with, and can be shown."""
    token = answer.get("access_token")
    bearer = str(answer.get("token_type") or "bearer").lower() == "bearer"
    return isinstance(token, str) and token.isascii() and token.isprintable() and bearer
