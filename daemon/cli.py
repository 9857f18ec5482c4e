"""The command ``triaged``: words in, exit code out.

Imports are made where they are needed, because ``explain`` and ``queue`` start often. A fault is
one clear sentence on standard error and an exit code of daemon/exits.py, never a traceback.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Final, NoReturn, TypeAlias

from daemon.exits import CommandError, Exit

_DIGITS: Final = 18
_SYSTEM_CONFIG: Final = Path("/etc/triaged/config.toml")


class _Parser(argparse.ArgumentParser):
    """Usage errors end with the code that systemd and scripts expect."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(Exit.USAGE, f"{self.prog}: {message}\n")


def main(words: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    given = build_parser().parse_args(words)
    run: Callable[[argparse.Namespace], int] = given.run
    try:
        return int(run(given))
    except CommandError as error:
        print(f"triaged: {error}", file=sys.stderr)  # noqa: T201 - this is a command
        return int(error.code)
    except BrokenPipeError:
        # Whoever read our output has had enough (``triaged queue | head``).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return int(Exit.OK)
    except KeyboardInterrupt:
        return 128 + 2


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of every command that is built; one that is not does not exist."""
    parser = _Parser(
        prog="triaged",
        description="Reads a marketplace seller's mail, tags and ranks it, acknowledges each buyer "
        "once and keeps the queue that people work from.",
    )
    parser.add_argument(
        "--version", action="version", version=f"triaged {metadata.version('triaged')}"
    )
    commands = parser.add_subparsers(
        title="commands", metavar="COMMAND", required=True, parser_class=_Parser
    )
    for add in (
        _add_run,
        _add_demo,
        _add_explain,
        _add_queue,
        _add_case,
        _add_mode,
        _add_check_config,
        _add_train,
    ):
        add(commands)
    return parser


# argparse has no public name for what add_subparsers returns.
Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"  # noqa: SLF001


def _add(
    commands: Commands,
    name: str,
    run: Callable[[argparse.Namespace], int],
    text: str,
    examples: str,
) -> _Parser:
    parser = commands.add_parser(
        name,
        help=text,
        description=text[:1].upper() + text[1:] + ".",
        epilog=f"examples:\n{examples}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    return parser


def _add_config(parser: _Parser) -> None:
    parser.add_argument(
        "--config",
        type=Path,
        metavar="FILE",
        help=f"the configuration; default config.toml here, else {_SYSTEM_CONFIG}",
    )


def _add_run(commands: Commands) -> None:
    parser = _add(
        commands,
        "run",
        _run,
        "watch the mailboxes, file and acknowledge letters until told to stop",
        "  triaged run --config config.toml\n  triaged run --once",
    )
    _add_config(parser)
    parser.add_argument(
        "--once",
        action="store_true",
        help="do what is there now, then exit; what is to wait (settle) stays for the next run",
    )


def _add_demo(commands: Commands) -> None:
    _add(
        commands,
        "demo",
        _demo,
        "show the whole way on this machine: made-up letters, real IMAP and SMTP on loopback",
        "  triaged demo",
    )


def _add_explain(commands: Commands) -> None:
    parser = _add(
        commands,
        "explain",
        _explain,
        "show what would be done with a message, and why; sends nothing, needs nothing",
        "  triaged explain letter.eml\n  triaged explain --json letter.eml\n"
        "  triaged explain --jsonl folder/ other.eml",
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="FILE")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one object (docs/reference/explain.md)")
    form.add_argument(
        "--jsonl", action="store_true", help="one object a line, for files and whole folders"
    )
    parser.add_argument(
        "--now",
        type=_time,
        metavar="TIME",
        help="the clock, as in 2026-11-22T10:00:00Z; default: as if the letter had just arrived",
    )
    parser.add_argument(
        "--own",
        action="append",
        default=[],
        type=str.lower,
        metavar="ADDRESS",
        help="an address of ours (repeatable)",
    )
    parser.add_argument("--config", type=Path, metavar="FILE", help="judge by this configuration")


def _add_queue(commands: Commands) -> None:
    parser = _add(
        commands,
        "queue",
        _queue,
        "show the open cases, first served first",
        "  triaged queue\n  triaged queue --json\n  triaged queue --count",
    )
    _add_config(parser)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="a list of objects")
    form.add_argument(
        "--count", action="store_true", help='print "CASES ACKNOWLEDGEMENTS" (open, sent)'
    )
    parser.add_argument(
        "--limit", type=_number, default=50, metavar="N", help="so many rows at most (default 50)"
    )


def _add_case(commands: Commands) -> None:
    parser = _add(
        commands,
        "case",
        _case,
        "show one case with its letters, acknowledgements and events",
        "  triaged case 17",
    )
    _add_config(parser)
    parser.add_argument("case", type=_number, metavar="N")


def _add_mode(commands: Commands) -> None:
    parser = _add(
        commands,
        "mode",
        _mode,
        "show or set what may leave: nothing (shadow) or acknowledgements (live)",
        "  triaged mode\n  triaged mode live\n  triaged mode shadow",
    )
    _add_config(parser)
    parser.add_argument("mode", nargs="?", choices=("shadow", "live"))


def _add_check_config(commands: Commands) -> None:
    parser = _add(
        commands,
        "check-config",
        _check_config,
        "check configuration, templates, rules and model; name every fault",
        "  triaged check-config --config config.toml",
    )
    _add_config(parser)


def _add_train(commands: Commands) -> None:
    parser = _add(
        commands,
        "train",
        _train,
        "train a model from our own letters, in a process of its own",
        "  triaged train --out models/mine",
    )
    parser.add_argument("--corpus", type=Path, metavar="DIR", help="letters to learn from")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the new model")


def _run(given: argparse.Namespace) -> int:
    from daemon.commands import run

    return run(_find_config(given.config), once=given.once)


def _demo(_: argparse.Namespace) -> int:
    from daemon.demo import demo

    return demo()


def _explain(given: argparse.Namespace) -> int:
    from daemon.commands import explain

    form = "jsonl" if given.jsonl else "json" if given.json else "text"
    return explain(given.paths, form, given.now, frozenset(given.own), given.config)


def _queue(given: argparse.Namespace) -> int:
    from daemon.commands import queue

    form = "count" if given.count else "json" if given.json else "table"
    return queue(_find_config(given.config), form, given.limit)


def _case(given: argparse.Namespace) -> int:
    from daemon.commands import case

    return case(_find_config(given.config), given.case)


def _mode(given: argparse.Namespace) -> int:
    from daemon.commands import mode

    return mode(_find_config(given.config), given.mode)


def _check_config(given: argparse.Namespace) -> int:
    from daemon.commands import check_config

    return check_config(_find_config(given.config))


def _train(given: argparse.Namespace) -> int:
    from daemon.commands import train

    return train(given.corpus, given.out)


def _find_config(named: Path | None) -> Path:
    if named is not None:
        return named
    here = Path("config.toml")
    return here if here.exists() else _SYSTEM_CONFIG


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > _DIGITS:
        raise argparse.ArgumentTypeError(f"{text!r} is no number; write it in digits, as in 17")
    return int(text)


def _time(text: str) -> datetime:
    try:
        when = datetime.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no time; write it as 2026-11-22T10:00:00Z"
        ) from error
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC)
