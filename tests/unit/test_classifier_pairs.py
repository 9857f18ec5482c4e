"""Pairs of letters: in the true order or not, and what misled them."""

from datetime import timedelta

import pytest

from cases.labels import Priority
from cases.values import Signals, Tag, Triage
from classifier.corpus import Example
from classifier.judging import Judged, written
from classifier.pairs import draw, misled, report

THEN = written("en")
SOON = Signals(deadline=THEN + timedelta(hours=20))


def judged(
    tags: tuple[str, ...],
    truth: Priority,
    given: Priority,
    signals: Signals = Signals(),  # noqa: B008 - frozen
    *,
    name: str = "en-1",
    rank: float = 0.0,
) -> Judged:
    """Return a letter of these tags and this level that was given another."""
    return Judged(
        example=Example(
            id=name,
            language="en",
            writer="a",
            situation="s",
            difficulty="plain",
            subject="",
            text="",
            tags=tags,
            priority=truth,
        ),
        triage=Triage(tags=(Tag(tag="other"),), priority=given, signals=signals, rank=rank),
    )


@pytest.mark.parametrize(
    ("tags", "truth", "given", "signals", "expected"),
    [
        (("damaged",), Priority.HIGH, Priority.HIGH, Signals(), None),
        (("damaged",), Priority.HIGH, Priority.NORMAL, Signals(), "tags"),
        (("refund",), Priority.HIGH, Priority.NORMAL, Signals(), "anger, repeat or date missed"),
        (("refund",), Priority.URGENT, Priority.NORMAL, Signals(), "a deadline missed"),
        (("refund",), Priority.NORMAL, Priority.URGENT, SOON, "a deadline heard wrongly"),
        (("refund",), Priority.NORMAL, Priority.HIGH, Signals(anger=True), "anger heard wrongly"),
        (
            ("refund",),
            Priority.NORMAL,
            Priority.HIGH,
            Signals(repeated=True),
            "a repeat heard wrongly",
        ),
    ],
)
def test_a_wrong_level_has_a_cause(
    tags: tuple[str, ...],
    truth: Priority,
    given: Priority,
    signals: Signals,
    expected: str | None,
) -> None:
    """Tags are blamed where the true ones would have given the level, else what was heard."""
    assert expected == misled(judged(tags, truth, given, signals))


def test_pairs_are_of_two_levels_and_the_same_every_time() -> None:
    """The letter to be served first stands first; nothing is drawn by chance."""
    letters = [
        judged(("refund",), level, level, name=f"en-{number}")
        for number, level in enumerate((Priority.HIGH, Priority.LOW, Priority.LOW, Priority.HIGH))
    ]
    drawn = list(draw(letters, alike=True))

    assert drawn
    assert drawn == list(draw(letters, alike=True))
    assert all(
        (Priority.HIGH, Priority.LOW) == (first.example.priority, second.example.priority)
        for first, second in drawn
    )
    assert [] == list(draw(letters[1:3], alike=True))


def test_the_report_tells_the_share_in_order_and_who_is_to_blame() -> None:
    """A pair that stands wrongly is put down to what misled its letters."""
    letters = [
        judged(("damaged",), Priority.HIGH, Priority.LOW, name="en-1", rank=10),
        judged(("refund",), Priority.NORMAL, Priority.NORMAL, name="en-2", rank=40),
    ]
    lines = list(report(letters))

    assert "| of one language | 0.0000 | 0.0000 |" in lines
    assert "| tags | 1 | 50.00% | 100.00% |" in lines
