"""Rank: where a letter stands inside its level, and the words that say why.

The place in the queue is the level, the nearest clock and a score of 0 to below 1; the order of
the queue itself is decided in ``cases.ordering``, and ``rank`` is computed from the same keys. Most
of the score is how high the letter is expected to stand: what may well be a hazard stands above
what is surely none, and what is doubtful below what is sure; what is heard (anger, a repeat, a
threat, a present's date) is sure. The rest joins independent reasons:
each takes its share of what is still missing to 1, so a further reason never lowers it. The
weights stand in one table. Pure; nothing fails.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import Final

from cases.clocks import lift_at
from cases.doubts import EXPECTED, HEIGHTS, MAY_BE, MAY_NOT_BE, expected
from cases.labels import Priority
from cases.ordering import Place
from cases.reasons import DEADLINE, GIFT_DATE, GIFT_DEADLINE
from cases.values import Signals
from classifier.priority import LEVELS, is_raised

#: The share each reason takes of what the score still lacks. A hazard outweighs an angry claim with
#: a deadline; an order that may still be stopped or sent elsewhere is lost by waiting; who asks
#: waits for an answer, who advertises does not.
WEIGHTS: Final = {
    "deadline": 0.50,
    "angry": 0.35,
    "repeated contact": 0.25,
    "review threatened": 0.20,
    GIFT_DATE: 0.20,
    "withdrawal declared": 0.10,
    "safety": 0.75,
    "claim": 0.30,
    "not-received": 0.18,
    "wrong-item": 0.15,
    "missing-item": 0.14,
    "damaged": 0.14,
    "defective": 0.12,
    "late-delivery": 0.10,
    "cancellation": 0.20,
    "address-change": 0.20,
    "review": 0.10,
    "refund": 0.06,
    "return": 0.05,
    "exchange": 0.05,
    "not-as-described": 0.05,
    "free-gift": 0.04,
    "gift-order": 0.04,
    "invoice": 0.02,
    "product-question": 0.02,
    "other": 0.01,
}

#: From which probability a higher level is named on the row, and below which the letter's own.
_HIGHER: Final = 0.25
_OWN: Final = 0.5

#: After so many days a deadline weighs half as much as one that ends now.
_HALVED: Final = timedelta(days=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A letter's place and the reasons for it, the weightiest first."""

    place: Place
    reasons: tuple[str, ...]


def place(
    tags: Sequence[str],
    signals: Signals,
    priority: Priority,
    *,
    heights: Sequence[float] = (),
    clock_at: datetime | None,
    received: datetime,
    zone: tzinfo,
) -> Ranked:
    """Return where a letter stands in the queue.

    Args:
        tags: its tags, main tag first.
        signals: what it says beside its topic.
        priority: its level.
        heights: how probable the model finds that it is urgent, at least high, and at least
            normal; empty where it is silent, and where the level is known from elsewhere.
        clock_at: the nearest clock that runs on it; aware, UTC.
        received: when it counts as received; aware, UTC.
        zone: the buyer's zone, in which a deadline is named.
    """
    weights = dict(_reasons(tags, signals, received, zone))
    missing = 1.0
    for weight in weights.values():
        missing *= 1.0 - weight
    named = sorted(weights, key=lambda reason: -weights[reason])
    if heights and priority.level <= Priority.HIGH.level and is_raised(tags, signals):
        # Heard, not guessed: an angry buyer stands before a calm one whose level is surer.
        heights = [
            1.0 if height.level >= Priority.HIGH.level else one
            for height, one in zip(HEIGHTS, heights, strict=True)
        ]
    share = EXPECTED * sum(heights) / len(HEIGHTS) if heights else expected(priority.level)
    return Ranked(
        place=Place(
            level=priority.level,
            lift_at=lift_at(clock_at),
            clock_at=clock_at,
            score=share + (1.0 - EXPECTED) * (1.0 - missing),
            received=received,
        ),
        reasons=(
            *(reason for reason in named if _worth_saying(reason)),
            *_doubts(priority, heights),
        ),
    )


def _doubts(priority: Priority, heights: Sequence[float]) -> Iterator[str]:
    """Yield why the model expects a letter to stand higher, or lower, than its level."""
    told = dict(zip(HEIGHTS, heights, strict=False))
    higher = (height for height in told if height.level < priority.level)
    may_be = next((height for height in higher if told[height] >= _HIGHER), None)
    if may_be:
        yield f"{MAY_BE}{may_be}"
    elif told.get(priority, 1.0) < _OWN:
        yield f"{MAY_NOT_BE}{priority}"


def _reasons(
    tags: Sequence[str], signals: Signals, received: datetime, zone: tzinfo
) -> list[tuple[str, float]]:
    found = [(tag, WEIGHTS[tag]) for tag in tags if tag in WEIGHTS]
    if signals.deadline is not None:
        days = max(signals.deadline - received, timedelta()) / _HALVED
        kind = GIFT_DEADLINE if signals.gift_date or "gift-order" in tags else DEADLINE
        day = signals.deadline.astimezone(zone).date().isoformat()
        found.append((f"{kind}{day}", WEIGHTS["deadline"] / (1.0 + days)))
    for reason, holds in (
        ("angry", signals.anger),
        ("repeated contact", signals.repeated),
        ("review threatened", signals.review_threat),
        (GIFT_DATE, signals.gift_date),
        ("withdrawal declared", signals.withdrawal),
    ):
        if holds:
            found.append((reason, WEIGHTS[reason]))
    return found


def _worth_saying(reason: str) -> bool:
    """A tag is a reason only where it lifts the level; every other reason is said."""
    return LEVELS.get(reason, Priority.HIGH).level <= Priority.HIGH.level
