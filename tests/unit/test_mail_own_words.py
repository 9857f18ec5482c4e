"""New text: nothing that the person wrote goes because it looks like history."""

import pytest

from mail.newtext import Writing, split_writing


def test_a_signature_alone_is_kept() -> None:
    """Never empty when something was written."""
    assert "Please call me" == split_writing("--\nPlease call me").new


@pytest.mark.parametrize(
    "text",
    [
        "> my list\n> of missing parts",
        "> -------- Forwarded message -------\n> From: X <x@x.example>\n> Date: x\n> Subject: y",
    ],
)
def test_what_stands_behind_marks_alone_is_kept(text: str) -> None:
    """No program quotes without saying whom; a forwarded mail may be marked whole."""
    assert text.replace("> ", "") == split_writing(text).new


@pytest.mark.parametrize(
    "text",
    [
        "Hi\nOn Monday I wrote:\nplease send the part.",
        "Hi\nOn 12 Nov 2026 at 10:00 I wrote to you:\nplease send the part.",
        "Am 12.11.2026 um 10:00 habe ich geschrieben:\nbitte senden.",
        "You wrote: it comes on Monday. It did not.",
        "From: Berlin\nTo: Munich\nplease change the address.",
        "Order: 123\nFrom: my husband\nTo: his mother\nthe card is missing.",
        "Please print on the card\nTo: Ann\nSubject: Birthday\nDate: 24.12.2026",
        "It is simple:\n- lamp\n- cable",
        "Reasons:\n1. late\n2. broken",
        "I am angry >:(\nplease answer",
        "Sent from my warehouse you got it back. Where is my money?",
        "sent it back via DHL, mobile number 0123",
        "My address is max@buyer.example, it changed on 22.11.2026.",
        "Invoice please to: max@buyer.example",
        "-\n-\nhello",
        "one\n---\ntwo",
        "Original message was lost: please answer.",
        "Date: 24.12.\nPlease deliver until then.",
        "Best regards\nMax Mustermann\nMusterstr. 1\n12345 Berlin",
    ],
)
def test_the_buyers_own_words_are_kept(text: str) -> None:
    """Nothing new is dropped because it looks like something else."""
    assert Writing(new=text) == split_writing(text)


@pytest.mark.parametrize(
    "story",
    [
        'On 12 May 2026 your colleague wrote:\n"It ships tomorrow."',
        "Am 12.05.2026 schrieb Ihre Kollegin:\n„Sie geht morgen raus.“",
        "Le 12.05.2026 M. Petit m'a écrit :\n« Elle part demain. »",
        "18.11.2026 ваш менеджер Роман пишет:\nчайник доставлен.",
        "2026年11月19日、山本様のメール:\n「本日お送りします」",
    ],
)
def test_a_story_of_who_wrote_what_is_the_buyers(story: str) -> None:
    """A day alone, or speech below, does not make history where no marks follow."""
    text = f"Dear shop,\n\n{story}\n\nNothing came. I want my money."

    assert Writing(new=text) == split_writing(text)


def test_labels_of_a_person_are_no_header() -> None:
    """Without address, day or date of sending nobody's program wrote them."""
    text = "In short:\n\nFrom: you\nTo: me\nSubject: a lamp that never comes\n\nRefund me."

    assert Writing(new=text) == split_writing(text)


def test_a_persons_arrow_is_no_quote() -> None:
    """A marked line amid a mail that answers nothing stays; in an answer it is history."""
    text = "It says delivered.\n\n> 3 people lost parcels here.\n\nPlease refund."

    assert text == split_writing(text, answer=False).new
    assert "It says delivered.\n\nPlease refund." == split_writing(text).new


@pytest.mark.parametrize(
    "words",
    [
        "I ordered it by mistake, please delete my order.",
        "This is confidential: please destroy my data.",
        "The parcel was meant for the addressee only. It came to me by mistake.",
        "Sent from my sister with love",
        "Sent from Germany?",
        "It was sent from the wrong shop.",
        "Gesendet von meiner Frau.",
        "Is there an app for Android?",
        "I want to download the manual for Android.",
        "Please think before printing the next label.",
        "My order, 12.03.2026, 10:00",
        "-----\nMy order, 12.03.2026, 10:00\nit never came",
        "To\nmy sister\nI sent it on 12.03.2026 at 10:00",
        "I got a mail. From: your shop. Sent: yesterday. Subject: my refund. Was that you?",
    ],
)
def test_what_only_looks_like_a_footer_is_the_buyers(words: str) -> None:
    """At the end of a letter, above history too."""
    history = "On Sun, 22 Nov 2026 at 10:00, Shop <s@s.example> wrote:\n> Hi"

    assert [words, f"Hello\n\n{words}"] == [
        split_writing(words).new,
        split_writing(f"Hello\n\n{words}\n\n{history}").new,
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Please write her name above the line on the cup.",
        "--- my answers ---\n1. yes\n2. no",
        "Please answer: is the blue one above 20 cm?",
        "Bitte über die Antwort hinaus auch die Zeile 3 prüfen.",
        "Réponse: la ligne au-dessus du logo est rayée.",
        "- The answer is above the line -",
        "As my wife wrote:\n| one cup\n| two plates",
    ],
)
def test_a_person_may_speak_of_lines_and_answers(words: str) -> None:
    """A wish for an engraving and a heading of one's own are new."""
    assert words == split_writing(words).new


@pytest.mark.parametrize(
    "words",
    [
        "Size:\n| S | M |\n| 1 | 2 |\nWhich fits?",
        "My faults:\n> the lid\n> the handle\n> the smell\nWhat now?",
        "I like the chair\n--\nbut the screws are too short.",
        "One matter\n--\nAnother: could you send four?",
        "Date: 9 Nov 2026\nFrom: Leipzig\nTo: Warsaw\nStatus: stuck\nWhat is that?",
    ],
)
def test_a_persons_own_marks_are_no_history(words: str) -> None:
    """Tables, lists, pauses and pasted tables of a carrier."""
    assert words == split_writing(words, answer=False).new
