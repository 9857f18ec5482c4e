"""Looking for words that were altered or damaged, to know of them before somebody needs them.

Nobody sees such a row until it is looked at, and then it reads as U+FFFD. So everything that is
encrypted as words is read once in a while, some rows at a time, and what does not open is kept by
its place: table, row and column, and nothing of what stood there. Raises nothing of its own.
"""

import json
from datetime import datetime
from typing import Final

from sqlalchemy import select

from store import settings
from store.columns import is_unreadable
from store.encryption_protocol import Damage, Look
from store.schema import searches
from store.strays import PARTS, Part, is_ours
from store.transaction import Transaction

#: Under which what was found is kept.
DAMAGED: Final = "damaged"

#: What is encrypted as words and can be opened again.
_WORDS: Final[tuple[Part, ...]] = tuple(
    part for part in PARTS if part.columns and part.table is not searches
)
#: So many rows are read at once, which takes some hundredths of a second.
_ROWS: Final = 200
#: So many places are kept by name.
_NAMED: Final = 20


def look_on(tx: Transaction, look: Look) -> Look:
    """Look at the next rows."""
    if look.is_over:
        return look
    part = _WORDS[look.part]
    rows = (
        tx.run(
            select(part.number.label("its_number"), *(part.table.c[name] for name in part.columns))
            .where(part.number > look.after, is_ours(tx, part))
            .order_by(part.number)
            .limit(_ROWS)
        )
        .mappings()
        .all()
    )
    if not rows:
        is_over = look.part + 1 == len(_WORDS)
        return Look(part=look.part + 1, found=look.found, is_over=is_over)
    damaged = [
        f"{part.table.name} {row['its_number']}: {name}"
        for row in rows
        for name in part.columns
        if is_unreadable(row[name])
    ]
    found = Damage(
        count=look.found.count + len(damaged),
        places=(*look.found.places, *damaged)[:_NAMED],
    )
    return Look(part=look.part, after=rows[-1]["its_number"], found=found)


def known(tx: Transaction) -> Damage:
    """Return what was found last."""
    kept = settings.get(tx, DAMAGED)
    if not kept:
        return Damage()
    said = json.loads(kept)
    return Damage(count=said["count"], places=tuple(said["places"]))


def keep(tx: Transaction, found: Damage, who: str, now: datetime) -> None:
    """Keep what was found."""
    said = json.dumps({"count": found.count, "places": found.places})
    settings.put(tx, DAMAGED, said, who, now, told=False)
