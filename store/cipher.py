"""What the words and bytes of a store are encrypted with, where an operator has named a key.

AES-256-GCM (NIST SP 800-38D) with a random nonce each; what it belongs to is authenticated along:
bytes by the number of their row, words by their table and column. Everything says by which key it
was encrypted, so that a key can be changed row by row. Search terms are kept as keyed hashes. The
keys for both are derived from the operator's (HKDF-Expand, RFC 5869 section 2.3).

A transaction runs ``using`` a cipher, and whatever it reads or writes meanwhile is decrypted and
encrypted by that; without one everything is plain. Raises ``LockedError`` for a key that is not
there, and ``DamagedError`` for what was altered.
"""

import base64
import binascii
import hashlib
import hmac
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from secrets import token_bytes
from typing import TYPE_CHECKING, Final

from store.errors import LockedError, StoreError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

#: Before words that are encrypted. No plain text holds it (store/columns.py): Unicode keeps it for
#: what stays inside a program.
MARK: Final = "\ufdd0"

#: Before a hashed term; no plain one begins so.
HASHED: Final = "_"

#: Of an operator's key, in bytes.
KEY_LENGTH: Final = 32

_NONCE_LENGTH: Final = 12
_TAG_LENGTH: Final = 16
#: Of a hashed term, in hexadecimal: 60 bits, so that none of a million words stands for another.
_TERM_LENGTH: Final = 15
_ENCRYPTED: Final = re.compile(f"{MARK}[0-9a-f]{{8}}:")
_ID: Final = re.compile("[0-9a-f]{8}")


class KeyFault(ValueError):  # noqa: N818 - the word for what a person must mend
    """What was named is no key; the sentence says what one is, and never what was named."""


class DamagedError(StoreError):
    """What was kept is not what was encrypted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """An operator's key with what is derived from it."""

    #: By which everything that it encrypted names it; says nothing of the key.
    id: str
    #: For words and bytes.
    content: bytes = field(repr=False)
    #: For search terms.
    search: bytes = field(repr=False)

    def hash(self, term: str) -> str:
        """Return what stands for a search term."""
        digest = hmac.digest(self.search, term.encode(), "sha256")
        return HASHED + digest.hex()[:_TERM_LENGTH]


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """The keys that an operator has named."""

    #: Under which everything is to be.
    present: Key | None = None
    #: Under which some may still be.
    before: Key | None = None

    def by_id(self) -> Mapping[str, Key]:
        """Return all of them."""
        return {key.id: key for key in (self.before, self.present) if key is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cipher:
    """What one transaction encrypts and decrypts by."""

    #: Under which is written; None writes plain.
    writing: Key | None = None
    #: Under which can be read, by their ids.
    keys: Mapping[str, Key] = field(default_factory=dict)
    #: Says, where a key lacks, which ones the store stands under; None where nobody knows.
    standing: Callable[[], Collection[str]] | None = None

    def need(self, key: str) -> Key:
        """Return the key of this id.

        Raises:
            DamagedError: the store does not stand under such a key.
            LockedError: it does, or nobody knows, and nobody has named it.
        """
        if key in self.keys:
            return self.keys[key]
        if self.standing is not None and key not in self.standing():
            raise DamagedError(
                f"The store stands under no key {key}, and something in it names one; it was"
                " altered or damaged: restore a backup."
            )
        raise LockedError(missing([key], self.keys))

    def encrypt(self, plain: bytes, about: str) -> bytes:
        """Return nonce and cipher text.

        Args:
            plain: what is encrypted.
            about: what it belongs to; it must be the same when it is decrypted.

        Raises:
            LockedError: there is no key to write by.
        """
        if self.writing is None:
            raise LockedError("Nothing can be encrypted without a key.")
        nonce = token_bytes(_NONCE_LENGTH)
        return nonce + _gcm(self.writing.content).encrypt(nonce, plain, about.encode())

    def decrypt(self, kept: bytes, about: str, key: str) -> bytes:
        """Return what ``encrypt`` was given.

        Args:
            kept: what it returned.
            about: what it belongs to.
            key: the id of the key by which it was encrypted.

        Raises:
            DamagedError: it was altered, or belongs to something else.
            LockedError: nobody has named the key.
        """
        content = self.need(key).content
        if len(kept) < _NONCE_LENGTH + _TAG_LENGTH:
            raise DamagedError(_altered(about))
        try:
            return _gcm(content).decrypt(kept[:_NONCE_LENGTH], kept[_NONCE_LENGTH:], about.encode())
        except _invalid():
            raise DamagedError(_altered(about)) from None

    def encrypt_text(self, plain: str, about: str) -> str:
        """Return text as it is kept: the key's id and the rest in base64, without the mark.

        Raises as ``encrypt`` does.
        """
        kept = binascii.b2a_base64(self.encrypt(plain.encode(), about), newline=False).decode()
        return f"{self.writing.id if self.writing else ''}:{kept}"

    def decrypt_text(self, kept: str, about: str) -> str:
        """Return what ``encrypt_text`` was given, the mark before it or not.

        Raises as ``decrypt`` does.
        """
        key, _, said = kept.removeprefix(MARK).partition(":")
        if _ID.fullmatch(key) is None:
            raise DamagedError(_altered(about))
        try:
            raw = binascii.a2b_base64(said.encode(), strict_mode=True)
        except binascii.Error:
            raise DamagedError(_altered(about)) from None
        return self.decrypt(raw, about, key).decode()


def parse_key(text: str) -> Key:
    """Return the key that an operator wrote as 64 hexadecimal digits, or in base64.

    Raises:
        KeyFault: it is neither, or not 32 bytes long.
    """
    said = "".join(text.split())
    try:
        master = (
            bytes.fromhex(said)
            if len(said) == 2 * KEY_LENGTH
            else base64.b64decode(said, validate=True)
        )
    except ValueError:
        master = b""
    if len(master) != KEY_LENGTH:
        raise KeyFault(
            "is no key; a key is 32 random bytes in base64: make one with triaged store new-key"
        )
    return Key(
        id=_derive(master, "id")[:4].hex(),
        content=_derive(master, "content"),
        search=_derive(master, "search"),
    )


def make_key() -> str:
    """Return a new random key, as ``parse_key`` reads it."""
    return base64.b64encode(token_bytes(KEY_LENGTH)).decode()


def missing(lacking: list[str], named: Mapping[str, Key]) -> str:
    """Return the sentence for keys that a store needs and nobody named."""
    there = f"only {', '.join(sorted(named))} is named" if named else "none is named"
    return (
        f"The store is encrypted with key {', '.join(sorted(lacking))}, and {there};"
        " name it in config.toml as store_key, or as store_key_before while it is changed."
    )


#: The cipher of the transaction that runs.
_IN_USE: Final[ContextVar[Cipher]] = ContextVar("cipher", default=Cipher())  # noqa: B039 - frozen


@contextmanager
def using(cipher: Cipher) -> Iterator[None]:
    """Encrypt and decrypt by this cipher meanwhile."""
    token = _IN_USE.set(cipher)
    try:
        yield
    finally:
        _IN_USE.reset(token)


def in_use() -> Cipher:
    """Return the cipher of the transaction that runs."""
    return _IN_USE.get()


def is_encrypted(text: str) -> bool:
    """Tell encrypted words from plain ones."""
    return text.startswith(MARK) and _ENCRYPTED.match(text) is not None


def _derive(master: bytes, purpose: str) -> bytes:
    return hmac.digest(master, f"triaged store {purpose}\x01".encode(), hashlib.sha256)


@cache
def _gcm(key: bytes) -> "AESGCM":
    try:
        # Who encrypts nothing need not have the library.
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415
    except ImportError:
        raise LockedError(
            "A key is named, and the library that encrypts is not installed;"
            " install triaged[encryption]."
        ) from None
    return AESGCM(key)


@cache
def _invalid() -> type[Exception]:
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - as above

    return InvalidTag


def _altered(about: str) -> str:
    return f"What the store keeps as {about} was altered or damaged; restore a backup."
