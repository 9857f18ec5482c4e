"""Bytes to text, whatever the mail claims about their charset.

Order of trust: the declared charset where the bytes obey it, UTF-8, then the best of a fixed list
judged by the letters it yields, and last windows-1252 with replacement marks. Mojibake that is
UTF-8 read as windows-1252 is mended. Never raises; what was wrong is told as a fault id. RFC 2045
to 2047 for names, WHATWG's encoding table for what the old names mean in practice.
"""

import codecs
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from mail.faults import Fault
from mail.guessing import JAPANESE_SHIFT, PRIVATE, SINGLE_BYTE, guess

#: Old names mean the wider set that senders really use.
_MEANT: Final[Mapping[str, str]] = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "ansi_x3.4-1968": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "ansi": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "x-gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "ms_kanji": "cp932",
    "windows-31j": "cp932",
    "iso-2022-jp": "iso2022_jp_ext",
    "iso-2022-jp-ms": "iso2022_jp_ext",
    "cp50220": "iso2022_jp_ext",
    "cp50221": "iso2022_jp_ext",
    "x-euc-jp": "euc_jp",
    "ks_c_5601-1987": "cp949",
    "ks_c_5601": "cp949",
    "euc-kr": "cp949",
    "big5": "big5hkscs",
    "x-x-big5": "big5hkscs",
    "windows-874": "cp874",
    "hz-gb-2312": "hz",
    "unicode-1-1-utf-7": "utf-7",
    "utf8mb4": "utf-8",
    "unicode-1-1-utf-8": "utf-8",
    "x-mac-roman": "mac-roman",
    "macintosh": "mac-roman",
}

#: Python's text codecs that no mail is written in, and that may fail on any error handling.
_NO_CHARSETS: Final = frozenset(
    {"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "mbcs", "oem"}
)

#: Charsets that any bytes of another East Asian one may fit.
_WIDE: Final = frozenset({"gb18030", "big5hkscs", "cp932", "cp949"})

#: No charset's name is longer.
_NAME_LENGTH: Final = 60
#: Bytes of the longest character in any charset.
_LONGEST_CHARACTER: Final = 4

_MOJIBAKE: Final = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]{1,3}"
)

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes, declared: str = "", *, cut: bool = False) -> tuple[str, Fault | None]:
    """Return the text, and what was wrong where the bytes were not what they claimed to be.

    ``cut`` says that the bytes may end inside a character.
    """
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace"), None
    codec, fault = _known(declared[:_NAME_LENGTH])
    if codec.startswith(("utf-16", "utf-32", "utf_16", "utf_32")) and b"\0" not in data:
        # Words in a wide form of Unicode mostly have NULs, and hardly ever are UTF-8 by chance.
        text = _strictly(data, "utf-8", cut=cut)
        if text is not None:
            return text, Fault.WRONG_CHARSET
    if data.isascii() and codec in {"", "utf-8", "cp1252"}:
        if JAPANESE_SHIFT not in data:
            return data.decode("ascii"), fault
        told = Fault.WRONG_CHARSET if codec else Fault.UNDECLARED_CHARSET
        return data.decode("iso2022_jp_ext", "replace"), fault or told
    # UTF-8 by chance is next to impossible, so it overrules a charset that any bytes fit.
    tried = ("utf-8", codec) if SINGLE_BYTE.match(codec) else (codec, "utf-8")
    for name in filter(None, tried):
        text = _strictly(data, name, cut=cut)
        if text is not None:
            return text, fault or (None if name == (codec or name) else Fault.WRONG_CHARSET)
    return guess(data, codec), Fault.WRONG_CHARSET if declared else Fault.UNDECLARED_CHARSET


def mend(text: str) -> str:
    """Undo UTF-8 that was read as windows-1252 on its way; other text is returned as it is."""
    if "\u00c3" not in text and "\u00c2" not in text and "\u00e2\u20ac" not in text:
        return text
    return _MOJIBAKE.sub(_mend_run, text)


def _mend_run(found: re.Match[str]) -> str:
    run = found.group()
    try:
        data = b"".join(sign.encode("latin-1" if sign <= "\xff" else "cp1252") for sign in run)
        return data.decode("utf-8")
    except UnicodeError:
        return run


@lru_cache(maxsize=256)
def _known(declared: str) -> tuple[str, Fault | None]:
    """Return Python's name of the charset meant, "" where it is not known."""
    name = declared.strip().strip("'\"").lower()
    if not name:
        return "", None
    meant = _MEANT.get(name, name)
    try:
        canonical = codecs.lookup(meant).name
        b"    ".decode(meant, "replace")
    except (LookupError, ValueError):
        return "", Fault.UNKNOWN_CHARSET
    return ("", Fault.UNKNOWN_CHARSET) if canonical in _NO_CHARSETS else (meant, None)


def _strictly(data: bytes, codec: str, *, cut: bool) -> str | None:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as fault:
        in_tail = cut and len(data) - fault.start < _LONGEST_CHARACTER
        return data[: fault.start].decode(codec, "replace") if in_tail else None
    except (ValueError, LookupError):
        return None
    # A wide charset reads another one's bytes as signs that nobody writes.
    return None if codec in _WIDE and PRIVATE.search(text) else text
