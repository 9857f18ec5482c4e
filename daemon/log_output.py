"""Where events go: standard error as text or JSON, or the journal by their fields."""

import logging
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from daemon.config.stored import Log
from daemon.journal import Journal, find_journal
from daemon.unadorned import structlog

#: What stands in the journal beside a line, or first in it.
_KEPT: Final = frozenset({"event", "timestamp", "level"})


def configure(log: Log, journal: Path | None = None) -> None:
    """Send the events of ``triaged.*`` to standard error as text or JSON.

    Text goes to the journal by its fields, where standard error leads there or ``journal`` says
    where it listens.
    """
    journal = journal or find_journal()
    handler, renderer = _find_way(log, journal)
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


def _find_way(log: Log, journal: Path | None) -> tuple[logging.Handler, Any]:
    """Return what takes events, and what makes lines of them."""
    if log.format == "json":
        return logging.StreamHandler(), structlog.processors.JSONRenderer(ensure_ascii=False)
    if journal is not None:
        return Journal(journal), _write_line
    colours = sys.stderr.isatty()
    return logging.StreamHandler(), structlog.dev.ConsoleRenderer(colors=colours, sort_keys=False)


def _write_line(_logger: object, _method: str, event: Mapping[str, Any]) -> str:
    """Return an event as a line, without what the journal keeps by itself."""
    fields = (f"{name}={value}" for name, value in event.items() if name not in _KEPT)
    return " ".join((str(event["event"]), *fields))
