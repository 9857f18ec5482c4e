"""Sessions: a random token in a cookie, its digest in the store, and when it is over.

The token of a form is made from the session's own, so no page of another site can know it. A
session ends after half an hour in which a person opened, wrote and pressed nothing, or half a day
after login; one that waits for the second factor ends after ten minutes.
"""

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta
from typing import Final

from store.accounts_protocol import Session

IDLE: Final = timedelta(minutes=30)
LONGEST: Final = timedelta(hours=12)
#: Between the password and the second factor.
HALF_WAY: Final = timedelta(minutes=10)
#: A session's use is written down this often at most.
NOTED_EVERY: Final = timedelta(minutes=1)

_COOKIE: Final = "triaged"


def cookie_name(*, secure: bool) -> str:
    """Return the cookie's name; over TLS one that a browser takes from this very host alone."""
    return f"__Host-{_COOKIE}" if secure else _COOKIE


def new_token() -> str:
    """Return a token of 256 bits."""
    return secrets.token_urlsafe(32)


def digest(token: str) -> str:
    """Return the token as the store knows it."""
    return hashlib.sha256(token.encode()).hexdigest()


def form_token(token: str) -> str:
    """Return what every form of this session carries."""
    return hashlib.sha256(f"form:{token}".encode()).hexdigest()


def is_own_form(token: str, given: str) -> bool:
    """Whether a form came from a page of this session."""
    return hmac.compare_digest(form_token(token).encode(), given.encode())


def is_over(session: Session, now: datetime) -> bool:
    """Whether the session has ended by itself."""
    if now - session.opened_at >= (LONGEST if session.verified else HALF_WAY):
        return True
    return now - session.seen_at >= IDLE
