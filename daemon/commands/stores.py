"""The store of a configuration, lent to a command; what it cannot do is one sentence.

A store without a letter is encrypted from its beginning, where a key is named. One that has
letters is encrypted when it is asked for (daemon/commands/store.py).
"""

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from daemon import clock
from daemon.config.file import load_stored
from daemon.config.keys import read_keys
from daemon.config.stored import Stored
from daemon.exits import CommandError, Exit
from daemon.logs import logger
from store.cipher import Keys
from store.encryption_protocol import EncryptionState
from store.errors import NewerError
from store.events import OURSELVES
from store.open import NO_KEYS, open_store
from store.protocol import Ledger, LockedError, Store, StoreError
from store.upgrade_copy import Upgrade

log = logger("stores")


def log_copy(copy: Path) -> None:
    """Log where an upgrade has left the copy of before; for those whose log is set up."""
    log.info("store.copied", path=str(copy))


def _say_copy(copy: Path) -> None:
    print(
        f"triaged: the store is brought up to date; as it was before it lies in {copy}",
        file=sys.stderr,
    )


#: What a person who asks for a command is told.
_UPGRADE: Final = Upgrade(tell=_say_copy)


@contextmanager
def lend_store(config: Stored, upgrade: Upgrade = _UPGRADE) -> Iterator[Store]:
    """Lend the store, which is made where there is none, and brought up to date as wanted.

    Raises:
        CommandError: it cannot be opened, read or written, or its key is not named.
    """
    keys = read_keys(config)
    with _open(config, keys, upgrade) as store:
        if keys.present is not None:
            _begin(store, keys.present.id)
        yield store


@contextmanager
def lend_locked(path: Path) -> Iterator[Store]:
    """Lend the store of an installation that has run to be copied as it is, without its key.

    Raises:
        CommandError: there is none yet, or it cannot be opened or read.
    """
    config = _started(path)
    with _open(config, NO_KEYS, _UPGRADE, locked=True) as store:
        yield store


@contextmanager
def _open(config: Stored, keys: Keys, upgrade: Upgrade, *, locked: bool = False) -> Iterator[Store]:
    folder = config.state_folder / "letters"
    try:
        opened = open_store(config.store_url(), folder, keys=keys, locked=locked, upgrade=upgrade)
        with closing(opened) as store:
            yield store
    except LockedError as error:
        raise CommandError(str(error), Exit.CONFIG) from None
    except NewerError as error:
        raise CommandError(str(error), Exit.DATAERR) from None
    except StoreError as error:
        raise CommandError(str(error), Exit.IOERR) from None


def _begin(store: Store, key: str) -> None:
    def is_new(ledger: Ledger) -> bool:
        return ledger.encryption.state() == EncryptionState() and ledger.encryption.is_empty()

    if store.read(is_new):
        store.write(lambda ledger: ledger.encryption.begin(key, OURSELVES, clock.now()))


@contextmanager
def lend_started(path: Path) -> Iterator[Store]:
    """Lend the store of an installation that has run; looking makes none.

    Raises:
        CommandError: there is none yet, or it cannot be opened, read or written.
    """
    with lend_store(_started(path)) as store:
        yield store


def _started(path: Path) -> Stored:
    config = load_stored(path)
    if not config.is_started:
        raise CommandError(
            f"there is no store at {config.database} yet; start one with: triaged run", Exit.FAILED
        )
    return config
