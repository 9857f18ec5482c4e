"""By which terms words are found again, in every script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.terms import TERM_LENGTH, asked, fact, is_fact, terms


def finds(word: str, text: str) -> bool:
    """Whether a word that is typed finds a text."""
    there = terms(text)
    return all(
        any(one.startswith(term[:-1]) for one in there) if term.endswith("*") else term in there
        for term in asked(word)
    )


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("parcel", "Where is my PARCEL?"),
        ("größe", "falsche GRÖSSE"),
        ("grosse", "falsche Größe"),
        ("cafe", "le café"),
        ("ｐａｒｃｅｌ", "parcel"),
        ("破损", "商品到货时破损了"),
        ("破", "杯子全破"),
        ("没有收到", "我还没有收到包裹"),
        ("壊れ", "届いた時に壊れていました"),
        ("ｶﾞﾗｽ", "ガラスが割れた"),
        ("배송", "배송이 늦어요"),
        ("usb充电", "买了USB充电器"),
        ("dam*", "it came damaged"),
        ("302-1234567-1234567", "order 302-1234567-1234567 is late"),
        ("посылка", "Где моя ПОСЫЛКА"),
        ("tiếng", "tiếng Việt"),
    ],
)
def test_a_word_is_found(word: str, text: str) -> None:
    """Case, width and accents do not matter, and no blanks are needed where none are written."""
    assert finds(word, text)


@pytest.mark.parametrize(
    ("word", "text"),
    [("age", "damaged"), ("损破", "破损"), ("カ", "ガラス"), ("dam", "damaged"), ("破损", "破 损")],
)
def test_another_word_is_not_found(word: str, text: str) -> None:
    """A part of a word, turned neighbours and a kana without its marks are other words."""
    assert not finds(word, text)


@given(st.text(max_size=60))
def test_a_text_finds_itself(text: str) -> None:
    """Whatever was written is found by writing it again, word by word."""
    assert all(finds(word, text) for word in text.split())


@given(st.text(max_size=200))
def test_a_term_can_stand_in_a_query(text: str) -> None:
    """No term has a blank, a quotation mark or a colon, and none is empty or long."""
    for term in terms(text):
        assert not set(term) & set(" '\"\\:*\x00")
        assert 0 < len(term) <= TERM_LENGTH


@given(st.text(max_size=80))
def test_a_fact_is_no_word(value: str) -> None:
    """A fact can stand in a query too, and no letter's word is taken for one."""
    said = fact("shop", value)

    assert is_fact(said)
    assert not set(said) & set(" '\"\\*\x00")
    assert said not in terms(f"shop:{value}")
