"""The configuration of a login that is not a password: by OAuth token, and through a proxy."""

from datetime import timedelta
from typing import Annotated, Final, Literal, Self
from urllib.parse import SplitResult, urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from daemon.config.secrets import Secret
from daemon.config.values import A_SECOND, Duration, OptionalCertificates, Table
from daemon.login.issuers import ISSUERS, Flow, Issuer

_PORTS: Final = {"socks5": 1080, "http": 8080}
#: What each flow goes to and shows: addresses of the issuer, and keys of the table.
_NEEDS: Final = {
    Flow.CODE: (("authorize_url", "token_url"), ("client_id",)),
    Flow.DEVICE: (("device_url", "token_url"), ("client_id",)),
    Flow.CLIENT: (("token_url",), ("client_id", "client_secret")),
    Flow.SERVICE_ACCOUNT: (("token_url",), ("key",)),
}
#: Microsoft's names for whichever directory a person belongs to.
_ANYBODYS: Final = frozenset({"common", "organizations", "consumers"})


def _split(url: str) -> SplitResult | None:
    """Return the parts of an address that names a host and nobody's password, else None."""
    try:
        parts = urlsplit(url)
        # Reading the port is what tells whether it is one.
        whole = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return None
    return parts if whole and parts.username is None and parts.password is None else None


def _check_issuer(url: str) -> str:
    parts = _split(url) if url else None
    if url and (parts is None or parts.scheme != "https" or parts.fragment):
        raise ValueError('write an address as in "https://login.example.com/token"; only https')
    return url


def _check_redirect(url: str) -> str:
    parts = _split(url)
    if parts is None or parts.scheme not in {"http", "https"} or parts.fragment or parts.query:
        raise ValueError('write an address as in "http://localhost", as the client registered it')
    return url


def _check_proxy(url: str) -> str:
    parts = _split(url)
    if parts is None or parts.scheme not in _PORTS or parts.path.strip("/") or parts.query:
        raise ValueError(
            'write "socks5://host:1080" or "http://host:8080"; user and password have keys of '
            "their own"
        )
    return url


IssuerUrl = Annotated[str, AfterValidator(_check_issuer)]


def _spelled(value: object) -> object:
    """Take one scope, or several with blanks between, for a list."""
    return value.split() if isinstance(value, str) else value


class OAuth(Table):
    """How tokens for a mailbox are come by; they take the place of its passwords."""

    #: Whose tokens: it names addresses and scopes; "other" wants them named.
    provider: Literal["google", "microsoft", "other"]
    #: How the first one is come by; see ``Flow``.
    flow: Flow = Flow.CODE
    #: The id of your own client, as the provider gave it.
    client_id: str = ""
    #: Its secret, where it has one.
    client_secret: Secret | None = None
    #: The key of a Google service account, the JSON file as it was downloaded.
    key: Secret | None = None
    #: The directory (Microsoft) that the mailbox belongs to.
    tenant: str = Field(default="common", pattern=r"^[A-Za-z0-9.-]+$")
    #: What is asked for, instead of what the provider wants for mail.
    scopes: Annotated[tuple[str, ...], BeforeValidator(_spelled)] = ()
    #: Addresses of the issuer, instead of the provider's.
    authorize_url: IssuerUrl = ""
    token_url: IssuerUrl = ""
    device_url: IssuerUrl = ""
    #: Where the browser ends up, as the client registered it; nothing needs to listen there.
    redirect_url: Annotated[str, AfterValidator(_check_redirect)] = "http://localhost"
    #: How a token is shown to the mail servers; auto takes what they offer.
    mechanism: Literal["auto", "oauthbearer", "xoauth2"] = "auto"
    #: A file of further certificates to trust at the issuer, PEM.
    ca_file: OptionalCertificates = None
    #: How long one answer of the issuer may take.
    timeout: Duration = Field(default=timedelta(seconds=20), ge=A_SECOND)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        known = ISSUERS[self.provider].scopes
        if self.flow not in known:
            raise ValueError(
                f"{self.provider} gives no mail by flow {self.flow.value!r}; "
                f"one of {', '.join(flow.value for flow in known)}"
            )
        addresses, keys = _NEEDS[self.flow]
        absent = [name for name in addresses if not getattr(self.issuer, name)]
        absent += [name for name in keys if not getattr(self, name)]
        if absent:
            raise ValueError(f"flow {self.flow.value!r} needs {', '.join(absent)}")
        named = self.token_url or "{tenant}" not in self._known.token_url
        if self.flow is Flow.CLIENT and self.tenant in _ANYBODYS and not named:
            raise ValueError(
                f"flow {self.flow.value!r} needs the tenant by its id or domain; nobody consents, "
                "so the provider cannot tell whose it is"
            )
        return self

    @property
    def _known(self) -> Issuer:
        return ISSUERS[self.provider]

    @property
    def issuer(self) -> Issuer:
        """The issuer, with what is named here in the place of what is known of it."""
        known = self._known

        def place(url: str) -> str:
            return url.replace("{tenant}", self.tenant)

        return Issuer(
            authorize_url=self.authorize_url or place(known.authorize_url),
            token_url=self.token_url or place(known.token_url),
            device_url=self.device_url or place(known.device_url),
            scopes={self.flow: self.scopes or known.scopes[self.flow]},
            asks=known.asks,
        )

    @property
    def wanted(self) -> tuple[str, ...]:
        """The scopes that are asked for."""
        return self.scopes or self._known.scopes[self.flow]


class Proxy(Table):
    """What a mailbox's servers, and the issuer of its tokens, are reached through."""

    #: socks5://host:port, or http://host:port for HTTP CONNECT; it looks up the servers' names.
    url: Annotated[str, AfterValidator(_check_proxy)]
    #: Its own login, where it wants one.
    user: str = ""
    password: Secret | None = None

    @model_validator(mode="after")
    def _both(self) -> Self:
        if bool(self.user) != (self.password is not None):
            raise ValueError("user and password go together; name both or neither")
        return self

    @property
    def kind(self) -> str:
        """The protocol that is spoken with it: socks5 or http."""
        return urlsplit(self.url).scheme

    @property
    def place(self) -> tuple[str, int]:
        """Its host and port."""
        parts = urlsplit(self.url)
        return str(parts.hostname), parts.port or _PORTS[parts.scheme]
