"""Which text a letter gets, and in which language."""

import pytest

from cases.labels import FOREMOST, TAGS, UNANSWERED, WORDED
from cases.values import Letter, Signals, Tag, Triage
from replies.choice import BY_TAG, GENERAL, NAMES, choose_language, choose_template
from replies.shops import Shop, default_shop


def about(*tags: str, say_it: bool = True, unsure: bool = False, gift: bool = False) -> Triage:
    """Build a triage whose main tag is certain."""
    return Triage(
        tags=tuple(Tag(tag=tag) for tag in tags),
        say_it=say_it,
        unsure=unsure,
        signals=Signals(gift_date=gift),
    )


@pytest.mark.parametrize(
    ("triage", "expected"),
    [
        (about("late-delivery"), "late-delivery"),
        (about("late-delivery", "gift-order", gift=True), "late-gift"),
        (about("late-delivery", "gift-order"), "late-delivery"),
        (about("late-delivery", gift=True), "late-delivery"),
        (about("gift-order", "late-delivery", gift=True), "gift-order"),
        (about("wrong-item", "late-delivery", "refund"), "wrong-item"),
        (about("free-gift", "missing-item"), "free-gift"),
        (about("missing-item", "free-gift"), "missing-item"),
        (about("safety", "damaged"), "sober"),
        (about("claim"), "sober"),
        (about("review"), "general"),
        (about("other"), "general"),
        (about(), "general"),
    ],
)
def test_the_main_tag_chooses_the_text(triage: Triage, expected: str) -> None:
    """What comes after it does not, but for a late present with a date."""
    assert expected == choose_template(triage)


def test_a_tag_that_is_not_certain_gets_the_general_text() -> None:
    """Below ``say_it``, or disputed, a letter might be about something else."""
    doubts = [about("damaged", say_it=False), about("damaged", unsure=True)]

    assert [GENERAL, GENERAL] == [choose_template(one) for one in doubts]


@pytest.mark.parametrize("tag", ["safety", "claim"])
def test_a_hazard_is_met_soberly_even_in_doubt(tag: str) -> None:
    """A cheerful text to an injured person is worse than a sober one to anyone."""
    assert "sober" == choose_template(about(tag, say_it=False, unsure=True))


def test_the_labels_know_which_tags_are_worded() -> None:
    """Certainty is asked for exactly where the text would name a matter."""
    assert WORDED == BY_TAG.keys() - {*FOREMOST}


@pytest.mark.parametrize("tag", [tag for tag in TAGS if tag not in UNANSWERED])
def test_every_tag_has_a_text(tag: str) -> None:
    """No tag falls through."""
    assert choose_template(about(tag)) in NAMES


@pytest.mark.parametrize(
    ("language", "marketplace", "shop", "spoken", "expected"),
    [
        ("ja", "amazon.de", "en", "en de ja", "ja"),
        ("fr", "amazon.de", "en", "en de ja", "de"),
        ("unknown", "amazon.co.jp", "en", "en de ja", "ja"),
        ("fr", "amazon.fr", "de", "en de ja", "de"),
        ("fr", "ebay", "de", "en de ja", "de"),
        ("fr", None, "fr", "en de ja", "en"),
        ("fr", None, "fr", "de ja", "de"),
    ],
)
def test_the_language_is_the_nearest_that_can_be_written(
    language: str, marketplace: str | None, shop: str, spoken: str, expected: str
) -> None:
    """The letter's, the marketplace's, the shop's, English, and at last whatever there is."""
    letter = Letter(language=language, marketplace=marketplace)
    home = Shop(id="s", brand="S", calendar=default_shop(None).calendar, language=shop)

    assert expected == choose_language(letter, home, spoken.split())
