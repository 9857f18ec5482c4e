"""The corrections in the state folder, under the key that the store stands under.

Buyers' words are in them as they are in the store, so what is encrypted there is encrypted here,
line by line (AES-256-GCM, store/cipher.py), and a plain store has a plain file. Lines of before are
read as long as their key is named; whatever changes the file writes all of it under the present
one.
"""

from pathlib import Path
from typing import Final

from classifier.corrections import Lines, read_lines
from classifier.replacement import replace
from daemon.config.keys import read_keys
from daemon.config.stored import Stored
from daemon.exits import CommandError, Exit
from store.cipher import MARK, Cipher, DamagedError, Keys, is_encrypted
from store.encryption_protocol import EncryptionState
from store.errors import LockedError, StoreError
from store.open import look_at_encryption
from store.protocol import Store

#: What a line is encrypted as a part of.
_ABOUT: Final = "corrections"


class Seal(Lines):
    """What a line of corrections is written and read by."""

    def __init__(self, state: EncryptionState, keys: Keys) -> None:
        """Take the keys that are named, and what says under which the store stands.

        Raises:
            CommandError: its key is not among them.
        """
        named = keys.by_id()
        # Which key an older line takes is told by the line: it may be one that the store left.
        self._cipher = Cipher(writing=named.get(state.key), keys=named)
        if state.key:
            self._need(state.key)

    def close(self, line: str) -> str:
        """Return what is kept of a line."""
        if self._cipher.writing is None:
            return line
        return MARK + self._cipher.encrypt_text(line, _ABOUT)

    def open(self, kept: str) -> str:
        """Return the line.

        Raises:
            ValueError: it was altered or damaged.
            CommandError: its key is not named.
        """
        if not is_encrypted(kept):
            return kept
        self._need(kept.removeprefix(MARK).partition(":")[0])
        try:
            return self._cipher.decrypt_text(kept, _ABOUT)
        except DamagedError:
            raise ValueError("it was altered or damaged; a backup of before has it") from None

    def is_present(self, kept: str) -> bool:
        """Tell whether what is kept of a line stands under the key that is written by now."""
        writing = self._cipher.writing
        return kept.startswith(f"{MARK}{writing.id}:") if writing else not is_encrypted(kept)

    def _need(self, key: str) -> None:
        try:
            self._cipher.need(key)
        except LockedError as error:
            raise CommandError(str(error), Exit.CONFIG) from None


def seal_of(store: Store, keys: Keys) -> Seal:
    """Return what corrections beside an open store are kept by; raise ``CommandError``."""
    return Seal(store.read(lambda ledger: ledger.encryption.state()), keys)


def find_seal(config: Stored) -> Seal:
    """Return what the corrections of an installation are kept by; raise ``CommandError``.

    Before its first start they are kept as its store will be.
    """
    keys = read_keys(config)
    if not config.is_started:
        return Seal(EncryptionState(key=keys.present.id if keys.present else ""), keys)
    try:
        return Seal(look_at_encryption(config.store_url()), keys)
    except StoreError as error:
        raise CommandError(str(error), Exit.IOERR) from None


def reseal(path: Path, seal: Seal) -> tuple[int, tuple[int, ...]]:
    """Bring all lines under the present key; return how many were, and which are damaged.

    A damaged one stays as it is. Raises ``CommandError`` and ``OSError``, as ``read_lines``
    raises ``CorrectionFault``.
    """
    kept = read_lines(path)
    brought, damaged = list(kept), list[int]()
    for number, line in enumerate(kept):
        if seal.is_present(line):
            continue
        try:
            brought[number] = seal.close(seal.open(line))
        except ValueError:
            damaged.append(number + 1)
    changed = sum(before != after for before, after in zip(kept, brought, strict=True))
    if changed:
        replace(path, "".join(f"{line}\n" for line in brought).encode())
    return changed, tuple(damaged)
