"""Merging: who speaks, in which order, and when the answer is unsure."""

import pytest

from cases.values import Tag
from classifier.folding import fold
from classifier.merge import Claim, Evidence, Merged, merge
from classifier.model import Opinion, Score
from classifier.ordering import ordered
from classifier.turning import turns


def merged(
    rules: tuple[str, ...] = (),
    model: tuple[str, ...] = (),
    *,
    certain: bool = False,
    announced: tuple[str, ...] = (),
    denied: frozenset[str] = frozenset(),
    settled: frozenset[str] = frozenset(),
    probability: float = 0.8,
    main: float = 0.8,
    turns: bool = False,
) -> Merged:
    """Return what is merged from tags given by rules and by the model."""
    return merge(
        Evidence(
            claims=tuple(Claim(rule=f"r-{tag}", tag=tag) for tag in rules),
            announced=announced,
            denied=denied,
            settled=settled,
            turns=turns,
            opinion=Opinion(
                scores=tuple(Score(tag=tag, probability=probability) for tag in model),
                main=main,
                certain=certain,
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


def test_the_model_has_weighed_the_rules() -> None:
    """Where it speaks its tags stand, and a rule that it does not follow gives nothing."""
    tags = merged(("late-delivery", "refund"), ("refund",)).tags

    assert [("refund", ("rule:r-refund", "model"))] == [(tag.tag, tag.by) for tag in tags]


def test_rules_speak_where_the_model_is_silent() -> None:
    """Without a model's opinion the rules' tags are given, without a number."""
    assert (Tag(tag="damaged", by=("rule:r-damaged",)),) == merged(("damaged",)).tags


@pytest.mark.parametrize(("main", "unsure"), [(0.3, True), (0.5, False)])
def test_an_improbable_main_tag_is_unsure(main: float, *, unsure: bool) -> None:
    """Unsure is when the model does not know which tag is the main one."""
    assert unsure == merged((), ("damaged",), main=main).unsure


def test_own_wording_needs_certainty() -> None:
    """The model must be certain of the tag that stands first; without one a rule is enough.

    Thanks and hazards have no wording of their own, however certain they are.
    """
    assert [True, False, True, False, False, False, False] == [
        merged(("damaged",)).say_it,
        merged((), ("damaged",)).say_it,
        merged((), ("damaged",), certain=True).say_it,
        merged((), ("refund", "damaged"), certain=True).say_it,
        merged((), ("damaged",), certain=True, main=0.2).say_it,
        merged((), ("thanks",), certain=True).say_it,
        merged(("safety",)).say_it,
    ]


def test_a_notice_gives_its_tags() -> None:
    """What the notice announces stands beside the words of its comment."""
    tags = merged(("wrong-item",), announced=("wrong-item", "return")).tags

    assert [("wrong-item", ("rule:r-wrong-item", "notice")), ("return", ("notice",))] == [
        (tag.tag, tag.by) for tag in tags
    ]


@pytest.mark.parametrize(
    ("rules", "model", "announced", "expected"),
    [
        ((), ("cancellation",), ("return",), ["return"]),
        (("cancellation",), ("cancellation",), ("return",), ["return"]),
        (("cancellation",), (), ("return",), ["return"]),
        ((), ("return",), ("cancellation",), ["cancellation"]),
        ((), ("exchange",), ("return",), ["return"]),
        (("exchange",), ("exchange",), ("return",), ["exchange", "return"]),
        ((), ("damaged", "refund"), ("return",), ["damaged", "return", "refund"]),
        ((), ("cancellation",), ("claim",), ["claim", "cancellation"]),
        ((), ("cancellation",), ("damaged", "return"), ["damaged", "return"]),
    ],
)
def test_a_notice_knows_the_wish(
    rules: tuple[str, ...],
    model: tuple[str, ...],
    announced: tuple[str, ...],
    expected: list[str],
) -> None:
    """What is sent back was not cancelled, and only a rule hears a wish before the notice's own."""
    assert expected == [tag.tag for tag in merged(rules, model, announced=announced).tags]


@pytest.mark.parametrize(
    ("rules", "denied", "expected"),
    [
        ((), frozenset({"refund"}), ["damaged"]),
        (("refund",), frozenset({"refund"}), ["damaged", "refund"]),
        ((), frozenset({"damaged"}), ["damaged", "refund"]),
    ],
)
def test_a_refused_wish_gives_no_tag(
    rules: tuple[str, ...], denied: frozenset[str], expected: list[str]
) -> None:
    """Only a wish can be refused, and one that is made elsewhere stands."""
    told = merged(rules, ("damaged", "refund"), denied=denied)

    assert expected == [tag.tag for tag in told.tags]


@pytest.mark.parametrize(
    ("main", "tags", "unsure"),
    [
        (0.3, {"safety", "product-question"}, True),
        (0.8, {"product-question"}, True),
        (0.95, {"product-question"}, False),
    ],
)
def test_a_hazard_that_only_a_rule_hears(
    main: float,
    tags: set[str],
    unsure: bool,  # noqa: FBT001 - a row of the table
) -> None:
    """Is given beside an unsure model, contests a likely answer, and yields to a certain one."""
    found = merged(("safety",), ("product-question",), certain=True, main=main)

    assert (tags, unsure) == ({one.tag for one in found.tags}, found.unsure)
    assert not (found.unsure and found.say_it)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "But the lid sticks."),
        ("en", "Can I?"),
        ("zh", "但是盖子坏了"),
        ("fr", "Par contre il fuit"),
        ("sv", "Fint, fast den läcker"),
        ("unknown", "Tere?"),
    ],
)
def test_thanks_that_turn_are_answered(language: str, text: str) -> None:
    """Thanks for the fast parcel, and then what is wrong with it."""
    found = merged((), ("thanks",), turns=turns(fold(text).text, language))

    assert (True, False) == (found.unsure, merged((), ("thanks",)).unsure)


@pytest.mark.parametrize(
    ("settled", "main", "expected"),
    [
        (set(), 0.8, "sure"),
        ({"damaged"}, 0.8, "unsure"),
        ({"return"}, 0.8, "unsure"),
        ({"damaged"}, 0.95, "sure"),
        ({"review"}, 0.8, "sure"),
    ],
)
def test_thanks_for_a_settled_problem_must_be_certain(
    settled: set[str], main: float, expected: str
) -> None:
    """The words that call it settled may be those of an open complaint."""
    found = merged((), ("thanks",), probability=main, settled=frozenset(settled))

    assert expected == ("unsure" if found.unsure else "sure")


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "The fast men at the dock"), ("de", "Fast zu schön"), ("unknown", "but ama men")],
)
def test_a_word_turns_in_its_own_language(language: str, text: str) -> None:
    """What is "but" in one is an everyday word in another."""
    assert not turns(fold(text).text, language)
