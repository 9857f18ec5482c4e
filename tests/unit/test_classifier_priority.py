"""Priority and rank: the highest level that fits, and reasons that never lower a letter."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from cases.labels import TAGS, Priority
from cases.values import Signals
from classifier.priority import LEVELS, prioritise
from classifier.rank import WEIGHTS, place

WRITTEN = datetime(2026, 11, 23, 9, tzinfo=UTC)

SIGNALS = (
    Signals(anger=True),
    Signals(repeated=True),
    Signals(review_threat=True),
    Signals(gift_date=True),
    Signals(withdrawal=True),
    Signals(deadline=WRITTEN + timedelta(hours=30)),
    Signals(deadline=WRITTEN + timedelta(days=9)),
)


def score(tags: list[str], signals: Signals) -> tuple[int, float]:
    """Return what orders a letter: its level turned round, then its score."""
    priority = prioritise(tags, signals, WRITTEN)
    ranked = place(tags, signals, priority, clock_at=None, received=WRITTEN, zone=UTC)
    return -ranked.place.level, ranked.place.score


@pytest.mark.parametrize(
    ("tags", "signals", "expected"),
    [
        (["late-delivery"], Signals(), Priority.NORMAL),
        (["late-delivery"], Signals(anger=True), Priority.HIGH),
        (["late-delivery"], Signals(repeated=True), Priority.HIGH),
        (["late-delivery", "gift-order"], Signals(gift_date=True), Priority.HIGH),
        (["gift-order"], Signals(), Priority.NORMAL),
        (["late-delivery"], Signals(deadline=WRITTEN + timedelta(hours=47)), Priority.URGENT),
        (["late-delivery"], Signals(deadline=WRITTEN + timedelta(hours=49)), Priority.NORMAL),
        (["free-gift"], Signals(), Priority.NORMAL),
        (["free-gift", "missing-item"], Signals(), Priority.HIGH),
        (["damaged", "claim"], Signals(), Priority.URGENT),
        (["safety"], Signals(), Priority.URGENT),
        (["review"], Signals(), Priority.HIGH),
        (["product-question"], Signals(), Priority.LOW),
        (["thanks"], Signals(anger=True, gift_date=True), Priority.LOW),
        (["other"], Signals(), Priority.LOW),
        (["other"], Signals(anger=True), Priority.HIGH),
        (["product-question"], Signals(gift_date=True), Priority.LOW),
        (["other", "product-question"], Signals(review_threat=True), Priority.LOW),
        (["invoice"], Signals(gift_date=True), Priority.HIGH),
        (["product-question"], Signals(deadline=WRITTEN + timedelta(hours=30)), Priority.URGENT),
    ],
)
def test_the_highest_level_that_fits(tags: list[str], signals: Signals, expected: Priority) -> None:
    """Tags and signals each bring a level; the highest wins."""
    assert expected == prioritise(tags, signals, WRITTEN)


def test_every_tag_has_a_level_and_every_weight_a_meaning() -> None:
    """A new tag cannot be forgotten in the tables."""
    assert set(TAGS) == set(LEVELS)
    assert all(0 < weight < 1 for weight in WEIGHTS.values())


@pytest.mark.parametrize("tag", [tag for tag in TAGS if tag not in {"thanks", "spam", "other"}])
@pytest.mark.parametrize("signals", SIGNALS)
def test_a_further_reason_never_lowers_a_letter(tag: str, signals: Signals) -> None:
    """A signal, and a second tag, only ever raise the place in the queue."""
    assert score([tag], Signals()) <= score([tag], signals)
    assert score([tag], signals) <= score([tag, "damaged"], signals)
    assert score([tag], signals) <= score([tag], replace(signals, anger=True))


def expected(tag: str, priority: Priority, heights: tuple[float, ...]) -> tuple[float, list[str]]:
    """Return a letter's score and reasons, where the model finds these heights probable."""
    ranked = place(
        [tag],
        Signals(),
        priority,
        heights=heights,
        clock_at=None,
        received=WRITTEN,
        zone=UTC,
    )
    return ranked.place.score, [reason for reason in ranked.reasons if reason.startswith("may")]


def test_what_may_be_a_hazard_stands_above_what_is_surely_none() -> None:
    """Inside a level the likelier of a higher one comes first, and the row says why."""
    doubtful = expected("defective", Priority.NORMAL, (0.3, 0.4, 0.98))
    certain = expected("defective", Priority.NORMAL, (0.01, 0.1, 0.99))

    assert doubtful[0] > certain[0]
    assert (["may be urgent"], []) == (doubtful[1], certain[1])


def test_what_may_not_stand_so_high_comes_after_what_surely_does() -> None:
    """A level that is doubted is kept, but its letter is the last of it, and the row says why."""
    doubted = expected("damaged", Priority.HIGH, (0.01, 0.4, 0.9))
    certain = expected("damaged", Priority.HIGH, (0.01, 0.95, 0.99))

    assert doubted[0] < certain[0]
    assert (["may not be high"], []) == (doubted[1], certain[1])


def test_who_is_heard_to_be_angry_stands_before_a_calm_letter_whose_level_is_surer() -> None:
    """What rules hear is known: anger comes next after the clocks, whatever the model doubts."""
    heights = (0.02, 0.6, 0.9)
    angry = place(
        ["late-delivery"],
        Signals(anger=True),
        Priority.HIGH,
        heights=heights,
        clock_at=None,
        received=WRITTEN,
        zone=UTC,
    )
    calm = expected("missing-item", Priority.HIGH, (0.02, 0.99, 1.0))

    assert angry.place.score > calm[0]


def test_silence_is_taken_for_certainty() -> None:
    """Without a model a letter is expected where its level is, and nothing is said of it."""
    assert expected("damaged", Priority.HIGH, (0.0, 1.0, 1.0)) == expected(
        "damaged", Priority.HIGH, ()
    )


def test_the_reasons_are_said_in_words() -> None:
    """The row says why it stands where it stands, the weightiest reason first."""
    signals = Signals(deadline=WRITTEN + timedelta(days=1), gift_date=True, repeated=True)
    ranked = place(
        ["missing-item", "refund"],
        signals,
        Priority.URGENT,
        clock_at=None,
        received=WRITTEN,
        zone=UTC,
    )

    assert (
        "gift deadline 2026-11-24",
        "repeated contact",
        "gift with a date",
        "missing-item",
    ) == ranked.reasons
