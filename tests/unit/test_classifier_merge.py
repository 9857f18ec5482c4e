"""Merging: who speaks, in which order, and when the answer is unsure."""

import pytest

from cases.values import Tag
from classifier.merge import Claim, Evidence, Merged, merge, ordered
from classifier.model import Opinion, Score


def merged(
    rules: tuple[str, ...] = (),
    model: tuple[str, ...] = (),
    *,
    certain: bool = False,
    denied: frozenset[str] = frozenset(),
    announced: tuple[str, ...] = (),
    doubted: frozenset[str] = frozenset(),
) -> Merged:
    """Return what is merged from tags given by rules and by the model."""
    return merge(
        Evidence(
            claims=tuple(Claim(rule=f"r-{tag}", tag=tag) for tag in rules),
            denied=denied,
            announced=announced,
            opinion=Opinion(
                scores=tuple(Score(tag=tag, probability=0.8, certain=certain) for tag in model),
                doubted=doubted,
            ),
        )
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"refund", "damaged"}, ("damaged", "refund")),
        ({"claim", "safety", "damaged"}, ("safety", "claim", "damaged")),
        ({"late-delivery", "wrong-item"}, ("wrong-item", "late-delivery")),
        ({"missing-item", "free-gift"}, ("free-gift", "missing-item")),
        ({"defective", "free-gift"}, ("defective", "free-gift")),
        ({"late-delivery", "gift-order"}, ("late-delivery", "gift-order")),
        ({"review", "refund"}, ("refund", "review")),
        ({"review"}, ("review",)),
        ({"thanks", "invoice"}, ("invoice",)),
        ({"spam", "refund"}, ("spam",)),
        ({"wrong-item", "return", "exchange"}, ("wrong-item", "exchange", "return")),
        (set(), ()),
    ],
)
def test_the_main_tag_comes_first(given: set[str], expected: tuple[str, ...]) -> None:
    """Hazards, causes, wishes, review; what stands alone gives way."""
    assert expected == ordered(given)


def test_a_tag_names_everyone_who_gave_it() -> None:
    """Sources stay apart: the rule has no number, the score is the model's."""
    assert (Tag(tag="damaged", by=("rule:r-damaged", "model"), score=0.8),) == merged(
        ("damaged",), ("damaged",)
    ).tags


def test_nobody_speaks() -> None:
    """Without any evidence the letter is other, given by nobody, and unsure."""
    assert Merged(tags=(Tag(tag="other"),), unsure=True, say_it=False) == merged()


@pytest.mark.parametrize(
    ("rules", "model", "unsure"),
    [
        (("damaged",), ("defective",), True),
        (("damaged",), ("damaged", "refund"), False),
        (("refund",), ("damaged", "refund"), False),
        (("damaged", "refund"), ("refund",), False),
        (("damaged",), (), False),
        ((), ("damaged",), False),
    ],
)
def test_disagreement_is_unsure(
    rules: tuple[str, ...], model: tuple[str, ...], *, unsure: bool
) -> None:
    """Unsure is when each side names a main tag that the other does not give."""
    assert unsure == merged(rules, model).unsure


def test_own_wording_needs_a_rule_or_a_certain_model() -> None:
    """The model alone must reach its higher threshold; a rule must not be contradicted."""
    assert [True, False, True, False, False] == [
        merged(("damaged",)).say_it,
        merged((), ("damaged",)).say_it,
        merged((), ("damaged",), certain=True).say_it,
        merged(("damaged",), ("defective",)).say_it,
        merged(("damaged",), doubted=frozenset({"damaged"})).say_it,
    ]


def test_a_denied_tag_is_not_taken_from_the_model() -> None:
    """The model does not see "not" as well as the guard of a rule does."""
    assert ("thanks",) == tuple(
        tag.tag
        for tag in merged(("thanks",), ("late-delivery",), denied=frozenset({"late-delivery"})).tags
    )


def test_a_notice_gives_its_tags() -> None:
    """What the notice announces stands beside the words of its comment."""
    tags = merged(("wrong-item",), announced=("wrong-item", "return")).tags

    assert [("wrong-item", ("rule:r-wrong-item", "notice")), ("return", ("notice",))] == [
        (tag.tag, tag.by) for tag in tags
    ]
