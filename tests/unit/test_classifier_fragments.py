"""Fragments: what a rulebook teaches the model."""

from classifier.fragments import VARIANTS, WEIGHT, fragments
from classifier.rulefile import read_rulefile

BOOK = """
language = "en"
[[rule]]
id = "late"
tag = "late-delivery"
phrases = ["(never|not) .. (arrived|come)", "(a|b|c|d|e|f|g|h|i|j|k|l) late"]
match = ["It is late."]
no_match = ["It is early."]
[[signal]]
id = "anger"
signal = "anger"
phrases = ["furious"]
match = ["I am furious."]
no_match = ["I am calm."]
"""


def test_phrases_and_examples_are_taught() -> None:
    """An example weighs as much as a letter, a phrase less; signals and counter-examples none."""
    taught = {one.text: one.weight for one in fragments(read_rulefile(BOOK, "en.toml"))}

    assert 1.0 == taught["It is late."]
    assert WEIGHT == taught["never come"] == taught["not arrived"]
    assert not {"furious", "I am furious.", "It is early."} & set(taught)


def test_a_phrase_of_many_variants_is_shown_in_some() -> None:
    """Long rows of alternatives do not drown the short phrases."""
    taught = [one.text for one in fragments(read_rulefile(BOOK, "en.toml"))]

    assert VARIANTS == sum(text.endswith(" late") for text in taught)
