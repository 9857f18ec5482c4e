"""The most likely charset of bytes that do not say, or lie about, their own.

Every candidate is judged by the signs it yields: letters that are frequent in writing speak for
it, damage against it. Pure and total.
"""

import re
from typing import Final

#: ISO-2022-JP is the one charset that hides in seven bits.
JAPANESE_SHIFT: Final = b"\x1b$"

#: Any bytes fit these, so a fit is no proof of the declaration.
SINGLE_BYTE: Final = re.compile(r"^(cp125\d|cp874|iso8859|iso-8859|latin|koi8|mac)")

#: What no writing holds: replacement marks, and signs for private use.
PRIVATE: Final = re.compile("[\ufffd\ue000-\uf8ff]")

#: Tried where the declaration fails, each judged by the letters it yields.
_CANDIDATES: Final = ("gb18030", "cp932", "euc_jp", "big5", "cp949", "cp1251", "koi8-r", "cp1252")

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


def guess(data: bytes, declared: str) -> str:
    """Return the reading whose letters look most like writing."""
    sample = data[:_JUDGED_BYTES]
    # A letter cut in the middle of a character, or with one bad byte, is still what it claims.
    for codec in (declared, "utf-8"):
        if codec and not SINGLE_BYTE.match(codec):
            text = data.decode(codec, "replace")
            strange = sum(1 for sign in text[:_JUDGED_BYTES] if sign > "\x7f")
            if len(PRIVATE.findall(text[:_JUDGED_BYTES])) * 8 < strange:
                return text
    if JAPANESE_SHIFT in sample:
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
    for first, last, usual, joins in _WEIGHTS:
        if not first <= sign <= last:
            continue
        if not joins and before.isascii() and before.isalpha():
            return -1.0
        # Cyrillic read with the wrong table shows capitals inside words.
        if "а" <= before <= "я" and sign < "а":
            return -1.0
        return _FREQUENT_WEIGHT if sign in _FREQUENT else usual
    return -2.0
