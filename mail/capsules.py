"""Words inside parts that only one program opens: opaque S/MIME signatures and TNEF.

Both are read as far as a letter's words need, without a full parser of either: of a signed message
(RFC 8551 3.5.2) the MIME entity that stands readable inside it, of TNEF (MS-OXTNEF 2.1) the plain
body, else the body among its message properties, which mostly is packed Rich Text. What is
encrypted stays closed. Pure and total.
"""

import re
import struct
from collections.abc import Iterator
from typing import Final

from mail import markup
from mail.charsets import decode
from mail.rtf import read_rtf, unpack

RTF: Final = frozenset({"application/rtf", "text/rtf", "application/x-rtf"})
SIGNED: Final = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
TNEF: Final = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})

_ENTITY: Final = re.compile(rb"(?:MIME-Version|Content-[A-Za-z-]+)[ \t]*:", re.IGNORECASE)
_TNEF_SIGNATURE: Final = b"\x78\x9f\x3e\x22"
_TNEF_HEAD: Final = 6
#: Level, id and length before an attribute's value; a checksum of two bytes after it.
_ATTRIBUTE: Final = struct.Struct("<BII")
_CHECKSUM: Final = 2
_BODY: Final = 0x0002800C
_MAPI: Final = 0x00069003
_NUMBER: Final = struct.Struct("<I")
_TWO_NUMBERS: Final = struct.Struct("<II")
#: Properties by id and type, the type in the lower half as it stands in the bytes.
_UNICODE_BODY: Final = 0x1000001F
_BYTES_BODY: Final = 0x1000001E
_HTML: Final = 0x10130102
_RTF: Final = 0x10090102
#: Bytes of the values of fixed size, by type, and the types whose size stands before them.
_FIXED: Final = {
    0x02: 4, 0x03: 4, 0x04: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x0A: 4, 0x0B: 4, 0x14: 8, 0x40: 8,
    0x48: 16,
}  # fmt: skip
_SIZED: Final = frozenset({0x0D, 0x1E, 0x1F, 0x102})


def signed_entity(data: bytes) -> bytes:
    """Return the MIME entity inside an opaque signature, b"" where none can be read."""
    found = _ENTITY.search(data)
    return data[found.start() :] if found is not None else b""


def tnef_body(data: bytes) -> str:
    """Return the words inside TNEF, "" where there are none."""
    if not data.startswith(_TNEF_SIGNATURE):
        return ""
    attributes = dict(_attributes(data))
    plain = attributes.get(_BODY, b"").rstrip(b"\0")
    if plain.strip():
        return decode(plain)[0]
    found = dict(_properties(attributes.get(_MAPI, b"")))
    if _UNICODE_BODY in found:
        return found[_UNICODE_BODY].decode("utf-16-le", "replace").rstrip("\0")
    if _BYTES_BODY in found:
        return decode(found[_BYTES_BODY].rstrip(b"\0"))[0]
    if _HTML in found:
        return markup.render(decode(found[_HTML])[0])
    return rtf_words(unpack(found.get(_RTF, b"")))


def rtf_words(data: bytes) -> str:
    """Return the words of Rich Text, also where HTML is hidden in it."""
    text, is_html = read_rtf(data)
    return markup.render(text) if is_html else text.strip()


def _properties(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield type and id of each property as one number, and its value (MS-OXTNEF 2.1.3.4)."""
    position = 4
    while position + 4 <= len(data):
        (tag,) = _NUMBER.unpack_from(data, position)
        kind = tag & 0xFFFF
        position += 4
        if tag >> 31:
            position = _behind_name(data, position)
        if kind in _FIXED:
            position += _FIXED[kind]
            continue
        if kind not in _SIZED or position + 8 > len(data):
            # An unknown type: nothing behind it can be told apart.
            return
        count, size = _TWO_NUMBERS.unpack_from(data, position)
        start = position + 8
        if count == 1:
            yield tag, data[start : start + size]
        position = start + size + -size % 4


def _behind_name(data: bytes, position: int) -> int:
    """Return where the value of a named property begins."""
    if position + 24 > len(data):
        return len(data)
    kind, size = _TWO_NUMBERS.unpack_from(data, position + 16)
    return position + 24 + (size + -size % 4 if kind == 1 else 0)


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    position = _TNEF_HEAD
    while position + _ATTRIBUTE.size <= len(data):
        _, kind, length = _ATTRIBUTE.unpack_from(data, position)
        start = position + _ATTRIBUTE.size
        yield kind, data[start : start + length]
        position = start + length + _CHECKSUM
