"""Header fields: found, unfolded and decoded, from any bytes.

A header block ends at its first empty line, or where a line is no field and no continuation. Raw
8-bit text and encoded-words (RFC 2047, also split inside a character) are decoded; an encoded line
break never survives, so a decoded value is always one line. Parameters follow RFC 2045 and 2231.
Never raises. RFC 5322 2.2 and 3.6.
"""

import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from urllib.parse import unquote_to_bytes

from mail.charsets import decode
from mail.faults import Fault

#: A header block longer than this is cut: no honest mail comes near.
BLOCK_LIMIT: Final = 256 * 1024

#: A field with the lines it is folded over.
_FIELD: Final = re.compile(rb"([!-9;-~]{1,200})[ \t]*:([^\n]*+(?:\n[ \t][^\n]*+)*+)\n?")
#: A whole block as it should be.
_SOUND: Final = re.compile(rb"((?:[!-9;-~]{1,200}[ \t]*:[^\n]*+\n(?:[ \t][^\n]*+\n)*+)++)(?:\r?\n)")
_FOLDED: Final = re.compile(rb"(?:[ \t][^\n]*+(?:\n|\Z))++")
_BLANK_LINE: Final = re.compile(rb"\n\r?\n")
_KNOWN: Final = re.compile(
    rb"(?i)(?:from|to|cc|subject|date|message-id|reply-to|sender|received|return-path|mime-version"
    rb"|content-[a-z-]+|x-[a-z0-9-]+|references|in-reply-to|delivered-to|list-[a-z]+|dkim-[a-z]+)"
    rb"[ \t]*:"
)
# Bounded, as is what is decoded at all: a word that never ends must not cost the square of it.
_WORD: Final = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?(.{0,1000}?)\?=", re.DOTALL)
_DECODED_LIMIT: Final = 16 * 1024
_BETWEEN_WORDS: Final = re.compile(r"\?=\s+(?==\?[^?\s]{1,60}\?[bBqQ]\?)")
_NO_TEXT: Final = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")
_PARAMETER: Final = re.compile(
    r""";\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))""", re.DOTALL
)
#: Values no longer than this are worth remembering.
_USUAL_LENGTH: Final = 120
_ESCAPED: Final = re.compile(r"\\(.)")
_NOT_BASE64: Final = bytes(
    set(range(256))
    - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    - set(b"abcdefghijklmnopqrstuvwxyz0123456789+/")
)
#: How far a line that is no field may be from the next known field to be mere dirt between them.
_DIRT_REACH: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Headers:
    """The fields of one block by lower-case name, in their order, unfolded but not decoded."""

    fields: Mapping[str, tuple[str, ...]]

    def first(self, name: str) -> str:
        """Return the topmost field's raw text on one line, "" when absent."""
        found = self.fields.get(name)
        return found[0] if found else ""

    def all(self, name: str) -> tuple[str, ...]:
        """Return the raw text of every field of this name, topmost first."""
        return self.fields.get(name, ())

    def text(self, name: str) -> str:
        """Return the topmost field decoded, on one line, "" when absent."""
        return decode_words(self.first(name))

    def __contains__(self, name: str) -> bool:
        return name in self.fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A header block as found in the bytes."""

    headers: Headers
    #: Offset of the first byte of the body.
    body: int
    faults: tuple[Fault, ...] = ()


def parse_block(raw: bytes, start: int, end: int) -> Block:
    """Read the header block at ``start``; a body without any header is a block without fields."""
    limit = min(end, start + BLOCK_LIMIT)
    sound = _SOUND.match(raw, start, limit)
    if sound is not None and sound[1].isascii() and b"\r" not in sound[1].replace(b"\r\n", b"\n"):
        return Block(headers=_split(sound[1].decode("ascii")), body=sound.end())
    return _piece_together(raw, start, end, limit)


def _split(block: str) -> Headers:
    """Return the fields of a block in which every line is what it should be."""
    unfolded = block.replace("\r\n", "\n").replace("\n ", " ").replace("\n\t", "\t")
    collected: dict[str, tuple[str, ...]] = {}
    repeated: dict[str, list[str]] = {}
    for line in unfolded.split("\n"):
        name, colon, value = line.partition(":")
        if not colon:
            continue
        name = name.rstrip(" \t").lower()
        if name in collected:
            repeated.setdefault(name, []).append(value.strip())
        else:
            collected[name] = (value.strip(),)
    for name, values in repeated.items():
        collected[name] += tuple(values)
    return Headers(fields=collected)


def _piece_together(raw: bytes, start: int, end: int, limit: int) -> Block:
    fields: list[tuple[bytes, bytes]] = []
    faults: dict[Fault, None] = {}
    position = start
    while position < limit:
        found = _FIELD.match(raw, position, limit)
        if found is not None:
            fields.append((found[1], found[2]))
            position = found.end()
            continue
        folded = _FOLDED.match(raw, position, limit) if fields else None
        if folded is not None:
            # What belongs to the field above the dirt between.
            fields[-1] = (fields[-1][0], fields[-1][1] + b"\n" + folded[0])
            position = folded.end()
            continue
        newline = raw.find(b"\n", position, limit)
        after = limit if newline < 0 else newline + 1
        line = raw[position:after].rstrip(b"\r\n")
        if not line:
            return Block(headers=_collect(fields), body=after, faults=tuple(faults))
        if line.startswith((b"From ", b">From ")) and not fields:
            faults[Fault.MBOX_LINE] = None
        elif _is_dirt(raw, after, limit):
            faults[Fault.BAD_HEADER_LINE] = None
        else:
            faults[Fault.NO_EMPTY_LINE] = None
            return Block(headers=_collect(fields), body=position, faults=tuple(faults))
        position = after
    if position < end:
        faults[Fault.LONG_HEADER] = None
        blank = _BLANK_LINE.search(raw, position, end)
        position = blank.end() if blank is not None else position
    return Block(headers=_collect(fields), body=position, faults=tuple(faults))


def decode_words(value: str) -> str:
    """Return a raw value with its encoded-words read, on one line; a huge one is cut."""
    if "=?" not in value and value.isprintable():
        return " ".join(value.split())
    if "=?" in value:
        value = value[:_DECODED_LIMIT]
        value = "".join(_decode_runs(_BETWEEN_WORDS.sub("?=", value)))
    return " ".join(_NO_TEXT.sub(" ", value).split())


def parse_parameters(value: str) -> tuple[str, Mapping[str, str]]:
    """Split ``text/plain; charset=x`` into its lower-case head and its parameters."""
    return _usual_parameters(value) if len(value) < _USUAL_LENGTH else _parameters(value)


def _parameters(value: str) -> tuple[str, Mapping[str, str]]:
    head, semicolon, _ = value.partition(";")
    if "=" in head and " " in head:
        # The semicolon after the type was forgotten.
        head, semicolon, rest = value.partition(" ")
        value = f"{head};{rest}"
    parameters: dict[str, str] = {}
    pieces: dict[str, dict[int, tuple[bool, str]]] = {}
    for found in _PARAMETER.finditer(value, len(head)) if semicolon else ():
        name = found[1].lower()
        quoted = found[2]
        if quoted is None:
            text = found[3].partition("(")[0].strip().strip("'")
        else:
            text = _ESCAPED.sub(r"\1", quoted) if "\\" in quoted else quoted
        base, star, number = name.partition("*")
        if star:
            order = number.rstrip("*")
            pieces.setdefault(base, {})[int(order) if order.isdecimal() else 0] = (
                name.endswith("*"),
                text,
            )
        else:
            parameters.setdefault(name, decode_words(text))
    for base, parts in pieces.items():
        parameters[base] = _join_pieces([parts[order] for order in sorted(parts)])
    return head.split("(")[0].strip().lower(), parameters


#: A few values stand in most mails.
_usual_parameters = lru_cache(maxsize=512)(_parameters)


def decode_base64(data: bytes) -> bytes:
    """Return what any base64 holds: dirt is dropped, a cut end is read as far as it goes."""
    decoded = []
    for run in filter(None, data.split(b"=")):
        letters = run.translate(None, _NOT_BASE64)
        letters = letters[: len(letters) - (len(letters) % 4 == 1)]
        decoded.append(binascii.a2b_base64(letters + b"=" * (-len(letters) % 4)))
    return b"".join(decoded)


def _is_dirt(raw: bytes, position: int, limit: int) -> bool:
    """A line amid fields: some known field follows soon, before any empty line."""
    for _ in range(_DIRT_REACH):
        newline = raw.find(b"\n", position, limit)
        line = raw[position : limit if newline < 0 else newline].strip(b"\r\n")
        if not line or newline < 0:
            return bool(line) and _KNOWN.match(line) is not None
        if _KNOWN.match(line):
            return True
        position = newline + 1
    return False


def _collect(fields: list[tuple[bytes, bytes]]) -> Headers:
    collected: dict[str, list[str]] = {}
    for name, lines in fields:
        value = lines.strip()
        if b"\n" in value or b"\r" in value:
            value = value.replace(b"\r\n", b"").replace(b"\n", b"").replace(b"\r", b" ")
        text = value.decode("ascii") if value.isascii() else decode(value)[0]
        collected.setdefault(name.decode("ascii").lower(), []).append(text)
    return Headers(fields={name: tuple(values) for name, values in collected.items()})


def _decode_runs(value: str) -> list[str]:
    """Decode words, neighbours of one charset together: a character may be split between them."""
    pieces: list[str] = []
    charset, data, position = "", b"", 0
    for found in _WORD.finditer(value):
        name = found[1].partition("*")[0].lower()
        if found.start() > position or name != charset:
            pieces += [decode(data, charset)[0], value[position : found.start()]]
            charset, data = name, b""
        data += _word_bytes(found[2], found[3])
        position = found.end()
    return [*pieces, decode(data, charset)[0], value[position:]]


def _word_bytes(form: str, text: str) -> bytes:
    if form in "bB":
        return decode_base64(text.encode("ascii", "ignore"))
    return binascii.a2b_qp(text.encode("utf-8", "replace").replace(b" ", b"_"), header=True)


def _join_pieces(pieces: list[tuple[bool, str]]) -> str:
    """Join the continuations of RFC 2231; the first encoded one names the charset."""
    charset, data = "", b""
    for number, (encoded, text) in enumerate(pieces):
        rest = text
        if encoded and number == 0 and text.count("'") > 1:
            charset, _, rest = text.split("'", 2)
        data += unquote_to_bytes(rest) if encoded else rest.encode("utf-8", "replace")
    return " ".join(_NO_TEXT.sub(" ", decode(data, charset)[0]).split())
