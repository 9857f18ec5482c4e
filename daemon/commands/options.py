"""What several commands let a person say: the configuration, numbers and times."""

import argparse
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from daemon.config.durations import parse_duration
from daemon.exits import CommandError, Exit

_DIGITS: Final = 18
_SYSTEM_CONFIG: Final = Path("/etc/triaged/config.toml")


def add_config(parser: argparse.ArgumentParser) -> None:
    """Let the command take a configuration; ``find_config`` says which one is meant."""
    parser.add_argument(
        "--config",
        type=Path,
        metavar="FILE",
        help=f"the configuration; default config.toml here, else {_SYSTEM_CONFIG}",
    )


def find_config(given: argparse.Namespace) -> Path:
    """Return the configuration that was named, else the one that is there."""
    named: Path | None = given.config
    if named is not None:
        return named
    here = Path("config.toml")
    return here if here.exists() else _SYSTEM_CONFIG


def number(text: str) -> int:
    """Return a whole number, zero or more; raise ``argparse.ArgumentTypeError``."""
    if not text.isascii() or not text.isdigit() or len(text) > _DIGITS:
        raise argparse.ArgumentTypeError(f"{text!r} is no number; write it in digits, as in 17")
    return int(text)


def limit(text: str) -> int:
    """Return how many to show, one or more; raise ``argparse.ArgumentTypeError``."""
    if (many := number(text)) == 0:
        raise argparse.ArgumentTypeError(f"{text} would show nothing; write 1 or more")
    return many


def time(text: str) -> datetime:
    """Return a time in UTC; one without a zone is UTC. Raises as ``local_time`` does."""
    when = local_time(text)
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC)


def local_time(text: str) -> datetime:
    """Return a time, without a zone where none is written: whoever asked knows which is meant.

    Raises:
        argparse.ArgumentTypeError: it is none, as ISO 8601 writes it.
    """
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no time; write it as 2026-11-22T10:00:00Z"
        ) from error


def length(text: str) -> timedelta:
    """Return a length of time, as "90s" or "14d" is one; raise ``argparse.ArgumentTypeError``."""
    try:
        return parse_duration(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no length of time; write it as 90s, 3m, 24h or 14d"
        ) from error


def address(text: str) -> str:
    """Return an e-mail address in small letters; raise ``argparse.ArgumentTypeError``."""
    name, at, domain = text.strip().rpartition("@")
    if not (name and at and domain) or any(map(str.isspace, name + domain)):
        raise argparse.ArgumentTypeError(
            f"{text!r} is no address; write it as in sales@shop.example"
        )
    return text.strip().lower()


def require_folder(path: Path) -> None:
    """Raise ``CommandError`` unless a folder that was given to be read can be."""
    if not path.is_dir() or not os.access(path, os.R_OK | os.X_OK):
        raise CommandError(f"{path}: is no folder that can be read", Exit.NOINPUT)


def require_file(path: Path) -> None:
    """Raise ``CommandError`` unless a file that was given to be read can be."""
    if not path.is_file() or not os.access(path, os.R_OK):
        raise CommandError(f"{path}: is no file that can be read", Exit.NOINPUT)
