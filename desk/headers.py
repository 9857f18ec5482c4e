"""What every answer tells the browser: load nothing from elsewhere, keep no page, be no frame."""

from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: Of our own pages: files from the desk itself, no inline script or style, frames of our own.
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)

_ALWAYS: Final = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}


class Headers:
    """ASGI middleware that adds the headers; what a page has set itself stays."""

    def __init__(self, app: ASGIApp, *, secure: bool) -> None:
        """Wrap ``app``; over TLS the browser is told to use nothing else (RFC 6797)."""
        self._app = app
        self._added = {
            "content-security-policy": POLICY,
            "cache-control": "no-store",
            **_ALWAYS,
            **({"strict-transport-security": "max-age=31536000"} if secure else {}),
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._added.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, answer if scope["type"] == "http" else send)
