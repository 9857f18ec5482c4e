"""Rules: guards, spans, and the faults of a file."""

import pickle

import pytest

from classifier.rules import Findings, RulebookFault, load_rulebook, match

BOOK = """
language = "en"
[negation]
before = ["not", "never", "no", "n't"]
clause = ["not that"]
unless = ["not only"]
reach = 3
contrast = ["but"]
[hypothetical]
before = ["if", "in case"]
contrast = ["you"]
unless = ["as if"]
[settled]
phrases = ["arrived after all"]
[[rule]]
id = "late"
tag = "late-delivery"
phrases = ["late"]
unless = ["late for work"]
guard = "both"
match = ["It is late."]
no_match = ["late for work"]
[[rule]]
id = "broken"
tag = "damaged"
phrases = ["broken", "damaged", "(cup|plate) .. pieces", "not .. one piece"]
guard = "both"
match = ["broken"]
no_match = ["whole"]
[[signal]]
id = "birthday"
signal = "gift-date"
phrases = ["birthday"]
guard = "none"
match = ["her birthday"]
no_match = ["a day"]
"""

JAPANESE = """
language = "ja"
[negation]
before = []
after = ["ではありません"]
reach = 4
[hypothetical]
after = ["たら", "場合"]
reach = 6
[[rule]]
id = "broken"
tag = "damaged"
phrases = ["破損"]
match = ["破損していました"]
no_match = ["無事です"]
"""


REFUSING = """
language = "en"
[refused]
refund = ["no money back"]
[[rule]]
id = "money"
tag = "refund"
phrases = ["money back", "refund"]
guard = "none"
match = ["money back"]
no_match = ["keep it"]
"""


SPARING = """
language = "en"
[spared]
anger = ["mad about (them|it)"]
[[signal]]
id = "cross"
signal = "anger"
phrases = ["mad", "a disgrace"]
guard = "none"
match = ["mad"]
no_match = ["glad"]
[[signal]]
id = "again"
signal = "repeated"
phrases = ["asked twice"]
guard = "none"
match = ["asked twice"]
no_match = ["asked"]
"""


def findings(text: str, book: str = BOOK) -> Findings:
    """Return what ``book`` finds in ``text``."""
    return match(load_rulebook(book, "test.toml"), text)


def tags(text: str, book: str = BOOK) -> list[str]:
    """Return the tags that ``book`` gives to ``text``."""
    return [hit.label for hit in findings(text, book).hits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It came late.", ["late-delivery"]),
        ("It was not late at all, thanks", []),
        ("It wasn't late.", []),
        ("It was not late but broken", ["damaged"]),
        ("No, it was late", ["late-delivery"]),
        ("I was late for work.", []),
        ("I was late for work. And the parcel is late.", ["late-delivery"]),
        ("It was late but arrived after all.", []),
        ("It is late and has not arrived after all.", ["late-delivery"]),
        ("It arrived after all but it is broken", ["damaged"]),
        ("Never a bad word from me until this broken thing", ["damaged"]),
        ("Not only late but also broken", ["late-delivery", "damaged"]),
        ("Not that I would go so far as to call it late.", []),
        ("The cup was in pieces", ["damaged"]),
        ("The cup was not in pieces", []),
        ("The cup wasn't in pieces", []),
        ("It is not at all in one piece", ["damaged"]),
        ("Can I return it if it is broken?", []),
        ("If it comes late I send it back", ["late-delivery"]),
        ("If you open the box it is broken", ["damaged"]),
        ("It looks as if it was broken on the way", ["damaged"]),
    ],
)
def test_guards_turn_a_rule_away(text: str, expected: list[str]) -> None:
    """Negation works inside its clause and reach, unless and settled inside their sentence."""
    assert expected == tags(text)


def test_japanese_negation_stands_behind() -> None:
    """Where words have no blanks the reach counts characters, after the phrase."""
    assert ["damaged"] == tags("箱が破損していました", JAPANESE)
    assert [] == tags("破損ではありません", JAPANESE)
    assert [] == tags("破損していたら返品できますか", JAPANESE)


def test_what_is_denied_is_reported() -> None:
    """A tag that is only named to deny it says something about the letter."""
    assert frozenset({"late-delivery"}) == findings("It was not late.").denied
    assert frozenset() == findings("Not late. Oh yes, late!").denied


def test_the_words_of_a_refusal_count_for_nothing() -> None:
    """A refused wish is denied and gives no tag; where it is made elsewhere it is made."""
    refused = findings("Please, no money back.", REFUSING)
    made = findings("No money back? Then I want a refund.", REFUSING)

    assert ((), frozenset({"refund"})) == (refused.hits, refused.denied)
    assert (["refund"], frozenset[str]()) == ([hit.label for hit in made.hits], made.denied)


def test_only_a_wish_can_be_refused() -> None:
    """Nobody refuses a damage; a table of other tags is a fault that names the wishes."""
    with pytest.raises(RulebookFault, match=r"\[refused\] has no 'damaged': use address-change"):
        load_rulebook(REFUSING.replace("refund = [", "damaged = ["), "bad.toml")


def test_spans_point_into_the_letter_as_written() -> None:
    """The words shown are the buyer's own, whatever folding did before them."""
    text = "Grüße! Straße…\u200b the cup is  BROKEN"
    ((start, end),) = findings(text).hits[0].spans

    assert "BROKEN" == text[start:end]


def test_every_fault_of_a_file_is_named() -> None:
    """File, line, rule and remedy of every fault come in one error."""
    bad = BOOK.replace('tag = "damaged"', 'tag = "brocken"').replace('["late"]', '["(late"]')
    with pytest.raises(RulebookFault) as caught:
        load_rulebook(bad, "bad.toml")

    assert [("bad.toml", 16, "late"), ("bad.toml", 24, "broken")] == sorted(
        {(fault.file, fault.line, fault.rule) for fault in caught.value.faults}
    )


def test_faults_come_whole_from_another_process() -> None:
    """Training reads each rulebook on a core of its own; every fault is told as here."""
    with pytest.raises(RulebookFault) as caught:
        load_rulebook('language = "en"\n[[rule]]\nid = "x"\ntag = "none"\n', "own/en.toml")
    fault = caught.value
    told = pickle.loads(pickle.dumps(fault))  # noqa: S301 - our own

    assert (str(fault), fault.faults) == (str(told), told.faults)


def test_a_file_that_is_not_toml_is_refused() -> None:
    """Broken TOML is a fault of the file, not a crash."""
    with pytest.raises(RulebookFault, match=r"bad\.toml: is not TOML"):
        load_rulebook("[", "bad.toml")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I am mad about them!", []),
        ("I am mad about them and mad that they are late", ["anger"]),
        ("I am mad", ["anger"]),
        ('the game "a disgrace" for six', []),
        ('you call it "express", a disgrace', ["anger"]),
        ('"I asked twice"', ["repeated"]),
    ],
)
def test_words_that_are_spared_or_quoted_are_no_signal(text: str, expected: list[str]) -> None:
    """Only their own words are spared; in quotation marks anger is a name or another's."""
    assert expected == [hit.label for hit in findings(text, SPARING).signals]


def test_only_signals_are_spared() -> None:
    """A tag has refusals and guards instead."""
    with pytest.raises(RulebookFault, match="has no 'refund'"):
        load_rulebook(SPARING.replace("anger = [", "refund = [", 1), "test.toml")
