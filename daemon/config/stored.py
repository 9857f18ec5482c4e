"""What every process of an installation reads of config.toml.

Where the store is, what is written to standard error and how the desk is served. No mailbox, and
no password of one: a file with nothing else in it will do for the desk, so that its unit can be
kept from reading the one with the mailboxes, and ``triaged queue`` need not wait for the rest.
"""

from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from daemon.config.secrets import Secret
from daemon.config.values import (
    OptionalPath,
    OptionalStore,
    Place,
    Table,
    Zone,
    is_loopback,
    unset,
)


class Desk(Table):
    """Where people work the queue in a browser."""

    #: Serve it inside ``triaged run``; ``triaged desk`` serves it in a process of its own.
    enabled: bool = False
    #: Where it listens; an address of this machine alone, unless it speaks TLS itself.
    address: str = "127.0.0.1"
    port: int = Field(default=8025, ge=1, le=65535)
    #: Further names under which browsers reach it, such as that of a proxy with TLS.
    hosts: tuple[str, ...] = ()
    #: A certificate with its chain, and its key, PEM; without them no TLS.
    certificate: OptionalPath = None
    key: OptionalPath = None
    #: A proxy in front of it speaks TLS with the browsers.
    behind_tls: bool = False
    #: Whether nobody works without a second factor.
    second_factor: Literal["required", "optional"] = "required"
    #: In which times are shown.
    zone: Zone = "UTC"

    @model_validator(mode="after")
    def _keep_tls(self) -> Self:
        if (self.certificate is None) != (self.key is None):
            raise ValueError("certificate and key go together; name both or neither")
        if self.certificate is None and not is_loopback(self.address):
            raise ValueError(
                "address is not of this machine alone, and there is no TLS; name certificate and "
                "key, or keep 127.0.0.1 and put a proxy with TLS in front"
            )
        return self


class Log(Table):
    """What is written to standard error."""

    level: Literal["debug", "info", "warning", "error"] = "info"
    #: text for people, by its fields where it goes into systemd's journal; json for machines.
    format: Literal["text", "json"] = "text"


class Stored(Table):
    """What every process of an installation must know: where the store is, and what it says."""

    #: The folder for the store, large letters and trained models: its whole path.
    state_folder: Place = Path("/var/lib/triaged")
    #: A database URL; the default is the file triaged.db in the state folder.
    store: OptionalStore = None
    #: What letters and what was written are encrypted by in the store; without one they are plain.
    store_key: Annotated[Secret | None, BeforeValidator(unset)] = None
    #: The key before it, while everything is brought under the present one.
    store_key_before: Annotated[Secret | None, BeforeValidator(unset)] = None
    log: Log = Log()
    desk: Desk = Desk()

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
