"""Features: one extractor for training and judging, whatever stands beside a text."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from classifier.features import Tokens, extract, tokenise
from classifier.folding import fold
from classifier.vocabulary import Vocabulary

TEXTS = st.lists(st.text(alphabet="ab é!1荷物\n'", max_size=12), min_size=1, max_size=4)


def keys(*texts: str, row: int = 0) -> list[int]:
    """Return the sorted hashes of the features of one of ``texts``."""
    features = extract([[tokenise(fold(text))] for text in texts])
    return sorted(features.keys[features.rows == row].tolist())


def told(*sentences: str) -> Tokens:
    """Return sentences told in concepts, a row each."""
    stream = "".join(f" {one} " for one in sentences)
    return Tokens(stream=stream, lengths=list(map(len, sentences)), folded=fold(""))


def words(text: str) -> set[str]:
    """Return the stretches of ``text`` that are features."""
    features = extract([[tokenise(fold(text))]])
    pairs = zip(features.starts, features.ends, strict=True)
    return {features.stream[start:end] for start, end in pairs}


def test_words_pairs_and_runs_are_features() -> None:
    """Tokens, neighbours and runs of characters inside a token count."""
    found = words("Not late")

    assert {"not", "late", "not  late", " n", "no", "late "} <= found
    assert not any("t l" in one and one != "not  late" for one in found)


def test_digits_are_one_digit() -> None:
    """Order numbers and amounts teach their shape, never themselves."""
    assert keys("order 123") == keys("order 987")


def test_a_short_japanese_word_is_a_feature() -> None:
    """Where words have no blanks the runs of characters carry the meaning."""
    assert "破損" in words("箱が破損していました")


def test_concepts_meet_in_a_sentence_in_any_order() -> None:
    """A gift that is missing and a missing gift are the same; two sentences tell two things."""
    apart, turned, parted = (
        set(extract([[told(*sentences)]]).keys.tolist())
        for sentences in (
            ("\ue001\ue002\ue003",),
            ("\ue003\ue004\ue001",),
            ("\ue001\ue002", "\ue003"),
        )
    )
    alone = {key for one in "\ue001\ue003" for key in extract([[told(one)]]).keys.tolist()}

    assert len((apart & turned) - alone) == 1
    assert not (apart & turned) - alone & parted


@settings(max_examples=80, deadline=None)
@given(TEXTS)
def test_a_text_has_its_features_in_every_batch(texts: list[str]) -> None:
    """What stands beside a text changes nothing."""
    alone = [keys(text) for text in texts]

    assert alone == [keys(*texts, row=row) for row in range(len(texts))]


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="ab é!1荷物\n'-.😀", max_size=30))
def test_tokens_know_where_they_stand(text: str) -> None:
    """Each token stands in the folded text where it is said to; figures are told as one figure."""
    tokens = tokenise(fold(text))
    starts = tokens.starts(len(tokens.lengths))
    stretches = [
        tokens.folded.text[start : start + length]
        for start, length in zip(starts, tokens.lengths, strict=True)
    ]

    assert tokens.stream.split() == [stretch.replace("1", "0") for stretch in stretches]


def test_an_empty_batch_has_no_features() -> None:
    """Nothing in, nothing out."""
    assert 0 == len(extract([]).keys) == len(extract([[tokenise(fold(""))]]).keys)


def test_vectors_have_length_one() -> None:
    """A long letter does not outweigh a short one."""
    features = extract(
        [
            [tokenise(fold("late"))],
            [tokenise(fold("late late and again late"))],
            [tokenise(fold(""))],
        ]
    )
    known = np.unique(features.keys)
    vocabulary = Vocabulary(known, np.ones(len(known), dtype=np.float32))
    vectors = vocabulary.vectors(features, vocabulary.columns(features.keys))
    lengths = np.bincount(vectors.rows, weights=vectors.values.astype(float) ** 2)

    assert [1.0, 1.0] == lengths.round(5).tolist()


def test_unknown_features_are_left_out() -> None:
    """A hash that shares a slot with a known one is still unknown."""
    known = np.array([5], dtype=np.uint64)
    vocabulary = Vocabulary(known, np.ones(1, dtype=np.float32))
    shared = np.array([5, 5 + 2**20, 6], dtype=np.uint64)

    assert [0, -1, -1] == vocabulary.columns(shared).tolist()
