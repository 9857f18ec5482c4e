"""What makes two training letters one: shared runs of words, frames of sentences, openings."""

import pytest

from classifier.likeness import Pair, frames, openings, pairs
from tests.training_letters import build_example, build_examples


def likeness(first: str, later: str, language: str = "en") -> float:
    """Return how alike two texts are, 0 where they share no run."""
    return max(
        (pair.likeness for pair in pairs(build_examples(first, later, language=language))),
        default=0,
    )


@pytest.mark.parametrize(
    ("language", "first", "later", "expected"),
    [
        (
            "en",
            "the blue lamp came without its shade",
            "the blue lamp came without any bulb",
            1 / 5,
        ),
        ("en", "my parcel is not here", "my parcel is not there", 0),
        ("ja", "届いた電球が割れていました", "届いた電球が割れて困っています", 2 / 12),
        ("zh", "收到的灯泡是碎的请补发", "收到的灯泡是坏的请退款", 0),
    ],
)
def test_likeness_is_the_shared_part_of_all_runs(
    language: str, first: str, later: str, expected: float
) -> None:
    """Runs are of five words, in Japanese and Chinese of eight signs."""
    assert expected == likeness(first, later, language)


@pytest.mark.parametrize(
    ("first", "later", "expected"),
    [
        ("wo bleibt es", "Wo bleibt es??", 1),
        ("wo bleibt es", "wo bleibt es denn", 0),
        ("???", "???", 1),
        ("👍", "👎", 0),
    ],
)
def test_a_short_letter_counts_by_its_whole_text(first: str, later: str, expected: float) -> None:
    """Three words are like another letter only where they are all of it."""
    assert expected == likeness(first, later, "de")


def test_capitals_accents_and_punctuation_make_no_other_letter() -> None:
    """A letter typed again without accents is the same letter."""
    careful = "Où est mon colis ? Il devait être livré jeudi."

    assert 1 == likeness(careful, "ou est mon colis il devait etre LIVRE jeudi", "fr")


def test_the_later_letter_of_a_pair_is_named_last_and_the_most_alike_pair_first() -> None:
    """It is the later letter that is rewritten."""
    letters = build_examples("a b c d e f", "a b c d e g", "a b c d e f")

    assert [Pair(1, "en-1", "en-3"), Pair(1 / 3, "en-1", "en-2"), Pair(1 / 3, "en-2", "en-3")] == (
        pairs(letters)
    )


#: Makes the words of the frames below the most frequent of a small language.
COMMON = "can i it the for a my is . " * 30


def shared(*texts: str, language: str = "en", common: str = COMMON) -> dict[str, int]:
    """Return the frames that several texts have, with how many; ``common`` is a letter besides."""
    # Without rare words and signs the fifty most frequent would be all there are.
    rare = " ".join(chr(0x6000 + number) * 2 for number in range(60))
    found = frames(build_examples(common + rare * 3, *texts, language=language))
    return {frame: len(ids) for frame, ids in found.items() if len(ids) > 1}


def test_a_frame_is_a_sentence_with_other_nouns() -> None:
    """Blanks that stand together are one: two words in place of one make no other frame."""
    assert {"can i _ the _ for a _": 2} == shared(
        "Hello. Can I return the lamp for a refund?", "Can I swap the green mug for a lid?"
    )


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("Can I return my lamp?", "Can I swap my mug?"),
        ("Lamps broke yesterday for my neighbour", "Mugs leaked today for my daughter"),
    ],
)
def test_a_short_sentence_and_a_mere_grammar_are_no_frame(first: str, later: str) -> None:
    """Fewer than six words, or fewer than three that hold them together, show no form."""
    assert {} == shared(first, later)


def test_a_letter_has_a_frame_once() -> None:
    """A letter that repeats itself is like no other."""
    assert {} == shared("Can I swap the mug for a lid? Can I return the lamp for a refund?")


def test_numbers_hold_no_frame() -> None:
    """A quantity that half the buyers name is still what another letter would replace."""
    twice = ("Can I return the 2 for a lamp?", "Can I return the mug for a lamp?")

    assert {"can i _ the _ for a _": 2} == shared(*twice, common=COMMON + "2 " * 99)


def test_frames_of_signs_need_no_blanks_between() -> None:
    """Japanese frames are told by its most frequent signs."""
    common = "をおねがいします。" * 30

    assert {"_をおねがいします": 2} == shared(
        "割れた電球の交換をおねがいします。",
        "青色陶器製湯呑の返金をおねがいします。",
        language="ja",
        common=common + "の。" * 0,
    )


def test_no_letters_have_no_frames() -> None:
    """A language without letters is counted as any other."""
    assert {} == frames(())


@pytest.mark.parametrize(
    ("language", "text", "opening"),
    [
        ("en", "How do I, please, return it?", "how do i"),
        ("zh", "我要退货，谢谢", "我要退货"),
        ("en", "Why?", "why"),
    ],
)
def test_an_opening_is_three_words_or_four_signs(language: str, text: str, opening: str) -> None:
    """A shorter letter is its own opening."""
    assert {opening: ["en-1"]} == openings([build_example("en-1", text, language=language)])
