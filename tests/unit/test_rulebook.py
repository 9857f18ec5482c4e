"""Every rulebook file keeps its format, and every rule its own examples."""

import tomllib
from pathlib import Path

import pytest

import classifier.rulebook
from classifier.rulefile import read_rulefile
from classifier.rules import Rulebook, compile_rulebook, match

FOLDER = Path(str(classifier.rulebook.__file__)).parent
FILES = sorted(FOLDER.glob("*.toml"))


def fired(rulebook: Rulebook, text: str) -> set[str]:
    """Return the ids of the rules that fire on ``text``."""
    findings = match(rulebook, text)
    return {hit.rule for hit in (*findings.hits, *findings.signals)}


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_every_rule_keeps_its_examples(file: Path) -> None:
    """Each rule fires on its match examples and is silent on its no_match examples."""
    rulefile = read_rulefile(file.read_text(encoding="utf-8"), file.name)
    rulebook = compile_rulebook(rulefile)
    wrong = [
        f"{rule.id}: {'must' if expected else 'must not'} fire on {text!r}"
        for rule in rulefile.rules
        for expected, examples in ((True, rule.match), (False, rule.no_match))
        for text in examples
        if (rule.id in fired(rulebook, text)) is not expected
    ]

    assert [] == wrong


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_a_file_is_named_after_its_language(file: Path) -> None:
    """The file's name is its language, so that a letter finds its rulebook by sight."""
    table = tomllib.loads(file.read_text(encoding="utf-8"))

    assert file.stem == table["language"]
