"""Drafts of what a person may answer: every one in every language, fit to leave, well chosen."""

import re
import string

import pytest

from cases.labels import ALONE, TAGS, Fulfilment
from cases.values import Letter
from daemon import assets
from replies.playbook import PLAYS, Play, choose, fill, find_blanks, languages
from replies.proofreading import Remark, proofread

LANGUAGES = sorted(languages())
MARKETPLACES = ("amazon.de", "ebay", "etsy", "walmart", None)


def letter(
    *,
    marketplace: str | None = "amazon.de",
    shipped: Fulfilment = Fulfilment.MERCHANT,
    language: str = "en",
    photos: int = 0,
    order: str | None = "302-1234567-1234567",
) -> Letter:
    """Return a buyer's letter."""
    return Letter(
        marketplace=marketplace,
        fulfilment=shipped,
        language=language,
        photos=photos,
        order_ids=(order,) if order else (),
    )


def names(*tags: str, **about: object) -> list[str]:
    """Return the names of the drafts for such a letter, the best first."""
    return [play.name for play in choose(tags, letter(**about))]  # type: ignore[arg-type]  # a builder


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("play", PLAYS, ids=lambda play: play.name)
def test_a_draft_may_leave_once_it_is_filled_in(play: Play, language: str) -> None:
    """On every marketplace that it can be for, with and without an order's number."""
    found: list[Remark] = []
    for marketplace in MARKETPLACES:
        for order in ("302-1234567-1234567", None):
            written = fill(play, letter(language=language, order=order), "Lamp House").text
            text = re.sub("‹[^›]*›", "12", written)
            found += proofread(text, marketplace, language, brand="Lamp House", order_id=None)

    assert [] == found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_blanks(language: str) -> None:
    """A translation leaves to the person what English leaves, and signs for the shop."""
    for play in PLAYS:
        english, other = (fill(play, letter(language=one), "") for one in ("en", language))

        assert len(find_blanks(english.text)) == len(find_blanks(other.text)), play.name
        assert language == other.language
        assert "{" not in other.text


@pytest.mark.parametrize("play", PLAYS, ids=lambda play: play.name)
def test_no_draft_states_unread_what_nobody_knows(play: Play) -> None:
    """One press of a key sends only what asks for photos, or what follows from who ships."""
    blanks = find_blanks(fill(play, letter(), "").text)

    assert blanks or play.asks_photos or play.shipped is Fulfilment.FBA


@pytest.mark.parametrize("tag", [tag for tag in TAGS if tag not in ALONE])
@pytest.mark.parametrize("shipped", list(Fulfilment))
def test_every_matter_has_a_draft(tag: str, shipped: Fulfilment) -> None:
    """However it is shipped."""
    assert names(tag, shipped=shipped)


def test_who_ships_decides() -> None:
    """Amazon's own service where Amazon ships, ours where we do, neither while it is not known."""
    assert "late-amazon" == names("late-delivery", shipped=Fulfilment.FBA)[0]
    assert "late-tracking" == names("late-delivery", shipped=Fulfilment.MERCHANT)[0]
    assert "looking" == names("late-delivery", shipped=Fulfilment.UNKNOWN)[0]
    assert (
        "late-tracking" == names("late-delivery", marketplace="ebay", shipped=Fulfilment.UNKNOWN)[0]
    )


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("marketplace", ["ebay", "etsy", "walmart", "shopify", None])
def test_amazon_is_named_on_amazon_alone(tag: str, marketplace: str | None) -> None:
    """No other marketplace's buyer is sent there."""
    about = letter(marketplace=marketplace, shipped=Fulfilment.UNKNOWN)

    assert [] == [
        play.name for play in choose([tag], about) if "Amazon" in fill(play, about, "").text
    ]


@pytest.mark.parametrize("tag", ["wrong-item", "refund", "return", "damaged", "exchange"])
def test_no_money_of_ours_where_amazon_ships(tag: str) -> None:
    """Practice S2.6: what Amazon makes good is not refunded by the seller as well."""
    money = {"refunded", "refund-received", "return-accepted", "damaged-options", "wrong-options"}

    assert money.isdisjoint(names(tag, shipped=Fulfilment.FBA))


def test_the_main_tag_speaks_first() -> None:
    """Then the others; a late present has its own."""
    assert "defective-help" == names("defective", "refund")[0]
    assert "refunded" in names("defective", "refund")
    assert "late-gift" == names("late-delivery", "gift-order")[0]
    assert "late-gift" not in names("late-delivery")


def test_photos_that_came_are_not_asked_for() -> None:
    """S2.3 asks once."""
    assert "photos" in names("damaged")
    assert "photos" not in names("damaged", photos=2)


def test_a_giveaway_is_never_asked_back() -> None:
    """S0.12, in the words of the draft itself."""
    (resend, _) = choose(["free-gift"], letter())

    assert "You need not send anything back." in fill(resend, letter(), "").text


def test_who_is_acknowledged_in_a_language_has_drafts_in_it() -> None:
    """The agent is not left alone with a language that the machine can write."""
    templates = {path.name for path in assets.templates().iterdir() if len(path.name) == 2}

    assert templates == languages()


def test_a_language_without_drafts_gets_english() -> None:
    """And the draft says which language it is in."""
    assert "en" == fill(PLAYS[0], letter(language="fi"), "").language


def test_slots_are_the_programs_and_blanks_the_persons() -> None:
    """The order's number is filled in; what only a person knows is not."""
    (play, *_) = choose(["refund"], letter())
    text = fill(play, letter(), "Lamp House").text

    assert "about order 302-1234567-1234567." in text
    assert text.endswith("Kind regards,\nLamp House")
    assert ["‹amount›", "‹days›"] == [one.words for one in find_blanks(text)]
    assert {"blank"} == {one.rule for one in find_blanks(text)}
    assert not set(string.Formatter().parse(text)) - {(text, None, None, None)}
