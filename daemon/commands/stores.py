"""The store of a configuration, lent to a command; what it cannot do is one sentence.

A store without a letter is encrypted from its beginning, where a key is named. One that has
letters is encrypted when it is asked for (daemon/commands/store.py).
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from daemon import clock
from daemon.config.file import load_stored
from daemon.config.keys import read_keys
from daemon.config.stored import Stored
from daemon.exits import CommandError, Exit
from store.cipher import Keys
from store.encryption_protocol import EncryptionState
from store.errors import NewerError
from store.events import OURSELVES
from store.open import NO_KEYS, open_store
from store.protocol import Ledger, LockedError, Store, StoreError


@contextmanager
def lend_store(config: Stored) -> Iterator[Store]:
    """Lend the store, which is made where there is none.

    Raises:
        CommandError: it cannot be opened, read or written, or its key is not named.
    """
    keys = read_keys(config)
    with _open(config, keys) as store:
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
    with _open(config, NO_KEYS, locked=True) as store:
        yield store


@contextmanager
def _open(config: Stored, keys: Keys, *, locked: bool = False) -> Iterator[Store]:
    folder = config.state_folder / "letters"
    try:
        with closing(open_store(config.store_url(), folder, keys=keys, locked=locked)) as store:
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
