"""An issuer of OAuth tokens of the tests' own: HTTPS for clients, HTTP for Dovecot's introspection.

It knows one client, and any user: whoever plays the person says who consents. Tokens, codes and
refresh tokens are good once issued until ``revoke`` or their end; a refresh token is exchanged for
another one each time, and an old one that comes again ends them all, as careful issuers do.
"""

import base64
import functools
import hashlib
import http.server
import itertools
import json
import ssl
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from tests.servers.certificate import make_certificate

CLIENT = "client-1"
CLIENT_SECRET = "client-secret-of-the-tests"
SCOPE = "https://mail.example/imap"
ACCOUNT = "robot@project.example"
_JWT = "urn:ietf:params:oauth:grant-type:jwt-bearer"
_DEVICE = "urn:ietf:params:oauth:grant-type:device_code"


@dataclass(kw_only=True)
class Issuer:
    """One issuer in ``folder``."""

    folder: Path
    #: How long a token is good, in seconds.
    lifetime: float = 3600
    #: What every token request is answered by instead, with its HTTP status.
    refusal: tuple[int, dict[str, Any]] | None = None
    #: What is granted, whatever was asked for.
    scope: str | None = None
    #: Whether tokens are let in, by introspection.
    lets_in: bool = True
    #: The forms of all token requests, as they came.
    asked: list[dict[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin with nobody's consent."""
        self._numbers = itertools.count(1)
        self._lock = threading.Lock()
        self._tokens: dict[str, tuple[str, float]] = {}
        self._refreshes: dict[str, str] = {}
        self._spent: dict[str, str] = {}
        self._codes: dict[str, dict[str, str]] = {}
        self._devices: dict[str, str | None] = {}
        made = make_certificate(self.folder, "*.provider.example")
        self.certificate = made.certificate
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(made.certificate, made.key)
        self._servers = [_Server(self), _Server(self)]
        self._servers[0].socket = context.wrap_socket(self._servers[0].socket, server_side=True)
        self.port = self._servers[0].server_port
        self.url = f"https://localhost:{self.port}"
        self.introspection_url = f"http://127.0.0.1:{self._servers[1].server_port}/introspect"

    def __enter__(self) -> Self:
        for server in self._servers:
            threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for server in self._servers:
            server.shutdown()
            server.server_close()

    @functools.cached_property
    def _key(self) -> rsa.RSAPrivateKey:
        """A service account's key."""
        return rsa.generate_private_key(public_exponent=65537, key_size=2048)

    @property
    def secrets(self) -> list[str]:
        """Everything it has given out that nobody else may read, and the client's own."""
        return [CLIENT_SECRET, *self._tokens, *self._refreshes, *self._spent, *self._codes]

    def key_file(self) -> str:
        """Return a service account's key as a provider lets it be downloaded."""
        pem = self._key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        return json.dumps({"client_email": ACCOUNT, "private_key": pem.decode()})

    def consent(self, url: str, user: str) -> str:
        """Let a person follow ``url`` and consent as ``user``; return where the browser ends up."""
        asked = dict(parse_qsl(urlsplit(url).query))
        code = f"code-{next(self._numbers)}"
        self._codes[code] = asked | {"user": user}
        return f"{asked['redirect_uri']}/?{urlencode({'state': asked['state'], 'code': code})}"

    def type_code(self, user: str) -> None:
        """Let a person type the code of the device that asked last, and consent as ``user``."""
        device = [*self._devices][-1]
        self._devices[device] = user

    def revoke(self, user: str) -> None:
        """End every consent and token of a user."""
        with self._lock:
            self._tokens = {one: kept for one, kept in self._tokens.items() if kept[0] != user}
            self._refreshes = {one: who for one, who in self._refreshes.items() if who != user}

    def end_tokens(self) -> None:
        """Let every access token end now, whatever was said of its length."""
        with self._lock:
            self._tokens.clear()

    def grant(self, user: str) -> dict[str, Any]:
        """Return a token response for a user, with a refresh token."""
        number = next(self._numbers)
        token, refresh = f"token-{number}-of-the-tests", f"refresh-{number}-of-the-tests"
        self._tokens[token] = user, time.time() + self.lifetime
        self._refreshes[refresh] = user
        told = {"scope": self.scope} if self.scope else {}
        return {
            "access_token": token,
            "token_type": "Bearer",
            "expires_in": self.lifetime,
            "refresh_token": refresh,
            **told,
        }

    def answer(self, path: str, form: Mapping[str, str]) -> tuple[int, dict[str, Any]]:
        """Return status and answer of a request."""
        with self._lock:
            if path == "/introspect":
                return 200, self._introspect(form["token"])
            self.asked.append(dict(form))
            if self.refusal is not None:
                return self.refusal
            if path == "/device":
                return 200, self._begin_device()
            return self._give(form)

    def _introspect(self, token: str) -> dict[str, Any]:
        user, ends = self._tokens.get(token, ("", 0.0))
        active = self.lets_in and time.time() < ends
        return {"active": active, "username": user}

    def _begin_device(self) -> dict[str, Any]:
        device = f"device-{next(self._numbers)}"
        self._devices[device] = None
        return {
            "device_code": device,
            "user_code": "BCDF-GHJK",
            "verification_uri": f"{self.url}/type",
            "expires_in": 60,
            "interval": 1,
        }

    def _give(self, form: Mapping[str, str]) -> tuple[int, dict[str, Any]]:
        kind = form.get("grant_type")
        if kind == _JWT:
            return self._by_signature(form["assertion"])
        if form.get("client_id") != CLIENT or form.get("client_secret", CLIENT_SECRET) != (
            CLIENT_SECRET
        ):
            return _refuse("invalid_client")
        ways = {
            "authorization_code": self._by_code,
            "refresh_token": self._exchange,
            "client_credentials": self._by_secret,
            _DEVICE: self._by_device,
        }
        return ways[str(kind)](form)

    def _by_secret(self, form: Mapping[str, str]) -> tuple[int, dict[str, Any]]:
        if "client_secret" not in form:
            return _refuse("invalid_client")
        # Whose mailbox it is stands behind the scope.
        return 200, _bare(self.grant(form["scope"].partition("#")[2]))

    def _by_device(self, form: Mapping[str, str]) -> tuple[int, dict[str, Any]]:
        user = self._devices[form["device_code"]]
        return _refuse("authorization_pending") if user is None else (200, self.grant(user))

    def _by_code(self, form: Mapping[str, str]) -> tuple[int, dict[str, Any]]:
        asked = self._codes.pop(form.get("code", ""), None)
        verifier = form.get("code_verifier", "").encode()
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier).digest()).rstrip(b"=")
        right = asked is not None and (
            ("S256", challenge.decode(), form.get("redirect_uri"))
            == (
                asked.get("code_challenge_method"),
                asked.get("code_challenge"),
                asked.get("redirect_uri"),
            )
        )
        if asked is None or not right:
            return _refuse("invalid_grant")
        return 200, self.grant(asked["user"])

    def _exchange(self, form: Mapping[str, str]) -> tuple[int, dict[str, Any]]:
        refresh = form["refresh_token"]
        if user := self._spent.get(refresh):
            self._refreshes = {one: who for one, who in self._refreshes.items() if who != user}
        user = self._refreshes.pop(refresh, None)
        if user is None:
            return _refuse("invalid_grant", "Token has been expired or revoked.")
        self._spent[refresh] = user
        return 200, self.grant(user)

    def _by_signature(self, assertion: str) -> tuple[int, dict[str, Any]]:
        try:
            said = jwt.decode(
                assertion,
                self._key.public_key(),
                algorithms=["RS256"],
                audience=f"{self.url}/token",
            )
        except jwt.InvalidTokenError:
            return _refuse("invalid_grant", "Invalid JWT Signature.")
        if (said["iss"], said["scope"]) != (ACCOUNT, SCOPE):
            return _refuse("unauthorized_client")
        return 200, _bare(self.grant(said["sub"]))


def _refuse(error: str, description: str = "") -> tuple[int, dict[str, Any]]:
    return 400, {"error": error, "error_description": description}


def _bare(answer: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in answer.items() if name != "refresh_token"}


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, issuer: Issuer) -> None:
        self.issuer = issuer
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a client that does not trust us."""


class _Handler(http.server.BaseHTTPRequestHandler):
    server: _Server

    def do_POST(self) -> None:
        """Answer a form."""
        length = int(self.headers.get("Content-Length", 0))
        form = parse_qs(self.rfile.read(length).decode())
        path = urlsplit(self.path).path
        status, told = self.server.issuer.answer(path, {name: form[name][0] for name in form})
        raw = json.dumps(told).encode()
        self.send_response(HTTPStatus(status))
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""
