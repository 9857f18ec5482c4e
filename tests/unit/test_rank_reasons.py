"""Every reason of a rank is said on the screens in the person's own language."""

import pytest

from cases.labels import LEVELS, TAGS
from classifier.rank import WEIGHTS
from desk.language import LANGUAGES, words_of

DOUBTS = [f"{doubt} {level}" for doubt in ("may be", "may not be") for level in LEVELS[:-1]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_its_words(language: str) -> None:
    """None falls back to the English that the classifier gives."""
    reasons = [*(reason for reason in WEIGHTS if reason not in TAGS), *DOUBTS]

    assert [] == [one for one in reasons if f"reason.{one}" not in words_of(language).texts]
