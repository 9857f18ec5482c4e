"""Files that people labelled, as corrections: messages, mailboxes, CSV and JSON lines.

A message is read as the daemon reads it, so that the training sees what the service will see.
A table needs the columns ``text`` and, unless one set is given for all, ``tags`` (main tag first,
separated by commas); ``subject``, ``language``, ``buyer``, ``order``, ``received`` and ``id`` may
be there, and to be judged by also ``priority`` and ``acknowledge``. What holds no words of a person
teaches nothing and is refused. Raises ``CommandError`` naming file and line.
"""

import hashlib
import mailbox
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from cases.labels import Kind, Priority, check_tags
from cases.values import Letter
from classifier.corrections import Correction
from daemon.exits import CommandError, Exit
from daemon.learning.tables import TABLES, read_table
from mail.identity import identify
from mail.language import identify_language
from mail.reading import Boundary, read

#: Stands for "as each row says".
AS_GIVEN: Final = "as-given"

#: What a program wrote; a notice may carry a buyer's comment.
_MACHINES: Final = frozenset({Kind.AUTO_REPLY, Kind.BOUNCE, Kind.LIST})

#: As a column names a language.
_LANGUAGE: Final = re.compile("[a-z]{2}|unknown")

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
    paths: Iterable[Path],
    tags: tuple[str, ...] | None,
    who: str,
    now: datetime,
    *,
    wordless: bool = False,
) -> Iterator[Correction]:
    """Yield a correction for every letter in ``paths``.

    Args:
        paths: messages, folders of messages, mbox, CSV and JSON-lines files.
        tags: the complete set of all of them; None takes each row's own.
        who: the person who says so.
        now: when; also when a letter without a date counts as received.
        wordless: take messages without words of a person too, as to forget them.
    """
    faults = []
    for path in paths:
        if path.suffix.lower() in TABLES:
            yield from (one.correction for one in _rows(path, tags, who, now))
            continue
        if tags is None:
            raise CommandError(
                f"{path}: is no table ({', '.join(sorted(TABLES))}), and a message bears no tags: "
                f"save a spreadsheet as CSV, or give a message's tags instead of {AS_GIVEN}",
                Exit.USAGE,
            )
        for name, raw in _messages(path):
            letter = read(raw, Boundary())
            if said := None if wordless else _why_wordless(letter):
                faults.append(f"{name}: {said}")
            else:
                received = letter.received or letter.date or now
                yield Correction.about(letter, identify(raw), tags, received, who, now)
    if faults:
        raise CommandError("\n".join(faults), Exit.DATAERR)


def read_tables(paths: Iterable[Path], now: datetime) -> Iterator[Labelled]:
    """Yield the letters of CSV and JSON-lines files with all that their rows say."""
    for path in paths:
        if path.suffix.lower() not in TABLES:
            raise CommandError(
                f"{path}: name a table of labelled letters, .csv or .jsonl", Exit.USAGE
            )
        yield from _rows(path, None, "", now)


def _messages(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield each message of a file or folder, with the name to tell it by."""
    try:
        if path.is_dir():
            found = sorted(one for one in path.rglob("*") if one.is_file())
            shown = [one for one in found if not _is_hidden(one.relative_to(path))]
            yield from ((str(one), one.read_bytes()) for one in shown)
            return
        raw = path.read_bytes()
    except OSError as error:
        raise CommandError(f"{path}: cannot be read: {error.strerror}", Exit.NOINPUT) from None
    if not raw.startswith(b"From "):
        yield str(path), raw
        return
    box = mailbox.mbox(path, create=False)
    try:
        for number, key in enumerate(box.keys(), start=1):
            yield f"{path}: message {number}", box.get_bytes(key)
    finally:
        box.close()


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _why_wordless(letter: Letter) -> str | None:
    """Return why a message says nothing in a person's words; None where it does."""
    if letter.kind in _MACHINES:
        return f"was written by a program ({letter.kind.value}): leave it out"
    if not (letter.sender or letter.subject or letter.date):
        return "is no e-mail message: leave it out"
    if not any(map(str.isalpha, f"{letter.subject}{letter.text}")):
        return "holds no words: leave it out"
    return None


def _rows(path: Path, tags: tuple[str, ...] | None, who: str, now: datetime) -> Iterator[Labelled]:
    faults, seen = list[str](), False
    needed = ("text",) if tags is not None else ("text", "tags")
    for number, row, fault in read_table(path, needed):
        seen = True
        if fault is not None:
            faults.append(f"{path}:{number}: {fault}")
            continue
        correction = priority = answer = None
        # Each for itself, so that every fault of a row is told at once.
        with _noting(f"{path}:{number}", faults):
            correction = _of_row(row, tags, who, now)
        with _noting(f"{path}:{number}", faults):
            priority = _priority(row)
        with _noting(f"{path}:{number}", faults):
            answer = _yes_or_no(row.get("acknowledge"))
        if correction is not None:
            yield Labelled(correction, priority, answer)
    if faults:
        raise CommandError("\n".join(faults), Exit.DATAERR)
    if not seen:
        raise CommandError(f"{path}: holds no labelled letter", Exit.DATAERR)


@contextmanager
def _noting(place: str, faults: list[str]) -> Iterator[None]:
    """Add what is wrong at a place to ``faults`` and go on."""
    try:
        yield
    except ValueError as error:
        faults.append(f"{place}: {error}")


def _of_row(
    row: Mapping[str, Any], tags: tuple[str, ...] | None, who: str, now: datetime
) -> Correction:
    text = str(row.get("text") or "").strip()
    if not text:
        raise ValueError('needs the letter in a column "text"')
    given = tags if tags is not None else split_tags(row.get("tags"))
    if said := check_tags(given):
        raise ValueError(said)
    subject = str(row.get("subject") or "")
    digest = hashlib.sha256(f"{subject}\0{text}".encode()).hexdigest()
    return Correction(
        id=str(row.get("id") or digest),
        tags=given,
        language=_language(row) or identify_language(text),
        subject=subject,
        text=text,
        buyer=str(row.get("buyer") or ""),
        order=str(row.get("order") or ""),
        received=_time(row.get("received"), now),
        who=who,
        at=now,
    )


def _language(row: Mapping[str, Any]) -> str:
    said = str(row.get("language") or "").strip().lower()
    if said and not _LANGUAGE.fullmatch(said):
        raise ValueError(f"language {said!r} is none: write two letters, as in de")
    return said


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


def split_tags(said: object) -> tuple[str, ...]:
    """Return the tags of a list, or of a text with commas between them."""
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
