"""Identity: the same letter in two mailboxes is one, another body is another."""

import pytest

from mail.identity import identify

LETTER = (
    b"Received: from a by b; Sun, 22 Nov 2026 10:00:00 +0000\r\n"
    b"Message-ID: <1@x.example>\r\nFrom: A <a@x.example>\r\n"
    b"Date: Sun, 22 Nov 2026 10:00:00 +0000\r\n"
    b"Subject: Hello there\r\n\r\nWhere is my order?\r\nA\r\n"
)


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        (b"\r\n", b"\n"),
        (b"order?\r\n", b"order?   \r\n"),
        (b"A\r\n", b"A\r\n\r\n\r\n"),
        (b"Received: from a by b; Sun, 22 Nov 2026 10:00:00 +0000\r\n", b""),
        (b"Message-ID", b"Delivered-To: me@shop.example\r\nX-Spam: no\r\nMessage-ID"),
        (b"<1@x.example>", b"<1@ x.example>"),
        (b"Hello there", b"Hello\r\n there"),
    ],
)
def test_what_transport_changes_does_not_matter(was: bytes, becomes: bytes) -> None:
    """Line ends, trailing blanks, folding and trace fields leave the identity."""
    assert identify(LETTER) == identify(LETTER.replace(was, becomes))


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        (b"Where is", b"Here is"),
        (b"Hello there", b"Hello again"),
        (b"<1@x.example>", b"<2@x.example>"),
        (b"a@x.example>", b"b@x.example>"),
        (b"22 Nov 2026 10:00:00 +0000\r\nSubject", b"23 Nov 2026 10:00:00 +0000\r\nSubject"),
    ],
)
def test_another_letter_has_another_identity(was: bytes, becomes: bytes) -> None:
    """A reused Message-ID does not hide a second letter."""
    assert identify(LETTER) != identify(LETTER.replace(was, becomes))


def test_letters_without_message_id_are_told_apart_and_found_again() -> None:
    """No id is needed for either."""
    bare = LETTER.replace(b"Message-ID: <1@x.example>\r\n", b"")

    assert identify(bare) == identify(bare.replace(b"\r\n", b"\n"))
    assert identify(bare) != identify(bare.replace(b"order", b"parcel"))


def test_any_bytes_have_an_identity() -> None:
    """Nothing is no letter, and still is stored once."""
    assert len(identify(b"")) == 64
    assert identify(b"\x00\xff") != identify(b"")
