"""Encrypting what is there already, changing the key, and decrypting: one way for all three.

From ``begin`` on everything is written under the new key, whoever writes (``store.key_state``);
``step`` then goes through all rows, part by part (``store.strays``), a small transaction each, and
rewrites those that stand under another key (``store.rewriting``). It can be ended anywhere and
begun anew: what was rewritten is passed over. Contents kept apart are written anew first, and the
old ones removed in the next transaction, when nothing names them any more; which those are stands
in the store, so that no crash leaves one behind.
"""

from dataclasses import replace
from datetime import datetime
from typing import Final

from sqlalchemy import func, select

from store import contents, key_state, soundness, strays
from store.blobs import SHARDS
from store.cipher import in_use, using
from store.encryption_protocol import Damage, EncryptionState, Look, Progress
from store.rewriting import Rewritten, is_secret_left, renew_secret, rewrite
from store.schema import letters
from store.strays import PARTS, PEOPLE
from store.transaction import Transaction

#: So many numbers are looked through in one, because SQLite lets nobody else write meanwhile and a
#: row's key lies behind its bytes.
_LOOKED_AT: Final = 1000
#: So many files are looked at in one transaction.
_FILES_AT_ONCE: Final = 500

#: Behind the parts: files of this store that no row names.
_FILES: Final = len(PARTS)


class SqlEncryption:
    """Each method is documented in ``store.encryption_protocol``."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def state(self) -> EncryptionState:
        """Say under which keys things stand."""
        return key_state.look(self._tx)

    def is_empty(self) -> bool:
        """Say whether there is a letter."""
        kept = select(letters.c.id).where(letters.c.seller == self._tx.seller).limit(1)
        return self._tx.run(kept).first() is None

    def begin(self, key: str, who: str, now: datetime) -> None:
        """Change the key."""
        key_state.hold(self._tx, alone=True)
        found = key_state.look(self._tx)
        if found.key == key:
            return
        older = () if self.is_empty() else (*found.before, found.key)
        before = tuple(dict.fromkeys(one for one in older if one != key))
        # What was under the new key once, before it was left, may stand under it still.
        changed = replace(found, key=key, before=before)
        if not older:
            # Nobody goes through a store without letters, which may have people.
            changed = replace(changed, unscrubbed=_begin_empty(self._tx, changed))
        key_state.put(self._tx, changed, who, now)

    def look_on(self, look: Look) -> Look:
        """Look for damaged words."""
        return soundness.look_on(self._tx, look)

    def damage(self) -> Damage:
        """Say what was found."""
        return soundness.known(self._tx)

    def keep_damage(self, found: Damage, who: str, now: datetime) -> None:
        """Keep what was found."""
        soundness.keep(self._tx, found, who, now)

    def extent(self) -> tuple[int, ...]:
        """Say how high the numbers go."""
        highest = (self._tx.run(select(func.max(part.number))).scalar() for part in PARTS)
        return tuple(one or 0 for one in highest)

    def step(self, progress: Progress, who: str, now: datetime) -> Progress | None:
        """Rewrite some rows."""
        tx = self._tx
        if not tx.on_postgresql:
            # What is rewritten is overwritten, and not only unlinked.
            tx.connection.exec_driver_sql("PRAGMA secure_delete = ON")
        # Two that do this at once would not see what the other has to remove.
        tx.lock([key_state.ENCRYPTION])
        found = key_state.look(tx)
        contents.remove_unnamed(tx, found.unnamed)
        unnamed: tuple[str, ...] = ()
        unscrubbed = found.unscrubbed
        if progress.part == _FILES and not tx.on_postgresql and progress.after < SHARDS:
            # Left by transactions that never ended; while this one writes there is none other.
            progress = replace(progress, after=_sweep(tx, progress.after))
        elif progress.part < len(PARTS):
            part = PARTS[progress.part]
            secret = renew_secret(tx, found.key) if progress == Progress() else Rewritten()
            end = progress.after + _LOOKED_AT
            wanted = strays.query(tx, part, found.key, progress.after).where(part.number <= end)
            numbers = list(tx.run(wanted).scalars())
            done = rewrite(tx, part, numbers)
            unnamed = done.unnamed
            changed = done.changed + secret.changed
            unscrubbed = unscrubbed or changed > 0
            is_through = not numbers and not strays.goes_on(tx, part, end)
            progress = Progress(
                part=progress.part + is_through,
                after=0 if is_through else done.last if numbers else end,
                changed=progress.changed + changed,
                lost=progress.lost + done.lost,
                damaged=(*progress.damaged, *secret.damaged, *done.damaged),
            )
        elif not found.unnamed:
            return None
        left = replace(found, unnamed=unnamed, unscrubbed=unscrubbed)
        if found != left:
            key_state.put(tx, left, who, now, told=False)
        return progress

    def look_through(self) -> EncryptionState | None:
        """Look whether anything is left."""
        tx = self._tx
        found = key_state.look(tx)
        if (
            found.unnamed
            or is_secret_left(tx, found.key)
            or any(strays.is_left(tx, part, found.key) for part in PARTS)
        ):
            return None
        return found

    def finish(self, who: str, now: datetime, seen: EncryptionState | None = None) -> bool:
        """Forget the older keys."""
        tx = self._tx
        found = key_state.look(tx)
        # Since the key was changed nothing is written under another: what was seen holds.
        if found != seen and self.look_through() is None:
            return False
        if not tx.on_postgresql:
            # FTS5 keeps what is deleted in its index until its parts are merged.
            tx.connection.exec_driver_sql(
                "INSERT INTO search_index(search_index) VALUES ('optimize')"
            )
        if found.before:
            key_state.put(tx, replace(found, before=()), who, now)
        return True

    def scrubbed(self, who: str, now: datetime) -> None:
        """Remember it."""
        found = key_state.look(self._tx)
        if found.unscrubbed:
            key_state.put(self._tx, replace(found, unscrubbed=False), who, now, told=False)


def _sweep(tx: Transaction, shard: int) -> int:
    """Remove files that no row names, some shards at a time; return the first that is left.

    Those of this store alone: what another names in the same folder, this one cannot know.
    """
    names: list[str] = []
    while shard < SHARDS and len(names) < _FILES_AT_ONCE:
        names += filter(tx.blobs.is_own, tx.blobs.names(shard))
        shard += 1
    contents.remove_unnamed(tx, names)
    return shard


def _begin_empty(tx: Transaction, wanted: EncryptionState) -> bool:
    """Bring what a store without letters has under the key; return whether there was anything."""
    with using(wanted.cipher(in_use().keys)):
        changed = renew_secret(tx, wanted.key).changed
        after = 0
        while numbers := list(tx.run(strays.query(tx, PEOPLE, wanted.key, after)).scalars()):
            changed += rewrite(tx, PEOPLE, numbers).changed
            after = numbers[-1]
    return changed > 0
