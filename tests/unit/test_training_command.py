"""Training as a command: what it tells meanwhile, and what it refuses before it begins."""

from pathlib import Path

import pytest

from classifier.retrain import main as retrain
from classifier.rules import match
from classifier.teaching import read_teaching
from classifier.train import STEPS, main
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


def test_a_registry_that_cannot_be_written_is_refused_before_the_training(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not even the letters are read: these would be too few."""
    (tmp_path / "models").touch()
    code = retrain(
        [
            *(f"--{name}={tmp_path}" for name in ("corpus", "rulebook", "corrections", "starter")),
            *("--registry", str(tmp_path / "models"), "--at", "2026-11-23T10:00:00Z"),
        ]
    )
    said = capsys.readouterr()

    assert 74 == code, said
    assert ("", f"triaged: {tmp_path / 'models'}: File exists\n") == (said.out, said.err)


def test_own_rules_teach_beside_ours(tmp_path: Path) -> None:
    """Their phrases and examples, in the languages of ours and in others; both judge."""
    for folder, language, number, words in (
        ("ours", "en", "fire", "caught fire"),
        ("own", "en", "zorp", "lost its zorp"),
        ("own", "da", "glimmer", "uden glimmer"),
    ):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / f"{language}.toml").write_text(
            f'language = "{language}"\n[[rule]]\nid = "{number}"\ntag = "defective"\n'
            f'phrases = ["{words}"]\nmatch = ["It {words}."]\nno_match = ["I am late."]\n'
        )
    alone = read_teaching(tmp_path / "ours", 0)
    both = read_teaching(tmp_path / "ours", 0, tmp_path / "own")

    assert {"caught fire", "It caught fire."} == {one.text for one in alone.fragments}
    assert {"lost its zorp", "It uden glimmer."} < {one.text for one in both.fragments}
    found = match(both.rulebooks["en"], "It lost its zorp and caught fire")
    assert {"fire", "zorp"} == {hit.rule for hit in found.hits}


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
        *(f"training: step {step} of {STEPS}" for step in range(1, STEPS + 1)),
    ] == said.err.splitlines()
    assert (tmp_path / "out" / "model.json").exists()
