"""What triaged says while it runs: fixed event names with fields, on standard error or the journal.

Promises (P11): no buyer's text, no address and no secret; a field is a number, an id of ours, a
state or a sentence of ours. docs/reference/events.md names every event, and a test holds it so.
"""

from typing import Any


class Logger:
    """A logger that is opened by its first event: most commands never write one.

    Args:
        name: as in ``triaged.<name>``.
    """

    __slots__ = ("_name", "_opened")

    def __init__(self, name: str) -> None:
        self._name = name
        self._opened: Any = None

    def __getattr__(self, method: str) -> Any:  # noqa: ANN401 - what structlog's loggers have
        """Return what writes an event, as ``info``."""
        if self._opened is None:
            from daemon.unadorned import structlog  # noqa: PLC0415 - a twentieth of a short command

            self._opened = structlog.get_logger(f"triaged.{self._name}")
        return getattr(self._opened, method)


def logger(name: str) -> Logger:
    """Return the logger ``triaged.<name>``."""
    return Logger(name)
