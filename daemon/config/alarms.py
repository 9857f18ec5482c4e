"""The tables of the configuration that say who is told when a person is needed."""

from datetime import time, timedelta
from typing import Annotated, Final, Literal, Self
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PlainSerializer,
    WithJsonSchema,
    model_validator,
)

from cases.alarms import Level
from daemon.config.secrets import Secret
from daemon.config.values import A_SECOND, Duration, Table, Zone, unset

_MINUTE: Final = timedelta(minutes=1)


def _check_quiet(value: object) -> object:
    """Turn "20:00-07:00" into a pair of times; "" is none."""
    if not isinstance(value, str):
        return value
    begins, dash, ends = value.partition("-")
    if not value:
        return None
    try:
        span = (time.fromisoformat(begins.strip()), time.fromisoformat(ends.strip()))
    except ValueError as error:
        raise ValueError(f'{value!r} is no span of hours; write "20:00-07:00"') from error
    if not dash or span[0] == span[1]:
        raise ValueError(f"{value!r} has no length; write when it begins and ends")
    return span


def _write_quiet(span: tuple[time, time] | None) -> str:
    return f"{span[0]:%H:%M}-{span[1]:%H:%M}" if span else ""


def _check_desk(address: str) -> str:
    if address and urlsplit(address).scheme not in {"http", "https"}:
        raise ValueError('write it as a browser wants it, "https://desk.example.com"')
    return address.rstrip("/")


#: Hours of the day, over midnight where they end before they begin; None is never.
Quiet = Annotated[
    tuple[time, time] | None,
    BeforeValidator(_check_quiet),
    PlainSerializer(_write_quiet),
    WithJsonSchema({"type": "string", "examples": ["20:00-07:00"]}),
]


def _write_time(moment: time | None) -> str:
    return f"{moment:%H:%M}" if moment else ""


#: An hour of the day; None is never.
OptionalTime = Annotated[
    time | None,
    BeforeValidator(unset),
    PlainSerializer(_write_time),
    WithJsonSchema({"type": "string", "examples": ["08:00"]}),
]


class Receivers(Table):
    """Who is told, of what, and when not."""

    #: Where it is sent: an apprise address each, or several in one source, a line each.
    urls: tuple[Secret, ...] = ()
    #: What is less grave is not sent.
    level: Level = Level.NOTE
    #: Hours in which only what is an error is sent; the rest comes when they end.
    quiet: Quiet = None
    #: In which quiet hours are meant and times are said.
    zone: Zone = "UTC"


class Alarms(Receivers):
    """What the operator is told."""

    level: Level = Level.WARNING
    #: What lasts is told again after this.
    repeat: Duration = Field(default=timedelta(hours=4), ge=_MINUTE)
    #: So much room is to be left in the state folder, in MiB.
    disk_free: int = Field(default=1024, ge=0)
    #: An address that is asked for (GET) while all is well, so that its silence tells.
    ping: Annotated[Secret | None, BeforeValidator(unset)] = None
    #: How often at most.
    ping_every: Duration = Field(default=_MINUTE, ge=A_SECOND)


class Alerts(Receivers):
    """What the people who work the queue are told."""

    #: So long before a promise or a limit runs out.
    before: Duration = Field(default=timedelta(minutes=30), ge=_MINUTE)
    #: At most one message in this time for all such cases together.
    every: Duration = Field(default=timedelta(minutes=10), ge=A_SECOND)
    #: The hour of the daily summary.
    digest: OptionalTime = None
    #: In which they are told.
    language: Literal["en", "zh-CN"] = "en"
    #: Where the desk is opened; messages link to its cases.
    desk: Annotated[str, AfterValidator(_check_desk)] = ""

    @model_validator(mode="after")
    def _keep_digest(self) -> Self:
        if self.digest is not None and self.level is not Level.NOTE:
            raise ValueError('digest is a note; write level = "note", or no digest')
        return self
