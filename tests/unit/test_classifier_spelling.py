"""Spelling: accents left off or typed another way are the same word, unless a phrase says not."""

import pytest

from classifier.compiled import compile_phrases
from classifier.finder import Finder
from classifier.folding import fold
from classifier.phrases import parse
from classifier.sentences import sentences
from classifier.spelling import plain
from classifier.transitions import Wanted


def found(phrase: str, text: str) -> list[str]:
    """Return the words of ``text`` that ``phrase`` finds, as they are written."""
    folded = fold(text)
    finder = Finder(compile_phrases([Wanted("it", parse(phrase))]))
    spans = [
        folded.origin(one.start, one.end)
        for one in finder.find(folded.text, sentences(folded.text))
    ]
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("colis abîmé", "Colis ABIME"),
        ("colis abime", "colis abîmé"),
        ("spätestens", "spaetestens"),
        ("spätestens", "spatestens"),
        ("perché non", "perche' non"),
        ("l'œuf", "l'oeuf"),
        ("l'oeuf", "l’œuf"),
        ("zwrócić", "zwrocic"),
        ("förstört", "forstort"),
        ("kırık", "KIRIK"),
        ("iade", "İADE"),
        ("złamany", "zlamany"),
        ("não", "na\u0303o"),
    ],
)
def test_accents_make_no_difference(phrase: str, text: str) -> None:
    """With, without, as two letters or with an apostrophe; the span is the buyer's own words."""
    assert [text] == found(phrase, text)


@pytest.mark.parametrize(("text", "expected"), [("sehr schön", ["schön"]), ("schon da", [])])
def test_a_word_may_ask_for_its_accents(text: str, expected: list[str]) -> None:
    """Where another word would be meant, `=` holds to the accents as they are written."""
    assert expected == found("=schön", text)


def test_other_scripts_keep_their_marks() -> None:
    """The marks of kana are no accents, and no position moves."""
    text = "がぎぐ é 寄"

    assert "がぎぐ e 寄" == plain(text)


@pytest.mark.parametrize("text", ["48hours", "in 2 hours"])
def test_a_word_begins_behind_a_digit(text: str) -> None:
    """A unit glued to its number is still a word."""
    assert ["hours"] == found("hours", text)
