"""A store brought under another key, or under none, while the service may run."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from store.encryption_protocol import Progress
from store.protocol import Store

#: Is told how many rows there are, and how many were looked at.
Tell = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What it came to."""

    #: Rows that were rewritten.
    changed: int
    #: Contents that are missing or damaged, and stand under the key that they had.
    lost: int
    #: Whether everything stands under the key, and no other is needed any more.
    is_whole: bool


def bring_under(store: Store, key: str, who: str, now: datetime, tell: Tell) -> Outcome:
    """Bring all that is kept under the key of this id; "" decrypts.

    It may be ended anywhere, and goes on when it is asked for again. Raises ``StoreError``.
    """
    store.write(lambda ledger: ledger.encryption.begin(key, who, now))
    extent = store.read(lambda ledger: ledger.encryption.extent())
    progress = Progress()
    while further := _step(store, progress, who, now):
        progress = further
        tell(sum(extent), sum(extent[: progress.part]) + progress.after)
    is_whole = store.write(lambda ledger: ledger.encryption.finish(who, now))
    return Outcome(changed=progress.changed, lost=progress.lost, is_whole=is_whole)


def _step(store: Store, progress: Progress, who: str, now: datetime) -> Progress | None:
    return store.write(lambda ledger: ledger.encryption.step(progress, who, now))
