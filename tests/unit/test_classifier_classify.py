"""The classifier as a whole, on rules alone."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cases.labels import Kind, Priority
from cases.values import Letter, Notice, Triage
from classifier.classify import classify
from classifier.knowledge import Knowledge
from classifier.rules import load_rulebook

ENGLISH = """
language = "en"
[negation]
before = ["not"]
[dates]
by = ["by"]
tomorrow = ["tomorrow"]
named = { "christmas" = "12-24" }
[[signal]]
id = "feast"
signal = "gift-date"
phrases = ["christmas"]
match = ["christmas"]
no_match = ["easter"]
[[rule]]
id = "wrapping"
tag = "gift-order"
phrases = ["gift wrap"]
match = ["gift wrap"]
no_match = ["wrap"]
[[rule]]
id = "late"
tag = "late-delivery"
phrases = ["where is my parcel", "late"]
match = ["late"]
no_match = ["early"]
[[rule]]
id = "broken"
tag = "damaged"
phrases = ["broken"]
match = ["broken"]
no_match = ["whole"]
[[rule]]
id = "money"
tag = "refund"
phrases = ["my money back"]
match = ["my money back"]
no_match = ["my money"]
[[signal]]
id = "twice"
signal = "repeated"
phrases = ["asked you twice"]
match = ["asked you twice"]
no_match = ["asked you"]
[[rule]]
id = "praise"
tag = "thanks"
phrases = ["thank you"]
guard = "none"
match = ["thank you"]
no_match = ["no"]
"""

GERMAN = """
language = "de"
[[rule]]
id = "kaputt"
tag = "damaged"
phrases = ["kaputt"]
match = ["Kaputt!"]
no_match = ["heil"]
"""

KNOWLEDGE = Knowledge(
    rulebooks={
        "de": load_rulebook(GERMAN, "de.toml"),
        "en": load_rulebook(ENGLISH, "en.toml"),
    }
)
RECEIVED = datetime(2026, 11, 23, 9, tzinfo=UTC)


def letter(text: str = "", subject: str = "", language: str = "en", **rest: object) -> Letter:
    """Return a buyer's letter."""
    values = {"text": text, "subject": subject, "language": language, **rest}
    return Letter(**values)  # type: ignore[arg-type]  # the builder takes any field


def judged(one: Letter) -> Triage:
    """Return the verdict on one letter."""
    return classify([one], KNOWLEDGE, [RECEIVED], lambda _: ZoneInfo("Europe/Berlin"))[0]


def tags(one: Letter) -> list[str]:
    """Return the tags of one letter, main tag first."""
    return [tag.tag for tag in judged(one).tags]


def test_words_in_the_text_carry_the_tag() -> None:
    """The span shows the words in the letter's own text."""
    (tag,) = judged(letter("Hi! Where is my parcel?")).tags

    assert ["Where is my parcel"] == [span.words for span in tag.spans]
    assert ("rule:late",) == tag.by


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (letter("Please help", "Broken cup"), ["damaged"]),
        (letter("Please help", "Re: Broken cup"), ["other"]),
        (letter("It was not late. thank you", "Late parcel"), ["thanks"]),
        (letter("It was not late. The cup is broken", "Late parcel"), ["damaged"]),
        (letter("", "Broken: inquiry from Amazon customer", relay=True), ["damaged"]),
        (letter("hello", "Broken: inquiry from Amazon customer", relay=True), ["other"]),
        (letter("Kaputt angekommen", language="de"), ["damaged"]),
        (letter("It is broken", language="de"), ["damaged"]),
        (letter("kaputt", language="unknown"), ["damaged"]),
        (letter("kaputt", language="fr"), ["other"]),
    ],
)
def test_which_words_are_heard(one: Letter, expected: list[str]) -> None:
    """Own subjects count, old subjects and wrappers do not; English stands in for the rest."""
    assert expected == tags(one)


@pytest.mark.parametrize("kind", [Kind.AUTO_REPLY, Kind.BOUNCE, Kind.LIST, Kind.OWN])
def test_mail_that_no_buyer_wrote_has_no_tags(kind: Kind) -> None:
    """Machines' mail and our own is low and not unsure."""
    triage = judged(letter("Where is my parcel?", kind=kind))

    assert ((), Priority.LOW, False) == (triage.tags, triage.priority, triage.unsure)


def test_a_return_notice_carries_reason_and_wish() -> None:
    """The cause comes from the return reason, the wish from the topic."""
    notice = Notice(topic="return", reason="Wrong item was sent")

    assert ["wrong-item", "return"] == tags(letter("", kind=Kind.NOTICE, notice=notice))


@pytest.mark.parametrize(
    ("reason", "comment", "expected"),
    [
        ("No longer needed", "", ["return"]),
        ("Ordered by mistake, late at night", "", ["return"]),
        (f"Not needed: {'you sent it ' * 5}late", "", ["late-delivery", "return"]),
        ("No longer needed", "It is broken", ["damaged", "return"]),
        ("Broken", "", ["damaged", "return"]),
        ("Accidental order, arrived damaged", "", ["damaged", "return"]),
    ],
)
def test_a_buyers_own_reason_is_no_cause(reason: str, comment: str, expected: list[str]) -> None:
    """Where it stands alone nobody need read it; a comment, or a cause in it, is heard."""
    notice = Notice(topic="return", reason=reason, comment=comment)
    text = "\n".join(filter(None, (reason, comment)))

    assert expected == tags(letter(text, kind=Kind.NOTICE, notice=notice))


def test_a_routine_deadline_is_no_urgency() -> None:
    """A return notice's next business day orders within the level; a claim's deadline lifts it."""
    due = RECEIVED + timedelta(hours=20)
    routine = letter(kind=Kind.NOTICE, notice=Notice(topic="return", deadline=due))
    dispute = letter(kind=Kind.NOTICE, notice=Notice(topic="chargeback", deadline=due))

    assert [Priority.NORMAL, Priority.URGENT] == [
        judged(one).priority for one in (routine, dispute)
    ]


@pytest.mark.parametrize(
    ("topic", "priority"),
    [
        ("return", Priority.NORMAL),
        ("cancellation", Priority.NORMAL),
        ("claim", Priority.URGENT),
    ],
)
def test_a_marketplaces_words_state_no_buyers_day(topic: str, priority: Priority) -> None:
    """A notice without a comment is the marketplace's: "by tomorrow" in it is its routine clock."""
    said = "Please answer by tomorrow. I need it by tomorrow."
    asked = letter(said, kind=Kind.NOTICE, notice=Notice(topic=topic))
    commented = letter(said, kind=Kind.NOTICE, notice=Notice(topic=topic, comment=said))

    assert [priority, Priority.URGENT] == [judged(one).priority for one in (asked, commented)]


def test_a_disputes_own_deadline_stands_before_its_sentences() -> None:
    """Business days were counted by the marketplace's calendar; the sentence alone would not."""
    due = RECEIVED + timedelta(days=5)
    notice = Notice(topic="claim", deadline=due)
    told = judged(letter("Please answer within 3 business days.", kind=Kind.NOTICE, notice=notice))

    assert due == told.signals.deadline


@pytest.mark.parametrize(
    ("topic", "expected"),
    [("claim", ["claim"]), ("chargeback", ["claim"]), ("return", ["return"])],
)
def test_what_a_marketplace_says_of_refunds_is_no_wish(topic: str, expected: list[str]) -> None:
    """Without a word of the buyer's it tells what may follow; a comment is heard as ever."""
    said = "THEY WANT my money back AND ASKED YOU TWICE. GIFT WRAP IS NOT PAID BACK."
    told = letter(said, kind=Kind.NOTICE, notice=Notice(topic=topic))
    signals = judged(told).signals
    commented = letter(said, kind=Kind.NOTICE, notice=Notice(topic=topic, comment=said))

    assert (expected, False, False) == (tags(told), signals.anger, signals.repeated)
    assert {"refund", "gift-order"} <= set(tags(commented))
    assert judged(commented).signals.repeated


def test_what_a_marketplace_says_happened_is_heard() -> None:
    """The cause stands beside the claim, labelled or not."""
    said = "The buyer says that it is broken."
    told = letter(said, kind=Kind.NOTICE, notice=Notice(topic="claim"))

    assert ["claim", "damaged"] == tags(told)


def test_a_near_deadline_is_urgent() -> None:
    """A stated day that ends within 48 hours lifts the letter and is named as a reason."""
    triage = judged(letter("It is late, I need it by tomorrow"))

    assert Priority.URGENT == triage.priority
    assert "deadline 2026-11-24" in triage.rank_reasons


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It arrived broken and we play tomorrow.", Priority.URGENT),
        ("IT ARRIVED BROKEN AND WE PLAY TOMORROW.", Priority.HIGH),
        ("The shop opens tomorrow.", Priority.LOW),
    ],
)
def test_tomorrow_is_a_deadline_where_goods_are_waited_for(text: str, expected: Priority) -> None:
    """Who waits for goods and calmly speaks of tomorrow needs them by then."""
    assert expected == judged(letter(text)).priority


def test_a_day_of_the_subject_is_of_the_letters_month() -> None:
    """Where the letter tells that Christmas is meant, "by the 24th" above it is not tomorrow."""
    one = letter("It is late, I need it by christmas", subject="by the 24th")
    alone = letter("It is late", subject="by the 24th")

    assert [Priority.NORMAL, Priority.URGENT] == [judged(each).priority for each in (one, alone)]


def test_a_day_of_the_subject_with_its_month_stands() -> None:
    """Who names the month twice means two days, and the first of them is tomorrow."""
    one = letter("It is late, the second one I need by 24/12.", subject="I need it by 24/11")

    assert Priority.URGENT is judged(one).priority


@pytest.mark.parametrize(
    ("text", "month", "expected"),
    [
        ("The gift wrap is for christmas", 11, Priority.HIGH),
        ("Late, will you reach me before christmas", 11, Priority.NORMAL),
        ("The gift wrap was for christmas", 1, Priority.NORMAL),
        ("It is late and the gift wrap was for christmas", 1, Priority.HIGH),
    ],
)
def test_a_feast_lifts_a_present_that_is_awaited(text: str, month: int, expected: Priority) -> None:
    """Who names Christmas has no present with a date yet, and in January none any more."""
    then = RECEIVED.replace(year=2027 if month == 1 else 2026, month=month)
    triage = classify([letter(text)], KNOWLEDGE, [then], lambda _: ZoneInfo("Europe/Berlin"))[0]

    assert expected == triage.priority


def test_a_sale_notice_bears_no_tag_of_its_own_words() -> None:
    """What the marketplace wrote is its wrapper: nobody is late and nothing is urgent."""
    one = letter(
        "Sold! Ship by tomorrow, or it is late.", kind=Kind.NOTICE, notice=Notice(topic="sale")
    )

    assert (["other"], Priority.LOW) == (tags(one), judged(one).priority)


def test_shouting_is_anger() -> None:
    """Capitals and rows of marks raise a calm matter."""
    assert Priority.HIGH == judged(letter("WHERE IS MY PARCEL YOU PEOPLE")).priority
    assert Priority.NORMAL == judged(letter("Where is my parcel? ASAP!!!")).priority


def test_a_batch_judges_each_letter_alone() -> None:
    """The same letter gives the same answer in every company."""
    letters = [letter("broken"), letter("Where is my parcel?"), letter("broken")]
    together = classify(letters, KNOWLEDGE, [RECEIVED] * 3, lambda _: UTC)

    assert [classify([one], KNOWLEDGE, [RECEIVED], lambda _: UTC)[0] for one in letters] == together
