"""The reasons for which nothing is sent, all in one place."""

import re
from pathlib import Path

from daemon.reasons import REASONS

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "vetoes.md"


def test_the_reference_says_every_reason() -> None:
    """In its table, and in the sentences below it those that no letter has by itself."""
    told, _ = PAGE.read_text(encoding="utf-8").split("## Not judged")
    rows = set(re.findall(r"^\| `([\w-]+)` \|", told, re.MULTILINE))
    sentences = set(re.findall(r"(?:as|reason)\s`([\w-]+)`", told.rpartition("|")[2]))

    assert rows | sentences == set(REASONS)
    assert len(set(REASONS)) == len(REASONS)
