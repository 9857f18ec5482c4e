"""Which Debian packages a server needs, and the line that installs those that are missing."""

from collections.abc import Iterable, Mapping
from pathlib import Path


def missing(needs: Mapping[str, str]) -> tuple[str, ...]:
    """Return the packages of ``needs`` (file pattern to package) of which no file is there."""
    absent = {package for pattern, package in needs.items() if not find(pattern)}
    return tuple(sorted(absent))


def find(pattern: str) -> Path | None:
    """Return the newest file that the absolute ``pattern`` matches, None where there is none."""
    return max(Path("/").glob(pattern.removeprefix("/")), default=None)


def apt_line(packages: Iterable[str]) -> str:
    """Return the command that installs ``packages``."""
    return f"apt-get install -y --no-install-recommends {' '.join(sorted(set(packages)))}"
