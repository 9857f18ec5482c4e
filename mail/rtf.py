"""Rich Text to the words a person sees; Outlook alone sends it, packed.

``unpack`` undoes the packing (MS-OXRTFCP), ``read_rtf`` reads the text: paragraphs and tabs are
kept, fonts, styles, pictures and fields' codes are not. Rich Text that was made from HTML holds it
still (MS-OXRTFEX): then the HTML is given back. Pure, total and bounded.
"""

import re
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from mail.charsets import decode

#: No more is unpacked or read.
_LIMIT: Final = 250_000

_HEAD: Final = struct.Struct("<IIII")
_PACKED: Final = 0x75465A4C
_PLAIN: Final = 0x414C454D
_WINDOW: Final = 4096
#: What every packed text is taken to begin with.
_KNOWN: Final = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript"
    rb" \fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)

_TOKEN: Final = re.compile(
    rb"\\([A-Za-z]{1,32})(-?\d{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z'])|([{}])|([^\\{}\r\n]+)"
)
#: Groups whose words nobody sees.
_HIDDEN: Final = frozenset(
    {b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"themedata",
     b"listtable", b"listoverridetable", b"generator", b"fldinst", b"xmlnstbl", b"rsidtbl",
     b"header", b"footer", b"datastore", b"latentstyles", b"colorschememapping"}
)  # fmt: skip
_SIGNS: Final = {
    b"par": "\n", b"line": "\n", b"sect": "\n", b"page": "\n", b"row": "\n", b"tab": "\t",
    b"cell": "\t", b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’",
    b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•",
}  # fmt: skip
_SYMBOLS: Final = {b"~": "\xa0", b"_": "-", b"\n": "\n", b"\r": "\n"}
#: What a font says of the bytes that are set in it.
_CHARSETS: Final = {
    0: "cp1252", 77: "mac-roman", 128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5hkscs",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip


def unpack(data: bytes) -> bytes:
    """Return the Rich Text in ``data``; as far as it goes where the packing is broken."""
    if len(data) < _HEAD.size:
        return b""
    _, length, kind, _ = _HEAD.unpack_from(data)
    if kind == _PLAIN:
        return data[_HEAD.size : _HEAD.size + min(length, _LIMIT)]
    return _unpack(data[_HEAD.size :], min(length, _LIMIT)) if kind == _PACKED else b""


def _unpack(data: bytes, length: int) -> bytes:
    window = bytearray(_KNOWN.ljust(_WINDOW, b"\0"))
    write, position = len(_KNOWN), 0
    unpacked = bytearray()
    while position < len(data) and len(unpacked) < length:
        control = data[position]
        position += 1
        for bit in range(8):
            if not control >> bit & 1:
                piece = data[position : position + 1]
                position += 1
            else:
                token = int.from_bytes(data[position : position + 2], "big")
                position += 2
                start = token >> 4
                if start == write or position > len(data):
                    return bytes(unpacked)
                piece = b""
                for step in range((token & 15) + 2):
                    # A run may repeat what it writes itself.
                    sign = window[(start + step) % _WINDOW]
                    window[(write + step) % _WINDOW] = sign
                    piece += bytes((sign,))
            for sign in piece:
                window[write] = sign
                write = (write + 1) % _WINDOW
            unpacked += piece
    return bytes(unpacked[:length])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """What holds inside one pair of braces."""

    hidden: bool = False
    #: Inside a group of HTML that was kept.
    kept: bool = False
    #: Rich Text that only repeats the HTML beside it.
    repeated: bool = False
    #: How many signs a reader without Unicode is given for each.
    spare: int = 1
    charset: str = ""


@dataclass(slots=True)
class _Reader:
    """What is known while the tokens are read."""

    charset: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    font: int = 0
    html: bool = False
    #: Signs still to be passed over, behind a sign of Unicode.
    passed: int = 0
    stack: list[_Group] = field(default_factory=lambda: [_Group()])
    words: list[str] = field(default_factory=list)
    #: Bytes of a run in one charset: a character may take several.
    run: bytearray = field(default_factory=bytearray)

    def write(self, text: str) -> None:
        """Add a text where it is seen."""
        group = self.stack[-1]
        self.end_run()
        if (
            not group.hidden
            and not group.repeated
            and (group.kept or not self.html or text != "\n")
        ):
            self.words.append(text)

    def add(self, data: bytes) -> None:
        """Add bytes in the charset of their font, those that stand for a sign before left out."""
        skipped = min(self.passed, len(data))
        self.passed -= skipped
        group = self.stack[-1]
        if not group.hidden and not group.repeated:
            self.run += data[skipped:]

    def end_run(self) -> None:
        """Decode what was gathered."""
        if self.run:
            charset = self.stack[-1].charset or self.charset
            self.words.append(decode(bytes(self.run), charset)[0])
            self.run.clear()


def read_rtf(data: bytes) -> tuple[str, bool]:
    """Return the text in Rich Text (unpacked; 250,000 bytes of it), and whether it is HTML."""
    reader = _Reader()
    for found in _TOKEN.finditer(data[:_LIMIT]):
        word, number, code, symbol, brace, text = found.groups()
        if brace == b"{":
            reader.end_run()
            reader.stack.append(reader.stack[-1])
        elif brace:
            reader.end_run()
            if len(reader.stack) > 1:
                reader.stack.pop()
        elif word is not None:
            _obey(reader, word.lower(), None if number is None else int(number))
        elif code is not None:
            reader.add(bytes((int(code, 16),)))
        elif text is not None:
            reader.add(text)
        elif symbol == b"*":
            # A group that a reader may pass over, if it does not know it.
            reader.stack[-1] = replace(reader.stack[-1], hidden=True)
        elif symbol in b"\\{}":
            reader.add(symbol)
        else:
            reader.write(_SYMBOLS.get(symbol, ""))
    reader.end_run()
    # Signs beyond the first plane come in two halves.
    halves = "".join(reader.words).encode("utf-16", "surrogatepass")
    return halves.decode("utf-16", "replace"), reader.html


def _obey(reader: _Reader, word: bytes, number: int | None) -> None:
    """Do what a control word says."""
    change = _CHANGES.get(word)
    if change is not None:
        reader.end_run()
        reader.stack[-1] = change(reader.stack[-1], number)
    elif word in _SIGNS:
        reader.write(_SIGNS[word])
    elif word == b"fromhtml":
        reader.html = True
    elif number is not None and word in _NUMBERED:
        reader.end_run()
        _NUMBERED[word](reader, number)


def _sign(reader: _Reader, number: int) -> None:
    reader.write(chr(number % 0x10000))
    reader.passed = reader.stack[-1].spare


def _page(reader: _Reader, number: int) -> None:
    reader.charset = "utf-8" if number == _UTF8_PAGE else f"cp{number}"


def _font(reader: _Reader, number: int) -> None:
    reader.font = number
    reader.stack[-1] = replace(reader.stack[-1], charset=reader.fonts.get(number, ""))


def _font_charset(reader: _Reader, number: int) -> None:
    reader.fonts[reader.font] = _CHARSETS.get(number, "")


_UTF8_PAGE: Final = 65001
#: The most signs that stand for one of Unicode.
_SPARE: Final = 4
_NUMBERED: Final[Mapping[bytes, Callable[[_Reader, int], None]]] = {
    b"u": _sign,
    b"ansicpg": _page,
    b"f": _font,
    b"fcharset": _font_charset,
}
#: What a word changes in the group around it.
_CHANGES: Final[Mapping[bytes, Callable[[_Group, int | None], _Group]]] = {
    **dict.fromkeys(_HIDDEN, lambda group, _: replace(group, hidden=True)),
    b"htmltag": lambda group, _: replace(group, hidden=False, kept=True),
    b"htmlrtf": lambda group, number: replace(group, repeated=number != 0),
    b"uc": lambda group, number: replace(group, spare=min(max(number or 0, 0), _SPARE)),
}
