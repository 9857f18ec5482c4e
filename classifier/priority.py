"""Priority: the highest level that fits, exactly as the labels' page says.

A table gives the level of each tag, another that of each signal; the highest wins. thanks and
spam are low whatever else is said in them. A deadline within two days of the letter's own date is
urgent. Pure; nothing fails. Practice rules S0.2, S1.11, S2.2, S3.17.
"""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Final

from cases.labels import TAGS, UNANSWERED, Priority
from cases.values import Signals

#: A stated deadline nearer than this is urgent.
NEAR: Final = timedelta(hours=48)

#: The level a tag brings by itself; what is not named here is normal.
_LEVELS: Final = {
    "safety": Priority.URGENT,
    "claim": Priority.URGENT,
    "not-received": Priority.HIGH,
    "missing-item": Priority.HIGH,
    "wrong-item": Priority.HIGH,
    "damaged": Priority.HIGH,
    "review": Priority.HIGH,
    "product-question": Priority.LOW,
    "thanks": Priority.LOW,
    "spam": Priority.LOW,
    "other": Priority.LOW,
}

LEVELS: Final = {tag: _LEVELS.get(tag, Priority.NORMAL) for tag in TAGS}


#: Tags of a letter that waits for goods: what it says of tomorrow, it says of when it needs them.
AWAITING: Final = frozenset(
    {
        "late-delivery",
        "not-received",
        "missing-item",
        "wrong-item",
        "damaged",
        "defective",
        "exchange",
        "gift-order",
    }
)


def prioritise(tags: Iterable[str], signals: Signals, written: datetime) -> Priority:
    """Return the priority of a letter with these tags and signals, written then."""
    given = set(tags)
    if given & UNANSWERED:
        return Priority.LOW
    levels = {LEVELS[tag] for tag in given}
    if is_near(signals, written):
        levels.add(Priority.URGENT)
    if is_raised(given, signals):
        levels.add(Priority.HIGH)
    return min(levels, key=lambda priority: priority.level, default=Priority.LOW)


def is_raised(tags: Collection[str], signals: Signals) -> bool:
    """Say whether what a letter says beside its topic makes it at least high.

    Who asks before buying has no present that may come too late, and nothing to review: of our own
    letters that only ask, and name a present's day or a review, none stands higher for it.
    """
    heard = signals.anger or signals.repeated
    if all(LEVELS[tag] is Priority.LOW for tag in tags):
        return heard
    dated_gift = signals.gift_date or (signals.deadline is not None and "gift-order" in tags)
    return heard or signals.review_threat or dated_gift


def is_near(signals: Signals, written: datetime) -> bool:
    """Say whether a deadline is stated within two days of the letter's own date."""
    return signals.deadline is not None and signals.deadline - written <= NEAR
