"""``triaged desk``: where people work the queue in a browser, and who may."""

import argparse
import asyncio
import getpass
import json
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from cases.roles import Role
from daemon import clock
from daemon.commands.options import add_config, find_config
from daemon.commands.person import name_person
from daemon.commands.stores import lend_store, log_copy
from daemon.config.desk import read_stationery, require_desk
from daemon.config.file import load_stored
from daemon.config.stored import Stored
from daemon.exits import CommandError, Exit
from daemon.log_output import configure
from daemon.moments import iso
from desk.stationery import Stationery
from store.accounts_protocol import Account
from store.protocol import Ledger, Store
from store.upgrade_copy import Upgrade

EXAMPLES = """\
  triaged desk user add wang --role operator
  triaged desk user list
  triaged desk user reset li --generate
  triaged desk"""


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    add_config(parser)
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    user = actions.add_parser("user", help="add, list, disable, enable or reset who may log in")
    deeds = user.add_subparsers(dest="deed", required=True, metavar="DEED")
    for name, text in (
        ("add", "let somebody log in; the password is asked for, or made with --generate"),
        ("list", "list everybody"),
        ("disable", "let somebody log in no more, and end the sessions"),
        ("enable", "let somebody log in again"),
        ("reset", "give a new password, lift a lock, take the second factor away"),
    ):
        deed = deeds.add_parser(name, help=text, description=text)
        # Given here or before the action, it means the same.
        deed.add_argument("--config", type=Path, metavar="FILE", default=argparse.SUPPRESS)
        if name == "list":
            deed.add_argument("--json", action="store_true", help="a list of objects")
            continue
        deed.add_argument("name", type=_name, metavar="NAME")
        if name == "add":
            deed.add_argument("--role", choices=[*Role], default=Role.AGENT, help="default: agent")
        if name in {"add", "reset"}:
            deed.add_argument(
                "--generate", action="store_true", help="make a password and print it, once"
            )


def run(given: argparse.Namespace) -> int:
    """Serve the desk, or change who may log in."""
    path = find_config(given)
    config = load_stored(path)
    configure(config.log)
    require_desk()
    with lend_store(config, Upgrade(tell=log_copy, waits=True)) as store:
        if given.action == "user":
            return _DEEDS[given.deed](store, given)
        return _serve(config, store, read_stationery(path))


def _serve(config: Stored, store: Store, stationery: Stationery) -> int:
    from daemon.web.desk import address_of, bind, serve
    from store.writer import Writer

    listening = bind(config.desk)
    print(f"The desk is at {address_of(config.desk)} (Ctrl-C ends it).", flush=True)
    if not store.read(lambda ledger: ledger.accounts.everyone()):
        print("Nobody may log in yet; in another terminal: triaged desk user add NAME")

    async def work() -> None:
        stop, writer = asyncio.Event(), Writer(store)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, stop.set)
        try:
            await serve(listening, config.desk, writer, stop, stationery=lambda: stationery)
        finally:
            await writer.close()

    asyncio.run(work())
    return Exit.OK


def _add(store: Store, given: argparse.Namespace) -> int:
    name, role = given.name, Role(given.role)
    password = _new_password(given)
    kept, who, now = _hash(password), name_person(), clock.now()
    made = store.write(lambda ledger: ledger.accounts.add(name, role, kept, who, now))
    if made is None:
        raise CommandError(f"there is an account {name} already", Exit.FAILED)
    print(f"{name} may log in as {role}.")
    _tell(given, password)
    return Exit.OK


def _list(store: Store, given: argparse.Namespace) -> int:
    everyone = store.read(lambda ledger: ledger.accounts.everyone())
    if given.json:
        said = [
            {
                "name": one.name,
                "role": one.role,
                "second_factor": one.secret is not None,
                "disabled": one.disabled,
                "locked_until": iso(one.locked_until),
            }
            for one in everyone
        ]
        print(json.dumps(said, indent=2))
        return Exit.OK
    if not everyone:
        print("Nobody may log in yet; make an account with: triaged desk user add NAME")
    for one in everyone:
        marks = ["second factor"] * (one.secret is not None) + ["disabled"] * one.disabled
        print(f"{one.name:<20} {one.role:<11} {', '.join(marks)}".rstrip())
    return Exit.OK


def _reset(store: Store, given: argparse.Namespace) -> int:
    account = _find(store, given.name)
    password = _new_password(given)
    kept, who, now = _hash(password), name_person(), clock.now()

    def work(ledger: Ledger) -> None:
        ledger.accounts.set_password(account.account, kept, who, now)
        ledger.accounts.set_second_factor(account.account, None, (), who, now)

    store.write(work)
    print(f"{account.name} has a new password, and sets up a second factor at the next login.")
    _tell(given, password)
    return Exit.OK


def _set_disabled(store: Store, given: argparse.Namespace) -> int:
    account, who, now = _find(store, given.name), name_person(), clock.now()
    disabled = given.deed == "disable"
    store.write(lambda ledger: ledger.accounts.set_disabled(account.account, disabled, who, now))
    print(f"{account.name} may log in {'no more' if disabled else 'again'}.")
    return Exit.OK


_DEEDS: dict[str, Callable[[Store, argparse.Namespace], int]] = {
    "add": _add,
    "list": _list,
    "disable": _set_disabled,
    "enable": _set_disabled,
    "reset": _reset,
}


def _find(store: Store, name: str) -> Account:
    account = store.read(lambda ledger: ledger.accounts.find(name))
    if account is None:
        raise CommandError(f"there is no account {name}; see: triaged desk user list", Exit.FAILED)
    return account


def _new_password(given: argparse.Namespace) -> str:
    """Return a password: made, asked for twice, or the first line of standard input."""
    from desk.passwords import SHORTEST, make_password, weakness

    if given.generate:
        return make_password()
    if sys.stdin.isatty():
        password = getpass.getpass(f"Password for {given.name} (12 characters or more): ")
        if password != getpass.getpass("Once more: "):
            raise CommandError("these two are not the same; try again", Exit.DATAERR)
    else:
        password = sys.stdin.readline().rstrip("\r\n")
    if weak := weakness(password, given.name):
        why = {
            "short": f"is shorter than {SHORTEST} characters",
            "long": "is longer than 256 characters",
            "common": "is guessed first",
            "name": "contains the name",
        }[weak]
        raise CommandError(f"this password {why}; take another, or --generate", Exit.DATAERR)
    return password


def _hash(password: str) -> str:
    from desk.passwords import hash_password

    return hash_password(password)


def _tell(given: argparse.Namespace, password: str) -> None:
    if given.generate:
        print(f"Password, shown only now: {password}")


def _name(text: str) -> str:
    """Return the name of an account."""
    from desk.names import NAME

    if not NAME.fullmatch(text):
        raise argparse.ArgumentTypeError(
            f"{text!r} is no name; write small letters, digits, dots or hyphens, 40 at most"
        )
    return text
