"""Lines that a telephone or a mail program adds under a letter.

Known by how they begin or end, in many languages, and by what they name: a device, or a program's
name that stands alone. A person's "Sent from my sister" names neither. Pure and total.
"""

import re
from typing import Final

from mail import phrases
from mail.phrases import lower

#: A line that a program adds is no longer than this, its links apart.
_LENGTH: Final = 120
#: "Sent from my" and a name this short is a device, whatever its name.
_DEVICE_WORDS: Final = 5
#: And so is a name that stands alone behind "Sent with".
_NAME_WORDS: Final = 4
#: What may stand around such a line.
_DRESS: Final = " \t<>()*_[]-.|\u3000"

_LINK: Final = re.compile(r"[<(\[]\s*(?:https?://|www\.|#)[^<>()\[\]]*[>)\]]|https?://\S+")
_BARE_LINK: Final = re.compile(r"\s*[<(\[]?(?:https?://|www\.)\S+[>)\]]?\s*")
#: A link that stands alone, as virus checkers put it.
_ALONE: Final = re.compile(
    r"\s*(?:<?#[0-9A-F-]{20,}>?|<?(?:https?://)?(?:www\.)?(?:avast|avg|aka)\.\w+\S*>?)\s*",
    re.IGNORECASE,
)
#: Outlook's line under a letter, in any language: its name, the telephone's system and a link.
_OUTLOOK: Final = re.compile(r"(?=.*\boutlook)(?=.*\b(?:android|ios)\b)(?=.*<http)", re.IGNORECASE)
#: "Get Mailer for Android", in lower case.
_GET: Final = re.compile(
    r"(?:get|download|try|install|hol(?:e|en)?(?: sie sich| dir)?|téléchargez|télécharger|obtenez"
    r"|obtén|obtener|descargar?|ottieni|scarica|obter|obtenha|baixe|download|pobierz|hämta|hent"
    r"|hanki|lataa|získat|stáhnout|získajte|edinin|indirin?|скачать|загрузить|получить|получите"
    r"|завантажити|отримати|tải|nhận|descarcă|obține|λήψη|ladda ned)\s[^.!?]{2,40}"
    r"\b(?:for|für|pour|para|per|voor|dla|för|til|pro|için|для|cho|pentru|για)\s"
    r"(?:android|ios|iphone|ipad|mobile|desktop|windows|mac)|.{2,30}\b(?:für|voor)\s"
    r"(?:android|ios)\s(?:beziehen|herunterladen|holen|downloaden)"
)


def is_link(line: str) -> bool:
    """Tell whether ``line`` is nothing but a link, as programs put one under their name."""
    return _BARE_LINK.fullmatch(line) is not None


def is_program(line: str) -> bool:
    """Tell whether a program wrote ``line``, and no person."""
    if _ALONE.fullmatch(line):
        return True
    bare = _LINK.sub(" ", line).strip(_DRESS)
    if not bare or len(bare) > _LENGTH or bare[-1] in "?？":
        return False
    if _OUTLOOK.match(line):
        return True
    words = lower(bare)
    if words.startswith("sent from my ") and len(words.split()) <= _DEVICE_WORDS:
        return True
    if words.startswith(phrases.SENT_FROM) or words.endswith(phrases.SENT_FROM_END):
        return any(device in words for device in phrases.DEVICES) or _names(bare)
    return _GET.fullmatch(words) is not None


def _names(line: str) -> bool:
    """Tell whether a name alone stands behind the words of sending."""
    beginning = next((one for one in phrases.SENT_WITH if lower(line).startswith(one)), None)
    if beginning is None:
        return False
    name = line[len(beginning) :].partition(";")[0].split()
    return 0 < len(name) <= _NAME_WORDS and name[0][:1].isupper() and line[-1] not in ".,!:"
