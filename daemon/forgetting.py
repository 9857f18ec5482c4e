"""Forgetting a buyer everywhere an installation keeps them.

That is the store with the large letters, what people taught, and the copy that an upgrade has left.
"""

import hashlib
import hmac
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from cases.evidence import aliases
from classifier.corrections import PLAIN, Lines, forget, read_corrections
from store.protocol import Store
from store.upgrade_copy import remove_copies
from store.values import Forgotten

#: So long the copy that an upgrade has left is the way back; it holds letters as they were.
COPY_KEPT: Final = timedelta(days=7)


def marker(key: bytes) -> Callable[[str], str]:
    """Return what makes the mark of an address: a hash that only the installation can make."""

    def mark(address: str) -> str:
        return "erased:" + hmac.new(key, address.lower().encode(), hashlib.sha256).hexdigest()[:32]

    return mark


def key_of(store: Store) -> bytes:
    """Return the installation's secret; a store that never ran has none."""
    return bytes.fromhex(store.read(lambda ledger: ledger.setting("key")) or "")


def erase(  # noqa: PLR0917 - what forgetting is made of
    store: Store, corrections: Path, buyer: str, who: str, now: datetime, lines: Lines = PLAIN
) -> tuple[Forgotten, int]:
    """Forget a buyer, and what people taught from their letters, which is kept by ``lines``.

    Returns what the store forgot, and how many corrections were removed.
    """
    mark, meant = marker(key_of(store)), aliases([buyer])
    done = store.write(lambda ledger: ledger.erase(buyer, mark, who, now))
    taught = 0
    if corrections.exists():
        known = read_corrections(corrections, lines)
        taught = forget(corrections, [one.id for one in known if one.buyer in meant], lines)
    return done, taught


def let_copies_go(database: Path | None, retention: timedelta, now: datetime) -> tuple[Path, ...]:
    """Remove what upgrades have left beside the store's file and is old; return what.

    It goes after ``COPY_KEPT``, or after ``retention`` where no letter is kept for as long.
    """
    if database is None:
        return ()
    return remove_copies(database, now - min(COPY_KEPT, retention))


def carry_over(  # noqa: PLR0917 - what forgetting is made of
    before: Store,
    after: Store,
    corrections: Path,
    who: str,
    now: datetime,
    lines: Lines = PLAIN,
) -> Forgotten:
    """Forget in a store that was put back those whom the store before it had forgotten."""
    marks = before.read(lambda ledger: ledger.marks())
    mark = marker(key_of(after))
    if corrections.exists():
        known = read_corrections(corrections, lines)
        forget(corrections, [one.id for one in known if mark(one.buyer) in marks], lines)
    return after.write(lambda ledger: ledger.erase_again(marks, mark, who, now))
