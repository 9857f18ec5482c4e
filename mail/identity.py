"""What makes a letter the same letter, however often and wherever it is delivered.

Message-ID alone is not enough: carriers reuse one for different mails, and many mails have none.
So the identity is taken over Message-ID, From, Date, Subject and the body, all made independent of
line ends, trailing blanks and folding; trace fields (Received, Delivered-To, Return-Path and their
kin) do not enter. Total on any bytes. RFC 5322 3.6.4 and 3.6.7.
"""

import hashlib
import re
from typing import Final

from mail.headers import parse_block

_FIELDS: Final = ("message-id", "from", "date", "subject")
_TRAILING: Final = re.compile(rb"[ \t]+(?=\n|\Z)")


def identify(raw: bytes) -> str:
    """Return the letter's identity: 64 hexadecimal digits."""
    block = parse_block(raw, len(raw) - len(raw.lstrip(b"\r\n")), len(raw))
    digest = hashlib.sha256()
    for name in _FIELDS:
        value = block.headers.first(name)
        # Some servers add blanks inside an id, others fold a subject anew.
        blanks = "" if name == "message-id" else " "
        digest.update(blanks.join(value.split()).encode("utf-8", "replace"))
        digest.update(b"\0")
    digest.update(_body(raw[block.body :]))
    return digest.hexdigest()


def _body(body: bytes) -> bytes:
    if b"\r" in body:
        body = body.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if b" \n" in body or b"\t\n" in body or body[-1:] in {b" ", b"\t"}:
        body = _TRAILING.sub(b"", body)
    return body.strip(b"\n")
