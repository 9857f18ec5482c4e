"""The keys that a store is encrypted by, from the sources that the configuration names."""

from collections.abc import Iterator
from contextlib import suppress
from importlib.util import find_spec
from typing import Final

from daemon.config import positions
from daemon.config.secrets import SecretError, SecretSource
from daemon.config.stored import Stored
from daemon.exits import CommandError, Exit
from store.cipher import Key, KeyFault, Keys, parse_key
from store.errors import LockedError, StoreError

#: The present key and the one before.
KEYS: Final = ("store_key", "store_key_before")

_NOT_INSTALLED: Final = "needs what encrypts: pip install 'triaged[encryption]'"


def read_keys(config: Stored) -> Keys:
    """Return the keys; without a source there is none.

    Raises:
        CommandError: a source does not give its key, or gives none, or nothing can encrypt.
    """
    found: list[Key | None] = []
    for name, source in _sources(config):
        try:
            found.append(None if source is None else parse_key(source.read()))
        except (SecretError, KeyFault) as error:
            raise CommandError(f"{name}: {error}", Exit.CONFIG) from None
    present, before = found
    if (present or before) and find_spec("cryptography") is None:
        raise CommandError(f"store_key {_NOT_INSTALLED}", Exit.UNAVAILABLE)
    return Keys(present=present, before=before)


def find_faulty_keys(config: Stored) -> Iterator[tuple[positions.Path, str]]:
    """Yield the name and a sentence for each key that cannot be read, or is none.

    A systemd credential is there for its unit alone and is left out elsewhere.
    """
    for name, source in _sources(config):
        if source is None or source.is_elsewhere:
            continue
        try:
            parse_key(source.read())
        except (SecretError, KeyFault) as error:
            yield (name,), str(error)
        else:
            if find_spec("cryptography") is None:
                yield (name,), _NOT_INSTALLED


def find_lacking_key(config: Stored) -> Iterator[tuple[positions.Path, str]]:
    """Yield the sentence where the store that is there takes a key that is not named.

    Where the keys cannot be read, or the store not be opened, others say so.
    """
    if not config.is_started or any(one.is_elsewhere for _, one in _sources(config) if one):
        return
    with suppress(CommandError, StoreError):
        keys = read_keys(config).by_id()
        from store.open import look_at_encryption  # noqa: PLC0415 - reading alone needs no database

        try:
            look_at_encryption(config.store_url()).cipher(keys)
        except LockedError as error:
            yield (KEYS[0],), str(error)


def _sources(config: Stored) -> Iterator[tuple[str, SecretSource | None]]:
    for name in KEYS:
        yield name, getattr(config, name)
