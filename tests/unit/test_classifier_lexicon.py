"""Concepts: one row of signs for letters of any language, and a lexicon that is whole."""

from pathlib import Path

import pytest

from classifier.features import extract, tokenise
from classifier.folding import fold
from classifier.lexicon import Lexicon, LexiconFault, read_lexicon
from classifier.train import LEXICON

WORDS = {
    "en": {"arrive": ["arriv*", "turned up"], "not": ["not", "n't"], "parcel": ["parcel"]},
    "de": {"arrive": ["angekommen"], "not": ["nicht"], "parcel": ["päckchen"]},
}


def told(text: str, language: str) -> str:
    """Return the row of concepts of ``text``."""
    return Lexicon(WORDS).tell([fold(text)], language).stream


def test_languages_meet_in_their_concepts() -> None:
    """The same thing said in two languages is the same row."""
    assert told("My parcel has not arrived.", "en") == told("Paeckchen nicht angekommen", "de")


def test_a_row_ends_with_its_sentence() -> None:
    """What stands in two sentences is two rows; what is repeated counts once."""
    assert 2 == len(told("It turned up. The parcel, the parcel!", "en").split())
    assert "" == told("nothing of all this", "en") == told("parcel", "fr")


def test_no_token_of_a_letter_is_a_concept() -> None:
    """A buyer cannot write the signs in which concepts are told."""
    assert [] == tokenise(fold("\ue000\ue001")).lengths


def test_a_concept_is_a_feature() -> None:
    """Alone and beside its neighbours."""
    features = extract([[Lexicon(WORDS).tell([fold("not arrived")], "en")]])
    found = {
        features.stream[start:end].strip()
        for start, end in zip(features.starts, features.ends, strict=True)
    }

    assert {"\ue000", "\ue001", "\ue001\ue000"} <= found


def test_our_lexicon_is_whole() -> None:
    """Every file of ours reads, and negation is known wherever anything is."""
    words = read_lexicon(LEXICON).words

    assert [] == [language for language, told in words.items() if "not" not in told]


@pytest.mark.parametrize(
    "text",
    ["[", 'language = "en"', 'language = "de"\n[concepts]', 'language="en"\n[concepts]\na=["(a"]'],
)
def test_a_lexicon_that_breaks_the_format_is_refused(text: str, tmp_path: Path) -> None:
    """The fault names the file."""
    (tmp_path / "en.toml").write_text(text, encoding="utf-8")
    with pytest.raises(LexiconFault, match=r"en\.toml"):
        read_lexicon(tmp_path)


def test_words_come_out_as_they_were_given() -> None:
    """Concepts keep their order: of two that share a word the first is told."""
    given = {"ja": {"not": ["ない"], "arrive": ["届*"]}, "en": {}}

    assert given == Lexicon(given).words
    assert ["not", "arrive"] == list(Lexicon(given).words["ja"])
