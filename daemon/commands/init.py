"""``triaged init``: a few questions, the logins tried while asking, and a configuration."""

import argparse
import os
import sys
from pathlib import Path

from daemon.assets import sample_config
from daemon.beginning.beginning import (
    Beginning,
    ask,
    find_witness,
    is_for_service,
    is_hidden,
    write,
)
from daemon.beginning.questions import Person, Script
from daemon.commands.options import require_file
from daemon.exits import CommandError, Exit

EXAMPLES = """\
  sudo triaged init
  triaged init --output my.toml
  triaged init --yes --address shop@gmx.de --password-file pw --brand "My Shop" \\
    --zone Europe/Berlin --country DE"""

_SYSTEM = Path("/etc/triaged/config.toml")


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    for name, metavar, text in (
        ("--address", "ADDRESS", "the address buyers write to"),
        ("--imap", "HOST[:PORT][/TLS]", "where its letters are read; tls, starttls or none"),
        ("--smtp", "HOST[:PORT][/TLS]", "where its answers are handed in"),
        ("--user", "NAME", "whom to log in as; default: the address"),
        ("--login", "password|token", "how to log in, where the provider knows both"),
        ("--client", "ID", "by token: the id of your own client"),
        ("--flow", "FLOW", "by token: device, code or client-credentials (Microsoft)"),
        ("--tenant", "NAME", "by token: the directory (Microsoft)"),
        ("--brand", "NAME", "the shop's name under every acknowledgement"),
        ("--marketplaces", "LIST", "where it sells, such as amazon.de,ebay"),
        ("--direct", "yes|no", "acknowledge who writes to it directly too; default no"),
        ("--zone", "ZONE", "where those who answer work, as Europe/Berlin; default: the machine's"),
        ("--country", "CC", "whose public holidays are closed, such as DE"),
    ):
        parser.add_argument(name, metavar=metavar, help=text)
    parser.add_argument(
        "--password-file",
        type=Path,
        metavar="FILE",
        help="holds the password, or the secret of the client",
    )
    parser.add_argument(
        "--ca-file", type=Path, metavar="FILE", help="further certificates to trust, PEM"
    )
    parser.add_argument("--yes", action="store_true", help="ask nothing; take the defaults")
    parser.add_argument(
        "--output",
        type=Path,
        metavar="FILE",
        default=_SYSTEM if os.geteuid() == 0 else Path("config.toml"),
        help="the configuration to write; default: %(default)s",
    )


def run(given: argparse.Namespace) -> int:
    """Ask, try the logins, write; nothing is written over."""
    output: Path = given.output
    if output.exists():
        raise CommandError(
            f"{output} is there already; name another with --output, or change it with an editor "
            "(a further mailbox is a further table [mailboxes.NAME], its address among the senders "
            "of a shop) and try it with: triaged check-config",
            Exit.IOERR,
        )
    _require_place(output)
    trusted: Path | None = given.ca_file
    if trusted is not None:
        require_file(trusted)
    if trusted is not None and is_for_service(output) and is_hidden(trusted):
        raise CommandError(
            f"{trusted}: the service, which runs as a user of its own, cannot read it there; copy "
            "it to /etc/triaged with rights 0644, and name it there",
            Exit.USAGE,
        )
    if not (given.yes or sys.stdin.isatty()):
        raise CommandError(
            "there is nobody to ask; give the answers as options, and --yes", Exit.USAGE
        )
    answers = Script(given) if given.yes else Person(given)
    beginning: Beginning = ask(answers, given.ca_file)
    for path in write(beginning, output, sample_config().read_text(encoding="utf-8")):
        print(f"wrote {path}")
    print(_tell_direct(beginning))
    first = f"  triaged login main --config {output}\n" if beginning.client else ""
    print(
        f"nothing is sent before you say so (mode = shadow); next:\n{first}"
        f"  triaged check-config --config {output}\n"
        f"  triaged doctor --config {output}\n"
        f"  triaged backtest --config {output} --since 14d\n"
        f"  triaged run --config {output}"
    )
    return Exit.OK


def _tell_direct(beginning: Beginning) -> str:
    """Return what becomes of mail that comes through no marketplace, and how to change it."""
    if not beginning.direct:
        return (
            f"who writes to {beginning.address} directly, through no marketplace, is shown in the "
            f'queue and not acknowledged; direct = ["{beginning.address}"] under [channels] '
            "changes that"
        )
    if find_witness(beginning):
        return "direct mail is acknowledged where your provider vouches for its sender"
    return (
        "direct mail is acknowledged where a trusted server vouches for its sender: triaged doctor "
        "shows which one to name as trusted_servers under [channels]"
    )


def _require_place(output: Path) -> None:
    """Raise ``CommandError`` where the configuration could not be written; changes nothing."""
    folder = next(one for one in output.absolute().parents if one.exists())
    if not folder.is_dir():
        raise CommandError(f"{output}: cannot be written: {folder} is no folder", Exit.IOERR)
    if not os.access(folder, os.W_OK | os.X_OK):
        raise CommandError(
            f"{output}: not allowed to write into {folder}; name another place with --output",
            Exit.NOPERM,
        )
