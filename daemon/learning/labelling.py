"""Files that people labelled, as corrections: messages, mailboxes, CSV and JSON lines.

A message is read as the daemon reads it, so that the training sees what the service will see.
A table needs the columns ``text`` and, unless one set is given for all, ``tags`` (main tag first,
separated by commas); ``subject``, ``language``, ``buyer``, ``order``, ``received`` and ``id`` may
be there, and to be judged by also ``priority`` and ``acknowledge``. Raises ``CommandError`` naming
file and line.
"""

import csv
import hashlib
import json
import mailbox
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from cases.labels import Priority, check_tags
from cases.values import Letter
from classifier.corrections import Correction
from daemon.exits import CommandError, Exit
from mail.identity import identify
from mail.language import identify_language
from mail.reading import Boundary, read

#: Stands for "as each row says".
AS_GIVEN: Final = "as-given"

_TABLES: Final = frozenset({".csv", ".jsonl"})

#: How yes and no are written; nothing says nothing.
_ANSWERS: Final[Mapping[str, bool | None]] = MappingProxyType(
    {"": None, "yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
)


class Labelled(NamedTuple):
    """A letter of a table with all that a person says it is; None where nobody said."""

    correction: Correction
    priority: Priority | None = None
    acknowledge: bool | None = None


def read_labelled(
    paths: Iterable[Path], tags: tuple[str, ...] | None, who: str, now: datetime
) -> Iterator[Correction]:
    """Yield a correction for every letter in ``paths``.

    Args:
        paths: messages, folders of messages, mbox, CSV and JSON-lines files.
        tags: the complete set of all of them; None takes each row's own.
        who: the person who says so.
        now: when; also when a letter without a date counts as received.
    """
    for path in paths:
        if path.suffix.lower() in _TABLES:
            yield from (one.correction for one in _rows(path, tags, who, now))
            continue
        if tags is None:
            raise CommandError(
                f"{path}: a message bears no tags; give them instead of {AS_GIVEN}", Exit.USAGE
            )
        for raw in _messages(path):
            yield _of_message(raw, tags, who, now)


def read_tables(paths: Iterable[Path], now: datetime) -> Iterator[Labelled]:
    """Yield the letters of CSV and JSON-lines files with all that their rows say."""
    for path in paths:
        if path.suffix.lower() not in _TABLES:
            raise CommandError(
                f"{path}: name a table of labelled letters, .csv or .jsonl", Exit.USAGE
            )
        yield from _rows(path, None, "", now)


def _messages(path: Path) -> Iterator[bytes]:
    try:
        if path.is_dir():
            yield from (one.read_bytes() for one in sorted(path.rglob("*")) if one.is_file())
            return
        raw = path.read_bytes()
    except OSError as error:
        raise CommandError(f"{path}: cannot be read: {error.strerror}", Exit.NOINPUT) from None
    if not raw.startswith(b"From "):
        yield raw
        return
    box = mailbox.mbox(path, create=False)
    try:
        yield from (box.get_bytes(key) for key in box.keys())  # noqa: SIM118 - no mapping
    finally:
        box.close()


def _of_message(raw: bytes, tags: tuple[str, ...], who: str, now: datetime) -> Correction:
    letter: Letter = read(raw, Boundary())
    received = letter.received or letter.date or now
    return Correction.about(letter, identify(raw), tags, received, who, now)


def _rows(path: Path, tags: tuple[str, ...] | None, who: str, now: datetime) -> Iterator[Labelled]:
    faults = []
    for number, row in _table(path):
        try:
            yield Labelled(
                _of_row(row, tags, who, now), _priority(row), _yes_or_no(row.get("acknowledge"))
            )
        except ValueError as error:
            faults.append(f"{path}:{number}: {error}")
    if faults:
        raise CommandError("\n".join(faults), Exit.DATAERR)


def _table(path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            if path.suffix.lower() == ".csv":
                reader = csv.DictReader(file)
                yield from ((reader.line_num, row) for row in reader)
                return
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield number, _object(line)
    except OSError as error:
        raise CommandError(f"{path}: cannot be read: {error.strerror}", Exit.NOINPUT) from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise CommandError(f"{path}: not a table in UTF-8: {error}", Exit.DATAERR) from None


def _object(line: str) -> Mapping[str, Any]:
    try:
        found = json.loads(line)
    except ValueError:
        found = None
    return found if isinstance(found, dict) else {}


def _of_row(
    row: Mapping[str, Any], tags: tuple[str, ...] | None, who: str, now: datetime
) -> Correction:
    text = str(row.get("text") or "").strip()
    if not text:
        raise ValueError('needs the letter in a column "text"')
    given = tags if tags is not None else _tags(row.get("tags"))
    if said := check_tags(given):
        raise ValueError(said)
    subject, language = str(row.get("subject") or ""), str(row.get("language") or "")
    digest = hashlib.sha256(f"{subject}\0{text}".encode()).hexdigest()
    return Correction(
        id=str(row.get("id") or digest),
        tags=given,
        language=language or identify_language(text),
        subject=subject,
        text=text,
        buyer=str(row.get("buyer") or ""),
        order=str(row.get("order") or ""),
        received=_time(row.get("received"), now),
        who=who,
        at=now,
    )


def _priority(row: Mapping[str, Any]) -> Priority | None:
    said = row.get("priority")
    if said in {None, ""}:
        return None
    if said not in tuple(Priority):
        raise ValueError(f"priority {said!r} is none: use {', '.join(Priority)}")
    return Priority(str(said))


def _yes_or_no(said: object) -> bool | None:
    word = str(said if said is not None else "").strip().lower()
    if word in _ANSWERS:
        return _ANSWERS[word]
    raise ValueError(f"acknowledge {said!r} is neither: write yes or no")


def _tags(said: object) -> tuple[str, ...]:
    parts = said if isinstance(said, list) else str(said or "").split(",")
    return tuple(part for part in (str(part).strip() for part in parts) if part)


def _time(said: object, now: datetime) -> datetime:
    if not said:
        return now
    try:
        when = datetime.fromisoformat(str(said))
    except ValueError:
        raise ValueError(f"received {said!r} is no time: write 2026-11-22T10:00:00Z") from None
    return when if when.tzinfo else when.replace(tzinfo=UTC)
