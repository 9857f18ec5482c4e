"""What each command does once its words are understood; each returns an exit code."""

import asyncio
import importlib.util
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from rich.console import Console

from daemon import assets, clock
from daemon.config import Config
from daemon.configuration import load_config
from daemon.exits import CommandError, Exit
from daemon.explain import describe, explain_each, is_readable, iso, read_message, to_line
from daemon.knowledge import load_knowledge
from daemon.seal import is_sealed, seal
from daemon.shops import check_shops
from daemon.triage import Incoming, triage
from store.protocol import Store, StoreError
from store.values import QueueRow


def run(path: Path, *, once: bool) -> int:
    """Run the service, or do what is there now and end."""
    from daemon.logs import configure
    from daemon.service import Service

    config = load_config(path)
    configure(config.log)
    check_shops(path, config)
    sealed = is_sealed(config.state_folder)
    knowledge = load_knowledge(config, proved=sealed)
    with _store(config) as store:
        if not sealed:
            seal(config.state_folder)
        service = Service(config, knowledge, store)
        if not once:
            asyncio.run(service.run())
            return Exit.OK
        problems = asyncio.run(service.run_once())
    # The folders of one mailbox fail alike.
    for problem in dict.fromkeys(problems):
        print(f"triaged: {problem}", file=sys.stderr)
    return Exit.UNAVAILABLE if problems else Exit.OK


def explain(
    paths: Sequence[Path],
    form: str,
    received: datetime | None,
    own: frozenset[str],
    config: Path | None,
) -> int:
    """Print what would be done with messages: text, json or jsonl."""
    configured = load_config(config) if config else None
    # Without a configuration rules and templates are our own, which the tests prove.
    proved = configured is None or is_sealed(configured.state_folder)
    knowledge = load_knowledge(configured, own, proved=proved)
    now = clock.now()
    if form == "jsonl":
        for path, verdict in explain_each(paths, knowledge, received, now):
            print(to_line({"file": str(path), **describe(verdict, knowledge)}))
        return Exit.OK if all(map(is_readable, paths)) else Exit.NOINPUT
    if len(paths) > 1:
        raise CommandError("one message at a time; explain many with --jsonl", Exit.USAGE)
    incoming = Incoming(raw=read_message(paths[0]), received=received)
    (verdict,) = triage([incoming], knowledge, now)
    described = {"file": str(paths[0]), **describe(verdict, knowledge)}
    if form == "json":
        print(json.dumps(described, ensure_ascii=False, indent=2))
        return Exit.OK
    from desk.verdicts import draw_verdict

    Console().print(draw_verdict(described))
    return Exit.OK


def queue(path: Path, form: str, limit: int) -> int:
    """Print the queue as a table, as JSON or as two numbers."""
    now = clock.now()
    with _store(_started(path)) as store:
        if form == "count":
            counts = store.read(lambda ledger: ledger.counts())
            print(
                sum(counts.cases.values()) - counts.cases.get("done", 0), counts.acks.get("sent", 0)
            )
            return Exit.OK
        rows = store.read(lambda ledger: ledger.queue(now, limit))
    if form == "json":
        print(json.dumps([_row(row) for row in rows], ensure_ascii=False, indent=2))
        return Exit.OK
    from desk.tables import draw_queue

    Console().print(draw_queue(rows, now))
    return Exit.OK


def case(path: Path, number: int) -> int:
    """Print one case."""
    now = clock.now()
    with _store(_started(path)) as store:
        view = store.read(lambda ledger: ledger.case(number, now))
    if view is None:
        raise CommandError(f"there is no case {number}; see triaged queue", Exit.FAILED)
    from desk.tables import draw_case

    Console().print(draw_case(view, now))
    return Exit.OK


def mode(path: Path, wanted: str | None) -> int:
    """Print or set the store's mode."""
    config = load_config(path)
    with _store(config) as store:
        if wanted is not None:
            now = clock.now()
            store.write(lambda ledger: ledger.set("mode", wanted, "command", now))
        print(store.read(lambda ledger: ledger.setting("mode")) or config.mode)
    return Exit.OK


def check_config(path: Path) -> int:
    """Check everything that is loaded at start."""
    config = load_config(path)
    check_shops(path, config)
    load_knowledge(config)
    print(f"{path}: ok")
    return Exit.OK


def train(corpus: Path | None, out: Path) -> int:
    """Train in a process of its own: the libraries that train never enter this one."""
    if importlib.util.find_spec("sklearn") is None:
        raise CommandError(
            "training needs scikit-learn, which is not installed; "
            "in the checkout: pip install '.[train]'",
            Exit.UNAVAILABLE,
        )
    words = ["--corpus", str(corpus or assets.corpus()), "--out", str(out)]
    # Our own module under our own interpreter.
    done = subprocess.run([sys.executable, "-m", "classifier.train", *words], check=False)  # noqa: S603
    return done.returncode


def _started(path: Path) -> Config:
    """Return the configuration of an installation that has run; looking makes no store."""
    config = load_config(path)
    if config.store is None and not config.database.exists():
        raise CommandError(
            f"there is no store at {config.database} yet; start one with: triaged run", Exit.FAILED
        )
    return config


@contextmanager
def _store(config: Config) -> Iterator[Store]:
    from store.open import open_store

    try:
        store = open_store(config.store_url(), config.state_folder / "letters")
    except StoreError as error:
        raise CommandError(str(error), Exit.IOERR) from None
    try:
        yield store
    except StoreError as error:
        raise CommandError(str(error), Exit.IOERR) from None
    finally:
        store.close()


def _row(row: QueueRow) -> dict[str, object]:
    return {
        name: iso(value) if isinstance(value, datetime) else value
        for name, value in asdict(row).items()
    }
