"""The configuration of a mailbox: where its letters are read, and where ours are handed in."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Literal, Self

from pydantic import Field, model_validator

from cases.pace import Pace, Window
from daemon.config.logins import OAuth, Proxy
from daemon.config.secrets import Secret, SecretError, SecretSource
from daemon.config.values import (
    A_SECOND,
    Address,
    Duration,
    OptionalCertificates,
    Table,
    is_loopback,
)
from daemon.providers import Provider, recognise


class Server(Table):
    """How a mail server is reached."""

    host: str = Field(min_length=1)
    port: int = Field(ge=1, le=65535)
    #: implicit: TLS from the first byte; starttls: before login; none: loopback only.
    tls: Literal["implicit", "starttls", "none"] = "implicit"
    user: str = Field(min_length=1)
    #: None where the mailbox logs in by token.
    password: Secret | None = None
    #: A file of further certificates to trust, PEM; the system's are always trusted.
    ca_file: OptionalCertificates = None
    #: How long one answer of the server may take.
    timeout: Duration = Field(default=timedelta(seconds=60), ge=A_SECOND)

    @model_validator(mode="after")
    def _keep_tls(self) -> Self:
        if self.tls == "none" and not is_loopback(self.host):
            raise ValueError(
                'tls = "none" is for loopback addresses only; write "implicit" or "starttls"'
            )
        return self

    def read_password(self) -> str:
        """Return the password; raise ``SecretError`` where it cannot be read or there is none."""
        if self.password is None:
            raise SecretError(f"{self.host} wants a password, and none is named")
        return self.password.read()


class Imap(Server):
    """Where letters are read."""

    port: int = Field(default=993, ge=1, le=65535)
    folder: str = "INBOX"
    #: The folder of sent mail; "auto" finds it by its \\Sent attribute, "" reads none.
    sent: str = "auto"
    #: Whether what is sent is copied there: auto where the provider does not keep it itself.
    sent_copy: Literal["auto", "always", "never"] = "auto"

    @property
    def sent_folder(self) -> str:
        r"""The folder of sent mail as the reader wants it: a name, ``\Sent`` to look, or ""."""
        return "\\Sent" if self.sent == "auto" else self.sent


class Smtp(Server):
    """Where acknowledgements are handed in."""

    port: int = Field(default=465, ge=1, le=65535)
    #: Connections at once; None is what the provider allows (daemon/providers.py).
    connections: int | None = Field(default=None, ge=1, le=50)
    #: Messages in a rolling minute, quarter of an hour and day, people's counted in; 0 is without
    #: end, None is what the provider allows.
    per_minute: int | None = Field(default=None, ge=0)
    per_quarter: int | None = Field(default=None, ge=0)
    per_day: int | None = Field(default=None, ge=0)
    #: Messages on one connection; 0 is without end, None is what the provider allows.
    per_connection: int | None = Field(default=None, ge=0)
    #: The share of each of these that acknowledgements leave to people.
    reserve: float = Field(default=0.2, ge=0, lt=1)
    #: MAIL FROM: our address, to which bounces come, or the null path (RFC 3834 3.3).
    reverse_path: Literal["address", "null"] = "address"
    #: What delivery reports are asked for where the server offers them (RFC 3461): of failures,
    #: none at all, or what the server does by itself.
    notify: Literal["failure", "never", "server"] = "failure"

    @property
    def provider(self) -> Provider:
        """The provider whose server this is."""
        return recognise(self.host, self.user, loopback=is_loopback(self.host))

    @property
    def pool(self) -> int:
        """How many connections are held at once."""
        return self.connections or self.provider.connections

    @property
    def on_connection(self) -> int | None:
        """How many messages go over one connection; None is without end."""
        if self.per_connection is None:
            return self.provider.on_connection
        return self.per_connection or None

    @property
    def pace(self) -> Pace:
        """How fast this login may send."""
        allowed = self.provider.limits
        said = {
            Window.MINUTE: self.per_minute,
            Window.QUARTER: self.per_quarter,
            Window.DAY: self.per_day,
        }
        limits = {
            window: allowed.get(window, 0) if own is None else own for window, own in said.items()
        }
        return Pace(
            login=f"{self.user} {self.host}",
            limits={window: most for window, most in limits.items() if most},
            reserve=self.reserve,
        )


class Mailbox(Table):
    """One mailbox that is watched and answered from."""

    #: The address buyers write to; From of what is sent.
    address: Address
    #: The display name of what is sent; the shop's brand when empty.
    name: str = ""
    #: Further addresses of ours that end up here: aliases and plus-tags.
    aliases: tuple[Address, ...] = ()
    #: The shop of letters that name none themselves.
    shop: str | None = None
    imap: Imap
    smtp: Smtp
    #: Logs in where no password is named.
    oauth: OAuth | None = None
    proxy: Proxy | None = None

    def secrets(self) -> Iterator[tuple[tuple[str, str], SecretSource]]:
        """Yield table, key and source of every secret that is named."""
        tables = {"imap": self.imap, "smtp": self.smtp, "oauth": self.oauth, "proxy": self.proxy}
        for name, table in tables.items():
            for key in ("password", "client_secret", "key"):
                source = getattr(table, key, None)
                if source is not None:
                    yield (name, key), source
