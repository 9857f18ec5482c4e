"""config.toml as typed values: every key with its unit, default and reason.

The sample config.toml is held complete against these models by a test. Reading and the faults'
sentences are in daemon/configuration.py.
"""

import ipaddress
import ssl
from datetime import date, time, timedelta
from pathlib import Path
from typing import Annotated, Final, Literal, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    model_validator,
)

from daemon.durations import Duration
from daemon.secrets import Secret

_A_SECOND: Final = timedelta(seconds=1)
_STORES: Final = frozenset({"sqlite", "postgresql", "postgresql+psycopg"})
_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _check_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ValueError('unknown time zone; write an IANA name such as "Europe/Berlin"') from error
    return name


def _check_address(text: str) -> str:
    local, _, domain = text.strip().rpartition("@")
    if not local or not domain or any(mark in text for mark in ' <>,"\r\n'):
        raise ValueError("not an e-mail address; write it bare, as in shop@example.com")
    return text.strip().lower()


def _check_spans(value: object) -> object:
    """Turn "09:00-18:00" or "09:00-12:30, 13:30-18:00" into pairs of times."""
    if not isinstance(value, str):
        # pydantic turns ValueError, and nothing else, into a fault of the key.
        raise ValueError('write the hours in quotes, as in "09:00-18:00"; "" is closed')  # noqa: TRY004
    spans = []
    for part in filter(None, (part.strip() for part in value.split(","))):
        opens, dash, closes = part.partition("-")
        try:
            span = (time.fromisoformat(opens.strip()), time.fromisoformat(closes.strip()))
        except ValueError as error:
            raise ValueError(f'{part!r} is no span of hours; write "09:00-18:00"') from error
        if not dash or span[0] >= span[1]:
            raise ValueError(f"{part!r} ends before it begins")
        spans.append(span)
    return tuple(spans)


def _check_certificates(path: Path) -> Path:
    try:
        ssl.create_default_context().load_verify_locations(path)
    except (OSError, ValueError) as error:
        raise ValueError("cannot be read as certificates (PEM); check path and rights") from error
    return path


def _check_folder(path: Path | None) -> Path | None:
    if path is not None and not path.is_dir():
        raise ValueError("is no folder that can be read; check path and rights")
    return path


def _unset(value: object) -> object:
    """Take "" as not set, as the sample writes it."""
    return None if value == "" else value


def _check_store(url: str | None) -> str | None:
    if url is None:
        return None
    try:
        parts = urlsplit(url)
        # Reading the port is what tells whether it is one.
        whole = bool(parts.path.strip("/")) and (parts.port is None or parts.port > 0)
    except ValueError:
        whole = False
    if not whole or parts.scheme not in _STORES or (parts.scheme == "sqlite" and parts.query):
        raise ValueError(
            'no store triaged can use; write "sqlite:////path/triaged.db" or '
            '"postgresql+psycopg://user@host/name"'
        )
    return url


Certificates = Annotated[Path, AfterValidator(_check_certificates)]
Zone = Annotated[str, AfterValidator(_check_zone)]
Address = Annotated[str, AfterValidator(_check_address)]
Spans = Annotated[tuple[tuple[time, time], ...], BeforeValidator(_check_spans)]


class Table(BaseModel):
    """A table of the configuration: unknown keys are faults, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class Server(Table):
    """How a mail server is reached."""

    host: str = Field(min_length=1)
    port: int = Field(ge=1, le=65535)
    #: implicit: TLS from the first byte; starttls: before login; none: loopback only.
    tls: Literal["implicit", "starttls", "none"] = "implicit"
    user: str = Field(min_length=1)
    password: Secret
    #: A file of further certificates to trust, PEM; the system's are always trusted.
    ca_file: Annotated[Certificates | None, BeforeValidator(_unset)] = None
    #: How long one answer of the server may take.
    timeout: Duration = Field(default=timedelta(seconds=60), ge=_A_SECOND)

    @model_validator(mode="after")
    def _keep_tls(self) -> Self:
        if self.tls == "none" and not _is_loopback(self.host):
            raise ValueError(
                'tls = "none" is for loopback addresses only; write "implicit" or "starttls"'
            )
        return self


class Imap(Server):
    """Where letters are read."""

    port: int = Field(default=993, ge=1, le=65535)
    folder: str = "INBOX"
    #: The folder of sent mail; "auto" finds it by its \\Sent attribute, "" reads none.
    sent: str = "auto"


class Smtp(Server):
    """Where acknowledgements are handed in."""

    port: int = Field(default=465, ge=1, le=65535)
    #: Connections at once; never more than the provider allows.
    connections: int = Field(default=2, ge=1, le=50)


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


class Promise(Table):
    """The reply times, in open hours, by priority."""

    urgent: Duration = timedelta(hours=2)
    high: Duration = timedelta(hours=4)
    normal: Duration = timedelta(hours=8)
    low: Duration = timedelta(hours=9)


class Hours(Table):
    """The open hours of the people who answer, by day of the week; "" is closed."""

    mon: Spans = ((time(9), time(18)),)
    tue: Spans = ((time(9), time(18)),)
    wed: Spans = ((time(9), time(18)),)
    thu: Spans = ((time(9), time(18)),)
    fri: Spans = ((time(9), time(18)),)
    sat: Spans = ()
    sun: Spans = ()

    def by_weekday(self) -> dict[int, tuple[tuple[time, time], ...]]:
        """Return the spans by weekday number, Monday is 0."""
        return {number: getattr(self, day) for number, day in enumerate(_DAYS)}


class ShopTable(Table):
    """One seller account with its brand, hours and promise."""

    #: The name under every acknowledgement.
    brand: str = Field(min_length=1)
    #: The addresses the marketplace has approved for writing to buyers.
    senders: tuple[Address, ...] = ()
    #: Addresses, plus-tags included, that mean this shop.
    recipients: tuple[Address, ...] = ()
    #: Marketplaces whose letters mean this shop, such as "amazon.de".
    marketplaces: tuple[str, ...] = ()
    #: Of the acknowledgement, where the letter's own has no templates.
    language: str = Field(default="en", min_length=2)
    zone: Zone = "UTC"
    #: ISO 3166 country whose public holidays are closed; None keeps all days.
    country: str | None = Field(default=None, pattern=r"^[A-Z]{2}$")
    #: Its part with holidays of its own, such as "BY" for Bavaria.
    subdivision: str | None = None
    hours: Hours = Hours()
    #: Further days on which nobody answers.
    closed: tuple[date, ...] = ()
    promise: Promise = Promise()
    #: What is said when the promise lies past the marketplace's limit.
    beyond_limit: Literal["honest", "no-time"] = "honest"


class Channels(Table):
    """The ways in on which buyers write, and who is never answered."""

    #: Letters through a marketplace's relay are answered.
    relays: bool = True
    #: Addresses of ours on which direct mail is answered too.
    direct: tuple[Address, ...] = ()
    #: Domains of ours; nothing that comes from them is answered.
    own_domains: tuple[str, ...] = ()
    #: Addresses and domains that are never answered.
    never: tuple[str, ...] = ()
    #: Names (authserv-id) of servers whose Authentication-Results are believed.
    trusted_servers: tuple[str, ...] = ()
    #: Domains of forwarders whose sealed results (ARC) are believed where a trusted server says
    #: that the seal is whole.
    forwarders: tuple[str, ...] = ()


class Log(Table):
    """What is written to standard error."""

    level: Literal["debug", "info", "warning", "error"] = "info"
    #: text for people, json for machines.
    format: Literal["text", "json"] = "text"


class Config(Table):
    """The whole configuration."""

    #: What a new store starts with; later the store's own mode counts.
    mode: Literal["shadow", "live"] = "shadow"
    #: The folder for the store, large letters and trained models.
    state_folder: Path = Path("/var/lib/triaged")
    #: A database URL; the default is the file triaged.db in the state folder.
    store: Annotated[str | None, BeforeValidator(_unset), AfterValidator(_check_store)] = None
    #: How long an acknowledgement waits for further letters of the same buyer.
    settle: Duration = timedelta(minutes=3)
    #: How often a mailbox is read even when its server announces nothing.
    poll: Duration = Field(default=timedelta(minutes=2), ge=_A_SECOND)
    #: How far back a mailbox is read when it is seen for the first time.
    history: Duration = timedelta(days=7)
    #: The name of this worker; two workers on one store need two names.
    worker: str = Field(default="main", pattern=r"^[a-z0-9-]{1,40}$")
    #: A folder of rulebooks of your own, one TOML file a language, added to ours.
    rules: Annotated[Path | None, BeforeValidator(_unset), AfterValidator(_check_folder)] = None
    #: The folder of the model in use; the default is the starter model.
    model: Annotated[Path | None, BeforeValidator(_unset)] = None
    #: Show tags on the server as keywords and flags (live mode only).
    mark: bool = True
    log: Log = Log()
    mailboxes: dict[str, Mailbox] = Field(min_length=1)
    shops: dict[str, ShopTable] = Field(min_length=1)
    channels: Channels = Channels()

    def store_url(self) -> str:
        """Return the database's URL."""
        return self.store or f"sqlite:///{self.state_folder / 'triaged.db'}"

    @property
    def is_started(self) -> bool:
        """Whether there is a store already, as far as a look at files tells."""
        return self.database is None or self.database.exists()

    @property
    def database(self) -> Path | None:
        """The store's file; None on PostgreSQL."""
        kind, _, path = self.store_url().partition(":///")
        return Path(path) if kind == "sqlite" else None


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
