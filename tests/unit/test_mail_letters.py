"""Whole letters: each sample beside what a careful reader says of it."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest

from mail.reading import read

LETTERS = sorted((Path(__file__).parents[1] / "letters").glob("*.eml"))


def plain(value: object) -> object:
    """Return a value as JSON would hold it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {name: plain(one) for name, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, tuple) else value


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_a_letter_is_read_as_its_page_says(path: Path) -> None:
    """Every field that the .json names."""
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    letter = asdict(read(path.read_bytes()))

    assert expected == {name: plain(letter[name]) for name in expected}


def test_every_letter_has_a_page() -> None:
    """And no page is left without its letter."""
    folder = Path(__file__).parents[1] / "letters"

    assert [one.stem for one in LETTERS] == sorted(
        one.stem for one in folder.glob("*.json") if one.stem != "quotes-html"
    )
