"""``triaged config``: a configuration to begin with, the one in effect, and its schema."""

import argparse
import json
import os
import tomllib
from pathlib import Path
from typing import Any

from daemon.assets import sample_config
from daemon.commands.options import add_config, find_config
from daemon.config.config import Config
from daemon.config.reading import load_config
from daemon.config.sample import fill_sample, write_reference
from daemon.exits import CommandError, Exit

EXAMPLES = """\
  triaged config generate > config.toml
  triaged config generate --source old.toml --output new.toml
  triaged config show --config config.toml
  triaged config schema > triaged.schema.json"""

#: What stands in the place of a password.
_MASKED = "********"


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    generate = actions.add_parser(
        "generate", help="print every key with its default and reason, to be filled in"
    )
    generate.add_argument(
        "--source", type=Path, metavar="FILE", help="fill in the values of this configuration"
    )
    generate.add_argument(
        "--output", type=Path, metavar="FILE", help="write a file that is not there yet"
    )
    show = actions.add_parser(
        "show", help="print every value in effect, defaults included, passwords masked"
    )
    add_config(show)
    actions.add_parser("reference", help="print every key as a page of the reference")
    actions.add_parser("schema", help="print the JSON Schema, for editors")


def run(given: argparse.Namespace) -> int:
    """Print what was asked for."""
    match given.action:
        case "generate":
            _write(fill_sample(_sample(), _read(given.source)), given.output)
        case "show":
            print(show(load_config(find_config(given))), end="")
        case "reference":
            print(write_reference(_sample()), end="")
        case _:
            print(json.dumps(Config.model_json_schema(), indent=2))
    return Exit.OK


def _sample() -> str:
    return sample_config().read_text(encoding="utf-8")


def _read(source: Path | None) -> dict[str, Any]:
    if source is None:
        return {}
    # Refused before anything is written: what has faults is not carried over.
    load_config(source)
    return tomllib.loads(source.read_text(encoding="utf-8"))


def _write(text: str, output: Path | None) -> None:
    if output is None:
        print(text, end="")
        return
    try:
        # Of its owner alone, in case a password is written into it.
        with os.fdopen(os.open(output, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(text)
    except FileExistsError:
        raise CommandError(
            f"{output} is there already; name a new file, compare, then rename it", Exit.IOERR
        ) from None
    except OSError as error:
        raise CommandError(f"{output}: cannot be written: {error.strerror}", Exit.IOERR) from None


def show(config: Config) -> str:
    """Return the configuration with every value in effect as TOML, passwords masked."""
    import tomli_w
    from sqlalchemy import make_url

    store = make_url(config.store_url()).render_as_string(hide_password=True)
    return tomli_w.dumps(_mask(config.model_dump()) | {"store": store})


def _mask(table: Any) -> Any:  # noqa: ANN401 - whatever a configuration holds
    """Return what TOML can say: keys without a value are left out, plain passwords masked."""
    match table:
        case {"plain": plain} if plain is not None:
            return _MASKED
        case dict():
            return {name: _mask(one) for name, one in table.items() if one is not None}
        case list() | tuple() | set() | frozenset():
            return [_mask(one) for one in table]
        case Path():
            return str(table)
    return table
