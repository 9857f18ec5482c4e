"""Composing: what leaves is RFC 5322, seven bits, and cannot be talked into another header."""

from datetime import UTC, datetime
from email import message_from_bytes, policy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.values import Attachment, Letter
from mail.composing import (
    REFERENCES_LIMIT,
    Outgoing,
    UnsendableAddress,
    compose,
    message_id,
    reply_headers,
    reply_subject,
)
from mail.reading import read


def outgoing(**changes: object) -> Outgoing:
    """Build an acknowledgement; name what matters to the test."""
    told: dict[str, object] = {
        "sender": "shop@seller.example",
        "sender_name": "The Shop",
        "to": "a1b2c3+case@marketplace.amazon.de",
        "subject": "Re: Where is my order",
        "body": "Thank you.\n\nThe Shop",
        "message_id": "<0123456789abcdef@seller.example>",
        "date": datetime(2026, 11, 22, 10, 0, tzinfo=UTC),
    }
    return Outgoing(**(told | changes))  # type: ignore[arg-type]  # a builder of any field


def head(raw: bytes) -> list[bytes]:
    """Return the unfolded header lines."""
    return raw.partition(b"\r\n\r\n")[0].replace(b"\r\n ", b" ").split(b"\r\n")


def test_an_acknowledgement_says_that_it_is_automatic() -> None:
    """RFC 3834 3.1.7: auto-replied, never auto-generated."""
    assert head(compose(outgoing())).count(b"Auto-Submitted: auto-replied") == 1


def test_a_persons_reply_does_not_say_so() -> None:
    """A person is no machine."""
    assert b"Auto-Submitted" not in compose(outgoing(automatic=False))


def test_the_fields_are_these_and_no_others() -> None:
    """No product field, no host name, nothing that marks the installation."""
    names = [line.partition(b":")[0] for line in head(compose(outgoing()))]

    assert names == [
        b"From",
        b"To",
        b"Subject",
        b"Date",
        b"Message-ID",
        b"Auto-Submitted",
        b"MIME-Version",
        b"Content-Type",
        b"Content-Transfer-Encoding",
    ]


@given(
    subject=st.text(max_size=300),
    body=st.text(max_size=500),
    name=st.text(max_size=80),
)
def test_any_text_becomes_one_message_of_seven_bits(subject: str, body: str, name: str) -> None:
    """Whatever the texts hold, no header line is added and no line is too long."""
    raw = compose(outgoing(subject=subject, body=body, sender_name=name))

    assert raw.isascii()
    assert max(len(line) for line in raw.split(b"\r\n")) <= 78
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert len(head(raw)) == 9


@pytest.mark.parametrize(
    "subject",
    [
        "Re: Wo ist meine Bestellung? Größe und Übergröße, " * 4,
        "Re: 注文した商品が届きません。" * 6,
        "Re: plain words that go on and on " * 5,
        "Re: =?utf-8?q?already_encoded?=",
        "x" * 200,
    ],
)
def test_a_subject_is_read_back_as_it_was(subject: str) -> None:
    """Folding and encoding lose nothing (RFC 2047)."""
    raw = compose(outgoing(subject=subject))

    assert read(raw).subject == subject.strip()
    assert str(message_from_bytes(raw, policy=policy.default)["Subject"]) == subject.strip()


@pytest.mark.parametrize(
    "body", ["Straße\nzwei", "ご注文\nありがとう", "From me\n.\nend", "a" * 500]
)
def test_a_body_is_read_back_as_it_was(body: str) -> None:
    """Quoted-printable and base64 both carry every letter."""
    message = message_from_bytes(compose(outgoing(body=body)), policy=policy.default)

    assert message.get_content().replace("\r\n", "\n").rstrip("\n") == body


@pytest.mark.parametrize(
    "break_", ["\r\nBcc: x@y.example", "\n\nbody", "\u2028Bcc: x", "\x0bBcc: x"]
)
def test_a_line_break_never_becomes_a_header(break_: str) -> None:
    """Subject and name may hold breaks; the header has none of them."""
    raw = compose(outgoing(subject="Hi" + break_, sender_name="Shop" + break_))

    assert [line for line in head(raw) if line.startswith(b"Bcc")] == []


@pytest.mark.parametrize(
    "address", ["", "nobody", "a b@c.example", "a@b.example\r\nBcc: x@y.example", "ü@b.example"]
)
def test_an_address_that_cannot_stand_there_is_refused(address: str) -> None:
    """A bad address is an error with a name, never a bent header."""
    with pytest.raises(UnsendableAddress):
        compose(outgoing(to=address))


def test_an_international_domain_is_sent_as_ascii() -> None:
    """Letters hold the Unicode form; the wire has the other (RFC 5891)."""
    assert b"To: a@xn--bcher-kva.example" in head(compose(outgoing(to="a@bücher.example")))


def test_an_answer_refers_to_letter_and_thread() -> None:
    """RFC 5322 3.6.4: In-Reply-To is the letter, References its thread and itself."""
    letter = Letter(message_id="<c@x>", references=("<a@x>", "<b@x>"))

    assert reply_headers(letter) == ("<c@x>", ("<a@x>", "<b@x>", "<c@x>"))


def test_one_in_reply_to_stands_for_missing_references() -> None:
    """RFC 5322 3.6.4: exactly one id may be taken from In-Reply-To."""
    one = Letter(message_id="<c@x>", in_reply_to=("<b@x>",))
    two = Letter(message_id="<c@x>", in_reply_to=("<a@x>", "<b@x>"))

    assert reply_headers(one) == ("<c@x>", ("<b@x>", "<c@x>"))
    assert reply_headers(two) == ("<c@x>", ("<c@x>",))


def test_a_letter_without_id_gets_an_answer_without_thread() -> None:
    """Neither field is made up."""
    assert reply_headers(Letter(references=("<a@x>",))) == (None, ())


def test_a_long_thread_keeps_its_first_and_last_ids() -> None:
    """References stay short, and both ends of the thread can be found."""
    letter = Letter(message_id="<z@x>", references=tuple(f"<{n}@x>" for n in range(100)))
    _, ids = reply_headers(letter)

    assert len(ids) == REFERENCES_LIMIT
    assert (ids[0], ids[-2], ids[-1]) == ("<0@x>", "<99@x>", "<z@x>")


@pytest.mark.parametrize(
    "subject",
    [
        "Where is it",
        "Re: Where is it",
        "RE: re: Re[2]: Where is it",
        "AW: WG: Where is it",
        "Antw: SV: RES: Where is it",
        "回复：Re: 关于: Where is it",
        "Re:关于: Where is it",
        "答复: Where is it",
        "[EXTERNAL] Re: Where is it",
        "Odp: YNT: RIF: Where is it",
    ],
)
def test_an_answer_has_one_re(subject: str) -> None:
    """Prefixes of any language and number become one."""
    assert reply_subject(subject) == "Re: Where is it"


@pytest.mark.parametrize("subject", ["Order: 123", "Question about: lamp", "Urgent: help"])
def test_a_word_with_a_colon_is_no_prefix(subject: str) -> None:
    """Only the marks of mail programs are taken off."""
    assert reply_subject(subject) == f"Re: {subject}"


def test_an_id_is_the_same_for_the_same_matter_and_key() -> None:
    """Found again after a crash, and not to be guessed without the key."""
    one = message_id(b"key", "case 1 opening 1", "seller.example")

    assert one == message_id(b"key", "case 1 opening 1", "seller.example")
    assert one != message_id(b"other", "case 1 opening 1", "seller.example")
    assert one != message_id(b"key", "case 1 opening 2", "seller.example")
    assert len(one) == len("<@seller.example>") + 32


@pytest.mark.parametrize(
    ("name", "shown", "media_type", "kind"),
    [
        ("a.pdf", "a.pdf", "application/pdf", "application/pdf"),
        ("照片 1.png", "照片 1.png", "IMAGE/PNG", "image/png"),
        ("../../etc/passwd", "passwd", "text/plain", "text/plain"),
        ("C:\\x\\b.jpg", "b.jpg", "multipart/mixed", "application/octet-stream"),
        ("x\r\nBcc: e@e.example", "x Bcc: e@e.example", "a/b\r\nX: y", "application/octet-stream"),
        ("", "file", "", "application/octet-stream"),
    ],
)  # fmt: skip
def test_a_file_goes_with_an_answer(name: str, shown: str, media_type: str, kind: str) -> None:
    """Under its name alone, byte for byte, whatever it is called and says it is."""
    content = bytes(range(256)) * 3
    file = Attachment(name=name, media_type=media_type, content=content)
    mail = message_from_bytes(compose(outgoing(attachments=(file,))), policy=policy.default)
    text, enclosed = mail.iter_parts()

    assert ("text/plain", "multipart/mixed") == (
        text.get_content_type(),
        mail.get_content_type(),
    )
    assert (shown, kind) == (enclosed.get_filename(), enclosed.get_content_type())
    assert content == enclosed.get_payload(decode=True)
    assert mail["Bcc"] is None
