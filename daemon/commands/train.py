"""``triaged train``: a new model, in a process of its own; what trains never enters this one."""

import argparse
import importlib.util
import subprocess
import sys
from pathlib import Path

from daemon import assets
from daemon.exits import CommandError, Exit

EXAMPLES = "  triaged train --out models/mine"


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    parser.add_argument("--corpus", type=Path, metavar="DIR", help="letters to learn from")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the new model")


def run(given: argparse.Namespace) -> int:
    """Train; 69 where scikit-learn is not installed."""
    if importlib.util.find_spec("sklearn") is None:
        raise CommandError(
            "training needs scikit-learn, which is not installed; "
            "in the checkout: pip install '.[train]'",
            Exit.UNAVAILABLE,
        )
    words = ["--corpus", str(given.corpus or assets.corpus()), "--out", str(given.out)]
    # Our own module under our own interpreter.
    done = subprocess.run([sys.executable, "-m", "classifier.train", *words], check=False)  # noqa: S603
    return done.returncode
