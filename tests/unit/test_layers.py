"""The import contracts of pyproject.toml hold, and see what breaks them."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
PACKAGES = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["tool"]["importlinter"][
    "root_packages"
]


def broken_contracts(folder: Path) -> list[str]:
    """Return the names of the contracts that the packages in ``folder`` break."""
    run = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    verdicts = [line.rpartition(" ") for line in run.stdout.splitlines()]
    broken = [name for name, _, verdict in verdicts if verdict == "BROKEN"]
    # What is misconfigured fails without a verdict.
    assert (run.returncode == 0) == (not broken), run.stdout + run.stderr
    return broken


def test_the_contracts_are_kept() -> None:
    """No layer imports what it may not."""
    assert [] == broken_contracts(CHECKOUT)


def test_every_package_is_under_the_contracts() -> None:
    """A package that is installed and not in the contracts would be free to import anything."""
    settings = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["tool"]
    installed = {name.partition(".")[0] for name in settings["setuptools"]["packages"]}

    assert installed == set(PACKAGES)


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("cases/values.py", "import store", "Layers"),
        ("store/__init__.py", "import mail", "Layers"),
        ("mail/__init__.py", "import desk", "Layers"),
        ("replies/__init__.py", "import sqlite3", "What decides"),
        ("cases/values.py", "import time", "What decides"),
        ("daemon/clock.py", "import sklearn", "Only training"),
    ],
)
def test_a_forbidden_import_is_seen(module: str, line: str, contract: str, tmp_path: Path) -> None:
    """One forbidden import anywhere breaks its contract."""
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    for package in PACKAGES:
        shutil.copytree(
            CHECKOUT / package,
            tmp_path / package,
            ignore=lambda _, names: {"__pycache__"} & {*names},
        )
    with (tmp_path / module).open("a") as source:
        source.write(f"\n{line}\n")

    assert any(name.startswith(contract) for name in broken_contracts(tmp_path))
