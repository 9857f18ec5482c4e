"""What is wrong with a configuration, in words that name the place and the remedy.

No value of it, which may be a misplaced password, is ever repeated in a message.
"""

import difflib
import types
import typing
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from daemon.config import positions
from daemon.exits import CommandError, Exit

#: Where each key and table stands: line and column.
Places = Mapping[positions.Path, tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfigFault:
    """One thing that is wrong, where, and what to do."""

    #: Line and column, from 1.
    line: int
    column: int
    #: The key as a person writes it: mailboxes.de.imap.port.
    key: str
    sentence: str


class ConfigError(CommandError):
    """The configuration is wrong; the message has a line for every fault."""

    def __init__(self, name: str, faults: tuple[ConfigFault, ...]) -> None:
        """Write the faults down in the order of their lines."""
        self.faults = tuple(sorted(faults, key=lambda fault: (fault.line, fault.column)))
        super().__init__(
            "\n".join(
                f"{name}:{fault.line}:{fault.column}: {fault.key}: {fault.sentence}"
                if fault.key
                else f"{name}:{fault.line}:{fault.column}: {fault.sentence}"
                for fault in self.faults
            ),
            Exit.CONFIG,
        )


def at_key(places: Places, key: positions.Path, sentence: str) -> ConfigFault:
    """Return a fault of ``key``, at its place or at that of the closest table around it."""
    line, column = positions.nearest(places, key)
    return ConfigFault(line=line, column=column, key=".".join(map(str, key)), sentence=sentence)


def from_pydantic(detail: ErrorDetails, places: Places, model: type[BaseModel]) -> ConfigFault:
    """Return what pydantic found as a fault of its key in the ``model``."""
    path = path_of(detail)
    return at_key(places, path, _sentence(detail, path, model))


def path_of(detail: ErrorDetails) -> positions.Path:
    """Return the path that pydantic means, without the names of its own branches in it."""
    return tuple(part for part in detail["loc"] if not str(part).startswith("function-"))


def nearest_word(word: str, known: Iterable[str]) -> str:
    """Return "did you mean …?" with the known word that is most like ``word``, else ""."""
    near = difflib.get_close_matches(word, list(known), n=1)
    return f"did you mean {near[0]}?" if near else ""


#: What pydantic found, in words that name the remedy.
_SENTENCES: Final = {
    "missing": "is missing; add it",
    "int_parsing": "expected a whole number without quotes",
    "int_type": "expected a whole number without quotes",
    "bool_parsing": "expected true or false without quotes",
    "bool_type": "expected true or false without quotes",
    "string_type": "expected text in quotes",
    "tuple_type": 'expected a list, as in ["…", "…"]',
    "date_type": "expected a date without quotes, as in 2026-12-24",
    "path_type": "expected a path in quotes",
    "model_type": "expected a table of keys",
    "dict_type": "expected a table of tables, as in [mailboxes.NAME]",
}


def _sentence(detail: ErrorDetails, path: positions.Path, model: type[BaseModel]) -> str:
    kind = detail["type"]
    if kind == "extra_forbidden":
        near = difflib.get_close_matches(str(path[-1]), _keys_beside(path, model), n=1)
        hint = f"did you mean {near[0]}?" if near else "remove it or see the sample config.toml"
        return f"unknown key; {hint}"
    if kind == "missing" and path in {("mailboxes",), ("shops",)}:
        return f"there is none; describe one under [{path[0]}.NAME], as in the sample config.toml"
    if kind == "too_short" and len(path) == 1:
        return f"is empty; describe one under [{path[0]}.NAME]"
    if kind == "literal_error":
        return f"expected {detail['ctx']['expected']}"
    if kind == "value_error":
        return str(detail["ctx"]["error"])
    return _SENTENCES.get(kind, f"{detail['msg'][:1].lower()}{detail['msg'][1:]}")


def _keys_beside(path: positions.Path, model: type[BaseModel]) -> list[str]:
    """Return the names of the keys that would have been right in the place of the last one."""
    table: type[BaseModel] | None = model
    below: object = None
    for part in path[:-1]:
        if below is not None:
            table, below = _table_of(below), None
            continue
        field = table.model_fields.get(str(part)) if table else None
        table = _table_of(field.annotation) if field else None
        if field and typing.get_origin(field.annotation) is dict:
            below, table = typing.get_args(field.annotation)[1], None
    return list(table.model_fields) if table else []


def _table_of(annotation: object) -> type[BaseModel] | None:
    options = (
        typing.get_args(annotation)
        if typing.get_origin(annotation) in {typing.Union, types.UnionType, typing.Annotated}
        else (annotation,)
    )
    for option in options:
        if isinstance(option, type) and issubclass(option, BaseModel):
            return option
    return None
