"""``triaged train``: a new model, in a process of its own; what trains never enters this one."""

import argparse
import getpass
import importlib.util
import subprocess
import sys
from pathlib import Path

from classifier.corrections import CorrectionFault, read_corrections, write_plain
from daemon import assets, clock
from daemon.commands.options import add_config, find_config, require_folder
from daemon.commands.stores import lend_store
from daemon.config.config import Config
from daemon.config.reading import load_config
from daemon.exits import CommandError, Exit
from daemon.learning.sealing import Seal, find_seal
from daemon.learning.teaching import teach
from daemon.models import find_corrections, find_registry
from daemon.moments import iso

EXAMPLES = """\
  triaged train
  triaged train --out models/mine --own /etc/triaged/rules"""


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    add_config(parser)
    parser.add_argument("--corpus", type=Path, metavar="DIR", help="letters to learn from")
    parser.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help="train on letters and rules alone, into this folder; needs no configuration",
    )
    parser.add_argument(
        "--own",
        type=Path,
        metavar="DIR",
        help="a folder of rulebooks of yours, to learn from too; default that of --config",
    )


def run(given: argparse.Namespace) -> int:
    """Train; 69 where scikit-learn is not installed."""
    if importlib.util.find_spec("sklearn") is None:
        raise CommandError(
            "training needs scikit-learn, which is not installed; "
            "in the checkout: pip install '.[train]'",
            Exit.UNAVAILABLE,
        )
    if given.corpus is not None:
        require_folder(given.corpus)
    corpus = str(given.corpus or assets.corpus())
    lessons = "--corpus", corpus, "--rulebook", str(assets.rulebooks())
    if given.own is not None:
        require_folder(given.own)
    if given.out is not None:
        if given.out.exists() and not given.out.is_dir():
            raise CommandError(f"{given.out} is no folder; name another with --out", Exit.IOERR)
        own = given.own or (load_config(given.config).rules if given.config else None)
        return _start("classifier.train", *lessons, *_own(own), "--out", str(given.out))
    config = load_config(find_config(given))
    registry = find_registry(config)
    seal, path = find_seal(config), find_corrections(config)
    try:
        if config.is_started:
            _take_from_desk(config, path, seal)
        taught = write_plain(read_corrections(path, seal))
    except CorrectionFault as fault:
        raise CommandError(str(fault), Exit.DATAERR) from None
    return _start(
        "classifier.retrain",
        *lessons,
        *_own(given.own or config.rules),
        # It is given no key, and what it is told lies nowhere.
        *("--corrections", "/dev/stdin"),
        *("--registry", str(registry.folder)),
        *("--starter", str(assets.starter_model())),
        *("--at", str(iso(clock.now()))),
        told=taught,
    )


def _own(rules: Path | None) -> tuple[str, ...]:
    return () if rules is None else ("--own", str(rules))


def _take_from_desk(config: Config, path: Path, seal: Seal) -> None:
    try:
        with lend_store(config) as store:
            taught = teach(store, path, getpass.getuser(), clock.now(), seal)
    except OSError as error:
        raise CommandError(f"{path}: cannot be written: {error.strerror}", Exit.IOERR) from None
    if taught:
        print(f"corrections from the desk: {taught}")


def _start(module: str, *words: str, told: bytes = b"") -> int:
    # Our own module under our own interpreter.
    line = [sys.executable, "-m", module, *words]
    return subprocess.run(line, check=False, input=told).returncode  # noqa: S603
