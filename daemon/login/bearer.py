"""Showing a token to a mail server: OAUTHBEARER (RFC 7628) and XOAUTH2, as values.

Pure. A server that refuses a token says so in JSON within the exchange, and waits for an answer
that only ends it (RFC 7628 3.2.3).
"""

import json
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final

#: By name, the newer first: what may be offered.
MECHANISMS: Final = ("OAUTHBEARER", "XOAUTH2")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """A user with a token, as one mechanism shows them."""

    mechanism: str
    user: str
    token: str = field(repr=False)
    #: Of the server: OAUTHBEARER tells whom it is meant for.
    host: str
    port: int

    @property
    def first(self) -> str:
        """What is said first."""
        if self.mechanism == "XOAUTH2":
            return f"user={self.user}\x01auth=Bearer {self.token}\x01\x01"
        name = self.user.replace("=", "=3D").replace(",", "=2C")
        where = f"host={self.host}\x01port={self.port}"
        return f"n,a={name},\x01{where}\x01auth=Bearer {self.token}\x01\x01"

    @property
    def last(self) -> str:
        """What is said to a refusal, to end the exchange."""
        return "" if self.mechanism == "XOAUTH2" else "\x01"


def choose(wanted: str, offered: Collection[str]) -> str | None:
    """Return the mechanism to take; None where the server offers none that is wanted.

    Args:
        wanted: "auto", or the name of one.
        offered: the names of what the server offers.
    """
    names = {name.upper() for name in offered}
    known = MECHANISMS if wanted == "auto" else (wanted.upper(),)
    return next((name for name in known if name in names), None)


def is_unscoped(refusal: bytes) -> bool:
    """Tell whether the server refuses what the token covers, rather than the token."""
    try:
        told = json.loads(refusal)
    except (ValueError, RecursionError):
        return False
    # 403 is how Google's and others' XOAUTH2 says it.
    return isinstance(told, dict) and str(told.get("status")) in {"insufficient_scope", "403"}
