"""Encrypting what is there already, changing the key, and decrypting: one way for all three.

From ``begin`` on everything is written under the new key, whoever writes; ``step`` then goes
through all rows, part by part, a small transaction each, and rewrites those that stand under
another key. It can be ended anywhere and begun anew: what was rewritten is passed over. Contents
kept apart are written anew first, and the old ones removed in the next transaction, when nothing
names them any more; which those are stands in the store, so that no crash leaves one behind.
Whoever writes shares a lock on PostgreSQL from before it asks for the key until it has committed,
and ``begin`` waits until it has that alone: nothing is committed under an older key behind it.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    Table,
    Text,
    and_,
    bindparam,
    cast,
    exists,
    func,
    literal,
    not_,
    or_,
    select,
    type_coerce,
    update,
)

from store import contents, searching, settings
from store.blobs import SHARDS
from store.cipher import MARK, DamagedError, in_use, using
from store.columns import is_unreadable
from store.encryption_protocol import PLAIN, EncryptionState, Progress
from store.schema import (
    accounts,
    acknowledgements,
    bodies,
    cases,
    enclosures,
    letters,
    notes,
    replies,
    searches,
)
from store.schema import settings as setting_table
from store.transaction import Transaction

#: The setting.
ENCRYPTION: Final = "encryption"

#: The half of an advisory lock's number that says what it is for ("encr" in ASCII).
_HELD: Final = 0x656E6372

#: So many rows are rewritten in one transaction, and so many bytes of contents.
_ROWS: Final = 100
_BYTES: Final = 4 * 1024 * 1024
#: So many numbers are looked through in one, because SQLite lets nobody else write meanwhile and a
#: row's key lies behind its bytes.
_LOOKED_AT: Final = 1000
#: So many files are looked at in one transaction.
_FILES_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """Rows of one table that are rewritten in the same way."""

    table: Table
    number: Column[int]
    #: With words; none is the contents.
    columns: tuple[str, ...] = ()
    #: Where the rows name no seller: the table of those that do, and what names its rows.
    owner: tuple[Table, Column[int]] | None = None


_ANSWERED: Final = (replies, enclosures.c.reply_id)

_PEOPLE: Final = _Part(table=accounts, number=accounts.c.id, columns=("secret",))

_PARTS: Final = (
    _PEOPLE,
    _Part(table=letters, number=letters.c.id, columns=("verdict",)),
    _Part(table=cases, number=cases.c.id, columns=("subject", "excerpt")),
    _Part(table=acknowledgements, number=acknowledgements.c.id, columns=("subject", "body")),
    _Part(table=replies, number=replies.c.id, columns=("subject", "body")),
    _Part(table=enclosures, number=enclosures.c.id, columns=("name",), owner=_ANSWERED),
    _Part(table=notes, number=notes.c.id, columns=("text",)),
    _Part(table=bodies, number=bodies.c.letter_id, owner=(letters, bodies.c.letter_id)),
    _Part(table=enclosures, number=enclosures.c.id, owner=_ANSWERED),
    # After the letters, whose words they are made of.
    _Part(
        table=searches,
        number=searches.c.case_id,
        columns=("words",),
        owner=(cases, searches.c.case_id),
    ),
)

#: Behind them: files that no row names.
_FILES: Final = len(_PARTS)


class SqlEncryption:
    """Each method is documented in ``store.encryption_protocol``."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def state(self) -> EncryptionState:
        """Say under which keys things stand."""
        return state(self._tx)

    def is_empty(self) -> bool:
        """Say whether there is a letter."""
        kept = select(letters.c.id).where(letters.c.seller == self._tx.seller).limit(1)
        return self._tx.run(kept).first() is None

    def begin(self, key: str, who: str, now: datetime) -> None:
        """Change the key."""
        hold(self._tx, alone=True)
        found = state(self._tx)
        if found.key == key:
            return
        older = () if self.is_empty() else (*found.before, found.key)
        before = tuple(dict.fromkeys(one for one in older if one != key))
        # What was under the new key once, before it was left, may stand under it still.
        changed = replace(found, key=key, before=before)
        if not older:
            # Nobody goes through a store without letters, which may have people.
            changed = replace(changed, unscrubbed=_begin_empty(self._tx, changed))
        _put(self._tx, changed, who, now)

    def extent(self) -> tuple[int, ...]:
        """Say how high the numbers go."""
        highest = (self._tx.run(select(func.max(part.number))).scalar() for part in _PARTS)
        return tuple(one or 0 for one in highest)

    def step(self, progress: Progress, who: str, now: datetime) -> Progress | None:
        """Rewrite some rows."""
        tx = self._tx
        if not tx.on_postgresql:
            # What is rewritten is overwritten, and not only unlinked.
            tx.connection.exec_driver_sql("PRAGMA secure_delete = ON")
        # Two that do this at once would not see what the other has to remove.
        tx.lock([ENCRYPTION])
        found = state(tx)
        contents.remove_unnamed(tx, found.unnamed)
        unnamed: tuple[str, ...] = ()
        unscrubbed = found.unscrubbed
        if progress.part == _FILES and not tx.on_postgresql and progress.after < SHARDS:
            # Left by transactions that never ended; while this one writes there is none other.
            progress = replace(progress, after=_sweep(tx, progress.after))
        elif progress.part < len(_PARTS):
            part = _PARTS[progress.part]
            secret = _renew_secret(tx, found.key) if progress == Progress() else _Done()
            end = progress.after + _LOOKED_AT
            wanted = _astray(tx, part, found.key, progress.after).where(part.number <= end)
            numbers = list(tx.run(wanted).scalars())
            done = _rewrite(tx, part, numbers)
            unnamed = done.unnamed
            changed = done.changed + secret.changed
            unscrubbed = unscrubbed or changed > 0
            is_through = not numbers and not _goes_on(tx, part, end)
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
            _put(tx, left, who, now, told=False)
        return progress

    def look_through(self) -> EncryptionState | None:
        """Look whether anything is left."""
        tx = self._tx
        found = state(tx)
        if (
            found.unnamed
            or _is_secret_left(tx, found.key)
            or any(_is_left(tx, part, found.key) for part in _PARTS)
        ):
            return None
        return found

    def finish(self, who: str, now: datetime, seen: EncryptionState | None = None) -> bool:
        """Forget the older keys."""
        tx = self._tx
        found = state(tx)
        # Since the key was changed nothing is written under another: what was seen holds.
        if found != seen and self.look_through() is None:
            return False
        if not tx.on_postgresql:
            # FTS5 keeps what is deleted in its index until its parts are merged.
            tx.connection.exec_driver_sql(
                "INSERT INTO search_index(search_index) VALUES ('optimize')"
            )
        if found.before:
            _put(tx, replace(found, before=()), who, now)
        return True

    def scrubbed(self, who: str, now: datetime) -> None:
        """Remember it."""
        found = state(self._tx)
        if found.unscrubbed:
            _put(self._tx, replace(found, unscrubbed=False), who, now, told=False)


def hold(tx: Transaction, *, alone: bool = False) -> None:
    """Keep the key from being changed until the transaction ends; ``alone`` waits for all others.

    SQLite has one writer at a time. The two halves of a number are apart from all whole ones, by
    which workers' names are held.
    """
    if tx.on_postgresql:
        half = int.from_bytes(sha256(tx.seller.encode()).digest()[:4], signed=True)
        take = func.pg_advisory_xact_lock if alone else func.pg_advisory_xact_lock_shared
        tx.run(select(take(_HELD, half)))


def state(tx: Transaction) -> EncryptionState:
    """Return under which keys things stand."""
    return read_state(tx.connection, tx.seller)


_KEPT: Final = select(setting_table.c.value).where(
    setting_table.c.seller == bindparam("seller"), setting_table.c.name == ENCRYPTION
)


def read_state(connection: Connection, seller: str) -> EncryptionState:
    """Return the same from any connection."""
    kept = connection.execute(_KEPT, {"seller": seller}).scalar()
    if kept is None:
        return EncryptionState()
    said = json.loads(kept)
    return EncryptionState(
        key=said["key"],
        before=tuple(said["before"]),
        unnamed=tuple(said["unnamed"]),
        unscrubbed=said.get("unscrubbed", False),
    )


def _sweep(tx: Transaction, shard: int) -> int:
    """Remove files that no row names, some shards at a time; return the first that is left."""
    names: list[str] = []
    while shard < SHARDS and len(names) < _FILES_AT_ONCE:
        names += tx.blobs.names(shard)
        shard += 1
    contents.remove_unnamed(tx, names)
    return shard


def _put(
    tx: Transaction, wanted: EncryptionState, who: str, now: datetime, *, told: bool = True
) -> None:
    settings.put(tx, ENCRYPTION, json.dumps(asdict(wanted)), who, now, told=told)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Done:
    last: int = 0
    changed: int = 0
    lost: int = 0
    unnamed: tuple[str, ...] = ()
    damaged: tuple[str, ...] = ()


def _goes_on(tx: Transaction, part: _Part, end: int) -> bool:
    """Whether a part has rows behind this number."""
    return tx.run(select(part.number).where(part.number > end).limit(1)).first() is not None


def _begin_empty(tx: Transaction, wanted: EncryptionState) -> bool:
    """Bring what a store without letters has under the key; return whether there was anything."""
    with using(wanted.cipher(in_use().keys)):
        changed = _renew_secret(tx, wanted.key).changed
        after = 0
        while numbers := list(tx.run(_astray(tx, _PEOPLE, wanted.key, after)).scalars()):
            changed += _rewrite(tx, _PEOPLE, numbers).changed
            after = numbers[-1]
    return changed > 0


def _renew_secret(tx: Transaction, key: str) -> _Done:
    """Bring the installation's secret under the key; a damaged one stays."""
    if not settings.is_astray(tx, key):
        return _Done()
    try:
        settings.renew(tx)
    except DamagedError:
        return _Done(damaged=("settings key: value",))
    return _Done(changed=1)


def _is_secret_left(tx: Transaction, key: str) -> bool:
    if not settings.is_astray(tx, key):
        return False
    try:
        settings.get(tx, settings.KEY)
    except DamagedError:
        return False
    return True


def _is_left(tx: Transaction, part: _Part, key: str) -> bool:
    """Whether a row stands under another key; damaged words do for ever, and need none."""
    if not part.columns or part.table is searches:
        return tx.run(_astray(tx, part, key, 0).limit(1)).first() is not None
    after = 0
    while numbers := list(tx.run(_astray(tx, part, key, after)).scalars()):
        after = numbers[-1]
        for name in part.columns:
            column = part.table.c[name]
            kept = tx.run(select(column).where(part.number.in_(numbers), _is_astray(column, key)))
            if not all(is_unreadable(one) for one in kept.scalars()):
                return True
    return False


def _astray(tx: Transaction, part: _Part, key: str, after: int) -> Select[int]:
    """Return the query for the next rows that do not stand under this key."""
    if part.columns:
        stray = or_(*(_is_astray(part.table.c[name], key) for name in part.columns))
    else:
        stray = func.coalesce(part.table.c.key_id, PLAIN) != key
    return (
        select(part.number)
        .where(part.number > after, _is_ours(tx, part), stray)
        .order_by(part.number)
        .limit(_ROWS)
    )


def _is_astray(column: Column[Any], key: str) -> ColumnElement[bool]:
    if column is letters.c.verdict:
        # A document is encrypted as a JSON string.
        kept: ColumnElement[str] = cast(column, Text)
        mark = '"'
    elif column is searches.c.words:
        kept, mark = type_coerce(column, Text), searching.KEY_FACT
    else:
        kept, mark = type_coerce(column, Text), MARK
    if key == PLAIN:
        return kept.startswith(mark)
    end = "" if column is searches.c.words else ":"
    return and_(kept != literal("", Text), not_(kept.startswith(f"{mark}{key}{end}")))


def _is_ours(tx: Transaction, part: _Part) -> ColumnElement[bool]:
    """Return the condition that a row is this seller's; rows are gone through by their number.

    An index that begins with the seller would have all rows sorted for each step, and so would a
    list of all that are the seller's.
    """
    if part.owner is None:
        return func.nullif(part.table.c.seller, "") == tx.seller
    table, number = part.owner
    return exists().where(table.c.id == number, func.nullif(table.c.seller, "") == tx.seller)


def _rewrite(tx: Transaction, part: _Part, numbers: list[int]) -> _Done:
    if not numbers:
        return _Done(last=0, changed=0)
    if not part.columns:
        return _rewrite_contents(tx, part, numbers)
    if part.table is searches:
        for number in numbers:
            searching.renew(tx, number)
    else:
        return _rewrite_words(tx, part, numbers)
    return _Done(last=numbers[-1], changed=len(numbers))


def _rewrite_words(tx: Transaction, part: _Part, numbers: list[int]) -> _Done:
    """Read and write them as they are: the columns know by what; damaged ones stay for evidence."""
    rows = tx.run(
        select(part.number.label("its_number"), *(part.table.c[name] for name in part.columns))
        .where(part.number.in_(numbers))
        .order_by(part.number)
        .with_for_update()
    )
    whole, damaged = [], []
    for row in map(dict, rows.mappings()):
        lost = [name for name in part.columns if is_unreadable(row[name])]
        if not lost:
            whole.append(row)
            continue
        number = row.pop("its_number")
        damaged += [f"{part.table.name} {number}: {name}" for name in lost]
        if readable := {name: row[name] for name in row if name not in lost}:
            tx.run(update(part.table).where(part.number == number).values(readable))
    if whole:
        tx.run(update(part.table).where(part.number == bindparam("its_number")), whole)
    return _Done(last=numbers[-1], changed=len(whole), damaged=tuple(damaged))


def _rewrite_contents(tx: Transaction, part: _Part, numbers: Iterable[int]) -> _Done:
    table, room = part.table, _BYTES
    owner = contents.of_letter if table is bodies else contents.of_enclosure
    last, changed, lost, unnamed = 0, 0, 0, set()
    for number in numbers:
        chosen = select(*table.c["raw", "blob", "key_id"]).where(part.number == number)
        row = tx.run(chosen.with_for_update()).mappings().first()
        last = number
        if row is None:
            continue
        plain = contents.load(tx, row, owner(number))
        if plain is None:
            # Its file may be put back from a backup one day, under the key that it has.
            lost += row["raw"] is not None or row["blob"] is not None
            continue
        kept = contents.keep(tx, plain, owner(number))
        tx.run(update(table).where(part.number == number).values(**kept))
        changed += 1
        if row["blob"] is not None and row["blob"] != kept["blob"]:
            unnamed.add(row["blob"])
        room -= len(plain)
        if room < 0:
            break
    return _Done(last=last, changed=changed, lost=lost, unnamed=tuple(sorted(unnamed)))
