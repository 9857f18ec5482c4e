"""Who gives tokens for a mailbox: the issuers that are known, and how one may ask them.

Their published addresses and scopes; none of it was tried against the issuers themselves. Every
address can be set in config.toml, so an issuer that is not here is one whose addresses are named.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Flow(StrEnum):
    """How a first token is come by."""

    #: A person consents in a browser anywhere and pastes back where it ended (RFC 6749 4.1, 7636).
    CODE = "code"
    #: A person types a short code in a browser anywhere (RFC 8628).
    DEVICE = "device"
    #: The client shows its own secret; nobody consents (RFC 6749 4.4).
    CLIENT = "client-credentials"
    #: The client signs with its key in the name of the mailbox (RFC 7523).
    SERVICE_ACCOUNT = "service-account"

    @property
    def asks_a_person(self) -> bool:
        """Whether somebody must consent, and may withdraw it."""
        return self in {Flow.CODE, Flow.DEVICE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """An issuer of tokens."""

    #: Addresses; "" where it has none. ``{tenant}`` is the operator's.
    authorize_url: str = ""
    token_url: str = ""
    device_url: str = ""
    #: What is asked for in each flow that it has.
    scopes: Mapping[Flow, tuple[str, ...]]
    #: What its authorisation address wants besides (a refresh token, above all).
    asks: Mapping[str, str] = field(default_factory=dict)


_GOOGLE_MAIL: Final = ("https://mail.google.com/",)
_MICROSOFT: Final = "https://login.microsoftonline.com/{tenant}/oauth2/v2.0"
_MICROSOFT_MAIL: Final = (
    "https://outlook.office.com/IMAP.AccessAsUser.All",
    "https://outlook.office.com/SMTP.Send",
    "offline_access",
)

ISSUERS: Final[Mapping[str, Issuer]] = MappingProxyType(
    {
        # Its device flow gives no mail.
        "google": Issuer(
            authorize_url="https://accounts.google.com/o/oauth2/v2/auth",
            token_url="https://oauth2.googleapis.com/token",  # noqa: S106 - an address
            scopes={Flow.CODE: _GOOGLE_MAIL, Flow.SERVICE_ACCOUNT: _GOOGLE_MAIL},
            # Without the second, a further login gives no refresh token.
            asks={"access_type": "offline", "prompt": "consent"},
        ),
        "microsoft": Issuer(
            authorize_url=f"{_MICROSOFT}/authorize",
            token_url=f"{_MICROSOFT}/token",
            device_url=f"{_MICROSOFT}/devicecode",
            scopes={
                Flow.CODE: _MICROSOFT_MAIL,
                Flow.DEVICE: _MICROSOFT_MAIL,
                Flow.CLIENT: ("https://outlook.office365.com/.default",),
            },
        ),
        "other": Issuer(scopes=dict.fromkeys(Flow, ())),
    }
)
