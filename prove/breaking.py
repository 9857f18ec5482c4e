"""Broken builds: a copy of the code with one promise taken out, on which a proof must turn red.

The patches lie under prove/broken/. A patch that no longer applies is a failure: then the proof
proves nothing about today's code.
"""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.installation import CHECKOUT

PATCHES: Final = Path(__file__).parent / "broken"

_LEFT_OUT: Final = shutil.ignore_patterns(
    ".git", ".venv", ".*_cache", "__pycache__", "*.egg-info", "build", "docs"
)


@contextmanager
def broken_build(name: str) -> Iterator[Path]:
    """Lend a folder with the code broken by the patch of this name."""
    with TemporaryDirectory(prefix="triaged-broken-") as folder:
        copy = Path(folder) / "code"
        shutil.copytree(CHECKOUT, copy, ignore=_LEFT_OUT)
        with (PATCHES / f"{name}.patch").open("rb") as patch:
            order = ["patch", "-p1", "--fuzz=0", "--quiet"]
            subprocess.run(order, cwd=copy, stdin=patch, check=True)
        yield copy
