"""Folding: equal texts fold alike, and every folded position leads back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from classifier.folding import fold

TYPICAL = st.text(
    alphabet=st.sampled_from("aAß é\u0308\u3099ｶﾞ\u200bﬁİ.\n’ 壊れた😀\u00ad"), max_size=40
)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Straße", "strasse"),
        ("Don’t", "don't"),
        ("ＡＢＣ１２", "abc12"),
        ("ｶﾞﾗｽ", "ガラス"),
        ("u\u0308ber", "über"),
        ("so\u200bft\u00ad", "soft"),
        ("a  b\u3000c", "a b c"),
        ("A‑to‑z", "a-to-z"),
    ],
)
def test_what_is_written_differently_folds_alike(written: str, folded: str) -> None:
    """Width, case, marks, zero-width characters and blanks make no difference."""
    assert folded == fold(written).text


def test_a_wrapped_line_is_joined() -> None:
    """A line that a mail program broke goes on as one sentence."""
    text = "I ordered the blue kettle three weeks ago and it has still\nnot arrived"

    assert "still not arrived" in fold(text).text


def test_a_short_line_stays_a_line() -> None:
    """A line the buyer ended ends the sentence."""
    assert "hi\nwhere is it" == fold("Hi\nwhere is it").text


def test_a_span_covers_the_characters_it_came_from() -> None:
    """Half of an expanded character is the whole character."""
    folded = fold("Große Tasse")

    assert (0, 5) == folded.origin(0, folded.text.index(" "))


@settings(max_examples=150, deadline=None)
@given(TYPICAL)
def test_every_position_leads_back_into_the_text(text: str) -> None:
    """Spans are inside the original, never empty, and rise with the folded position."""
    folded = fold(text)
    spans = [folded.origin(at, at + 1) for at in range(len(folded.text))]

    assert [] == [one for one in spans if not 0 <= one[0] < one[1] <= len(text)]
    assert sorted(spans) == spans
