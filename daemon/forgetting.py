"""Forgetting a buyer everywhere an installation keeps them: store, large letters, corrections."""

import hashlib
import hmac
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from cases.evidence import aliases
from classifier.corrections import forget, read_corrections
from store.protocol import Store
from store.values import Forgotten


def marker(key: bytes) -> Callable[[str], str]:
    """Return what makes the mark of an address: a hash that only the installation can make."""

    def mark(address: str) -> str:
        return "erased:" + hmac.new(key, address.lower().encode(), hashlib.sha256).hexdigest()[:32]

    return mark


def key_of(store: Store) -> bytes:
    """Return the installation's secret; a store that never ran has none."""
    return bytes.fromhex(store.read(lambda ledger: ledger.setting("key")) or "")


def erase(store: Store, corrections: Path, buyer: str, who: str, now: datetime) -> Forgotten:
    """Forget a buyer, and what people taught from their letters."""
    mark, meant = marker(key_of(store)), aliases([buyer])
    done = store.write(lambda ledger: ledger.erase(buyer, mark, who, now))
    if corrections.exists():
        taught = [one.id for one in read_corrections(corrections) if one.buyer in meant]
        forget(corrections, taught)
    return done


def carry_over(
    before: Store, after: Store, corrections: Path, who: str, now: datetime
) -> Forgotten:
    """Forget in a store that was put back those whom the store before it had forgotten."""
    marks = before.read(lambda ledger: ledger.marks())
    mark = marker(key_of(after))
    if corrections.exists():
        taught = [one.id for one in read_corrections(corrections) if mark(one.buyer) in marks]
        forget(corrections, taught)
    return after.write(lambda ledger: ledger.erase_again(marks, mark, who, now))
