"""The census of the training letters names what passes a limit, and lets pass what does not."""

from itertools import count as numbers
from pathlib import Path

import pytest

from cases.labels import TAGS
from classifier.census import LEAST_OF_A_TAG, count, faults, main
from classifier.corpus import Example
from tests.training_letters import build_example, build_examples

#: Every tag as often as it must be, in letters that share nothing.
_WORDS = numbers()
ENOUGH = [
    build_example(f"en-{tag}-{number}", f"word{next(_WORDS)} word{next(_WORDS)}", tags=(tag,))
    for tag in TAGS
    for number in range(LEAST_OF_A_TAG)
]

#: Six words that are frequent, so that they hold a frame.
FRAME = "can i swap the {} for a lid {}"


def found(*letters: Example) -> list[str]:
    """Return the faults of these letters beside enough others."""
    return list(faults(count([*ENOUGH, *letters])))


def test_letters_within_the_limits_have_no_fault() -> None:
    """Five of a frame, a quarter of the runs and three in a hundred openings are allowed."""
    quarter = build_examples("a b c d e f g", "z a b c d e")

    assert [] == found(*quarter)


def test_letters_too_much_alike_are_named() -> None:
    """The sentence begins with the later letter, which is the one to rewrite."""
    assert [
        "en-2: likeness 0.33 to en-1, at most 0.25 may be: tell it as another person would"
    ] == found(*build_examples("a b c d e f", "z a b c d e"))


@pytest.mark.parametrize(("letters", "refused"), [(5, 0), (6, 1)])
def test_a_frame_stands_in_five_letters(letters: int, refused: int) -> None:
    """The sixth letter of a frame is refused, and the letters that have it are named."""
    begun = [f"x{number} y{number} z{number}. " for number in range(letters)]
    texts = [begin + FRAME.format(f"n{at} m{at}", f"o{at}") for at, begin in enumerate(begun)]
    told = found(*build_examples(*texts))

    assert refused == len(told)
    sentence = "“can i swap the _ for a lid _”, at most 5 may: rewrite some of en-1, en-2, en-3, en"
    assert all(sentence in one for one in told)


def test_of_many_letters_the_last_are_named() -> None:
    """A sentence of a hundred ids would not be read, and the later ones are rewritten."""
    texts = [f"x{at} y{at} z{at}. " + FRAME.format(f"n{at} m{at}", f"o{at}") for at in range(14)]
    [told] = found(*build_examples(*texts))

    named = ", ".join(f"en-{number}" for number in range(3, 15))
    assert told.endswith(f"rewrite some of {named} and earlier ones")


@pytest.mark.parametrize(("letters", "refused"), [(4, 0), (5, 1)])
def test_openings_are_a_share_of_the_letters(letters: int, refused: int) -> None:
    """Of 132 letters and these, three in a hundred may begin alike."""
    texts = [f"I want to {' '.join(f'{row}{at}' for row in 'abc')}" for at in range(letters)]
    told = found(*build_examples(*texts))

    assert refused == len(told)
    assert all("3.6% of the letters begin “i want to”, at most 3% may" in one for one in told)


def test_a_rare_tag_is_refused_unless_it_is_explained() -> None:
    """The sentence says how many letters are wanting."""
    rare = count([one for one in ENOUGH if one.id not in {"en-spam-0", "en-spam-1"}])

    assert [
        "en: 4 letters have spam: write 2 more, or say in classifier/census.py why not"
    ] == list(faults(rare))
    assert [] == list(faults(rare, {("en", "spam"): "its sellers get none"}))


LETTER = """
[[letter]]
id = "{}"
writer = "{}"
situation = "late"
difficulty = "plain"
subject = ""
tags = ["{}"]
priority = "normal"
text = "{}"
"""


def folder(path: Path, *more: str) -> Path:
    """Return a folder with enough letters and some more."""
    told = [LETTER.format(one.id, one.writer, one.tags[0], one.text) for one in ENOUGH]
    (path / "en.toml").write_text("".join([*told, *more]), encoding="utf-8")
    return path


def test_the_counts_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A row a language; nothing is wrong, and nothing is said."""
    assert 0 == main([str(folder(tmp_path))])

    printed = capsys.readouterr()
    [row] = [line for line in printed.out.splitlines() if line.startswith("│ en")]
    assert ["en", "132", "1", "1", "132/0/0", "safety 6", "none", "none", "none"] == (
        [cell.strip() for cell in row.strip("│").split("│")]
    )
    assert "" == printed.err


@pytest.mark.parametrize(
    ("letter", "sentence"),
    [
        (
            LETTER.format("en-9", "a", "refund", "word0, WORD1!"),
            "en-9: likeness 1.00 to en-safety-0",
        ),
        (LETTER.format("en-9", "", "refund", "none like it"), "en.toml: en-9: needs a writer"),
    ],
)
def test_what_is_wrong_ends_the_census_with_1(
    letter: str, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The make fails, and the sentence is on standard error."""
    assert 1 == main([str(folder(tmp_path, letter))])

    assert sentence in capsys.readouterr().err


def test_a_folder_without_letters_is_no_good_corpus(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A check of the wrong folder would always be content."""
    assert 1 == main([str(tmp_path)])

    assert "holds no training letters" in capsys.readouterr().err
