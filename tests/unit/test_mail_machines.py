"""Machines and persons: whole mails of both, and none is taken for the other.

Each file holds mails in a row, a line ``%% name`` before each. Fields that every mail has are left
out where they say nothing.
"""

import re
import tomllib
from pathlib import Path

import pytest

from cases.labels import Kind
from mail.reading import read

LETTERS = Path(__file__).parents[1] / "letters"
_MAIL = re.compile(r"^%% (.+)\n((?:(?!%% ).*\n)+)", re.MULTILINE)


def mails(pattern: str) -> list[object]:
    """Return the mails of the files that ``pattern`` names."""
    return [
        pytest.param(found[2], id=f"{path.stem}: {found[1]}")
        for path in sorted(LETTERS.glob(pattern))
        for found in _MAIL.finditer(path.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("mail", mails("machines-*.txt"))
def test_a_machine_is_not_answered(mail: str) -> None:
    """Bounces, automatic answers, lists, shops and systems are never a buyer's letter."""
    letter = read(f"To: shop@seller.example\n{mail}".encode())

    assert letter.kind is not Kind.BUYER


@pytest.mark.parametrize("mail", mails("persons*.txt"))
def test_a_person_is_not_refused(mail: str) -> None:
    """What a person writes of automatic watches, full mailboxes and holidays is a buyer's."""
    letter = read(f"To: shop@seller.example\n{mail}".encode())

    assert (Kind.BUYER, ()) == (letter.kind, letter.vetoes), letter.kind_reason


CORPUS = sorted((Path(__file__).parents[2] / "classifier" / "corpus").glob("*.toml"))


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_what_buyers_write_is_theirs_and_whole(path: Path) -> None:
    """Of the training letters every seventh, sent directly: none is refused, no word is lost."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))["letter"][::7]
    head = "From: max@buyer.example\nTo: shop@seller.example\nSubject: "
    letters = [read(f"{head}{one['subject']}\n\n{one['text']}".encode()) for one in told]

    assert [(Kind.BUYER, one["text"].split()) for one in told] == [
        (letter.kind, letter.text.split()) for letter in letters
    ]


@pytest.mark.parametrize("path", sorted(LETTERS.glob("[mp]*.txt")), ids=lambda path: path.stem)
def test_no_mail_of_a_file_is_left_out(path: Path) -> None:
    """Every name has its mail."""
    text = path.read_text(encoding="utf-8")

    assert text.count("\n%% ") + text.startswith("%% ") == len(_MAIL.findall(text))
