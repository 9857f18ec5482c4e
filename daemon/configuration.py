"""Reading config.toml: all its faults at once, each with file, line, column, key and remedy.

Promises P10 of the design: a bad configuration never half works, and no value of it, which may
be a misplaced password, is ever repeated in a message.
"""

import difflib
import re
import tomllib
import types
import typing
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from daemon import positions
from daemon.config import Config
from daemon.exits import CommandError, Exit


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


def load_config(path: Path) -> Config:
    """Return the configuration in ``path``; raise ``ConfigError`` or ``CommandError``."""
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise CommandError(
            f"{path}: no such file; name one with --config, or copy the sample config.toml",
            Exit.CONFIG,
        ) from None
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        fault = ConfigFault(
            line=line, column=1, key="", sentence="not UTF-8; save the file as UTF-8"
        )
        raise ConfigError(str(path), (fault,)) from None
    except OSError as error:
        raise CommandError(f"{path}: cannot be read: {error.strerror}", Exit.CONFIG) from None
    config = parse_config(text, str(path))
    _check_private(path, config)
    return config


def parse_config(text: str, name: str) -> Config:
    """Return the configuration in ``text``; raise ``ConfigError`` with every fault."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(name, (_syntax_fault(str(error), text),)) from None
    places = positions.locate(text)
    try:
        config = Config.model_validate(table)
    except ValidationError as error:
        raise ConfigError(
            name, tuple(_fault(detail, places) for detail in error.errors(include_url=False))
        ) from None
    if faults := tuple(_references(config, places)):
        raise ConfigError(name, faults)
    return config


def refuse(path: Path, faults: Iterable[tuple[positions.Path, str]]) -> None:
    """Raise ``ConfigError`` with what was found after reading ``path``, each fault at its key.

    Does nothing where there are none.
    """
    places = positions.locate(path.read_text(encoding="utf-8"))
    located = tuple(
        ConfigFault(line=line, column=column, key=".".join(map(str, key)), sentence=sentence)
        for key, sentence in faults
        for line, column in [positions.nearest(places, key)]
    )
    if located:
        raise ConfigError(str(path), located)


def _syntax_fault(message: str, text: str) -> ConfigFault:
    """Take line and column out of tomllib's sentence, its only place for them in Python 3.11."""
    said, _, place = message.partition(" (at ")
    numbers = re.fullmatch(r"line (\d+), column (\d+)\)", place)
    line, column = map(int, numbers.groups()) if numbers else (text.count("\n") + 1, 1)
    sentence = f"not TOML: {said[:1].lower()}{said[1:]}"
    return ConfigFault(line=line, column=column, key="", sentence=sentence)


def _fault(detail: ErrorDetails, places: dict[positions.Path, tuple[int, int]]) -> ConfigFault:
    # Pydantic adds names of its own branches to the path; what TOML does not have is dropped.
    path = tuple(part for part in detail["loc"] if not str(part).startswith("function-"))
    line, column = positions.nearest(places, path)
    return ConfigFault(
        line=line, column=column, key=".".join(map(str, path)), sentence=_sentence(detail, path)
    )


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


def _sentence(detail: ErrorDetails, path: positions.Path) -> str:
    kind = detail["type"]
    if kind == "extra_forbidden":
        near = difflib.get_close_matches(str(path[-1]), _keys_beside(path), n=1)
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


def _keys_beside(path: tuple[str | int, ...]) -> list[str]:
    """Return the names of the keys that would have been right in the place of the last one."""
    table: type[BaseModel] | None = Config
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


def _references(
    config: Config, places: dict[positions.Path, tuple[int, int]]
) -> Iterator[ConfigFault]:
    """Yield what is wrong between tables, each of which is right alone."""
    owners = {
        address: name
        for name, mailbox in reversed(config.mailboxes.items())
        for address in (mailbox.address, *mailbox.aliases)
    }
    for path, sentence in (
        *_mailbox_faults(config, owners),
        *_shop_faults(config),
        *_channel_faults(config, owners),
    ):
        line, column = positions.nearest(places, path)
        key = ".".join(map(str, path))
        yield ConfigFault(line=line, column=column, key=key, sentence=sentence)


def _mailbox_faults(config: Config, owners: dict[str, str]) -> Iterator[tuple[positions.Path, str]]:
    for name, mailbox in config.mailboxes.items():
        if mailbox.shop is not None and mailbox.shop not in config.shops:
            hint = _nearest(mailbox.shop, config.shops) or f"add [shops.{mailbox.shop}]"
            yield ("mailboxes", name, "shop"), f"there is no shop of this name; {hint}"
        key: positions.Path = ("mailboxes", name, "address")
        for address in (mailbox.address, *mailbox.aliases):
            if owners[address] != name:
                said = (
                    f"stands in mailboxes.{owners[address]} too; give each address to one mailbox"
                )
                yield key, said
        if not any(mailbox.address in shop.senders for shop in config.shops.values()):
            yield key, "is among the senders of no shop, so nothing could be sent; add it there"


def _shop_faults(config: Config) -> Iterator[tuple[positions.Path, str]]:
    for name, shop in config.shops.items():
        if not any(shop.hours.by_weekday().values()):
            said = "no day has open hours, so no reply time can be promised"
            yield ("shops", name, "hours"), said


def _channel_faults(config: Config, owners: dict[str, str]) -> Iterator[tuple[positions.Path, str]]:
    for number, address in enumerate(config.channels.direct, start=1):
        if address not in owners:
            hint = _nearest(address, owners) or "name a mailbox's address or alias"
            yield ("channels", "direct"), f"entry {number} is no address of a mailbox; {hint}"


def _nearest(word: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, list(known), n=1)
    return f"did you mean {near[0]}?" if near else ""


def _check_private(path: Path, config: Config) -> None:
    """Refuse plain passwords in a file that others can read."""
    plain = [
        f"mailboxes.{name}.{side}.password"
        for name, mailbox in config.mailboxes.items()
        for side, server in (("imap", mailbox.imap), ("smtp", mailbox.smtp))
        if server.password.plain is not None
    ]
    if config.store is not None and urlsplit(config.store).password is not None:
        plain.append("store")
    if plain and path.stat().st_mode & 0o077:
        places = positions.locate(path.read_text(encoding="utf-8"))
        raise ConfigError(
            str(path),
            tuple(
                ConfigFault(
                    line=positions.nearest(places, tuple(key.split(".")))[0],
                    column=positions.nearest(places, tuple(key.split(".")))[1],
                    key=key,
                    sentence="a plain password in a file that others can read; chmod 600 it, or "
                    "keep the password elsewhere (the sample config.toml says how)",
                )
                for key in plain
            ),
        )
