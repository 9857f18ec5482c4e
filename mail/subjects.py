"""Subjects without the marks that mail programs put before them.

``Re:``, ``AW:``, ``Antw:``, ``Re[2]:``, ``回复：``, ``关于:`` and their kin are taken off in any
number and mix; a word with a colon that is no such mark stays. Practice S4.9.
"""

import re
from typing import Final

_REPLY: Final = (
    "re", "res", "aw", "antw", "antwort", "sv", "vs", "odp", "odpověď", "r", "rif", "ref", "rép",
    "rep",
    "réf", "ynt", "yan", "yanıt", "cevap", "ha", "hl", "atb", "bls", "vá", "rv", "απ", "σχετ",
    "отв",
    "ответ", "відп", "відповідь", "trả lời", "tl", "回复", "回覆", "回信", "答复", "答覆", "关于",
    "關於", "返信",
    "返", "회신", "답장", "re^2", "reply", "respuesta", "resposta", "risposta", "réponse", "svar",
    "on",
)  # fmt: skip
_FORWARD: Final = (
    "fw", "fwd", "wg", "tr", "vb", "vl", "fs", "i", "enc", "encam", "rv", "pd", "doorst", "ilt",
    "i̇lt",
    "пер", "переслано", "转发", "轉寄", "轉發", "転送", "fyi", "vidarebefordrat", "videresendt",
    "전달", "chuyển tiếp",
)  # fmt: skip


def _marks(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))


_PREFIX: Final = re.compile(
    r"\s*(?:\[(?:external|extern|ext)\]\s*|"
    rf"(?:{_marks((*_REPLY, *_FORWARD))})\s?(?:\[\d{{1,3}}\]|\(\d{{1,3}}\)|\^\d{{1,3}}"
    rf"|\*\d{{1,3}})?\s?[:：]\s*)",
    re.IGNORECASE,
)
_FORWARDED: Final = re.compile(
    rf"\s*(?:\[(?:external|extern|ext)\]\s*)?(?:{_marks(_FORWARD)})\s?(?:\[\d{{1,3}}\])?\s?[:：]",
    re.IGNORECASE,
)


def strip_prefixes(subject: str) -> str:
    """Return ``subject`` without any mark of reply or forwarding before it."""
    position = 0
    while (found := _PREFIX.match(subject, position)) is not None:
        position = found.end()
    return subject[position:].strip()


def is_forwarded(subject: str) -> bool:
    """Tell whether the foremost mark says that a mail is passed on."""
    return _FORWARDED.match(subject) is not None


def is_reply(subject: str) -> bool:
    """Tell whether a mark says that a mail answers or passes on another one."""
    return _PREFIX.match(subject) is not None
