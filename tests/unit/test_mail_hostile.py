"""Hostile mails cost no more than their size: nothing in the reading is quadratic."""

import time
from typing import Final

import pytest

from mail.reading import read

#: Bytes of hostile material; a quadratic pattern takes minutes on so many.
_SIZE = 250_000

#: A huge message.
_HUGE: Final = 50 * 2**20

HUGE = [
    b"text/plain",
    b"text/html",
    b"application/octet-stream",
    b"message/rfc822\nContent-Transfer-Encoding: base64",
    b"application/pkcs7-mime",
    b"multipart/mixed; boundary=b",
]

HOSTILE = {
    "encoded-word-without-end": b"Subject: " + b"=?a?q?x" * (_SIZE // 7),
    "quotes-without-end": b"From: " + b'"a\\' * (_SIZE // 3) + b" <a@b.example>",
    "comments-without-end": b"From: " + b"(" * _SIZE,
    "parameters": b"Content-Type: text/plain" + b'; a="\\' * (_SIZE // 6),
    "angle-brackets": b"References: " + b"<" * _SIZE,
    "blockquotes": b"Content-Type: text/html\n\n" + b"<blockquote>" * (_SIZE // 12),
    "attributions": b"Subject: x\n\n" + b"On Mon, a wrote\n" * (_SIZE // 16),
    "quoted-lines": b"Subject: x\n\n" + b"> " * (_SIZE // 2),
    "dashes": b"Subject: x\n\n" + b"-" * _SIZE,
    "blanks": b"Subject: x\n\n" + b" " * _SIZE + b"x",
    "nested-elements": b"Content-Type: text/html\n\n" + b"<div>" * (_SIZE // 5),
    "nested-tables": b"Content-Type: text/html\n\n" + b"<table><tr><td>" * (_SIZE // 15),
    "enriched": b"Content-Type: text/enriched\n\n" + b"<param>" * (_SIZE // 7),
    "same-fields": b"X: y\n" * (_SIZE // 5),
    "at-signs": b"From: " + b"@" * _SIZE,
    "equals-signs": b"Content-Transfer-Encoding: base64\n\n" + b"=" * _SIZE,
    "orders": b"Subject: x\n\n" + b"302-1234567-" * (_SIZE // 12),
}


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE)
def test_hostile_mail_is_read_in_time(raw: bytes) -> None:
    """Each is read within seconds, where a quadratic reading would take minutes."""
    began = time.process_time()
    read(raw)

    assert time.process_time() - began < 5


@pytest.mark.parametrize("sort", HUGE)
def test_fifty_megabytes_are_read_within_a_second_or_two(sort: bytes) -> None:
    """And of them no more than anybody reads; twice the promise, because machines are shared."""
    raw = (
        b"From: a@b.example\nContent-Type: " + sort + b"\n\n" + b"hello world <p>\n" * (_HUGE // 16)
    )
    began = time.process_time()
    letter = read(raw)

    assert time.process_time() - began < 2
    assert len(letter.text) <= 64_000
