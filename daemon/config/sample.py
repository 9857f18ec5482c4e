"""The sample configuration as a value: every key with its default and its reason, and written anew.

What the sample says is the one text about a key: it is printed by ``triaged config generate``,
filled in with the values of an older file, and listed in the reference. Its form is fixed: a line
that begins with "# " explains the key or table below it, "#" and a key shows the default.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import tomli_w

_TABLE: Final = re.compile(r"^#?\[([\w.]+)\]$")
_KEY: Final = re.compile(r"^#?([a-z_]+) = (.+)$")
#: Tables of which there is one a name; the sample shows one of them.
REPEATED: Final = ("mailboxes", "shops")
#: The name under which the sample shows it.
_SHOWN: Final = "main"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A table or a key of the sample."""

    #: The table's path; () is the top.
    table: tuple[str, ...]
    #: "" for the line of the table itself.
    key: str
    #: The default as it is written; an example where the default is nothing.
    value: str
    #: What it is for: the lines above it, without their marks.
    text: tuple[str, ...]


def read_sample(text: str) -> tuple[Entry, ...]:
    """Return the entries of a sample in their order, the head of the file left out."""
    entries, said = [], list[str]()
    table: tuple[str, ...] = ()
    for line in text.splitlines():
        if header := _TABLE.match(line):
            table = tuple(header[1].split("."))
            entries.append(Entry(table=table, key="", value="", text=tuple(said)))
        elif key := _KEY.match(line):
            entries.append(Entry(table=table, key=key[1], value=key[2], text=tuple(said)))
        elif line.startswith("# "):
            said.append(line[2:])
            continue
        said.clear()
    return tuple(entries)


def fill_sample(text: str, given: Mapping[str, Any]) -> str:
    """Return the sample with the values that ``given`` names switched on.

    Tables that may be repeated stand once for each name in ``given``, else as the sample has them.
    """
    entries = read_sample(text)
    head = text.split("\n\n", 1)[0]
    tops = dict.fromkeys(entry.table[:1] for entry in entries)
    blocks = [
        block
        for top in tops
        for block in _blocks([entry for entry in entries if entry.table[:1] == top], given)
    ]
    return "\n\n".join([head, *blocks]) + "\n"


_PAGE_HEAD: Final = """\
# The configuration

One TOML file: the one that `--config` names, else `config.toml` in the present folder, else
`/etc/triaged/config.toml`. `triaged config
generate` prints it with every key, `triaged check-config` names every fault by line and column,
and `triaged config show` prints what is in effect. Lengths of time are text: `"90s"`, `"3m"`,
`"24h"`, `"7d"`. On SIGHUP shops, channels, rules, model and log are read again; the rest takes a
restart.

This page is made by `triaged config reference` from the sample file and says what that says. Where
the default is nothing, an example is shown.

## Top level

"""
_COLUMNS: Final = "| key | default | what it is for |\n|---|---|---|\n"


def write_reference(text: str) -> str:
    """Return the page of the reference that lists every key of a sample."""
    page = _PAGE_HEAD + _COLUMNS
    for entry in read_sample(text):
        said = " ".join(entry.text)
        if entry.key:
            page += f"| `{entry.key}` | `{entry.value}` | {said} |\n"
        else:
            page += f"\n## `[{'.'.join(entry.table)}]`\n\n{said}\n\n{_COLUMNS}"
    return page


def _blocks(entries: list[Entry], given: Mapping[str, Any]) -> Iterator[str]:
    """Yield the text of each table below one of the top, for every name that it is given."""
    top = entries[0].table[:1]
    names = list(given.get(top[0], {})) if top and top[0] in REPEATED else []
    for name in names or [_SHOWN]:
        for table in dict.fromkeys(entry.table for entry in entries):
            named = tuple(name if part == _SHOWN else part for part in table)
            values = _look_up(given, named)
            lines = [_write(entry, named, values) for entry in entries if entry.table == table]
            yield "\n\n".join(lines) if not table else "\n".join(lines)


def _look_up(given: Mapping[str, Any], table: tuple[str, ...]) -> Mapping[str, Any] | None:
    """Return the given values of a table; None where the table is not there."""
    found: Any = given
    for part in table:
        if not isinstance(found, Mapping) or part not in found:
            return None
        found = found[part]
    return found if isinstance(found, Mapping) else None


def _write(entry: Entry, table: tuple[str, ...], values: Mapping[str, Any] | None) -> str:
    said = "".join(f"# {line}\n" for line in entry.text)
    if not entry.key:
        return f"{said}{'' if values is not None else '#'}[{'.'.join(map(_bare, table))}]"
    if values is None or entry.key not in values:
        return f"{said}#{entry.key} = {entry.value}"
    return f"{said}{write_value(entry.key, values[entry.key])}"


def write_value(key: str, value: object) -> str:
    """Return ``key = value`` on one line of TOML."""
    if isinstance(value, Mapping):
        inside = ", ".join(write_value(name, one) for name, one in value.items())
        return f"{_bare(key)} = {{{inside}}}"
    if isinstance(value, (list, tuple)):
        inside = ", ".join(write_value("x", one).partition(" = ")[2] for one in value)
        return f"{_bare(key)} = [{inside}]"
    return tomli_w.dumps({key: value}).strip()


def _bare(name: str) -> str:
    return tomli_w.dumps({name: 0}).partition(" = ")[0]
