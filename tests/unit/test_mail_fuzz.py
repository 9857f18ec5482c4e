"""Fuzzing, in its small form: no bytes make the reader fail, and none make it slow."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.values import Letter
from mail.identity import identify
from mail.newtext import split_writing
from mail.reading import read

LETTERS_FOLDER = Path(__file__).parents[1] / "letters"
LETTERS = [one.read_bytes() for one in sorted(LETTERS_FOLDER.glob("*.eml"))]

# The language model is loaded once, at the first text that needs it; its second is not a letter's.
read(b"\n\nqwert zuiop asdfg hjkly xcvbn")

#: What breaks readers, to be put anywhere.
SPLINTERS = [
    *(b"\r", b"\n", b"\r\n\r\n", b"\0", b"--b", b"--", b"=?utf-8?B?", b"?=", b"=", b"=\r\n"),
    *(b"\xff\xfe", b"\x1b$B", b"<", b"<div>" * 50, b"</", b"<!--", b"&#x110000;", b"(", b'"'),
    *(b"\\", b"<>", b"@", b"> ", b"-- \n", b"From: \n", b"On 1.1.2026 X <a@b.c> wrote:\n"),
    b"Content-Type: multipart/mixed; boundary=b\n",
    b"Content-Type: message/rfc822\n\n",
    b"Content-Type: text/plain; charset=idna\n",
    b"Content-Transfer-Encoding: base64\n",
]


def check(raw: bytes) -> None:
    """Read and look at what came out."""
    began = time.process_time()
    letter = read(raw)
    spent = time.process_time() - began

    assert isinstance(letter, Letter)
    assert "\n" not in letter.subject
    assert "\x00" not in letter.text
    assert spent < 1
    assert 64 == len(identify(raw))


@pytest.mark.parametrize(
    "path", sorted((LETTERS_FOLDER / "mutants").glob("*.eml")), ids=lambda path: path.stem
)
def test_what_once_failed_is_read(path: Path) -> None:
    """Mutated messages on which the proof was red once."""
    check(path.read_bytes())


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=2000))
def test_any_bytes_are_read(raw: bytes) -> None:
    """Noise."""
    check(raw)


@settings(max_examples=500, deadline=None)
@given(st.data())
def test_broken_letters_are_read(data: st.DataObject) -> None:
    """Real forms with pieces cut out, doubled and put in."""
    raw = data.draw(st.sampled_from(LETTERS))
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(raw)))
        end = min(len(raw), start + data.draw(st.integers(0, 200)))
        piece = data.draw(st.sampled_from([*SPLINTERS, raw[start:end], b""]))
        raw = raw[:start] + piece + raw[end:]
    check(raw)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([
    "Hello", "", "> old", ">", "-- ", "--", "On 1 Jan 2026 10:00 X <a@b.example> wrote:", "From: X",
    "Sent: 1 Jan 2026", "To: Y", "Subject: Z", "-----Original Message-----", "Sent from my iPhone",
    "________________________________", "On Monday I wrote:", "Regards", "Von: X", "発信:",
]), max_size=14))  # fmt: skip
def test_words_of_a_person_are_in_one_of_both(lines: list[str]) -> None:
    """A text with a new word above all marks never comes out without it."""
    found = split_writing("\n".join(["My lamp broke.", *lines]))

    assert "My lamp broke." == found.new.split("\n")[0]
