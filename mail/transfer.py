"""Transfer encodings undone, also where they are broken, wrong or not told. RFC 2045 6.

``undo`` does what is told. ``unveil`` is for texts: it also sees that a base64 is none, that plain
words follow one, and that an encoding was forgotten. Pure and total.
"""

import binascii
import re
from typing import Final

from mail.headers import decode_base64

_SOFT_BREAK: Final = re.compile(rb"=[ \t]+(?=\r?\n)")
_UU_START: Final = re.compile(rb"begin [0-7]{3,4} ")
_UU_NAMES: Final = frozenset({"uuencode", "xuuencode", "xuue", "uue"})

_EMPTY_LINE: Final = re.compile(rb"\n\r?\n")
_NOT_BASE64: Final = re.compile(rb"[^A-Za-z0-9+/=\r\n]")
_SIGN: Final = re.compile(rb"[^A-Za-z0-9+/=\s]")
_PURE_BASE64: Final = re.compile(rb"\s*[A-Za-z0-9+/]{60}[A-Za-z0-9+/\s]*+={0,2}\s*")
#: What holds more of other bytes than this is no base64.
_FOREIGN: Final = 0.15
_SOFT_LINE: Final = re.compile(rb"=\r?\n")
_ESCAPED: Final = re.compile(rb"=[0-9A-Fa-f]{2}")


def undo(body: bytes, encoding: str) -> bytes:
    """Return ``body`` with its transfer encoding undone; one that is not known hides nothing."""
    if encoding.startswith("base64"):
        return decode_base64(body)
    if encoding.startswith("quotedprintable"):
        return binascii.a2b_qp(_SOFT_BREAK.sub(b"=", body))
    return _decode_uu(body) if encoding in _UU_NAMES else body


def unveil(body: bytes, encoding: str) -> bytes:
    """Return the bytes of a text, whatever its encoding claims.

    Args:
        body: as it stands in the message.
        encoding: the transfer encoding in lower case, letters and digits alone; "" where none.
    """
    if encoding.startswith("base64"):
        return _unveil_base64(body)
    if encoding in {"", "7bit", "8bit", "binary"}:
        if _ESCAPED.search(body) and _SOFT_LINE.search(body):
            return undo(body, "quotedprintable")
        if _PURE_BASE64.fullmatch(body):
            return _words_of(decode_base64(body)) or body
    return undo(body, encoding)


def _unveil_base64(body: bytes) -> bytes:
    bare = body.strip()
    end = _EMPTY_LINE.search(bare)
    if end is not None:
        head, tail = bare[: end.start()], bare[end.end() :]
        # A list's footer may stand below, as plain words.
        if _SIGN.search(tail) and not _NOT_BASE64.search(head):
            return decode_base64(head)
    foreign = len(_NOT_BASE64.findall(bare))
    return body if foreign > _FOREIGN * len(bare) else decode_base64(body)


def _words_of(data: bytes) -> bytes:
    """Return ``data`` where it reads as words, else nothing."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return b""
    return data if text.isprintable() or "\n" in text else b""


def _decode_uu(body: bytes) -> bytes:
    lines: list[bytes] = []
    for line in body.splitlines():
        if _UU_START.match(line):
            lines = []
            continue
        if line.strip() == b"end":
            break
        try:
            lines.append(binascii.a2b_uu(line))
        except binascii.Error:
            continue
    return b"".join(lines)
