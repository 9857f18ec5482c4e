"""The journal of systemd, told in its own form, so that events are found by their fields.

Where standard error leads into the journal, an event goes there as fields instead of a line:
``TRIAGED_EVENT=letter.filed``, ``TRIAGED_CASE=42``, and so on for every field that an event has
(docs/reference/events.md); ``journalctl TRIAGED_CASE=42`` shows all that was said of a case. What
the journal does not take is written to standard error, so that nothing is lost with it.
"""

import logging
import os
import socket
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

#: Where journald listens (systemd-journald.socket).
SOCKET: Final = Path("/run/systemd/journal/socket")
#: Says which device and inode a unit's standard error is (systemd.exec(5)).
_STREAM: Final = "JOURNAL_STREAM"
#: syslog(3)'s priorities, by the levels of ``logging``.
_PRIORITIES: Final = {
    logging.DEBUG: 7,
    logging.INFO: 6,
    logging.WARNING: 4,
    logging.ERROR: 3,
    logging.CRITICAL: 2,
}
_OURS: Final = "TRIAGED_"
_STDERR: Final = 2


def leads_here(environment: Mapping[str, str], descriptor: int = _STDERR) -> bool:
    """Tell whether what is written to ``descriptor`` ends in the journal."""
    try:
        stream = os.fstat(descriptor)
    except OSError:
        return False
    return environment.get(_STREAM) == f"{stream.st_dev}:{stream.st_ino}"


def find_journal() -> Path | None:
    """Return where the journal listens, when standard error of this process leads into it."""
    return SOCKET if leads_here(os.environ) else None


class Journal(logging.Handler):
    """Tells the journal each record: its event by fields, and as a line for people."""

    def __init__(self, path: Path) -> None:
        """Tell the journal that listens at ``path``."""
        super().__init__()
        self._path = str(path)
        self._aside = logging.StreamHandler()

    def setFormatter(self, fmt: logging.Formatter | None) -> None:  # noqa: N802 - logging's name
        """Write lines so."""
        super().setFormatter(fmt)
        self._aside.setFormatter(fmt)

    def emit(self, record: logging.LogRecord) -> None:
        """Tell one."""
        datagram = encode(
            [
                ("MESSAGE", self.format(record)),
                ("PRIORITY", str(_PRIORITIES.get(record.levelno, 6))),
                ("SYSLOG_IDENTIFIER", "triaged"),
                ("LOGGER", record.name),
                *_fields_of(record.msg),
            ]
        )
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as line:
                line.settimeout(1)
                line.sendto(datagram, self._path)
        except OSError:
            self._aside.emit(record)


def encode(fields: Iterable[tuple[str, str]]) -> bytes:
    """Return fields in the journal's native form (systemd: JOURNAL_NATIVE_PROTOCOL)."""
    return b"".join(_encode(name, value.encode("utf-8", "replace")) for name, value in fields)


def _encode(name: str, value: bytes) -> bytes:
    if b"\n" not in value:
        return name.encode("ascii") + b"=" + value + b"\n"
    return name.encode("ascii") + b"\n" + len(value).to_bytes(8, "little") + value + b"\n"


def _fields_of(event: object) -> Iterable[tuple[str, str]]:
    """Yield the fields of a structured event, those of other libraries have none."""
    if not isinstance(event, Mapping):
        return
    for name, value in event.items():
        # The journal keeps time and level by itself.
        if value is not None and not name.startswith("_") and name not in {"timestamp", "level"}:
            yield f"{_OURS}{name.upper()}", str(value)
