"""Figures of judged letters, worked out by hand."""

import xml.etree.ElementTree as ET

import pytest

from cases.labels import Priority
from cases.values import Tag, Triage
from classifier.corpus import Example
from classifier.judging import Bin, Judged, agreement, calibrate, calibration_error
from classifier.reliability import draw
from classifier.scorecard import Answer, score


def judged(
    true: tuple[str, ...] = ("refund",),
    given: tuple[tuple[str, float | None], ...] = (("refund", 0.95),),
    *,
    level: Priority = Priority.NORMAL,
    rank: float = 50.0,
) -> Judged:
    """Return a letter that is one thing and was said to be another."""
    example = Example(
        id="a", language="en", writer="w", situation="s", difficulty="plain", subject="",
        text="", tags=true, priority=level,
    )  # fmt: skip
    tags = tuple(Tag(tag=tag, score=score) for tag, score in given)
    return Judged(example=example, triage=Triage(tags=tags, priority=level, rank=rank))


def answer(one: Judged, **changes: bool | None) -> Answer:
    """Return an answer of which priority and acknowledgement are not labelled."""
    said: dict[str, bool | None] = {"priority": False, "acknowledge": None, "acknowledged": True}
    return Answer(judged=one, **(said | changes))  # type: ignore[arg-type]  # a builder


def test_scores_fall_into_bins() -> None:
    """A bin tells the mean score beside the share that was right; rules have no score."""
    letters = [
        judged(given=(("refund", 0.92),)),
        judged(given=(("return", 0.98),)),
        judged(given=(("refund", None),)),
        judged(given=(("refund", 0.41),)),
    ]

    assert (Bin(0.4, 0.5, 1, 0.41, 1.0), Bin(0.9, 1.0, 2, 0.95, 0.5)) == calibrate(letters)
    assert pytest.approx((0.59 + 2 * 0.45) / 3) == calibration_error(calibrate(letters))


def test_pairs_of_two_levels_are_compared() -> None:
    """The more urgent letter must rank higher; a tie is half right, equals do not count."""
    urgent, high = judged(level=Priority.URGENT, rank=80), judged(level=Priority.HIGH, rank=80)
    low = judged(level=Priority.LOW, rank=90)

    assert 1.0 == agreement([judged(level=Priority.URGENT, rank=81), high])
    assert 0.5 == agreement([high, urgent])
    assert 0.0 == agreement([low, urgent])
    assert agreement([low, low]) is None


def test_what_was_not_labelled_is_not_judged() -> None:
    """Letters without a priority or an answer leave these figures out."""
    card = score([answer(judged())])

    assert (None, None, None) == (card.priority, card.pairs, card.acknowledgement)


def test_acknowledging_is_right_or_wrong() -> None:
    """One of two that should not be acknowledged is."""
    card = score(
        [
            answer(judged(), acknowledge=False, acknowledged=True),
            answer(judged(), acknowledge=False, acknowledged=False),
            answer(judged(), acknowledge=None),
        ]
    )

    assert 0.5 == card.acknowledgement


def test_a_tag_has_precision_and_recall() -> None:
    """Given to two letters of which one bears it, and to one of two that bear it."""
    card = score(
        [
            answer(judged()),
            answer(judged(("return",), (("refund", 0.6),))),
            answer(judged(("refund",), (("return", 0.6),))),
        ]
    )

    assert (2, 0.5, 0.5, 0.5) == (
        card.tags["refund"].letters,
        card.tags["refund"].precision,
        card.tags["refund"].recall,
        card.tags["refund"].f1,
    )
    assert "spam" not in card.tags


def test_the_picture_is_one_document_without_script() -> None:
    """It is XML, has a point a bin, and is drawn for no bins too."""
    root = ET.fromstring(draw([Bin(0.9, 1.0, 2, 0.95, 0.5), Bin(0.1, 0.2, 1, 0.1, 0.0)], "two"))  # noqa: S314 - ours
    names = [one.tag.rpartition("}")[2] for one in root.iter()]

    assert 2 == names.count("circle")
    assert "script" not in names
    assert draw([], "none").endswith("</svg>\n")
