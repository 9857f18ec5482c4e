"""What triaged says while it runs: fixed event names with fields, on standard error.

Promises (P11): no buyer's text, no address and no secret; a field is a number, an id of ours, a
state or a sentence of ours. docs/reference/events.md names every event, and a test holds it so.
"""

import logging
import sys
from typing import Any

import structlog

from daemon.config import Log


def configure(log: Log) -> None:
    """Send the events of ``triaged.*`` to standard error as text or JSON."""
    renderer: Any = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if log.format == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), sort_keys=False)
    )
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    root = logging.getLogger("triaged")
    root.handlers = [handler]
    root.propagate = False
    root.setLevel(log.level.upper())


def logger(name: str) -> Any:  # noqa: ANN401 - structlog's loggers are proxies
    """Return the logger ``triaged.<name>``."""
    return structlog.get_logger(f"triaged.{name}")
