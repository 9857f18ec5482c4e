"""config.toml as typed values: every key with its unit, default and reason.

The sample config.toml is held complete against these models by a test. What every process reads is
in daemon/config/stored.py; reading and the faults' sentences are in daemon/config/reading.py.
"""

from datetime import timedelta
from typing import Literal

from pydantic import Field

from cases.brake import Brake
from daemon.config.alarms import Alarms, Alerts
from daemon.config.mailboxes import Mailbox
from daemon.config.shops import Channels, ShopTable
from daemon.config.stored import Stored
from daemon.config.values import (
    A_SECOND,
    Duration,
    OptionalFolder,
    OptionalPath,
    Table,
)


class BrakeTable(Table):
    """When there are more acknowledgements an hour than can be right, and a person must look."""

    #: So many times the busiest hour of the last four weeks; 0 opens the brake for good.
    times: int = Field(default=10, ge=0)
    #: Never below so many an hour.
    floor: int = Field(default=200, ge=1)
    #: Instead of the floor in an installation's first week.
    first_week: int = Field(default=10_000, ge=1)

    def build(self) -> Brake:
        """Return the brake."""
        return Brake(times=self.times, floor=self.floor, first_week=self.first_week)


class Watching(Table):
    """Where a monitoring system asks how the service is."""

    #: Answer over HTTP at all.
    enabled: bool = False
    #: Where it listens; what it tells is meant for this machine or a network of one's own.
    address: str = "127.0.0.1"
    port: int = Field(default=8024, ge=1, le=65535)


class Config(Stored):
    """The whole configuration."""

    #: What a new store starts with; later the store's own mode counts.
    mode: Literal["shadow", "approve", "live"] = "shadow"
    #: The share of cases that is never acknowledged, to measure what acknowledging does.
    hold_out: float = Field(default=0.0, ge=0.0, le=0.5)
    #: How long an acknowledgement waits for further letters of the same buyer.
    settle: Duration = timedelta(minutes=3)
    #: How often a mailbox is read even when its server announces nothing.
    poll: Duration = Field(default=timedelta(minutes=2), ge=A_SECOND)
    #: How far back a mailbox is read when it is seen for the first time.
    history: Duration = timedelta(days=7)
    #: How long a letter's bytes are kept after its case is closed; its text stays in the case.
    retention: Duration = Field(default=timedelta(days=30), ge=timedelta(days=1))
    #: The name of this worker; two workers on one store need two names.
    worker: str = Field(default="main", pattern=r"^[a-z0-9-]{1,40}$")
    #: A folder of rulebooks of your own, one TOML file a language, added to ours.
    rules: OptionalFolder = None
    #: A folder of templates of your own, <language>/<name>.txt, that take the place of ours.
    templates: OptionalFolder = None
    #: The folder of the model in use; the default is the starter model.
    model: OptionalPath = None
    #: Show tags on the server as keywords and flags (live mode only).
    mark: bool = True
    mailboxes: dict[str, Mailbox] = Field(min_length=1)
    shops: dict[str, ShopTable] = Field(min_length=1)
    channels: Channels = Channels()
    brake: BrakeTable = BrakeTable()
    watching: Watching = Watching()
    alarms: Alarms = Alarms()
    alerts: Alerts = Alerts()
