"""Lessons: what is counted is what stands in the texts, and one letter alone teaches no word."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from cases.labels import Priority
from classifier.cores import WORTH_IT, deal, spread
from classifier.corpus import Example
from classifier.features import extract, tokenise
from classifier.folding import fold
from classifier.fragments import Fragment
from classifier.lessons import prepare
from classifier.rulefile import read_rulefile
from classifier.rules import compile_rulebook, match

RULES = """
language = "en"
[negation]
reach = 3
before = ["no"]
[[rule]]
id = "money-back"
tag = "refund"
guard = "negation"
phrases = ["want .. back"]
match = ["I want my money back"]
no_match = ["back"]
"""


def letter(name: str, text: str, language: str = "en") -> Example:
    """Build a letter that wants its money back."""
    return Example(
        id=name, language=language, writer="w", situation=name, difficulty="plain", subject="",
        text=text, tags=("refund",), priority=Priority.NORMAL,
    )  # fmt: skip


def keys(text: str) -> set[int]:
    """Return the features of a text."""
    return set(extract([[tokenise(fold(text))]]).keys.tolist())


def test_features_are_counted_row_by_row_whatever_their_language() -> None:
    """Each row holds the known features of its own text: letters first, then fragments."""
    texts = {"a": ("en", "money back"), "b": ("de", "geld geld back"), "c": ("en", "money geld")}
    letters = [letter(name, text, language) for name, (language, text) in texts.items()]
    taught = [Fragment(text="money geld", tag="refund", language="fr", weight=0.5)]
    lessons = prepare(letters, taught)
    rows = [text for _, text in texts.values()] + ["money geld"]

    for row, text in enumerate(rows):
        expected = Counter(extract([[tokenise(fold(text))]]).keys.tolist())
        filled = lessons.keys[lessons.matrix[row].indices].tolist()

        assert {key for key in expected if key in set(lessons.keys.tolist())} == set(filled)
        assert 1.0 == np.round(np.linalg.norm(lessons.matrix[row].toarray()), 6)


def test_a_word_of_one_letter_is_not_known_from_its_courtesies() -> None:
    """A letter told twice is one letter; a second one makes its words worth knowing."""
    once = letter("a", "zyzzyva")
    dressed = replace(once, text="Hello, zyzzyva")
    other = letter("b", "Hello, money")
    dear = [letter("c", "Hello, dear"), letter("d", "dear")]

    told = set(prepare([once, other, *dear, dressed]).keys.tolist())
    again = set(prepare([once, letter("e", "zyzzyva"), other, *dear, dressed]).keys.tolist())

    assert keys("zyzzyva").isdisjoint(told)
    assert keys("zyzzyva") <= again
    assert keys("hello") & told


def test_a_rulebook_compiled_in_another_process_finds_the_same() -> None:
    """It comes back with all it holds, so that a negation in a gap still turns a rule away."""
    files = [read_rulefile(RULES, "test.toml")] * 2
    texts = ("I want my money back", "I want no money back", "money")
    here = compile_rulebook(files[0])

    for there in spread(compile_rulebook, [(one,) for one in files], WORTH_IT):
        assert [match(here, one) for one in texts] == [match(there, one) for one in texts]
    assert [1, 0, 0] == [len(match(there, one).hits) for one in texts]


def test_work_comes_back_in_its_order() -> None:
    """On one core and on all of them the results are those of the tasks, in their order."""
    tasks = [(base, 3) for base in range(5)]

    assert [base**3 for base in range(5)] == list(spread(pow, tasks, 1))
    assert [base**3 for base in range(5)] == list(spread(pow, tasks, WORTH_IT))


@pytest.mark.parametrize("size", [0, 1, 2, 9])
def test_every_item_is_dealt_once(size: int) -> None:
    """Hands hold all there is, nearly as much each, and none is empty."""
    hands = [list(hand) for hand in deal(range(size))]

    assert list(range(size)) == sorted(item for hand in hands for item in hand)
    assert all(hands)
    assert max(map(len, hands), default=0) - min(map(len, hands), default=0) <= 1


def test_a_letter_that_weighs_more_teaches_more_and_makes_no_word_known_alone() -> None:
    """A correction counts for several letters; what it alone says stays unknown all the same."""
    heavy = replace(letter("a", "zyzzyva back"), weight=4.0)
    lessons = prepare([heavy, letter("b", "back")])

    assert [4.0, 1.0] == lessons.weights.tolist()
    assert keys("back") <= set(lessons.keys.tolist())
    assert not keys("zyzzyva") & set(lessons.keys.tolist())
