"""Corrections: kept once a letter, replaced, forgotten, split by matter and time."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cases.labels import check_tags
from classifier.corrections import (
    Correction,
    CorrectionFault,
    forget,
    learn,
    read_corrections,
    split,
)

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)


def correction(
    number: int = 1, *, tags: tuple[str, ...] = ("refund",), buyer: str = "", order: str = ""
) -> Correction:
    """Return a correction; the higher its number, the newer its letter."""
    return Correction(
        id=f"letter-{number}",
        tags=tags,
        language="en",
        subject="Order",
        text=f"Where is my money? {number}",
        buyer=buyer,
        order=order,
        received=NOW + timedelta(hours=number),
        who="li",
        at=NOW,
    )


def test_learning_twice_changes_nothing(tmp_path: Path) -> None:
    """The same correction again is known; another set for the same letter replaces it."""
    path = tmp_path / "state" / "corrections.jsonl"

    assert 2 == learn(path, [correction(1), correction(2)])
    assert 0 == learn(path, [correction(1), correction(2)])
    assert 1 == learn(path, [correction(1, tags=("return", "refund"))])
    assert [("return", "refund"), ("refund",)] == [one.tags for one in read_corrections(path)]


def test_corrections_are_for_their_owner_alone(tmp_path: Path) -> None:
    """Buyers' words are in the file, so nobody else may read it."""
    path = tmp_path / "corrections.jsonl"
    learn(path, [correction()])

    assert 0o600 == path.stat().st_mode & 0o777


def test_forgetting_takes_letters_out(tmp_path: Path) -> None:
    """What was forgotten is gone from the file, words and all; the rest stays."""
    path = tmp_path / "corrections.jsonl"
    learn(path, [correction(1), correction(2)])

    assert 1 == forget(path, {"letter-1", "letter-9"})
    assert "Where is my money? 1" not in path.read_text(encoding="utf-8")
    assert ["letter-2"] == [one.id for one in read_corrections(path)]


def test_broken_lines_are_named(tmp_path: Path) -> None:
    """Every line that is no correction is told with its number; nothing is read halfway."""
    path = tmp_path / "corrections.jsonl"
    learn(path, [correction()])
    with path.open("a", encoding="utf-8") as file:
        file.write('nonsense\n{"id": "x", "tags": ["refnd"]}\n')
    with pytest.raises(CorrectionFault) as raised:
        read_corrections(path)

    assert f"{path}:2: " in str(raised.value)
    assert f"{path}:3: " in str(raised.value)
    assert "unknown tag refnd" in str(raised.value)


def test_no_matter_stands_on_both_sides() -> None:
    """A buyer's letters stay together, on the side of the first; the newest fifth judges."""
    said = [correction(number, buyer=f"b{number % 8}") for number in range(40)]
    older, newest = split(said, 0.2)

    assert not {one.buyer for one in older} & {one.buyer for one in newest}
    assert 40 == len(older) + len(newest)
    assert 5 <= len(newest) <= 10
    assert {"b7"} <= {one.buyer for one in newest}


@pytest.mark.parametrize(
    ("tags", "said"),
    [
        (["late-delivery", "refund"], None),
        ([], "no tag"),
        (["refnd"], "unknown tag refnd"),
        (["thanks", "refund"], "thanks stands alone"),
        (["refund", "refund"], "stands twice"),
    ],
)
def test_a_set_is_checked(tags: list[str], said: str | None) -> None:
    """What is no complete set of labels is refused with a sentence."""
    found = check_tags(tags)

    assert (said is None) == (found is None)
    assert (said or "") in (found or "")
