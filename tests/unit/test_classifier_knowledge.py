"""Knowledge: every fault at start, or rulebooks one by one as letters ask for them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from classifier.knowledge import Knowledge, load_knowledge, open_knowledge
from classifier.rules import RulebookFault, match
from classifier.shelf import Shelf

BOOK = """
language = "{language}"
[[rule]]
id = "late"
tag = "{tag}"
phrases = ["late"]
match = ["late"]
no_match = ["early"]
"""


def folder(path: Path, **tags: str) -> Path:
    """Return a folder with a rulebook for each language and its only tag."""
    for language, tag in tags.items():
        text = BOOK.format(language=language, tag=tag)
        (path / f"{language}.toml").write_text(text, encoding="utf-8")
    return path


def test_every_fault_of_every_file_is_raised_together(tmp_path: Path) -> None:
    """An operator mends all rulebooks after one start."""
    with pytest.raises(RulebookFault) as caught:
        load_knowledge(folder(tmp_path, de="spaet", en="late-delivery", ja="osoi"), None)

    files = [str(tmp_path / name) for name in ("de.toml", "ja.toml")]
    assert files == [fault.file for fault in caught.value.faults]


def test_a_language_has_one_rulebook(tmp_path: Path) -> None:
    """Two files of one language would hide each other."""
    place = folder(tmp_path, en="late-delivery")
    (place / "english.toml").write_text(BOOK.format(language="en", tag="refund"), "utf-8")
    with pytest.raises(RulebookFault, match=r"name it en\.toml"):
        load_knowledge(place, None)


@pytest.mark.parametrize("read", [load_knowledge, open_knowledge])
def test_what_is_no_text_is_a_fault(
    tmp_path: Path, read: Callable[[Path, Path | None, Path], Knowledge]
) -> None:
    """An own file saved otherwise, or a folder under the name of one, is told like any fault."""
    ours, own = tmp_path / "ours", tmp_path / "own"
    ours.mkdir()
    own.mkdir()
    folder(ours, de="late-delivery", en="late-delivery")
    (own / "de.toml").write_bytes(b'language = "de"\n# \xfcber\n')
    (own / "en.toml").mkdir()
    told = set()
    for language in ("de", "en"):
        with pytest.raises(RulebookFault) as caught:
            read(ours, None, own).rulebooks[language]
        told |= {str(fault) for fault in caught.value.faults}

    assert {
        f"{own}/de.toml:2: is not UTF-8: save it as UTF-8",
        f"{own}/en.toml: cannot be read: Is a directory; make it a file that the service can read",
    } == told


def test_faults_of_a_file_that_is_no_text_are_found(tmp_path: Path) -> None:
    """What check-config asks ends in no traceback."""
    (tmp_path / "de.toml").write_bytes(b"\xff")
    found = Shelf(tmp_path).find_faults("de")

    assert [f"{tmp_path}/de.toml:1: is not UTF-8: save it as UTF-8"] == list(map(str, found))


def test_an_opened_rulebook_is_read_when_it_is_asked_for(tmp_path: Path) -> None:
    """A fault in one language stops no letter of another."""
    rulebooks = open_knowledge(folder(tmp_path, de="spaet", en="late-delivery"), None).rulebooks

    assert (["de", "en"], "en") == (list(rulebooks), rulebooks["en"].language)
    with pytest.raises(RulebookFault):
        rulebooks["de"]


def test_the_rulebooks_of_the_package_load() -> None:
    """What is shipped has no fault."""
    shipped = Path(__file__).parents[2] / "classifier" / "rulebook"

    assert {"de", "en", "ja"} <= set(load_knowledge(shipped, None).rulebooks)


def test_own_rules_stand_beside_ours(tmp_path: Path) -> None:
    """An operator's rule is added to ours of the same language; a new language is a whole file."""
    ours, own = tmp_path / "ours", tmp_path / "own"
    for made in (ours, own):
        made.mkdir()
    folder(ours, en="late-delivery")
    folder(own, fi="late-delivery")
    text = BOOK.format(language="en", tag="defective").replace("late", "frobnicator leaks")
    (own / "en.toml").write_text(text.replace('id = "frobnicator leaks"', 'id = "leaks"'), "utf-8")
    rulebooks = load_knowledge(ours, None, own).rulebooks

    assert ["en", "fi"] == list(rulebooks)
    found = match(rulebooks["en"], "My order is late and the frobnicator leaks")
    assert ["late-delivery", "defective"] == [hit.label for hit in found.hits]


def test_an_own_id_must_be_new(tmp_path: Path) -> None:
    """A rule of the operator's with an id of ours is told with file and id."""
    ours, own = tmp_path / "ours", tmp_path / "own"
    for made in (ours, own):
        made.mkdir()
        folder(made, en="late-delivery")
    with pytest.raises(RulebookFault, match=r"en\.toml: late: is an id of ours"):
        load_knowledge(ours, None, own)
