"""The store of a configuration, lent to a command; what it cannot do is one sentence."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from daemon.config.file import load_stored
from daemon.config.stored import Stored
from daemon.exits import CommandError, Exit
from store.open import open_store
from store.protocol import Store, StoreError


@contextmanager
def lend_store(config: Stored) -> Iterator[Store]:
    """Lend the store, which is made where there is none.

    Raises:
        CommandError: it cannot be opened, read or written.
    """
    try:
        store = open_store(config.store_url(), config.state_folder / "letters")
    except StoreError as error:
        raise CommandError(str(error), Exit.IOERR) from None
    try:
        yield store
    except StoreError as error:
        raise CommandError(str(error), Exit.IOERR) from None
    finally:
        store.close()


@contextmanager
def lend_started(path: Path) -> Iterator[Store]:
    """Lend the store of an installation that has run; looking makes none.

    Raises:
        CommandError: there is none yet, or it cannot be opened, read or written.
    """
    config = load_stored(path)
    if not config.is_started:
        raise CommandError(
            f"there is no store at {config.database} yet; start one with: triaged run", Exit.FAILED
        )
    with lend_store(config) as store:
        yield store
