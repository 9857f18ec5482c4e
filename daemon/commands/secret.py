"""``triaged secret``: a password kept where the service finds it and nobody else."""

import argparse
import getpass
import os
import re
import sys
from pathlib import Path
from typing import Final

from daemon.config.secrets import KEPT
from daemon.exits import CommandError, Exit

EXAMPLES = """\
  sudo triaged secret set imap
  triaged secret set imap --file ~/.config/triaged/imap
  pass show shop/imap | sudo triaged secret set imap"""

#: What systemd takes for the name of a credential, and a file system for that of a file.
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    keep = actions.add_parser("set", help="ask for a password, or read it from standard input")
    keep.add_argument("name", metavar="NAME", type=_name)
    keep.add_argument("--file", type=Path, metavar="FILE", help=f"instead of {KEPT}/NAME")


def _name(text: str) -> str:
    if not _NAME.fullmatch(text):
        raise argparse.ArgumentTypeError(f"{text!r}: use letters, digits, dots and dashes")
    return text


def run(given: argparse.Namespace) -> int:
    """Keep the secret; say what to write into the configuration."""
    path: Path = given.file or KEPT / given.name
    write_secret(path, _ask(given.name))
    source = f'credential = "{given.name}"' if given.file is None else f'file = "{path.absolute()}"'
    print(f"kept in {path}; in config.toml write: password = {{{source}}}")
    return Exit.OK


def _ask(name: str) -> str:
    if not sys.stdin.isatty():
        secret = sys.stdin.read().rstrip("\r\n")
    else:
        secret = getpass.getpass(f"Password for {name} (nothing is shown): ")
    if not secret or "\n" in secret:
        raise CommandError("a secret is one line that is not empty; nothing was kept", Exit.DATAERR)
    return secret


def write_secret(path: Path, secret: str) -> None:
    """Put the secret into ``path`` as a whole; raise ``CommandError`` where that cannot be."""
    beside = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside.unlink(missing_ok=True)
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secret)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except PermissionError:
        raise CommandError(
            f"{path}: not allowed to write it; run this with sudo, or name a --file", Exit.NOPERM
        ) from None
    except OSError as error:
        raise CommandError(f"{path}: cannot be written: {error.strerror}", Exit.IOERR) from None
