"""Proofreading: what a person's reply may not say, where it stands and what to do."""

import pytest

from cases.values import Letter
from replies.attachments import check_attachments
from replies.proofreading import MACHINE_ALONE, REMEDIES, proofread, proofread_reply
from replies.wording import REASONS

ORDER = "302-1234567-1234567"


def marked(text: str, language: str = "en", marketplace: str | None = "amazon.de") -> list[str]:
    """Return the words of ``text`` that remarks point at, as the writer wrote them."""
    return [text[one.start : one.end] for one in proofread(text, marketplace, language)]


def test_a_good_reply_has_no_remark() -> None:
    """What a person has decided may be said."""
    text = f"We have refunded order {ORDER} in full today. We are closed on Sunday."

    assert () == proofread(text, "amazon.de", "en", order_id=ORDER)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Thanks.\nPlease use the\n  Coupon.", "Coupon"),
        ("en", "Please  leave  a\nREVIEW.", "REVIEW"),
        ("ja", "ありがとうございます。ｸｰﾎﾟﾝです。", "ｸｰﾎﾟﾝ"),
        ("zh", "谢谢。請給好 評。", "好 評"),
        ("de", "Guten Tag, das ist der Paketdienst schuld.", "Paketdienst schuld"),
    ],
)
def test_a_remark_points_at_the_writers_own_words(language: str, text: str, words: str) -> None:
    """However the lint folds them."""
    assert words.casefold() in " ".join(marked(text, language)).casefold()


def test_remarks_stand_in_the_order_of_the_text() -> None:
    """A person mends from the top."""
    text = "Call +49 30 1234567. Write to help@example.com."
    starts = [one.start for one in proofread(text, "amazon.de", "en")]

    assert sorted(starts) == starts
    assert {"phone-number", "email-address"} <= {
        one.rule for one in proofread(text, "amazon.de", "en")
    }


def test_a_missing_order_number_is_told() -> None:
    """It has no place in the text."""
    remark = proofread("Thank you.", "amazon.de", "en", order_id=ORDER)[0]

    assert ("order-id", 0, 0) == (remark.rule, remark.start, remark.end)


def test_an_empty_reply_is_told() -> None:
    """Nothing else is said of it."""
    assert ["empty"] == [one.rule for one in proofread(" \n", "amazon.de", "en")]


def test_a_carriers_tracking_page_may_stand() -> None:
    """The exception by name."""
    assert [] == marked(
        "Track it here: https://www.dhl.de/verfolgen?piececode=00340434161094042557"
    )


def test_every_rule_has_its_remedy_in_both_languages_of_the_screens() -> None:
    """A remark without one would leave a person alone."""
    assert set(REASONS) - MACHINE_ALONE <= set(REMEDIES)
    assert all(english and chinese for english, chinese in REMEDIES.values())


@pytest.mark.parametrize(
    ("marketplace", "name", "size", "rules"),
    [
        ("amazon.de", "invoice.PDF", 200_000, []),
        ("amazon.de", "photo.jpg", 200_000, ["attachment-type"]),
        ("amazon.de", "photo", 1, ["attachment-type"]),
        ("amazon.com", "scan.tiff", 10_000_001, ["attachment-size"]),
        ("ebay", "photo.jpg", 200_000, []),
        (None, "photo.heic", 11_000_000, ["attachment-size"]),
    ],
)
def test_only_what_the_marketplace_lets_through_may_be_attached(
    marketplace: str | None, name: str, size: int, rules: list[str]
) -> None:
    """Types and the size of all together."""
    assert rules == [one.rule for one in check_attachments([(name, size)], marketplace)]


def test_a_subject_is_proofread() -> None:
    """What is written into it is judged like the words; what the buyer wrote is given back."""
    letter = Letter(
        message_id="<1@mail.example>",
        sender="anna@marketplace.amazon.de",
        recipients=("help@shop.example",),
        subject="Bad  review, write to anna@mail.example",
        text="Where is it?",
        language="en",
        marketplace="amazon.de",
    )

    def rules(subject: str, brand: str = "") -> list[str]:
        return [one.rule for one in proofread_reply(subject, "Hello.", letter, brand=brand)]

    assert [] == rules(f"RE: {letter.subject}")
    assert [] == rules("")
    assert ["email-address"] == rules("Write to me@shop.example")
    assert ["review"] == rules("Review Lamps: your order")
    assert [] == rules("Review Lamps: your order", "Review Lamps")
