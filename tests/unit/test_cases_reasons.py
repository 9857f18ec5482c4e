"""A row tells each reason once."""

import pytest

from cases.reasons import unsaid


@pytest.mark.parametrize(
    ("reasons", "told"),
    [
        (("damaged", "angry"), ("angry",)),
        (("safety",), ()),
        (("gift deadline 2026-12-24", "gift with a date"), ("gift deadline 2026-12-24",)),
        (("deadline 2026-12-24", "gift deadline 2026-12-24"), ("gift deadline 2026-12-24",)),
        (("deadline 2026-12-01", "gift deadline 2026-12-24"), None),
        (("gift with a date", "repeated contact"), None),
        (("priority set by li", "may be high"), None),
        (("angry", "angry"), ("angry",)),
    ],
)
def test_what_stands_there_already_is_no_reason(
    reasons: tuple[str, ...], told: tuple[str, ...] | None
) -> None:
    """Neither a tag, nor that a present has a day where the day is named; all else is told."""
    assert (reasons if told is None else told) == unsaid(reasons)
