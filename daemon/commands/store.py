"""``triaged store``: what is kept, encrypted under a key, under another one, or decrypted."""

import argparse
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from classifier.corrections import CorrectionFault
from daemon import clock
from daemon.commands.options import add_config, find_config
from daemon.commands.person import name_person
from daemon.commands.secret import write_secret
from daemon.commands.stores import lend_started
from daemon.config.file import load_stored
from daemon.config.keys import read_keys
from daemon.config.stored import Stored
from daemon.encrypting import REST, Outcome, bring_under
from daemon.exits import CommandError, Exit
from daemon.learning.sealing import reseal, seal_of
from daemon.models import find_corrections
from store.cipher import make_key
from store.encryption_protocol import PLAIN
from store.labour import Labour, labouring
from store.protocol import Store, StoreError
from store.upgrade_copy import find_copies

EXAMPLES = """\
  sudo triaged store new-key /etc/triaged/store.key
  sudo systemctl restart triaged          # once store_key is named in config.toml
  sudo -u triaged triaged store encrypt
  sudo -u triaged triaged store decrypt"""


def declare(parser: argparse.ArgumentParser) -> None:
    """Say the command's words."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    new = actions.add_parser("new-key", help="write a new random key into a file")
    new.add_argument("file", type=Path, metavar="FILE", help="a file that is not there yet")
    encrypt = actions.add_parser(
        "encrypt",
        help="bring all that is kept under store_key, from none or from store_key_before; may be "
        "ended anywhere, and goes on",
    )
    decrypt = actions.add_parser("decrypt", help="keep everything plain again")
    for action in (encrypt, decrypt):
        add_config(action)


def run(given: argparse.Namespace) -> int:
    """Make a key, encrypt or decrypt; 1 where something stands under another key still."""
    if given.action == "new-key":
        return _new_key(given.file)
    path = find_config(given)
    present = read_keys(load_stored(path)).present
    if given.action == "encrypt" and present is None:
        raise CommandError(
            "no key is named; make one with triaged store new-key FILE, and name it in config.toml "
            "as store_key",
            Exit.CONFIG,
        )
    key = PLAIN if given.action == "decrypt" or present is None else present.id
    with (
        lend_started(path) as store,
        labouring(load_stored(path).database, Labour.ENCRYPTION),
    ):
        config = load_stored(path)
        done = _go(store, key, config)
        # Before anything is said: until then the key of before is needed.
        unread = _reseal(store, config)
        print(_say(done, key))
        for sentence in unread:
            print(sentence)
        for one in done.damaged:
            print(f"{one} was altered or damaged, no key reads it; a backup of before has it")
        if done.is_whole and key:
            _tell_what_stays(config)
        # Also where an earlier way ended before its pages were gone.
        if store.read(lambda ledger: ledger.encryption.state()).unscrubbed and done.is_whole:
            _scrub(store)
    return Exit.OK if done.is_whole else Exit.FAILED


def _new_key(path: Path) -> int:
    if path.exists():
        raise CommandError(
            f"{path} is there already; what it encrypts could not be read without it: name a new "
            "file",
            Exit.IOERR,
        )
    write_secret(path, make_key())
    print(
        f'kept in {path}; in config.toml write: store_key = {{file = "{path.absolute()}"}}\n'
        "Keep a copy of it elsewhere, apart from the backups: without it nothing can be read."
    )
    return Exit.OK


def _go(store: Store, key: str, config: Stored) -> Outcome:
    who, now = name_person(), clock.now()
    # A server lets others write meanwhile.
    rest = REST if config.database is not None else 0.0
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        shown = bar.add_task("letters, words and search" if key else "decrypting", total=None)

        def tell(total: int, done: int) -> None:
            bar.update(shown, total=total, completed=done)

        return bring_under(store, key, who, now, tell, rest)


def _say(done: Outcome, key: str) -> str:
    under = f"under key {key}" if key else "plain"
    if done.is_whole:
        return f"{done.changed} rows rewritten; everything is {under}, and no other key is needed"
    if done.lost:
        return (
            f"{done.changed} rows rewritten; {done.lost} letters or files are missing or damaged "
            "and stay as they were: put them back from a backup, or keep the key before named, "
            "then do this again"
        )
    return (
        f"{done.changed} rows rewritten; something was written meanwhile by a process that was "
        "started before: restart triaged and the desk, then do this again"
    )


def _reseal(store: Store, config: Stored) -> list[str]:
    """Bring what was taught under the key of the store; return a sentence for each damaged line."""
    taught = find_corrections(config)
    try:
        _, damaged = reseal(taught, seal_of(store, read_keys(config)))
    except CorrectionFault as fault:
        raise CommandError(str(fault), Exit.DATAERR) from None
    except OSError as error:
        raise CommandError(f"{taught}: cannot be written: {error.strerror}", Exit.IOERR) from None
    return [
        f"{taught}:{number} was altered or damaged, no key reads it; a backup of before has it"
        for number in damaged
    ]


def _tell_what_stays(config: Stored) -> None:
    """Name what lies beside the store and is plain: what an upgrade has left."""
    if config.database is not None:
        for copy in find_copies(config.database):
            print(f"{copy}: a copy of before, made by an upgrade; remove it")


def _scrub(store: Store) -> None:
    try:
        store.scrub()
    except StoreError as error:
        raise CommandError(
            f"everything is rewritten, and pages of before are in the file still: {error} Then do "
            "this again",
            Exit.TEMPFAIL,
        ) from None
    store.write(lambda ledger: ledger.encryption.scrubbed(name_person(), clock.now()))
