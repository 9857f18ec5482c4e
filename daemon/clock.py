"""The one place where the time is read; everything else takes ``now``."""

from datetime import UTC, datetime


def now() -> datetime:
    """Return the present time, aware and in UTC."""
    return datetime.now(UTC)
