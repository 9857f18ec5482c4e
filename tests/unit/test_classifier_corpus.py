"""The training letters keep their format, and a file that does not is refused whole."""

from pathlib import Path

import pytest

from cases.labels import Priority
from classifier.corpus import CorpusFault, Example, read_corpus

OURS = Path(__file__).parents[2] / "classifier" / "corpus"

#: The languages that rules and training letters may be in.
READ = {"en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "tr", "ja", "zh"}

LETTER = '''
[[letter]]
id = "en-001"
writer = "a"
situation = "late"
difficulty = "plain"
subject = "Where?"
tags = ["late-delivery"]
priority = "normal"
text = """
Where is it?
"""
'''


def corpus(folder: Path, text: str) -> Path:
    """Return a folder with one corpus file."""
    (folder / "en.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_letter_is_read(tmp_path: Path) -> None:
    """Every key arrives, and the language is the file's name."""
    expected = Example(
        id="en-001",
        language="en",
        writer="a",
        situation="late",
        difficulty="plain",
        subject="Where?",
        text="Where is it?",
        tags=("late-delivery",),
        priority=Priority.NORMAL,
    )

    assert (expected,) == read_corpus(corpus(tmp_path, LETTER))


@pytest.mark.parametrize(
    ("right", "wrong", "sentence"),
    [
        ('"late-delivery"', '"late"', "needs tags of the labels' page"),
        ('["late-delivery"]', '["late-delivery", "thanks"]', "stands alone"),
        ('"normal"', '"soon"', "needs a priority"),
        ('"plain"', '"easy"', "needs a difficulty"),
        ('writer = "a"', 'author = "a"', "needs writer"),
        ('situation = "late"', 'situation = ""', "needs a situation, not an empty one"),
        ("[[letter]]", "[[letter", "is not TOML"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, right: str, wrong: str, sentence: str) -> None:
    """What is wrong is said with the letter it is in."""
    with pytest.raises(CorpusFault, match=sentence):
        read_corpus(corpus(tmp_path, LETTER.replace(right, wrong)))


def test_an_id_stands_once(tmp_path: Path) -> None:
    """Two letters of one id would be one case in every report."""
    with pytest.raises(CorpusFault, match="en-001: id stands twice"):
        read_corpus(corpus(tmp_path, LETTER + LETTER))


def test_our_own_letters_keep_the_format() -> None:
    """The files of this repository are read without a fault, and each has letters."""
    languages = {path.stem for path in OURS.glob("*.toml")}

    assert languages == {one.language for one in read_corpus(OURS)}


def test_our_own_letters_are_in_languages_that_are_read() -> None:
    """No letter would ever be matched with those of another language."""
    assert set() == {path.stem for path in OURS.glob("*.toml")} - READ
