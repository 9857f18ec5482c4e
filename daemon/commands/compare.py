"""``triaged compare``: a trained model beside the one in use, and whether it may be promoted."""

import argparse
import json
from collections.abc import Mapping
from typing import Any, Final

from rich.console import Console
from rich.table import Table

from daemon.commands.options import add_config, find_config
from daemon.commands.registries import lend_registry
from daemon.config.reading import load_config
from daemon.exits import Exit

EXAMPLES = """\
  triaged compare
  triaged compare m3 --json"""

_COLUMNS: Final = {
    "champion": "in use",
    "challenger": "new",
    "before": "without corrections",
    "after": "new",
}
_FIGURES: Final = ("letters", "main", "safety", "claim", "calibration")


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    add_config(parser)
    parser.add_argument("model", nargs="?", help="its name; default the newest")
    parser.add_argument("--json", action="store_true", help="one object")


def run(given: argparse.Namespace) -> int:
    """Print both sides; 1 when the model may not be promoted."""
    with lend_registry(load_config(find_config(given))) as registry:
        name = given.model or registry.names()[-1]
        manifest = registry.manifest(name)
        refusals = registry.refusals(name)
    if given.json:
        print(json.dumps({"model": name, **manifest, "refusals": refusals}, indent=2))
        return Exit.FAILED if refusals else Exit.OK
    if "measured" in manifest:
        Console().print(_draw(name, manifest["measured"]))
    else:
        print(f"{name}: no figures of its own")
    for sentence in refusals:
        print(f"not to be promoted: {sentence}")
    if not refusals:
        print(f"may be promoted: triaged promote {name}")
    return Exit.FAILED if refusals else Exit.OK


def _draw(name: str, measured: Mapping[str, Mapping[str, Any]]) -> Table:
    table = Table(title=name)
    table.add_column("")
    for group in ("the newest corrections", "our own letters, unseen"):
        table.add_column(group)
        table.add_column("")
    table.add_row("", *_COLUMNS.values(), style="bold")
    for figure in _FIGURES:
        table.add_row(figure, *(_show(measured[side][figure]) for side in _COLUMNS))
    languages = sorted({one for side in measured.values() for one in side["languages"]})
    for language in languages:
        values = (measured[side]["languages"].get(language) for side in _COLUMNS)
        table.add_row(f"main, {language}", *map(_show, values))
    return table


def _show(value: float | None) -> str:
    if value is None:
        return ""
    return str(value) if isinstance(value, int) else f"{value:.3f}"
