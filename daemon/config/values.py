"""What the configuration is made of: values that are checked as they are read, and tables of them.

A check raises ``ValueError`` with a sentence that says what to write instead; which key it was is
told by daemon/config/faults.py.
"""

import ipaddress
import ssl
from datetime import time, timedelta
from pathlib import Path
from typing import Annotated, Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    WithJsonSchema,
)

from cases.labels import TAGS
from daemon.config.durations import WRITTEN, parse_duration, write_duration

#: The least that a wait may be.
A_SECOND: Final = timedelta(seconds=1)

_STORES: Final = frozenset({"sqlite", "postgresql", "postgresql+psycopg"})


#: The service and whoever is at the keyboard would keep two stores, each where it was started.
_RELATIVE: Final = (
    'write the whole path, as in "{}"; a relative one is another place for each folder that a '
    "command is started in. To keep the store of an earlier version, write where it is: "
    "find / -name {}"
)


def is_loopback(host: str) -> bool:
    """Say whether a host is this machine alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


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


def _check_tag(text: str) -> str:
    if text not in TAGS:
        raise ValueError(f"no tag of ours; one of {', '.join(TAGS)}")
    return text


def _check_spans(value: object) -> object:
    """Turn "09:00-18:00" or "09:00-12:30, 13:30-18:00" into pairs of times."""
    if not isinstance(value, str):
        raise ValueError(  # noqa: TRY004 - pydantic makes a fault of the key of nothing else
            'write the hours in quotes, as in "09:00-18:00"; "" is closed'
        )
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


def _write_spans(spans: tuple[tuple[time, time], ...]) -> str:
    return ", ".join(f"{opens:%H:%M}-{closes:%H:%M}" for opens, closes in spans)


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


def _check_place(path: Path) -> Path:
    """Take a folder that is there or can be made, by its whole path."""
    if not path.is_absolute():
        raise ValueError(_RELATIVE.format("/var/lib/triaged", "triaged.db"))
    there = next(one for one in (path, *path.absolute().parents) if one.exists())
    if not there.is_dir():
        raise ValueError(f"{there} is a file; name a folder")
    return path


def unset(value: object) -> object:
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
    if parts.scheme == "sqlite" and not parts.path.startswith("//"):
        file = Path(parts.path).name or "triaged.db"
        raise ValueError(_RELATIVE.format("sqlite:////var/lib/triaged/triaged.db", file))
    return url


#: A length of time, written "3m".
Duration = Annotated[
    timedelta,
    BeforeValidator(parse_duration),
    PlainSerializer(write_duration),
    WithJsonSchema({"type": "string", "pattern": WRITTEN.pattern}),
]

#: An IANA time zone.
Zone = Annotated[str, AfterValidator(_check_zone)]

#: A bare e-mail address, in small letters.
Address = Annotated[str, AfterValidator(_check_address)]

#: One of our tags.
MainTag = Annotated[str, AfterValidator(_check_tag)]

#: The open hours of a day, written "09:00-12:30, 13:30-18:00".
Spans = Annotated[
    tuple[tuple[time, time], ...],
    BeforeValidator(_check_spans),
    PlainSerializer(_write_spans),
    WithJsonSchema({"type": "string", "examples": ["09:00-18:00", "09:00-12:30, 13:30-18:00"]}),
]

#: A path; "" is none.
OptionalPath = Annotated[Path | None, BeforeValidator(unset)]

#: A file of certificates that can be read, PEM; "" is none.
OptionalCertificates = Annotated[
    Annotated[Path, AfterValidator(_check_certificates)] | None, BeforeValidator(unset)
]

#: A folder that is there; "" is none.
OptionalFolder = Annotated[Path | None, BeforeValidator(unset), AfterValidator(_check_folder)]

#: A folder that is there or can be made.
Place = Annotated[Path, AfterValidator(_check_place)]

#: A database's URL; "" is none.
OptionalStore = Annotated[str | None, BeforeValidator(unset), AfterValidator(_check_store)]


class Table(BaseModel):
    """A table of the configuration: unknown keys are faults, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)
