"""Paragraphs under a letter that nobody wrote in it: legal notices, adverts of webmail.

A legal notice is known by what such notices say together, not by one firm's sentences: that
something is confidential, for whom it is meant, what to do if it came by error. A buyer says one or
two of these ("I ordered by mistake, please delete it"), never three. Tables by meaning, with words
of many languages in each row. Pure and total.
"""

import re
from typing import Final

from mail.phrases import any_of, lower

#: What a legal notice says, by the beginnings of its words: each row is a reason to take a
#: paragraph for one, three are enough.
_CONFIDENTIAL: Final = (
    "confidential", "privileged", "proprietary", "vertraulich", "rechtlich geschützt",
    "confidentiel", "confidencial", "riservat", "confidenzial", "vertrouwelijk", "poufn",
    "konfidentiell", "fortrolig", "luottamuksell", "důvěrn", "gizli", "конфиденциал",
    "конфіденцій", "機密", "秘密", "保密", "机密", "기밀", "εμπιστευτικ",
)  # fmt: skip
_BY_ERROR: Final = (
    "in error", "by mistake", "irrtümlich", "irrtuemlich", "versehentlich", "par erreur",
    "por error", "per errore", "por engano", "por erro", "bij vergissing", "ten onrechte",
    "per abuis", "omyłkow", "pomyłk", "av misstag", "felaktigt", "ved en fejl", "ved en feil",
    "ved feiltak", "erehdyksess", "omylem", "yanlışlıkla", "hata ile", "по ошибке", "помилково",
    "誤って", "误收", "誤收", "错误地", "실수", "잘못", "κατά λάθος",
)  # fmt: skip
_MEANT_FOR: Final = (
    "intended solely", "intended only", "intended recipient", "intended for",
    "intended exclusively", "not the intended", "addressee", "sole use", "exclusive use",
    "named recipient", "named above", "solely for the use", "richtige adressat",
    "richtiger adressat", "beabsichtigte empfänger", "beabsichtigter empfänger",
    "vorgesehene empfänger", "richtige empfänger", "bestimmte empfänger", "destinataire",
    "destinatari", "indirizzati esclusivamente", "indirizzato esclusivamente", "geadresseerde",
    "bestemd voor", "adresat", "avsedd", "mottagare", "modtager", "mottaker", "vastaanottaj",
    "příjemc", "alıcı", "адресат", "получател", "宛先", "受信者", "收件人", "수신",
)  # fmt: skip
_TO_DO: Final = (
    "delete", "deleting", "destroy", "disclos", "dissemin", "unauthorised", "unauthorized",
    "prohibited", "löschen", "vernichten", "untersagt", "nicht gestattet", "unbefugt", "détruire",
    "supprimer", "interdit", "elimin", "borrar", "borre", "destru", "prohibid", "proibid",
    "distrugger", "cancell", "vietat", "vernietig", "verwijder", "verboden", "usun", "skasow",
    "zabronion", "radera", "förbjud", "slett", "forbudt", "poista", "kielletty", "smaz", "zakázán",
    "silin", "yasak", "удалит", "уничтож", "запрещ", "видалит", "заборон", "削除", "破棄", "删除",
    "刪除", "禁止", "삭제",
)  # fmt: skip
_REASON: Final = {
    lower(word): number
    for number, words in enumerate((_CONFIDENTIAL, _BY_ERROR, _MEANT_FOR, _TO_DO))
    for word in words
}
_REASONS: Final = re.compile(any_of(_REASON))
_ENOUGH: Final = 3
#: A notice may come in several paragraphs, each of which says something of it.
_PARAGRAPHS: Final = 4
_LENGTH: Final = 4000
_PRINTING: Final = re.compile(
    r"environment before print|before printing this|(?:do not|don't) print this (?:e-?mail|message)"
    r"|denken sie (?:bitte )?an die umwelt|umwelt,? bevor sie|bevor sie diese e-?mail (?:aus)?druck"
    r"|pensez à l'environnement|avant d'imprimer|medio ?ambiente antes|antes de imprimir"
    r"|prima di stampare|denk aan het milieu|voordat u deze e-?mail print|tänk på miljön"
    r"|tænk på miljøet|tenk på miljøet|zanim wydrukujesz|před vytištěním|印刷する前に|打印此?邮件"
)
_PRINTING_LENGTH: Final = 250
#: Webmail hosts that wrote adverts under a line of their own.
ADVERT: Final = re.compile(
    r"(?i)do you yahoo|yahoo! (?:mail|messenger|answers)|\bmsn\b|hotmail|windows live|\baol\b|juno"
    r"|lycos|netscape|excite\.|caramail|voila\.fr|tiscali|libero\.it|\bgmx\b|web\.de|mail\.ru"
    r"|http://[\w.]*(?:yahoo|msn|live|aol)\."
)


def count_footers(paragraphs: list[str]) -> int:
    """Return how many of the last paragraphs are a footer."""
    if not paragraphs:
        return 0
    last = lower(paragraphs[-1][:_LENGTH])
    if len(last) < _PRINTING_LENGTH and _PRINTING.search(last):
        return 1
    told: set[int] = set()
    for number, paragraph in enumerate(reversed(paragraphs[-_PARAGRAPHS:]), start=1):
        text = lower(paragraph[:_LENGTH])
        said = {_REASON[found[0]] for found in _REASONS.finditer(text)}
        if not said:
            break
        told |= said
        if len(told) >= _ENOUGH:
            return number
    return 0
