"""The one pass over a message's bytes that finds its parts.

It keeps a stack of open multiparts and looks only at lines that begin with two hyphens, so its cost
does not grow with depth. It takes 3,000 nested multiparts, boundaries that are missing or wrong,
and parts without headers. Never raises; ``faults`` tells what was mended. RFC 2045, 2046 5.1, 2049.
"""

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from mail.faults import Fault
from mail.headers import Headers, parse_block, parse_parameters
from mail.message import EMBEDDED, Message, Part
from mail.transfer import undo

#: Beyond these the rest of the bytes belongs to the last part that was opened.
PART_LIMIT: Final = 5000
DELIMITER_LIMIT: Final = 100_000
_DELIMITER_LENGTH: Final = 1000

_TYPE: Final = re.compile(r"[^\s/]+/[^\s/]+")
_REST_OF_LINE: Final = re.compile(rb"(?:--)?[ \t]*(?:\r?\n|\Z)")
_SNIFFED: Final = re.compile(
    rb"(?:^|\n)--([^\r\n]{1,200}?)[ \t]*\r?\nContent-[A-Za-z-]+[ \t]*:", re.IGNORECASE
)
_SNIFF_REACH: Final = 20_000


@dataclass(slots=True)
class _Walk:
    """What the one pass over the bytes knows while it goes."""

    raw: bytes
    parts: list[Part] = field(default_factory=list)
    #: Indices of the parts that are open, outermost first, each with its boundary or b"".
    stack: list[tuple[int, bytes]] = field(default_factory=list)
    #: Where on the stack an open boundary stands.
    places: dict[bytes, list[int]] = field(default_factory=dict)
    faults: dict[Fault, None] = field(default_factory=dict)


def parse_message(raw: bytes) -> Message:
    """Take any bytes apart; there is one part at least, and ``faults`` tells what was mended."""
    message = _parse(_line_ends(raw))
    root = message.parts[0]
    if Fault.NO_BOUNDARY in message.faults and root.encoding.startswith(("base64", "quoted")):
        # Its parts are hidden by an encoding that no multipart may have.
        body = undo(message.raw[root.start :], root.encoding)
        inner = _parse(message.raw[: root.start] + body)
        return message if Fault.NO_BOUNDARY in inner.faults else inner
    return message


def _parse(raw: bytes) -> Message:
    walk = _Walk(raw=raw)
    start = len(walk.raw) - len(walk.raw.lstrip(b"\r\n \t\xef\xbb\xbf"))
    _open(walk, start, -1)
    position = max(walk.parts[-1].start - 1, 0)
    for _ in range(DELIMITER_LIMIT):
        position = walk.raw.find(b"\n--", position)
        if position < 0:
            break
        position = _meet(walk, position)
        if len(walk.parts) >= PART_LIMIT:
            walk.faults[Fault.TOO_MANY_PARTS] = None
            break
    else:
        walk.faults[Fault.TOO_MANY_PARTS] = None
    if any(boundary for _, boundary in walk.stack):
        walk.faults[Fault.UNCLOSED_MULTIPART] = None
    return Message(raw=walk.raw, parts=tuple(walk.parts), faults=tuple(walk.faults))


def _line_ends(raw: bytes) -> bytes:
    """A message of bare CR alone, or in UTF-16, has no lines until they are made."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raw = raw.decode("utf-16", "replace").encode("utf-8", "replace")
    head = raw[:4096]
    if b"\r" in head and b"\n" not in head:
        return raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return raw


def _meet(walk: _Walk, newline: int) -> int:
    """Judge the line after ``newline``, which begins with two hyphens; return where to go on."""
    raw = walk.raw
    stop = raw.find(b"\n", newline + 1)
    stop = len(raw) if stop < 0 else stop
    if stop - newline > _DELIMITER_LENGTH:
        return newline + 3
    line = raw[newline + 3 : stop].rstrip()
    closing = False
    places = walk.places.get(line)
    if not places and line.endswith(b"--"):
        places, closing = walk.places.get(line[:-2].rstrip()), True
    if not places:
        return newline + 3
    place = places[-1]
    end = newline - 1 if raw[newline - 1 : newline] == b"\r" else newline
    _close(walk, place + (not closing), end)
    if closing:
        return stop
    _open(walk, stop + 1, walk.stack[place][0])
    return max(walk.parts[-1].start - 1, newline + 3)


def _close(walk: _Walk, keep: int, end: int) -> None:
    """End every open part above the first ``keep`` of the stack at ``end``."""
    while len(walk.stack) > keep:
        index, boundary = walk.stack.pop()
        if boundary:
            walk.places[boundary].pop()
        part = walk.parts[index]
        walk.parts[index] = replace(part, end=max(end, part.start))


def _open(walk: _Walk, start: int, parent: int) -> None:
    """Read the entity that begins at ``start``; an embedded message opens its own below it."""
    raw = walk.raw
    while True:
        block = parse_block(raw, min(start, len(raw)), len(raw))
        walk.faults.update(dict.fromkeys(block.faults if parent < 0 else ()))
        content_type, parameters = _type_of(walk, block.headers, parent)
        boundary = b""
        if content_type.startswith("multipart/") or (parent < 0 and content_type == "text/plain"):
            boundary = _boundary(walk, content_type, parameters, block.body)
            if boundary and content_type == "text/plain":
                if "content-type" in block.headers:
                    boundary = b""
                else:
                    content_type = "multipart/mixed"
            elif not boundary and content_type != "text/plain":
                walk.faults[Fault.NO_BOUNDARY] = None
                content_type, parameters = "text/plain", {}
        walk.parts.append(
            Part(
                headers=block.headers,
                content_type=content_type,
                parameters=parameters,
                parent=parent,
                start=block.body,
                end=len(raw),
            )
        )
        index = len(walk.parts) - 1
        if boundary:
            walk.places.setdefault(boundary, []).append(len(walk.stack))
        walk.stack.append((index, boundary))
        if content_type not in EMBEDDED or walk.parts[-1].is_closed:
            return
        if len(walk.parts) >= PART_LIMIT:
            return
        start, parent = block.body, index


def _type_of(walk: _Walk, headers: Headers, parent: int) -> tuple[str, Mapping[str, str]]:
    content_type, parameters = parse_parameters(headers.first("content-type"))
    if not _TYPE.fullmatch(content_type):
        if content_type:
            walk.faults[Fault.BAD_CONTENT_TYPE] = None
        in_digest = parent >= 0 and walk.parts[parent].content_type == "multipart/digest"
        html = content_type in {"html", "text/", "text"} and "html" in headers.first("content-type")
        default = "text/html" if html else "text/plain"
        return ("message/rfc822" if in_digest and not content_type else default), parameters
    return content_type, parameters


def _boundary(walk: _Walk, content_type: str, parameters: Mapping[str, str], start: int) -> bytes:
    """Return the boundary that the body really uses, b"" when it uses none."""
    raw = walk.raw
    told = parameters.get("boundary", "").encode("utf-8", "replace").rstrip()
    if told and _stands(raw, told, max(start - 1, 0)):
        return told
    sniffed = raw[max(start - 1, 0) : start + _SNIFF_REACH]
    found = _SNIFFED.search(sniffed) if b"--" in sniffed else None
    if found is None or walk.places.get(found[1]):
        return b""
    if content_type != "text/plain":
        walk.faults[Fault.WRONG_BOUNDARY] = None
    return found[1]


def _stands(raw: bytes, boundary: bytes, position: int) -> bool:
    """Tell whether a line of its own bears ``boundary``."""
    delimiter = b"\n--" + boundary
    found = raw.find(delimiter, position)
    while found >= 0:
        after = found + len(delimiter)
        if _REST_OF_LINE.match(raw, after):
            return True
        found = raw.find(delimiter, after)
    return False
