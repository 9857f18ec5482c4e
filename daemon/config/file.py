"""A configuration's text as a model: all its faults at once, each with place, key and remedy.

The model says how much of it is read: the whole, or what every process must know.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from daemon.config import positions
from daemon.config.faults import ConfigError, ConfigFault, Places, from_pydantic, path_of
from daemon.config.stored import Stored
from daemon.exits import CommandError, Exit

M = TypeVar("M", bound=BaseModel)

#: What stands for a value that must be there and is missing or wrong, while the rest is read.
_STAND_INS: Final[Mapping[object, str]] = MappingProxyType(
    {
        "address": "nobody@unknown.invalid",
        "brand": "unknown",
        "host": "unknown.invalid",
        "user": "unknown",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Generic[M]):
    """A configuration as it was read."""

    #: What is written, without the values that are wrong; None where too little is left.
    config: M | None
    faults: tuple[ConfigFault, ...]
    places: Places


def load_stored(path: Path) -> Stored:
    """Return the part of ``path`` that every process must know.

    Raises:
        ConfigError: one of its keys is wrong; faults of other keys are not looked for.
        CommandError: the file cannot be read.
    """
    return whole(read_as(Stored, read_text(path), keys=Stored.model_fields), str(path))


def read_text(path: Path) -> str:
    """Return the words of a configuration.

    Raises:
        ConfigError: it is no UTF-8.
        CommandError: there is no such file, or it may not be read.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise CommandError(
            f"{path}: no such file; name one with --config, or make one with: triaged init",
            Exit.CONFIG,
        ) from None
    except OSError as error:
        raise CommandError(f"{path}: cannot be read: {error.strerror}", Exit.CONFIG) from None
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        said = "not UTF-8; save the file as UTF-8"
        raise ConfigError(
            str(path), (ConfigFault(line=line, column=1, key="", sentence=said),)
        ) from None


def read_as(model: type[M], text: str, *, keys: Iterable[str] | None = None) -> Reading[M]:
    """Return what ``text`` says as a ``model``; of the outermost keys only ``keys``, where given.

    Where some of its values are wrong, the rest is read all the same.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Reading(config=None, faults=(_syntax_fault(str(error), text),), places={})
    if keys is not None:
        table = {key: table[key] for key in keys if key in table}
    try:
        return Reading(config=model.model_validate(table), faults=(), places=positions.locate(text))
    except ValidationError as error:
        details = error.errors(include_url=False)
    places = positions.locate(text)
    return Reading(
        config=_salvage(model, table, [path_of(detail) for detail in details]),
        faults=tuple(from_pydantic(detail, places, model) for detail in details),
        places=places,
    )


def whole(reading: Reading[M], name: str) -> M:
    """Return the configuration called ``name``; raise ``ConfigError`` where there are faults."""
    if reading.faults or reading.config is None:
        raise ConfigError(name, reading.faults)
    return reading.config


def _salvage(model: type[M], table: dict[str, Any], wrong: Iterable[positions.Path]) -> M | None:
    """Return the configuration without the values that are wrong; None where one must be there.

    What must be there and has a stand-in is left to that, so that the rest is looked at.
    """
    for path in wrong:
        holder, key = _place_of(table, path)
        holder.pop(key, None)
    try:
        return model.model_validate(table)
    except ValidationError as error:
        missing = [path_of(detail) for detail in error.errors(include_url=False)]
    for path in missing:
        holder, key = _place_of(table, path)
        if key not in _STAND_INS or key in holder:
            return None
        holder[key] = _STAND_INS[key]
    try:
        return model.model_validate(table)
    except ValidationError:
        return None


def _place_of(table: dict[str, Any], path: positions.Path) -> tuple[dict[Any, Any], object]:
    """Return the table that a value is in, and its key there; a list goes as a whole."""
    holder: dict[Any, Any] = table
    for part in path[:-1]:
        inner = holder.get(part)
        if not isinstance(inner, dict):
            return holder, part
        holder = inner
    return holder, path[-1]


def _syntax_fault(message: str, text: str) -> ConfigFault:
    """Take line and column out of tomllib's sentence, its only place for them in Python 3.11."""
    said, _, place = message.partition(" (at ")
    numbers = re.fullmatch(r"line (\d+), column (\d+)\)", place)
    line, column = map(int, numbers.groups()) if numbers else (text.count("\n") + 1, 1)
    sentence = f"not TOML: {said[:1].lower()}{said[1:]}"
    return ConfigFault(line=line, column=column, key="", sentence=sentence)
