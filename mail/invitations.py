"""The line above which a desk or a network wants its answer: all below it is history.

Known by what it says together, in the languages that are read: to answer, above, and this line. A
line between marks needs no more than two of them, or says what the answer will be. Pure and total.
"""

import re
from typing import Final

from mail.phrases import any_of, lower

_LENGTH: Final = 120
#: A line without marks around it is shorter, and asks nothing.
_BARE_LENGTH: Final = 70
_ANSWER: Final = (
    "reply", "respon", "answer", "antwort", "répon", "respuest", "conteste", "contestar",
    "rispond", "rispost", "respost", "antwoord", "reageer", "odpowied", "odpowiad", "svar",
    "vastau", "vastaa", "odpov", "yanıt", "cevap", "ответ", "отвеч", "відпов", "trả lời", "返信",
    "返答", "回复", "回覆", "回應", "회신", "답장", "답변",
)  # fmt: skip
#: A person may ask for words above a line too, for an engraving: they count between marks alone.
_WRITE: Final = (
    "write", "type", "schreib", "écri", "escrib", "scriv", "escrev", "digit", "typ ", "schrijf",
    "napisz", "skriv", "kirjoit", "napiš", "yazın", "напиш", "viết", "記入", "填写",
)  # fmt: skip
_ABOVE: Final = (
    "above", "over this", "oberhalb", "über", "au-dessus", "au dessus", "encima", "arriba",
    "acima", "sopra", "boven", "powyżej", "nad ", "ovanför", "över", "ovenfor", "over denne",
    "yläpuolelle", "üst", "yukarı", "выше", "над ", "вище", "trên", "より上", "上に", "上部",
    "以上", "之上", "上方", "위에",
)  # fmt: skip
_LINE: Final = (
    "line", "linie", "zeile", "ligne", "línea", "linha", "riga", "regel", "lijn", "linii",
    "linią", "linię", "linje", "rad", "streck", "streg", "strek", "viiva", "rivi", "řád", "čár",
    "satır", "çizgi", "строк", "лини", "черт", "рядк", "ліні", "рис", "dòng", "行", "線", "线",
    "분리선", "줄", "선 ",
)  # fmt: skip
#: "This line" as one phrase: a line without marks around it says so, or is a person's.
_THIS: Final = (
    "this", "diese", "dieser", "cette", "esta", "questa", "deze", "tej", "tą", "denna", "denne",
    "denne her", "den här", "tämän", "této", "touto", "tímto", "bu", "этой", "этим", "цієї", "цим",
    "цього", "この", "此", "이",
)  # fmt: skip
#: What is answered, where the line tells what becomes of the answer.
_MAIL: Final = (
    "this email", "this e-mail", "this message", "this notification", "diese e-mail",
    "diese nachricht", "cet e-mail", "ce message", "ce mail", "este correo", "este mensaje",
    "este e-mail", "esta mensagem", "questa e-mail", "questa mail", "questo messaggio",
    "deze e-mail", "dit bericht", "tę wiadomość", "ten e-mail", "det här mejlet", "denne e-mail",
    "denne mailen", "tähän viestiin", "tento e-mail", "bu e-posta", "это письмо", "этот email",
    "цей лист", "email này", "このメール", "此邮件", "此郵件", "이 메일",
)  # fmt: skip
#: How such a line begins where no marks stand around it.
_STARTS: Final = (
    *_ANSWER, "please", "bitte", "veuillez", "merci de", "prière", "por favor", "si prega",
    "per favore", "gelieve", "prosimy", "proszę", "vänligen", "venligst", "vennligst",
    "ole hyvä", "prosím", "lütfen", "пожалуйста", "будь ласка", "vui lòng", "この", "请", "請",
    "이 ",
)  # fmt: skip
_TO_ANSWER: Final = re.compile(any_of(_ANSWER))
_TO_WRITE: Final = re.compile(any_of((*_ANSWER, *_WRITE)))
_OVER: Final = re.compile(any_of(_ABOVE))
_BORDER: Final = re.compile(any_of(_LINE))
_THIS_LINE: Final = re.compile(
    rf"(?<!\w)(?:{any_of(_THIS)})\s?(?:{any_of(_LINE)})|(?:{any_of(_LINE)})\s?(?:này|kẻ này)"
)
_ABOUT: Final = re.compile(any_of(_MAIL))
_QUESTIONS: Final = "?？"
_MARKS: Final = frozenset("#-—–=_*~<>[]+•·")


def is_invitation(line: str) -> bool:
    """Tell whether a desk asks here to answer above."""
    bare = line.strip()
    if not bare or len(bare) > _LENGTH:
        return False
    marked = _MARKS.issuperset(bare[:2] + bare[-2:])
    if not marked and (len(bare) > _BARE_LENGTH or bare[-1] in _QUESTIONS):
        return False
    words = lower(bare)
    if marked:
        return _TO_WRITE.search(words) is not None and (
            _ABOUT.search(words) is not None
            or (_OVER.search(words) is not None and _BORDER.search(words) is not None)
        )
    return (
        words.lstrip("[(*# -").startswith(_STARTS)
        and _TO_ANSWER.search(words) is not None
        and _OVER.search(words) is not None
        and _THIS_LINE.search(words) is not None
    )
