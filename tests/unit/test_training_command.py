"""Training as a command: what it tells meanwhile, and what it refuses before it begins."""

from pathlib import Path

import pytest

from classifier.train import main
from tests.unit.test_retraining import write_corpus

_LETTER = b"""
[[letter]]
id = "a"
writer = "a"
situation = "s"
difficulty = "plain"
subject = ""
tags = ["thanks"]
priority = "low"
text = "Thank you"
"""


def train(corpus: Path, out: Path) -> int:
    """Train on the letters of ``corpus`` into ``out``; return the exit code."""
    return main(["--corpus", str(corpus), "--out", str(out)])


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "holds no training letters"),
        (b'language = "en"\n', "holds no training letters"),
        (b"\xff\xfe", "en.toml: is no text in UTF-8"),
        (_LETTER, "1 letters are too few to train on"),
    ],
    ids=["none", "empty", "binary", "few"],
)
def test_letters_that_teach_nothing_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, told: str
) -> None:
    """A folder without letters, or with too few, is named in one sentence and ends with 65."""
    if content is not None:
        (tmp_path / "en.toml").write_bytes(content)
    code = train(tmp_path, tmp_path / "out")
    said = capsys.readouterr().err

    assert 65 == code
    assert told in said
    assert not (tmp_path / "out" / "model.json").exists()


def test_a_folder_that_cannot_be_written_is_refused_before_the_training(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The minutes are not spent on what cannot be kept."""
    write_corpus(tmp_path)
    (tmp_path / "file").touch()
    code = train(tmp_path, tmp_path / "file" / "out")
    said = capsys.readouterr().err

    assert 74 == code
    assert f"triaged: {tmp_path / 'file' / 'out'}: Not a directory\n" == said


def test_a_training_tells_how_far_it_is_where_no_bar_is_seen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Off a terminal a line tells that it began, and one each step."""
    write_corpus(tmp_path)
    code = train(tmp_path, tmp_path / "out")
    said = capsys.readouterr()

    assert 0 == code, said.err
    assert [
        "training on 192 letters takes some minutes",
        *(f"training: step {step} of 4" for step in range(1, 5)),
    ] == said.err.splitlines()
    assert (tmp_path / "out" / "model.json").exists()
