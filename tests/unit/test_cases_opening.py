"""What several unanswered letters amount to together."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import reduce

import pytest

from cases.labels import Priority
from cases.opening import Opening, begin, hear, is_new_matter
from cases.values import Decision, Letter, Notice, Signals, Tag, Triage, Verdict

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
HOUR = timedelta(hours=1)


def said(
    *tags: str,
    priority: Priority = Priority.NORMAL,
    score: float = 0.0,
    unsure: bool = False,
    reasons: tuple[str, ...] = (),
    received: datetime = NOW,
    deadline: datetime | None = None,
    notice: Notice | None = None,
) -> Verdict:
    """Return a verdict; name what matters to the test."""
    return Verdict(
        letter=Letter(notice=notice),
        triage=Triage(
            tags=tuple(Tag(tag=tag) for tag in tags),
            priority=priority,
            score=score,
            unsure=unsure,
            rank_reasons=reasons,
            signals=Signals(deadline=deadline),
        ),
        decision=Decision(send=True, reason="ok"),
        received=received,
    )


def heard(*letters: Verdict) -> Opening:
    """Return the opening of these letters, each with a limit of a day."""
    day = timedelta(days=1)
    first, *rest = letters
    return reduce(
        lambda opening, one: hear(opening, one, one.received + day),
        rest,
        begin(first, first.received + day),
    )


HIGH, LOW = Priority.HIGH, Priority.LOW


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        ([said("refund"), said("damaged", priority=HIGH)], ("damaged", "refund")),
        ([said("damaged", priority=HIGH), said("refund")], ("damaged", "refund")),
        ([said("late-delivery"), said("refund")], ("late-delivery", "refund")),
        (
            [said("damaged", priority=HIGH), said("missing-item", priority=HIGH)],
            ("missing-item", "damaged"),
        ),
        ([said("claim", priority=HIGH), said("damaged", priority=HIGH)], ("claim", "damaged")),
        (
            [
                said("other", priority=LOW),
                said("damaged", priority=HIGH),
                said("other", priority=LOW),
            ],
            ("damaged",),
        ),
        ([said("other", priority=LOW), said("thanks", priority=LOW)], ("thanks",)),
        ([said("other", priority=HIGH), said("invoice")], ("invoice",)),
        ([said("return", "damaged"), said("other", priority=LOW)], ("return", "damaged")),
        ([said(), said("invoice")], ("invoice",)),
    ],
)
def test_tags_are_joined(letters: list[Verdict], expected: tuple[str, ...]) -> None:
    """The most urgent letter with a matter leads, the newer of two; causes stand before wishes."""
    assert expected == heard(*letters).tags


def test_a_calm_letter_makes_no_earlier_one_less_urgent() -> None:
    """Level, score and clocks are of the most urgent and the oldest letter."""
    opening = heard(
        said("damaged", priority=HIGH, score=0.7, received=NOW - HOUR),
        said("other", priority=LOW, score=0.1),
    )

    assert (Priority.HIGH.level, 0.7) == (opening.level, opening.score)
    assert (NOW - HOUR, NOW + 23 * HOUR) == (opening.received, opening.limit_at)


def test_the_nearest_clock_counts() -> None:
    """Limit, stated deadline and promise: whichever runs out first."""
    opening = heard(said("gift-order", deadline=NOW + 5 * HOUR))
    notice = heard(said("return", notice=Notice(topic="return", deadline=NOW + 3 * HOUR)))

    assert (NOW + 5 * HOUR, NOW + 3 * HOUR) == (opening.clock_at, notice.clock_at)
    assert NOW + 3 * HOUR == opening.place.lift_at


def test_unsure_is_the_main_tags() -> None:
    """A photo alone does not make a clear case unsure, nor a clear letter an unclear main tag."""
    clear, photo = said("damaged", priority=HIGH), said("other", unsure=True, priority=LOW)

    assert (False, False) == (heard(clear, photo).unsure, heard(photo, clear).unsure)
    assert heard(photo).unsure


def test_reasons_of_the_most_urgent_come_first() -> None:
    """Each reason once, those that put the case where it stands before the others."""
    calm = said("refund", reasons=("a", "b"))
    urgent = said("claim", priority=Priority.URGENT, reasons=("claim", "a"))

    assert ("claim", "a", "b") == heard(calm, urgent).reasons
    assert ("claim", "a", "b") == heard(urgent, calm).reasons


@pytest.mark.parametrize(
    ("verdict", "orders", "expected"),
    [
        (said("damaged", priority=HIGH), (), True),
        (said("safety", priority=Priority.URGENT), (), True),
        (said("damaged", priority=Priority.NORMAL), (), False),
        (said("late-delivery", priority=HIGH), (), False),
        (said("other", priority=HIGH), (), False),
        (said("damaged", priority=HIGH, unsure=True), (), False),
        (said("late-delivery"), ("1",), False),
        (said("late-delivery"), ("2",), True),
        (said("late-delivery"), ("2", "1"), False),
    ],
)
def test_a_new_matter_is_another_order_or_something_new_and_grave(
    verdict: Verdict, orders: tuple[str, ...], *, expected: bool
) -> None:
    """Buyers who write again about the same get no second acknowledgement."""
    first = begin(said("late-delivery"), None)
    further = replace(verdict, letter=replace(verdict.letter, order_ids=orders))

    assert expected is is_new_matter(first, further, frozenset({"1"}))


def test_a_doubt_is_told_of_its_own_level_alone() -> None:
    """What may be urgent is not said to be so of a case that is, and what is equal keeps it."""
    doubtful = said("refund", reasons=("may be urgent", "angry"))

    assert ("safety", "angry") == heard(
        doubtful, said("safety", priority=Priority.URGENT, reasons=("safety",))
    ).reasons
    assert ("may be urgent", "angry") == heard(doubtful, said("invoice")).reasons
