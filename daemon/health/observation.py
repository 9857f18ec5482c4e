"""An observation: all that a look at the running service sees, as one value.

Figures for a monitoring system (daemon/health/metrics.py) and alarms (daemon/alarms) are made from
it, so that both see the same. ``daemon/health/pulse.py`` makes it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta

from cases.alarms import Alarm
from daemon.health.health import LOST_AFTER, Health, ask
from store.alarms_protocol import Outlook
from store.protocol import Ledger
from store.values import Beat, Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """The service as one of its workers sees it at ``health.now``."""

    #: The worker that looks, and its own mailboxes.
    worker: str
    health: Health
    #: The mailboxes of all other workers, as those said last.
    others: tuple[Beat, ...] = ()
    #: What may need a person; None where the store cannot be asked.
    outlook: Outlook | None = None
    #: What the store holds; None where it cannot be asked.
    counts: Counts | None = None
    #: The name of the model in use.
    model: str = ""
    #: How much room there is in the state folder, in bytes; None where that cannot be told.
    disk_free: int | None = None
    #: What needs a person, and for each channel whether the last message failed.
    alarms: tuple[Alarm, ...] = ()
    channels: Mapping[str, bool] = field(default_factory=dict)
    #: Why the configuration on disk is not the one in use; "" where it is.
    refused: str = ""


def complete(ledger: Ledger, seen: Observation, ahead: timedelta, *, count: bool) -> Observation:
    """Return ``seen`` with what the store knows.

    Args:
        ledger: the store.
        seen: what the worker sees by itself.
        ahead: how long before a clock runs out its case needs a person.
        count: whether everything is to be counted, which takes a while.
    """
    now = seen.health.now
    beats = ledger.beats()
    # Whoever is silent reads nothing and sends nothing.
    heard = [beat for beat in beats if now - beat.at <= LOST_AFTER]
    mailboxes = {beat.mailbox for beat in (*heard, *seen.health.beats)}
    return replace(
        seen,
        health=ask(ledger, seen.health),
        others=tuple(beat for beat in beats if beat.worker != seen.worker),
        outlook=ledger.alarms.outlook(sorted(mailboxes), now, now + ahead),
        counts=ledger.counts() if count else None,
    )
