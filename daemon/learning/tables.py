"""Tables of labelled letters, as rows: CSV, by whatever its columns are separated, and JSON lines.

A fault of the whole table, such as a column that is missing or stands twice, is told once, with the
line that names the columns; a row that cannot be read is told with its line. Raises
``CommandError`` naming file and line.
"""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from daemon.exits import CommandError, Exit

#: The endings of files that are tables.
TABLES: Final = frozenset({".csv", ".jsonl"})

#: What separates columns; semicolons are Excel's where the comma is the decimal mark.
_SEPARATORS: Final = ",;\t"

_SURPLUS: Final = (
    "has more cells than the first line has columns: put what holds the separator, as several "
    "tags do, in quotation marks"
)


class Row(NamedTuple):
    """One row, and where it stands."""

    #: The line of the file on which it ends.
    line: int
    #: What each column says; nothing where the line is no row.
    said: Mapping[str, Any]
    #: Why the line is no row, as of JSON that is broken; None where it is one.
    fault: str | None = None


def read_table(path: Path, needed: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of a table.

    Args:
        path: a file that ends in .csv or .jsonl.
        needed: the columns that a table of columns must name.
    """
    try:
        # Line ends inside a cell stay as they are: a letter's words are what it is known by.
        content = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise CommandError(f"{path}: cannot be read: {error.strerror}", Exit.NOINPUT) from None
    except UnicodeDecodeError:
        said = f"{path}: is not UTF-8: save it as UTF-8 (in Excel: CSV UTF-8)"
        raise CommandError(said, Exit.DATAERR) from None
    if path.suffix.lower() == ".csv":
        yield from _columns(path, content, needed)
        return
    for number, line in enumerate(io.StringIO(content, newline=""), start=1):
        if line.strip():
            yield _object(number, line)


def _columns(path: Path, content: str, needed: Sequence[str]) -> Iterator[Row]:
    try:
        reader = csv.DictReader(
            io.StringIO(content, newline=""), delimiter=_separator(content, needed)
        )
        names = [name.strip() for name in reader.fieldnames or ()]
        if said := _fault(names, needed):
            raise CommandError(f"{path}:1: {said}", Exit.DATAERR)
        reader.fieldnames = names
        yield from (_row(reader.line_num, row) for row in reader)
    except csv.Error as error:
        raise CommandError(f"{path}: is no table: {error}", Exit.DATAERR) from None


def _row(line: int, cells: dict[str | Any, Any]) -> Row:
    """Return a row; one with words beyond the last column was cut inside a cell.

    Spreadsheets end rows with blank cells, which are none.
    """
    beyond = cells.pop(None, [])
    return Row(line, cells, _SURPLUS if any(map(str.strip, beyond)) else None)


def _separator(content: str, needed: Sequence[str]) -> str:
    """Return what separates the columns: that by which most of those needed are found."""
    head = content.partition("\n")[0]

    def found(separator: str) -> int:
        names = next(csv.reader([head], delimiter=separator), [])
        return sum(name.strip() in needed for name in names)

    return max(_SEPARATORS, key=found)


def _fault(names: Sequence[str], needed: Sequence[str]) -> str | None:
    """Return what is wrong with the columns; None for a table without a line, which has no rows."""
    if not names:
        return None
    if missing := [name for name in needed if name not in names]:
        return (
            f"no column {', '.join(missing)}; found: {', '.join(names)}. Name them in the first "
            "line, separated by commas, semicolons or tabs"
        )
    if twice := [name for name, times in Counter(names).items() if times > 1 and name]:
        return f"column {', '.join(twice)} stands twice: leave one"
    return None


def _object(number: int, line: str) -> Row:
    try:
        found = json.loads(line)
    except ValueError:
        found = None
    if isinstance(found, dict):
        return Row(number, found)
    return Row(number, {}, "is no JSON object")
