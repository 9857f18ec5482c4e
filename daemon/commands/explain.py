"""``triaged explain``: what would be done with messages, for a person or as JSON."""

import argparse
import json
import sys
from pathlib import Path

from daemon import clock
from daemon.commands import options
from daemon.exits import CommandError, Exit
from daemon.explain import describe, explain_each, is_readable, problem_of, read_message, to_line
from daemon.knowledge import Knowledge, load_knowledge
from daemon.triage import Incoming, triage

EXAMPLES = """\
  triaged explain letter.eml
  triaged explain --json - < letter.eml
  triaged explain --jsonl folder/ other.eml"""


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="FILE", help="a message; - is standard input"
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one object (docs/reference/explain.md)")
    form.add_argument(
        "--jsonl", action="store_true", help="one object a line, for files and whole folders"
    )
    parser.add_argument(
        "--now",
        type=options.time,
        metavar="TIME",
        help="the clock, as in 2026-11-22T10:00:00Z; default: as if the letter had just arrived",
    )
    parser.add_argument(
        "--own",
        action="append",
        default=[],
        type=options.address,
        metavar="ADDRESS",
        help="an address of ours (repeatable)",
    )
    parser.add_argument("--config", type=Path, metavar="FILE", help="judge by this configuration")


def run(given: argparse.Namespace) -> int:
    """Print the verdicts; 66 where a message could not be read, 65 where one is none."""
    knowledge = _load(given.config, frozenset(given.own))
    now = clock.now()
    if given.jsonl:
        for path, verdict in explain_each(given.paths, knowledge, given.now, now):
            print(to_line({"file": str(path), **describe(verdict, knowledge)}))
            # What could not be read at all was told where that was tried.
            if is_readable(path) and (problem := problem_of(path, verdict)):
                print(f"triaged: {problem}", file=sys.stderr)
        return Exit.OK if all(map(is_readable, given.paths)) else Exit.NOINPUT
    if len(given.paths) > 1:
        raise CommandError("one message at a time; explain many with --jsonl", Exit.USAGE)
    (path,) = given.paths
    (verdict,) = triage([Incoming(raw=read_message(path), received=given.now)], knowledge, now)
    described = {"file": str(path), **describe(verdict, knowledge)}
    if given.json:
        print(json.dumps(described, ensure_ascii=False, indent=2))
    if problem := problem_of(path, verdict):
        raise CommandError(problem, Exit.DATAERR)
    if given.json:
        return Exit.OK
    from rich.console import Console

    from desk.verdicts import draw_verdict

    Console().print(draw_verdict(described))
    return Exit.OK


def _load(config: Path | None, own: frozenset[str]) -> Knowledge:
    """Return what a configuration knows; without one all is ours, which the tests prove."""
    if config is None:
        return load_knowledge(None, own, proved=True)
    from daemon.commands.registries import tell_outdated
    from daemon.config.reading import load_config
    from daemon.seal import is_proved

    configured = load_config(config)
    knowledge = load_knowledge(configured, own, proved=is_proved(configured))
    tell_outdated(knowledge.outdated)
    return knowledge
