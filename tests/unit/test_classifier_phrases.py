"""The phrase language: what it finds, and what it refuses."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from classifier.compiled import compile_phrases
from classifier.finder import Finder
from classifier.folding import fold
from classifier.phrases import PhraseError, parse
from classifier.sentences import sentences
from classifier.transitions import Wanted


def found(phrase: str, text: str) -> list[str]:
    """Return the words of ``text`` that ``phrase`` finds, folded."""
    folded = fold(text).text
    finder = Finder(compile_phrases([Wanted("it", parse(phrase))]))
    return [folded[one.start : one.end] for one in finder.find(folded, sentences(folded))]


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        ("where is my (order|parcel)", "Hi, WHERE IS MY PARCEL?", ["where is my parcel"]),
        ("(has|) not arrived", "It did not arrived", ["not arrived"]),
        ("deliver*", "Two deliveries delivered", ["deliveries", "delivered"]),
        ("deliver* it late", "You delivered it late.", ["delivered it late"]),
        ("waiting for .. parcel", "waiting for my big blue parcel", None),
        ("waiting for .. parcel", "waiting for parcel", ["waiting for parcel"]),
        ("waiting for .. parcel", "waiting for one two three four five parcel", []),
        ("waiting .. parcel", "I am waiting. The parcel came.", []),
        ("waiting .. parcel", "waiting, as you know, parcel", None),
        ("late", "my chocolate plates", []),
        ("届いて..いません", "荷物が届いてないし連絡もいません", None),
        ("届いて..いません", "届いていません", ["届いていません"]),
        ("届いて..いません", "届いて、それからずっと長い間何も連絡がいません", []),
        ("((has|have) not|never) come", "they have not come", ["have not come"]),
        ("refund(ed|s|)", "refunded, refund", ["refunded", "refund"]),
        ("(まだ|全然)(連絡|返事)が(来|あり)ません", "まだ返事が来ません", ["まだ返事が来ません"]),
        ("遅い", "とても遅いです", ["遅い"]),
        ("n't", "it isn’t here", ["n't"]),
    ],
)
def test_a_phrase_finds(phrase: str, text: str, words: list[str] | None) -> None:
    """Whole words, any ending after a star, gaps inside a sentence; None means the whole text."""
    expected = [fold(text).text] if words is None else words
    if words is None and phrase.startswith("届"):
        expected = ["届いてないし連絡もいません"]

    assert expected == found(phrase, text)


def test_what_begins_like_a_phrase_and_ends_otherwise_is_none() -> None:
    """A phrase that is told from the others by its first words still is all of its words."""
    finder = Finder(
        compile_phrases(Wanted(one, parse(one)) for one in ("where is it", "when", "is", "is not"))
    )

    def names(text: str) -> list[str]:
        return [one.name for one in finder.find(text, sentences(text))]

    assert ["is", "where is it"] == names("where is it here")
    assert ["is", "is", "is not"] == names("where is she, it is not late, whenever")


PHRASES = (
    "wait .. parcel",
    "for (the|a) parcel",
    "not .. (wait*|parcel)",
    "blue",
    "wait for .. not",
)
WORDS = st.lists(
    st.sampled_from(
        ["wait", "waiting", "for", "the", "a", "blue", "parcel", "not", ",", ";", "ok"]
    ),
    max_size=12,
)


def everything(text: str) -> list[tuple[str, str]]:
    """Return what all ``PHRASES`` find in ``text``, each with its words."""
    folded = fold(text).text
    finder = Finder(
        compile_phrases([Wanted(phrase, parse(phrase)) for phrase in PHRASES]),
        stops="blue",
    )
    return sorted(
        (one.name, folded[one.start : one.end]) for one in finder.find(folded, sentences(folded))
    )


@settings(max_examples=200, deadline=None)
@given(WORDS, WORDS)
def test_two_sentences_hold_what_each_of_them_holds(first: list[str], second: list[str]) -> None:
    """What is begun in a sentence ends with it, and what stands before it hides nothing in it."""
    parts = [" ".join(["yes", *words, "yes"]) for words in (first, second)]

    assert sorted(everything(parts[0]) + everything(parts[1])) == everything(". ".join(parts))


def test_long_rows_of_alternatives_are_not_multiplied_out() -> None:
    """Four rows of ten alternatives are 10,000 sentences and still one small phrase."""
    row = "(" + "|".join(f"w{number}" for number in range(10)) + ")"
    phrase = " ".join([row] * 4)

    assert ["w1 w2 w3 w9"] == found(phrase, "so w1 w2 w3 w9.")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("want a full refund", ["want a full refund"]),
        ("want refund", ["want refund"]),
        ("want big refund", ["want big refund"]),
        ("want the", []),
    ],
)
def test_a_word_that_may_be_absent_is_skipped(text: str, words: list[str]) -> None:
    """However many alternatives stand around it, leaving it out still matches."""
    verbs = "(want|" + "|".join(f"verb{number}" for number in range(40)) + ")"
    sizes = "(big|full|" + "|".join(f"size{number}" for number in range(40)) + "|)"

    assert words == found(f"{verbs} (a|the|) {sizes} refund", text)


@pytest.mark.parametrize(
    "phrase",
    ["", "(a", "a|b", "(a))", "((a)", "b*c", "* a", "a  b", "(a|) .. b", "(a .. b|c)"],
)
def test_a_phrase_that_breaks_the_format_is_refused(phrase: str) -> None:
    """What has no meaning is a fault, never silently another phrase."""
    with pytest.raises(PhraseError):
        parse(phrase)


def test_hostile_text_costs_no_more_than_its_length() -> None:
    """Thousands of beginnings without an end are dropped, not multiplied."""
    text = "waiting for " * 5000

    assert [] == found("waiting for .. (parcel|order)", text)
