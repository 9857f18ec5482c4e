"""Rich Text: a person's words in it are not lost, packed or not, alone or inside TNEF."""

import struct
from base64 import b64encode

import pytest

from mail.reading import read
from mail.rtf import read_rtf, unpack

WORDS = "Die Lampe ist kaputt.\nWann kommt eine neue?"
RTF = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fcharset204 A;}}"
    rb"{\colortbl;\red0\green0\blue255;}{\*\generator Mailer;}{\info{\author Max}}"
    b"\r\n"
    rb"\viewkind4\uc1\pard\f0\fs20 Die Lampe ist {\b kaputt}.\par "
    b"\r\n"
    rb"Wann kommt eine neue?\par}"
)


def pack(data: bytes) -> bytes:
    """Pack Rich Text in the plainest way: every sign as it is."""
    body = b"".join(b"\0" + data[place : place + 8] for place in range(0, len(data), 8))
    return struct.pack("<IIII", len(body) + 12, len(data), 0x75465A4C, 0) + body


def tnef(*properties: bytes) -> bytes:
    """Build TNEF that holds message properties alone."""
    value = struct.pack("<I", len(properties)) + b"".join(properties)
    head = struct.pack("<IH", 0x223E9F78, 1)
    return head + struct.pack("<BII", 1, 0x00069003, len(value)) + value + b"\0\0"


def sized(tag: int, value: bytes) -> bytes:
    """Build a property whose size stands before it."""
    return struct.pack("<III", tag, 1, len(value)) + value + b"\0" * (-len(value) % 4)


def mail(content_type: str, data: bytes) -> bytes:
    """Build a mail with nothing but one encoded part."""
    head = f"From: a@b.example\nContent-Type: {content_type}\nContent-Transfer-Encoding: base64\n\n"
    return head.encode() + b64encode(data)


def test_words_are_read_out_of_rich_text() -> None:
    """Fonts, colours, the writer's name and unknown groups are not words."""
    assert (WORDS + "\n", False) == read_rtf(RTF)


@pytest.mark.parametrize(
    ("rtf", "words"),
    [
        (rb"{\rtf1\ansicpg1252 caf\'e9 \u8364?5}", "café €5"),
        (rb"{\rtf1\ansicpg932\'82\'b1\'82\'f1}", "こん"),
        (rb"{\rtf1\ansi{\fonttbl{\f1\fcharset204 A;}}\f1\'cf\'f0}", "Пр"),
        (rb"{\rtf1\uc2\u-10179??\u-8704??}", "😀"),
        (rb"{\rtf1 a\{b\}\\c\~d\_e}", "a{b}\\c\xa0d-e"),
        (rb"{\rtf1 {\field{\*\fldinst HYPERLINK x}{\fldrslt here}}}", "here"),
        (rb"{\rtf1 {\pict 0a0b0c}x", "x"),
        (b"", ""),
        (b"\\{\\}}}{{{", "{}"),
    ],
)
def test_signs_of_rich_text_are_read(rtf: bytes, words: str) -> None:
    """Charsets of page and font, Unicode with its spare signs, marks written as words."""
    assert words == read_rtf(rtf)[0]


def test_html_inside_rich_text_is_given_back() -> None:
    """What only repeats it is not read twice."""
    rtf = (
        rb"{\rtf1\ansi\fromhtml1{\*\htmltag64 <p>}\htmlrtf \par\htmlrtf0 It {\*\htmltag <b>}"
        rb"\htmlrtf {\b\htmlrtf0 broke\htmlrtf }\htmlrtf0 {\*\htmltag </b>}{\*\htmltag </p>}}"
    )

    assert ("<p>It <b>broke</b></p>", True) == read_rtf(rtf)


def test_packed_rich_text_is_unpacked() -> None:
    """As the published example of the format is: runs out of the window, one over its own end."""
    packed = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
    )

    assert b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n" == unpack(packed)


@pytest.mark.parametrize(
    "data",
    [
        RTF[:40],
        pack(RTF)[:30],
        b"",
        b"x" * 15,
        struct.pack("<IIII", 9, 2**31, 0x75465A4C, 0) + b"\xff" * 99,
        struct.pack("<IIII", 9, 2**31, 0x414C454D, 0) + b"y" * 9,
    ],
)
def test_broken_packing_never_fails(data: bytes) -> None:
    """As far as it goes, and no further than the bytes there are."""
    assert len(unpack(data)) <= 40 * len(data)


PROPERTIES = {
    "rtf": [sized(0x10090102, pack(RTF))],
    "unicode": [sized(0x1000001F, WORDS.encode("utf-16-le") + b"\0\0")],
    "bytes": [sized(0x1000001E, WORDS.encode() + b"\0")],
    "html": [sized(0x10130102, WORDS.replace("\n", "<br>").encode())],
    "others before": [
        struct.pack("<III", 0x00030003, 7, 0)[:8],
        struct.pack("<I", 0x80010003) + bytes(16) + struct.pack("<II", 0, 5) + b"\0\0\0\0",
        struct.pack("<I", 0x8002001F) + bytes(16) + struct.pack("<II", 1, 6) + b"a\0b\0\0\0\0\0"
        + struct.pack("<II", 1, 2) + b"\0\0\0\0",
        sized(0x10090102, pack(RTF)),
    ],
}  # fmt: skip


@pytest.mark.parametrize("properties", PROPERTIES.values(), ids=PROPERTIES)
def test_the_words_of_tnef_are_read(properties: list[bytes]) -> None:
    """From any of the properties that may hold the body."""
    assert WORDS == read(mail("application/ms-tnef", tnef(*properties))).text


@pytest.mark.parametrize("content_type", ["application/rtf", "text/rtf"])
def test_a_letter_of_rich_text_alone_is_read(content_type: str) -> None:
    """Nothing else says anything in it."""
    assert WORDS == read(mail(content_type, RTF)).text
