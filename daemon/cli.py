"""The command ``triaged``: words in, exit code out.

Only the module of the command that is asked for is imported, because ``explain`` and ``queue``
start often. A fault is one clear sentence on standard error and an exit code of daemon/exits.py,
never a traceback.
"""

import argparse
import gc
import io
import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import Any, Final, NoReturn

from daemon import completion
from daemon.exits import CommandError, Exit

#: Every command that is built, with what it does; one that is not does not exist.
COMMANDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "run": "watch the mailboxes, file and acknowledge letters until told to stop",
        "demo": "show the whole way on this machine: made-up letters, real IMAP and SMTP on "
        "loopback",
        "explain": "show what would be done with a message, and why; sends nothing, needs nothing",
        "status": "show how the service is: what may leave, what waits, how each mailbox is",
        "queue": "show the open cases, first served first",
        "case": "show one case with its letters, acknowledgements and events",
        "init": "ask a few questions, try the logins, and write a configuration",
        "doctor": "look at machine, servers and store; name what is not well and its remedy",
        "templates": "test every text on samples, or show one as a buyer would read it",
        "backtest": "show what would have been sent to the mail of the last while, and what was "
        "answered; changes nothing",
        "ack": "show acknowledgements; approve, refuse, release or resolve them; send a sample",
        "mode": "show or set what may leave: nothing (shadow), what people approve, some (canary) "
        "or all (live)",
        "desk": "serve the queue to browsers, and say who may log in",
        "config": "print a configuration to begin with, the one in effect, or its schema",
        "secret": "keep a password where the service finds it and nobody else",
        "login": "log a mailbox in by OAuth token, and keep what renews it",
        "pause": "hold back what leaves of a shop, template, mailbox, provider, or all; let it go",
        "alarms": "show what needs a person now, test who is told of it, forget a worker",
        "away": "say when nobody answers, so that no promise falls there",
        "backup": "write the whole installation but its passwords into one file, while it runs",
        "restore": "put an installation back from a backup; it comes up paused",
        "store": "encrypt what is kept under a key of yours, change the key, or decrypt it",
        "erase": "forget a buyer: letters, text, addresses, answers, notes and corrections",
        "check-config": "check configuration, templates, rules and model; name every fault",
        "rules": "test rules against their examples, or see which letters they speak of",
        "learn": "keep what people say letters are about, to train on",
        "train": "train a model from our own letters and the corrections, in a process of its own",
        "models": "show the trained models and which one is in use",
        "evaluate": "show how well labelled letters are judged",
        "compare": "show a trained model beside the one in use, and whether it may be promoted",
        "promote": "put a trained model into use, when it passed the gate",
        "rollback": "put the model before the present one into use again",
    }
)


class _Parser(argparse.ArgumentParser):
    """Usage errors end with the code that systemd and scripts expect."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(Exit.USAGE, f"{self.prog}: {message}\n")


class _Command(_Parser):
    """A command, or what stands behind one: it says itself which words it does not know.

    Left to the parser of all commands, that would show the usage of them all, without this one's.
    """

    def parse_known_args(  # type: ignore[override]  # the namespace is of the one kind that we use
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        given, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.error(f"unknown: {' '.join(unknown)}; see {self.prog} --help")
        return given, unknown


class _Version(argparse.Action):
    """Looks the version up when somebody asks; the tables of what is installed are slow to read."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from importlib import metadata

        print(f"triaged {metadata.version('triaged')}")
        parser.exit()


def main(words: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code; without ``words``, those of the process."""
    try:
        return _run(sys.argv[1:] if words is None else words)
    finally:
        if words is None:
            # The process ends, and would look first at all it has for what nobody holds: a third
            # of the time of a short command.
            gc.freeze()


def _run(words: Sequence[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        # Whatever the locale: what cannot be written is shown as an escape, and JSON is UTF-8.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    line = completion.line()
    asked = next((word for word in line or words if word in COMMANDS), None)
    parser = build_parser(asked)
    if line is not None:
        completion.offer(parser)
    given = parser.parse_args(words)
    try:
        code = int(given.run(given))
        sys.stdout.flush()
    except CommandError as error:
        print(f"triaged: {error}", file=sys.stderr)
        return int(error.code)
    except BrokenPipeError:
        # Whoever read our output has had enough (``triaged queue | head``).
        _close_output()
        return int(Exit.OK)
    except OSError as error:
        # A full disk behind a redirection, for one.
        _close_output()
        print(f"triaged: {error.strerror}", file=sys.stderr)
        return int(Exit.IOERR)
    except KeyboardInterrupt:
        return 128 + 2
    return code


def _close_output() -> None:
    """Let nothing more be written, which would fail again when the process ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def build_parser(asked: str | None = None) -> argparse.ArgumentParser:
    """Return the parser of every command; only the one that is ``asked`` for takes words."""
    parser = _Parser(
        prog="triaged",
        description="Reads a marketplace seller's mail, tags and ranks it, acknowledges each buyer "
        "once and keeps the queue that people work from.",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    commands = parser.add_subparsers(
        title="commands", metavar="COMMAND", required=True, parser_class=_Command
    )
    for name, text in COMMANDS.items():
        module: Any = load_command(name) if name == asked else None
        command = commands.add_parser(
            name,
            help=text,
            description=text[:1].upper() + text[1:] + ".",
            epilog=f"examples:\n{module.EXAMPLES}" if module else None,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        if module:
            module.declare(command)
            command.set_defaults(run=module.run)
    return parser


def load_command(name: str) -> Any:  # noqa: ANN401 - a module: EXAMPLES, declare and run
    """Return the module of a command of ``COMMANDS``.

    The garbage collector rests meanwhile, and leaves alone what is there by then: it stays, and to
    walk it again and again is a tenth of all that a short command does.
    """
    resting = gc.isenabled()
    gc.disable()
    try:
        return import_module(f"daemon.commands.{name.replace('-', '_')}")
    finally:
        gc.freeze()
        if resting:
            gc.enable()
