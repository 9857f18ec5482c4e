"""Moments as JSON shows them."""

from datetime import UTC, datetime


def iso(when: datetime | None) -> str | None:
    """Return the time as 2026-11-22T10:00:00Z; None stays None."""
    return None if when is None else when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
