"""By which key a store is encrypted, and how all that is there comes under another one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from store.cipher import Cipher, Key, missing
from store.errors import LockedError

#: In the place of a key's id: not encrypted.
PLAIN: Final = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EncryptionState:
    """Under which keys things stand, by their ids; ``PLAIN`` among them."""

    #: Under which is written.
    key: str = PLAIN
    #: Under which some may stand that was written before.
    before: tuple[str, ...] = ()
    #: Contents that are to be removed where nothing names them any more.
    unnamed: tuple[str, ...] = ()
    #: Whether rows were rewritten since the file was written anew: pages of before are in it.
    unscrubbed: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether everything stands under the one key."""
        return not self.before

    def cipher(self, keys: Mapping[str, Key]) -> Cipher:
        """Return what reads and writes a store that stands so; raise ``LockedError``."""
        if lacking := [one for one in self.names() if one not in keys]:
            raise LockedError(missing(lacking, keys))
        return Cipher(writing=keys.get(self.key), keys=keys, standing=self.names)

    def names(self) -> frozenset[str]:
        """Return the ids of all keys that things may stand under."""
        return frozenset({self.key, *self.before} - {PLAIN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the way through everything has come."""

    #: Which part is looked through, and up to which row of it.
    part: int = 0
    after: int = 0
    #: Rows that were brought under the key so far.
    changed: int = 0
    #: Contents that are missing or damaged, and stand where they stood.
    lost: int = 0
    #: Words that are damaged, and stand where they stood, as ``cases 5: subject``.
    damaged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """Encrypted words that were altered or damaged, and do not open any more."""

    count: int = 0
    #: Where the first of them are, as ``cases 5: subject``.
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How far a look at all encrypted words has come."""

    #: Which part is looked at, and up to which row of it.
    part: int = 0
    after: int = 0
    #: What was found so far.
    found: Damage = Damage()
    is_over: bool = False


class Encryption(Protocol):
    """By which key everything is encrypted."""

    def state(self) -> EncryptionState:
        """Return under which keys things stand."""

    def is_empty(self) -> bool:
        """Whether no letter is there yet."""

    def begin(self, key: str, who: str, now: datetime) -> None:
        """Have everything written under the key of this id from the next transaction on."""

    def look_on(self, look: Look) -> Look:
        """Look for words that were altered or damaged among the next rows."""

    def damage(self) -> Damage:
        """Return which were found last; none where nobody has looked."""

    def keep_damage(self, found: Damage, who: str, now: datetime) -> None:
        """Have everybody know which were found."""

    def extent(self) -> tuple[int, ...]:
        """Return the highest row of each part, to say how far one is."""

    def step(self, progress: Progress, who: str, now: datetime) -> Progress | None:
        """Bring further rows under the key; None where all parts were looked through."""

    def look_through(self) -> EncryptionState | None:
        """Return how the store stands where nothing is under an older key, else None.

        It goes through everything, and may do so while others write.
        """

    def finish(self, who: str, now: datetime, seen: EncryptionState | None = None) -> bool:
        """Need the older keys no more; False where something still stands under one.

        ``seen`` is what ``look_through`` returned; without it all is looked through once more,
        and on SQLite nobody else writes meanwhile.
        """

    def scrubbed(self, who: str, now: datetime) -> None:
        """Remember that no page of before is left (``Store.scrub``)."""
