"""Where in a TOML text each key stands, so that a fault can name its line and column.

``tomllib`` keeps no positions. This reader looks only at table headers and at keys at the start
of a line, after ``tomllib`` has accepted the text, so it need not judge syntax. A key inside an
inline table is found at the line of the key that holds the table.
"""

import re
from collections.abc import Mapping
from typing import Final

#: A key's path, list positions as numbers: ("mailboxes", "de", "imap", "port").
Path = tuple[str | int, ...]

_PART: Final = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_DOTTED: Final = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_TABLE: Final = re.compile(rf"^[ \t]*\[(?P<list>\[)?[ \t]*(?P<key>{_DOTTED})[ \t]*\]")
_KEY: Final = re.compile(rf"^[ \t]*(?P<key>{_DOTTED})[ \t]*=")
_PARTS: Final = re.compile(_PART)
_MULTILINE: Final = re.compile(r'"""|\'\'\'')


def locate(text: str) -> dict[Path, tuple[int, int]]:
    """Return line and column (both from 1) of every table and key in ``text``."""
    places: dict[Path, tuple[int, int]] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    inside = False
    for number, line in enumerate(text.splitlines(), start=1):
        was_inside = inside
        inside ^= len(_MULTILINE.findall(line)) % 2 == 1
        if was_inside:
            continue
        if header := _TABLE.match(line):
            table = _split(header["key"])
            if header["list"]:
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
            places.setdefault(table, (number, header.start("key") + 1))
        elif key := _KEY.match(line):
            path = (*table, *_split(key["key"]))
            places.setdefault(path, (number, key.start("key") + 1))
    return places


def nearest(places: Mapping[Path, tuple[int, int]], path: Path) -> tuple[int, int]:
    """Return the place of ``path``, else of the closest table around it, else the first line."""
    for length in range(len(path), 0, -1):
        if place := places.get(path[:length]):
            return place
    return (1, 1)


def _split(dotted: str) -> Path:
    return tuple(part.strip("\"'") for part in _PARTS.findall(dotted))
