"""A store brought under another key, or under none, while the service may run."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from daemon import clock
from store.encryption_protocol import Progress
from store.protocol import Store

#: So often everything is looked through: what was under way at the beginning of the first may have
#: been written behind it.
_WAYS: Final = 3

#: The share of a step's own time in which others may write, where only one can at a time: they look
#: again every tenth of a second whether they may, and would find it held for a minute.
REST: Final = 0.4

#: Is told how many rows there are, and how many were looked at.
Tell = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What it came to."""

    #: Rows that were rewritten.
    changed: int
    #: Contents that are missing or damaged, and stand under the key that they had.
    lost: int
    #: Words that are damaged and stay as they are, as ``cases 5: subject``; no key reads them.
    damaged: tuple[str, ...]
    #: Whether everything stands under the key, and no other is needed any more.
    is_whole: bool


def bring_under(  # noqa: PLR0917 - what a way is made of
    store: Store, key: str, who: str, now: datetime, tell: Tell, rest: float = 0.0
) -> Outcome:
    """Bring all that is kept under the key of this id; "" decrypts.

    It may be ended anywhere, and goes on when it is asked for again.

    Args:
        store: whose.
        key: "" decrypts.
        who: asked for it.
        now: when.
        tell: hears how far it is.
        rest: how long others are let in after each step, as a share of its own time.

    Raises:
        StoreError: the store cannot be used.
    """
    store.write(lambda ledger: ledger.encryption.begin(key, who, now))
    changed = 0
    for _ in range(_WAYS):
        done = _walk(store, who, now, tell, rest)
        changed += done.changed
        is_whole = _finish(store, who, now)
        if is_whole or done.lost:
            break
    return Outcome(changed=changed, lost=done.lost, damaged=done.damaged, is_whole=is_whole)


def _walk(store: Store, who: str, now: datetime, tell: Tell, rest: float) -> Progress:
    extent = store.read(lambda ledger: ledger.encryption.extent())
    progress, begun = Progress(), clock.lapsed()
    while further := _step(store, progress, who, now):
        time.sleep(rest * (clock.lapsed() - begun))
        progress, begun = further, clock.lapsed()
        tell(sum(extent), sum(extent[: progress.part]) + progress.after)
    return progress


def _step(store: Store, progress: Progress, who: str, now: datetime) -> Progress | None:
    return store.write(lambda ledger: ledger.encryption.step(progress, who, now))


def _finish(store: Store, who: str, now: datetime) -> bool:
    """Look through everything while others write, and need the older keys no more."""
    seen = store.read(lambda ledger: ledger.encryption.look_through())
    if seen is None:
        return False
    return store.write(lambda ledger: ledger.encryption.finish(who, now, seen))
