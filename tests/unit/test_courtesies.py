"""Courtesies: what is said around a letter is kept from the model; what is said in it is not."""

from datetime import UTC, datetime
from email.message import EmailMessage
from typing import Final

import pytest

from cases.labels import TAGS, Priority
from classifier.corpus import Example
from classifier.courtesies import Courtesies, gather, read_courtesies
from classifier.dressing import dress
from classifier.folding import fold
from daemon.knowledge import Knowledge, load_knowledge
from daemon.triage import Incoming, triage

_NOW: Final = datetime(2026, 11, 16, 11, tzinfo=UTC)


@pytest.fixture(scope="module")
def courtesies() -> Courtesies:
    """Ours, of all languages."""
    return gather(read_courtesies())


@pytest.mark.parametrize(
    ("letter", "left"),
    [
        ("The vase is broken. Thanks", "the vase is broken."),
        ("Hello John,\n\nThe vase is broken.\n\nThank you,\nJane Miller", "the vase is broken."),
        ("Dear Mr Smith,\nwhere is it? Regards, Mary Ann Lee", "where is it?"),
        ("Sehr geehrter Herr Müller,\nwo bleibt es?\nMfG K. Berger", "wo bleibt es?"),
        ("Thank you for your reply. But nothing came.", "but nothing came."),
        ("refund please thx", "refund please"),
        ("Bonjour, le vase est cassé. Merci d'avance !\nCordialement", "le vase est cassé."),
        (
            "お世話になっております。\nまだ届きません。\nよろしくお願いいたします。\n田中",
            "まだ届きません。",
        ),
        ("亲，还没发货吗？麻烦尽快回复，谢谢。", "还没发货吗?"),
        ("给我退款谢谢", "给我退款"),
        ("Dear Mr. Smith,\nwhere is it?", "where is it?"),
        ("Hallo, Stromschlag! Das Kabel war es", "stromschlag! das kabel war es"),
        ("Hi, Mold: all over it", "mold: all over it"),
        ("你好，退货，怎么操作呢", "退货,怎么操作呢"),
    ],
)
def test_what_is_left(courtesies: Courtesies, letter: str, left: str) -> None:
    """The matter, without greeting, closing and name."""
    assert left == courtesies.strip(fold(letter)).text.strip()


@pytest.mark.parametrize(
    "letter",
    [
        "Thanks",
        "ok thanks",
        "Hello!",
        "which one is the best",
        "The screen says hello",
        "No thanks to you it came too late",
        "Thanks for nothing, it is broken",
        "返金をお願いします",
        "谢谢",
        "",
    ],
)
def test_what_is_no_courtesy(courtesies: Courtesies, letter: str) -> None:
    """Thanks that are all there is, and words of the matter, stay."""
    assert fold(letter).text == courtesies.strip(fold(letter)).text


def test_places_stay(courtesies: Courtesies) -> None:
    """A span behind a greeting still points into the letter as it was written."""
    letter = "Hello  there,\n\nthe vase is broken. Thanks"
    stripped = courtesies.strip(fold(letter))
    start = stripped.text.index("broken")
    begin, end = stripped.origin(start, start + len("broken"))

    assert letter[begin:end] == "broken"


def test_a_long_letter_is_looked_at_from_both_ends(courtesies: Courtesies) -> None:
    """However long it is."""
    matter = "the vase came in pieces again. " * 200

    assert matter.strip() == courtesies.strip(fold(f"Hi,\n{matter}\nThanks")).text.strip()


def test_every_language_of_the_corpus_has_courtesies() -> None:
    """And enough of them that letters do not all wear the same."""
    said = read_courtesies()

    assert {"de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "sv", "tr", "zh"} == set(said)
    assert min(len(one.greetings) + len(one.closings) for one in said.values()) > len(TAGS)


def test_loose_ones_are_among_the_courtesies() -> None:
    """A misspelt one would never be known."""
    known = gather(read_courtesies())

    assert set() == known.loose - known.greetings - known.closings


def test_a_letter_wears_the_same_each_time() -> None:
    """What it wears follows from its words; underneath it is what it was."""
    said = read_courtesies()
    letters = [_letter(f"The {number} vases that you sent are broken.") for number in range(50)]
    dressed = [dress(one, said) for one in letters]

    assert dressed == [dress(one, said) for one in letters]
    assert all(one and bare.text in one.text for one, bare in zip(dressed, letters, strict=True))
    assert len({one.text.replace(str(at), "") for at, one in enumerate(dressed) if one}) > 40


def test_an_unknown_language_wears_nothing() -> None:
    """Rather than English."""
    assert dress(_letter("Tere!"), {}) is None


def _letter(text: str) -> Example:
    return Example(
        id="x",
        language="en",
        writer="a",
        situation="broken",
        difficulty="plain",
        subject="",
        text=text,
        tags=("damaged",),
        priority=Priority.HIGH,
    )


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """What is shipped."""
    return load_knowledge(None, proved=True)


@pytest.mark.parametrize(
    ("complaint", "courtesy"),
    [
        ("The vase is broken.", "Thanks"),
        ("The item arrived broken, I want a refund.", "Thank you so much, have a great day"),
        ("Die Vase ist kaputt.", "Vielen lieben Dank"),
        ("L'article est arrivé cassé, je voudrais un remboursement.", "Merci"),
        ("El jarrón llegó roto.", "Gracias"),
        ("Il vaso è arrivato rotto.", "Grazie mille"),
        ("O vaso chegou partido.", "Obrigado"),
        ("De vaas is kapot aangekomen.", "Bedankt alvast"),
        ("Wazon przyszedł stłuczony.", "Dziękuję"),
        ("Vasen kom fram trasig.", "Tack"),
        ("Vazo kırık geldi.", "Teşekkürler"),
        ("花瓶が割れて届きました。", "よろしくお願いいたします。"),
        ("花瓶收到的时候是碎的。", "谢谢！"),
    ],
)
def test_a_complaint_that_thanks_is_a_complaint(
    knowledge: Knowledge, complaint: str, courtesy: str
) -> None:
    """And is answered; ``make prove-courtesies`` has it for hundreds of letters."""
    mail = EmailMessage()
    mail["From"] = "x1y2z3@marketplace.amazon.com"
    mail["To"] = "service@shop.example"
    mail["Subject"] = "?"
    mail["Message-ID"] = "<1@marketplace.amazon.com>"
    mail["Date"] = "Mon, 16 Nov 2026 10:00:00 +0000"
    mail.set_content(f"{complaint}\n\n{courtesy}")
    verdict = triage([Incoming(raw=bytes(mail))], knowledge, _NOW)[0]

    assert ("damaged", True) == (verdict.triage.tags[0].tag, verdict.decision.send)
