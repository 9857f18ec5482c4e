"""Words inside parts that only one program opens: opaque S/MIME signatures and TNEF.

Both are read as far as a letter's words need, without a full parser of either: of a signed message
(RFC 8551 3.5.2) the MIME entity that stands readable inside it, of TNEF (MS-OXTNEF 2.1) the
attribute of the plain body. What is encrypted stays closed. Pure and total.
"""

import re
import struct
from collections.abc import Iterator
from typing import Final

SIGNED: Final = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
TNEF: Final = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})

_ENTITY: Final = re.compile(rb"(?:MIME-Version|Content-[A-Za-z-]+)[ \t]*:", re.IGNORECASE)
_TNEF_SIGNATURE: Final = b"\x78\x9f\x3e\x22"
_TNEF_HEAD: Final = 6
#: Level, id and length before an attribute's value; a checksum of two bytes after it.
_ATTRIBUTE: Final = struct.Struct("<BII")
_CHECKSUM: Final = 2
_BODY: Final = 0x0002800C


def signed_entity(data: bytes) -> bytes:
    """Return the MIME entity inside an opaque signature, b"" where none can be read."""
    found = _ENTITY.search(data)
    return data[found.start() :] if found is not None else b""


def tnef_body(data: bytes) -> bytes:
    """Return the plain body inside TNEF, b"" where there is none."""
    if not data.startswith(_TNEF_SIGNATURE):
        return b""
    return next((value for kind, value in _attributes(data) if kind == _BODY), b"").rstrip(b"\0")


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    position = _TNEF_HEAD
    while position + _ATTRIBUTE.size <= len(data):
        _, kind, length = _ATTRIBUTE.unpack_from(data, position)
        start = position + _ATTRIBUTE.size
        yield kind, data[start : start + length]
        position = start + length + _CHECKSUM
