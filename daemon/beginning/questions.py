"""Asking: a person at a terminal, or options given beforehand.

Both answer the same questions; an option that was given is never asked for again.
"""

import argparse
import getpass
from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol, TypeVar

from daemon.exits import CommandError, Exit

T = TypeVar("T")

#: How often a person may give an answer that will not do.
_TRIES: Final = 5


class Answers(Protocol):
    """Whoever answers."""

    def answer(self, name: str, text: str, check: Callable[[str], T], default: str = "") -> T:
        """Return what ``check`` makes of the answer.

        Args:
            name: the option's name.
            text: the question.
            check: returns the value, or raises ``ValueError`` with what is wrong.
            default: what an empty answer means.

        Raises:
            CommandError: the answer will not do.
        """

    def foresee(self, name: str, check: Callable[[str], object], default: str = "") -> None:
        """Raise ``CommandError`` where the answer is known by now and will not do."""

    def password(self, text: str, check: Callable[[str], None]) -> str:
        """Return a password that ``check`` has nothing against; raise ``CommandError``."""

    def tell(self, text: str) -> None:
        """Say something."""


class Script:
    """Answers that were given as options."""

    def __init__(self, given: argparse.Namespace) -> None:
        """Keep the options."""
        self._given = given

    def answer(self, name: str, text: str, check: Callable[[str], T], default: str = "") -> T:
        """Return the option's value, else the default's."""
        del text
        said = getattr(self._given, name)
        try:
            return check(default if said is None else said)
        except ValueError as error:
            raise CommandError(f"--{name}: {error}", Exit.USAGE) from None

    def foresee(self, name: str, check: Callable[[str], object], default: str = "") -> None:
        """Judge the option's value, else the default's."""
        self.answer(name, "", check, default)

    def password(self, text: str, check: Callable[[str], None]) -> str:
        """Return what the named file holds."""
        del text
        secret = read_password(self._given.password_file)
        try:
            check(secret)
        except ValueError as error:
            raise CommandError(str(error), Exit.UNAVAILABLE) from None
        return secret

    def tell(self, text: str) -> None:
        """Say nothing: nobody reads it."""


class Person:
    """Somebody at a terminal."""

    def __init__(self, given: argparse.Namespace) -> None:
        """Keep the options that were given."""
        self._given = given

    def answer(self, name: str, text: str, check: Callable[[str], T], default: str = "") -> T:
        """Ask until the answer will do."""
        said = getattr(self._given, name)
        for _ in range(_TRIES):
            if said is None:
                said = _input(f"{text}{f' [{default}]' if default else ''}: ") or default
            try:
                return check(said.strip())
            except ValueError as error:
                self.tell(f"  {error}")
                said = None
        raise CommandError(f"no answer to {text!r} would do", Exit.USAGE)

    def foresee(self, name: str, check: Callable[[str], object], default: str = "") -> None:
        """Judge an option that was given: what is asked for may be answered anew."""
        if getattr(self._given, name) is not None:
            Script(self._given).answer(name, "", check, default)

    def password(self, text: str, check: Callable[[str], None]) -> str:
        """Ask until the servers take it; nothing is shown."""
        file: Path | None = self._given.password_file
        for _ in range(_TRIES):
            secret = read_password(file) if file else _input(f"{text}: ", hidden=True)
            if not secret:
                # Who gives none has none at hand; asking again would not bring it.
                raise _lacking("no password was given", Exit.USAGE)
            try:
                check(secret)
            except ValueError as error:
                self.tell(f"  {error}")
                file = None
            else:
                return secret
        raise CommandError("the servers took none of these passwords", Exit.UNAVAILABLE)

    def tell(self, text: str) -> None:
        """Print it."""
        print(text)  # noqa: T201 - a conversation


def read_password(path: Path | None) -> str:
    """Return the first line of the file, which is not empty; raise ``CommandError``."""
    if path is None:
        raise CommandError("the password is missing; name a --password-file", Exit.USAGE)
    try:
        secret = path.read_text(encoding="utf-8").split("\n", 1)[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        said = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise CommandError(f"{path}: cannot be read: {said}", Exit.NOINPUT) from None
    if not secret:
        raise _lacking(f"{path} holds no password", Exit.DATAERR)
    return secret


def _lacking(what: str, code: Exit) -> CommandError:
    return CommandError(
        f"{what}; nothing was written: begin again with it, or name a --password-file that "
        "holds it",
        code,
    )


def _input(text: str, *, hidden: bool = False) -> str:
    try:
        return getpass.getpass(text) if hidden else input(text)
    except EOFError:
        raise CommandError("the answers ended; nothing was written", Exit.USAGE) from None
