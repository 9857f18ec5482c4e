"""A message taken apart: its parts, each decoded where it is asked for.

``mail.walk`` finds the parts. A part is offsets into the message's bytes, so that attachments are
neither copied nor decoded before. Never raises. RFC 2045, 2046, 2183, 2231.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from mail.charsets import decode
from mail.faults import Fault
from mail.headers import Headers, parse_parameters
from mail.transfer import undo, unveil

#: No text part is read further than this many bytes.
TEXT_LIMIT: Final = 250_000
#: A page's own word on its charset stands in this many bytes.
_HEAD: Final = 4096
#: The types of a message inside a message (RFC 2046 5.2.1, 6532).
EMBEDDED: Final = frozenset({"message/rfc822", "message/global"})

_MARKS: Final = re.compile(r"[^a-z0-9]+")
_DECLARED: Final = re.compile(rb"""charset\s*=\s*["']?([A-Za-z0-9_-]{2,40})""", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One entity of a message: a container, a text, an attachment."""

    headers: Headers
    #: ``type/subtype`` in lower case, ``text/plain`` where none is told.
    content_type: str
    parameters: Mapping[str, str]
    #: Index of the container it stands in; -1 for the message itself.
    parent: int
    #: Offsets of the body in the message's bytes.
    start: int
    end: int

    @property
    def is_container(self) -> bool:
        """A multipart or an embedded message whose own parts follow in the list."""
        return self.content_type.startswith(("multipart/", "message/rfc822", "message/global"))

    @property
    def encoding(self) -> str:
        """The transfer encoding in lower case, letters and digits alone."""
        told = self.headers.first("content-transfer-encoding")
        return told.lower() if told.isalnum() else _MARKS.sub("", told.lower())

    @property
    def is_closed(self) -> bool:
        """An embedded message whose transfer encoding hides its parts."""
        return self.content_type in EMBEDDED and self.encoding.startswith(("base64", "quoted"))

    @property
    def is_attachment(self) -> bool:
        """Its sender wants it saved rather than shown."""
        return self.headers.first("content-disposition").strip().lower().startswith("attachment")

    @property
    def filename(self) -> str:
        """The name it would be saved under, "" where it has none."""
        disposition = self.headers.first("content-disposition")
        told = parse_parameters(disposition)[1].get("filename") if disposition else None
        return told or self.parameters.get("name", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message taken apart; ``parts[0]`` is the message itself."""

    raw: bytes
    parts: tuple[Part, ...]
    faults: tuple[Fault, ...] = ()

    @property
    def headers(self) -> Headers:
        """The message's own fields."""
        return self.parts[0].headers

    @property
    def own_parts(self) -> tuple[Part, ...]:
        """The parts that are not inside a message inside it."""
        inside: set[int] = set()
        own: list[Part] = []
        for number, part in enumerate(self.parts):
            above = part.parent
            if above in inside or (above >= 0 and self.parts[above].content_type in EMBEDDED):
                inside.add(number)
            else:
                own.append(part)
        return tuple(own)

    def data(self, part: Part, limit: int | None = None) -> bytes:
        """Return a part's body with its transfer encoding undone, read up to ``limit`` bytes."""
        end = part.end if limit is None else min(part.end, part.start + limit)
        return undo(self.raw[part.start : end], part.encoding)

    def text(self, part: Part) -> tuple[str, Fault | None]:
        """Return a part's text with plain line ends, and what was wrong with it."""
        cut = part.end - part.start > TEXT_LIMIT
        data = unveil(self.raw[part.start : min(part.end, part.start + TEXT_LIMIT)], part.encoding)
        text, fault = decode(data, _charset(part, self), cut=cut)
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        if cut:
            fault = fault or Fault.LONG_TEXT
        return text.replace("\x00", ""), fault


def _charset(part: Part, message: Message) -> str:
    told = part.parameters.get("charset", "")
    if told or part.content_type != "text/html":
        return told
    found = _DECLARED.search(message.data(part, _HEAD)[:_HEAD])
    return found[1].decode("ascii") if found else ""
