"""``triaged rules``: an operator's own rules are tested, seen at work, and used by explain."""

import json

import pytest

from daemon.seal import seal
from tests.calling import call
from tests.installation import Installation
from tests.letters_builder import build_letter

RULE = """
language = "de"
[[rule]]
id = "own-frobnicator"
tag = "defective"
phrases = ["frobnikator .. leckt"]
match = ["Der Frobnikator leckt schon wieder."]
no_match = ["{no_match}"]
"""


@pytest.fixture
def installation(idle: Installation) -> Installation:
    """An installation with a folder of rules of its own."""
    rules = idle.folder / "rules"
    rules.mkdir()
    (rules / "de.toml").write_text(RULE.format(no_match="Der Frobnikator ist dicht."), "utf-8")
    idle.extra = f'rules = "{rules}"\n'
    idle.write_config()
    idle.seal()
    seal(idle.state, rules)
    return idle


def test_own_rules_speak_in_explain(installation: Installation) -> None:
    """A letter in the operator's own words gets the tag, by the operator's rule."""
    letter = installation.folder / "letter.eml"
    raw = build_letter(to="seller@shop.example", buyer="abc", text="Der Frobnikator leckt wieder.")
    letter.write_bytes(raw)
    done = installation.call("explain", "--json", str(letter))
    tags = json.loads(done.stdout)["tags"]

    assert ["rule:own-frobnicator"] == [by for tag in tags for by in tag["by"] if "own" in by]


def test_own_examples_are_tested(installation: Installation) -> None:
    """A rule that fires where its own example says it must not ends with 1 and names it."""
    good = installation.call("rules", "test")
    file = installation.folder / "rules" / "de.toml"
    file.write_text(RULE.format(no_match="Der Frobnikator hier leckt nie."), encoding="utf-8")
    bad = installation.call("rules", "test")

    assert (0, 1) == (good.returncode, bad.returncode), good.stdout
    assert " languages, 1 of them yours, 0 examples fail\n" in good.stdout
    assert (
        f"{file}:4: own-frobnicator: must not fire on: Der Frobnikator hier leckt nie."
        in bad.stdout.splitlines()
    )


def test_a_fault_of_an_own_rule_is_told_with_its_folder(installation: Installation) -> None:
    """Ours have files of the same names."""
    file = installation.folder / "rules" / "de.toml"
    text = RULE.format(no_match="Der Frobnikator ist dicht.")
    file.write_text(text.replace("defective", "nonsense"), encoding="utf-8")
    done = installation.call("rules", "test")

    assert 78 == done.returncode
    assert f"triaged: {file}:4: own-frobnicator: speaks for 'nonsense'" in done.stderr


def test_coverage_counts_rules_and_letters(installation: Installation) -> None:
    """Coverage names the rules that speak, with how often, and the share of letters."""
    folder = installation.folder / "letters"
    folder.mkdir()
    for number, text in enumerate(("Der Frobnikator leckt.", "Grüße aus Bonn an alle.")):
        raw = build_letter(to="seller@shop.example", buyer="abc", subject="Hallo", text=text)
        (folder / f"{number}.eml").write_bytes(raw)
    done = installation.call("rules", "coverage", str(folder))

    assert "     1  de: own-frobnicator (defective)" in done.stdout.splitlines()
    assert done.stdout.endswith("of 2 letters\n")


def test_a_folder_that_is_not_there_is_told(installation: Installation) -> None:
    """A rules folder that does not exist is a fault of the configuration, with its line."""
    text = installation.config.read_text()
    folder = str(installation.folder / "rules")
    installation.config.write_text(text.replace(folder, f"{folder}x"))
    installation.seal()
    done = installation.call("check-config")

    assert 78 == done.returncode
    assert "rules: is no folder that can be read" in done.stderr


def test_one_mailbox_needs_no_naming_in_explain(installation: Installation) -> None:
    """With one mailbox and one shop, explain judges a letter as the service would."""
    letter = installation.folder / "letter.eml"
    letter.write_bytes(build_letter(to="seller@shop.example", buyer="abc"))
    done = installation.call("explain", "--json", str(letter))
    answer = json.loads(done.stdout)["acknowledge"]

    assert (True, "ok") == (answer["send"], answer["reason"])
    assert "Lampenladen" in answer["body"]


def test_messages_are_for_coverage_alone() -> None:
    """Help shows what each action takes, and a test refuses what it would not look at."""
    test, coverage = call("rules", "test", "--help"), call("rules", "coverage", "--help")

    assert "FILE ..." not in test.stdout
    assert "[FILE ...]" in coverage.stdout
    assert 64 == call("rules", "test", "letters/").returncode


def test_a_table_is_no_letter_to_cover(installation: Installation) -> None:
    """Read as one message it would count as one letter, of which many rules speak."""
    table = installation.folder / "labelled.csv"
    table.write_text("text,tags\nDer Frobnikator leckt,defective\n")
    done = installation.call("rules", "coverage", str(table))

    assert (
        64,
        f"triaged: {table}: is a table: name messages, or a folder of them\n",
    ) == (done.returncode, done.stderr)
