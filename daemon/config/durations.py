"""Lengths of time as people write them in a configuration: "90s", "3m", "24h", "7d"."""

import re
from datetime import timedelta
from typing import Final

_UNITS: Final = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
#: Ten years: nothing here is meant to take longer, and further back there is no calendar.
LONGEST: Final = timedelta(days=3650)
#: What is written.
WRITTEN: Final = re.compile(r"(\d{1,6})\s*([smhd])")


def parse_duration(value: object) -> timedelta:
    """Return the length of time; raise ValueError with the remedy for anything else."""
    if isinstance(value, timedelta):
        return value
    if value == 0:
        return timedelta(0)
    found = WRITTEN.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise ValueError(
            'expected a length of time in quotes, a number and s, m, h or d: "90s", "3m", "24h"'
        )
    length = timedelta(**{_UNITS[found[2]]: int(found[1])})
    if length > LONGEST:
        raise ValueError(f"at most {LONGEST.days} days")
    return length


def write_duration(length: timedelta) -> str:
    """Return a length of time as it is written: in the largest unit that leaves nothing over."""
    seconds = int(length.total_seconds())
    for unit, size in (("d", 86_400), ("h", 3_600), ("m", 60)):
        if seconds and seconds % size == 0:
            return f"{seconds // size}{unit}"
    return f"{seconds}s"
