"""Rewriting rows under the key that all is written under now.

Words are read and written as they are, for the columns know by what; contents kept apart are
written anew, and what named the old ones is returned, to be removed when nothing names them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import bindparam, select, update

from store import contents, searching, settings
from store.cipher import DamagedError
from store.columns import is_unreadable
from store.schema import bodies, searches
from store.strays import Part
from store.transaction import Transaction

#: So many bytes of contents are rewritten in one transaction.
_BYTES: Final = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewritten:
    """What came of some rows of a part; the fields but ``last`` add up in ``Progress``."""

    #: The number of the last row that was gone through.
    last: int = 0
    #: Rows.
    changed: int = 0
    #: Contents that are missing or damaged.
    lost: int = 0
    #: Contents that were replaced: their files are to be removed when this is committed.
    unnamed: tuple[str, ...] = ()
    #: Words that are damaged, as ``cases 5: subject``.
    damaged: tuple[str, ...] = ()


def rewrite(tx: Transaction, part: Part, numbers: list[int]) -> Rewritten:
    """Bring the rows of these numbers under the key; contents only until it is enough for once."""
    if not numbers:
        return Rewritten()
    if not part.columns:
        return _rewrite_contents(tx, part, numbers)
    if part.table is searches:
        for number in numbers:
            searching.renew(tx, number)
    else:
        return _rewrite_words(tx, part, numbers)
    return Rewritten(last=numbers[-1], changed=len(numbers))


def renew_secret(tx: Transaction, key: str) -> Rewritten:
    """Bring the installation's secret under the key; a damaged one stays."""
    if not settings.is_astray(tx, key):
        return Rewritten()
    try:
        settings.renew(tx)
    except DamagedError:
        return Rewritten(damaged=("settings key: value",))
    return Rewritten(changed=1)


def is_secret_left(tx: Transaction, key: str) -> bool:
    """Whether the secret stands under another key; a damaged one does for ever, and needs none."""
    if not settings.is_astray(tx, key):
        return False
    try:
        settings.get(tx, settings.KEY)
    except DamagedError:
        return False
    return True


def _rewrite_words(tx: Transaction, part: Part, numbers: list[int]) -> Rewritten:
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
    return Rewritten(last=numbers[-1], changed=len(whole), damaged=tuple(damaged))


def _rewrite_contents(tx: Transaction, part: Part, numbers: Iterable[int]) -> Rewritten:
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
    return Rewritten(last=last, changed=changed, lost=lost, unnamed=tuple(sorted(unnamed)))
