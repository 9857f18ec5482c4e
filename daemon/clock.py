"""The one place where the time is read; everything else takes ``now``."""

import time
from datetime import UTC, datetime


def now() -> datetime:
    """Return the present time, aware and in UTC."""
    return datetime.now(UTC)


def lapsed() -> float:
    """Return seconds that only ever grow: two of them tell how long something took."""
    return time.perf_counter()
