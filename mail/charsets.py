"""Bytes to text, whatever the mail claims about their charset.

Order of trust: the declared charset where the bytes obey it, UTF-8, then the best of a fixed list
judged by the letters it yields, and last windows-1252 with replacement marks. Mojibake that is
UTF-8 read as windows-1252 is mended. Never raises; what was wrong is told as a fault id. RFC 2045
to 2047 for names, WHATWG's encoding table for what the old names mean in practice.
"""

import codecs
import re
from collections.abc import Mapping
from typing import Final

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

#: Any bytes fit these, so a fit is no proof of the declaration.
_SINGLE_BYTE: Final = re.compile(r"^(cp125\d|cp874|iso8859|iso-8859|latin|koi8|mac)")

#: Tried where the declaration fails, each judged by the letters it yields.
_CANDIDATES: Final = ("gb18030", "cp932", "euc_jp", "big5", "cp949", "cp1251", "koi8-r", "cp1252")

#: ISO-2022-JP is the one charset that hides in seven bits.
_JAPANESE_SHIFT: Final = b"\x1b$"

#: Bytes of the longest character in any charset.
_LONGEST_CHARACTER: Final = 4

#: As much as is needed to judge; the rest follows the verdict.
_JUDGED_BYTES: Final = 4096

_FREQUENT_HAN: Final = frozenset(
    "的一是不了在人有我他这這中大来來上个個国國到说說们們为為子和你地出道也时時年得就那要下以生会會"
    "可好没沒收货貨订訂单單退款包裹请請问問谢謝您商品注文届日本配送返金確認連絡願致申訳御何方"
    "本月号名無発送週間質問住所電話回到损壞坏错錯误誤换換给給快递遞家客服物流什么麼怎样樣还還想已经經"
)
_FREQUENT_CYRILLIC: Final = frozenset("оеаинтсрвлкмдпуяыьгзбчйхжю")

_FREQUENT: Final = _FREQUENT_HAN | _FREQUENT_CYRILLIC
_FREQUENT_WEIGHT: Final = 2.0

#: How much a sign of a range looks like writing, and whether it may follow a Latin letter; what
#: is in none looks like damage.
_WEIGHTS: Final = (
    ("\u00c0", "\u017f", 1.2, True),
    ("А", "я", 0.5, False),
    ("\u2010", "\u2026", 1.0, True),
    ("\u3000", "\u303f", 1.0, True),
    ("ぁ", "ヾ", 3.0, True),
    ("一", "\u9fff", 0.6, True),
    ("가", "\ud7a3", 1.4, False),
    ("！", "～", 1.0, True),
    ("\u20ac", "\u20ac", 0.5, True),
    ("\u00a0", "\u00bf", 0.2, True),
)

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


def decode(data: bytes, declared: str = "") -> tuple[str, str]:
    """Return the text and a fault id, "" where the bytes were what they claimed to be."""
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace"), ""
    codec, fault = _known(declared)
    if data.isascii() and codec in {"", "utf-8", "cp1252"}:
        if _JAPANESE_SHIFT in data:
            return data.decode("iso2022_jp_ext", "replace"), fault or "undeclared-charset"
        return data.decode("ascii"), fault
    if not _SINGLE_BYTE.match(codec):
        text = _strictly(data, codec) if codec else None
        if text is not None:
            return text, fault
    text = _strictly(data, "utf-8")
    if text is not None:
        return text, fault or ("" if not codec or data.isascii() else "wrong-charset")
    if codec and _SINGLE_BYTE.match(codec):
        text = _strictly(data, codec)
        if text is not None:
            return text, fault
    return _guess(data, codec), "wrong-charset" if declared else "undeclared-charset"


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


def _known(declared: str) -> tuple[str, str]:
    """Return Python's name of the charset meant and a fault id."""
    name = declared.strip().strip("'\"").lower()
    if not name:
        return "", ""
    meant = _MEANT.get(name, name)
    try:
        info = codecs.lookup(meant)
    except (LookupError, ValueError):
        return "", "unknown-charset"
    # Python also names codecs that are no charsets (zip, rot13): they do not give text.
    try:
        return (meant, "") if isinstance(info.decode(b"")[0], str) else ("", "unknown-charset")
    except (ValueError, OSError, EOFError):
        return "", "unknown-charset"


def _strictly(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as fault:
        # A text that was cut inside its last character obeys its charset all the same.
        tail = len(data) - fault.start
        return data[: fault.start].decode(codec) if tail < _LONGEST_CHARACTER else None
    except (ValueError, LookupError):
        return None


def _guess(data: bytes, declared: str) -> str:
    """Return the reading whose letters look most like writing."""
    sample = data[:_JUDGED_BYTES]
    # A letter cut in the middle of a character, or with one bad byte, is still what it claims.
    for codec in (declared, "utf-8"):
        if codec and not _SINGLE_BYTE.match(codec):
            text = data.decode(codec, "replace")
            strange = sum(1 for sign in text[:_JUDGED_BYTES] if sign > "\x7f")
            if text[:_JUDGED_BYTES].count("\ufffd") * 8 < strange:
                return text
    if _JAPANESE_SHIFT in sample:
        return data.decode("iso2022_jp_ext", "replace")
    best = max(_CANDIDATES, key=lambda codec: _plausibility(sample, codec))
    return data.decode(best, "replace")


def _plausibility(sample: bytes, codec: str) -> float:
    """Return how much the non-ASCII signs look like writing: the mean weight of a sign."""
    text = sample.decode(codec, "replace")
    strange = [(before, sign) for before, sign in zip(" " + text, text, strict=False) if sign > "~"]
    if not strange:
        return 0.0
    return sum(_weight(before, sign) for before, sign in strange) / len(strange)


def _weight(before: str, sign: str) -> float:
    in_word = before.isascii() and before.isalpha()
    for first, last, weight, joins in _WEIGHTS:
        if first <= sign <= last:
            if sign in _FREQUENT:
                weight = _FREQUENT_WEIGHT
            if in_word:
                return weight if joins else -1.0
            # Cyrillic read with the wrong table shows capitals inside words.
            return -1.0 if "а" <= before <= "я" and sign < "а" else weight
    return -2.0
