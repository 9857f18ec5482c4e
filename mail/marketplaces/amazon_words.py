"""The words Amazon writes around a buyer's: tables by language, compiled once.

A further language is a further word in a row. Words that were not found in any mail (nl, pl, sv,
tr) are left to the structure: dashes, a short phrase, dashes.
"""

import re
from collections.abc import Mapping
from typing import Final

from mail.marketplaces.form_words import Field

MARKETPLACE_IDS: Final[Mapping[str, str]] = {
    "ATVPDKIKX0DER": "amazon.com",
    "A2EUQ1WTGCTBG2": "amazon.ca",
    "A1AM78C64UM0Y8": "amazon.com.mx",
    "A2Q3Y263D00KWC": "amazon.com.br",
    "A1F83G8C2ARO7P": "amazon.co.uk",
    "A1PA6795UKMFR9": "amazon.de",
    "A13V1IB3VIYZZH": "amazon.fr",
    "APJ6JRA9NG5V4": "amazon.it",
    "A1RKKUPIHCS9HS": "amazon.es",
    "A1805IZSGTT6HS": "amazon.nl",
    "AMEN7PMS3EDWL": "amazon.com.be",
    "A2NODRKZP88ZB9": "amazon.se",
    "A1C3SOZRARQ6R3": "amazon.pl",
    "A33AVAJ2PDY3EV": "amazon.com.tr",
    "ARBP9OOSHTCHU": "amazon.eg",
    "A17E79C6D8DWNP": "amazon.sa",
    "A2VIGQ35RCS4UG": "amazon.ae",
    "A21TJRUUN4KGV": "amazon.in",
    "A19VAU5U5O7RUS": "amazon.sg",
    "A39IBJ37TRP1C6": "amazon.com.au",
    "A1VC38T7YXB528": "amazon.co.jp",
}

_STARTS: Final = (
    "message:", "begin message", "début du message", "debut du message", "anfang der nachricht",
    "nachricht:", "messaggio:", "inizio messaggio", "iniciar mensaje", "mensaje:", "mensagem:",
    "início da mensagem", "inicio da mensagem", "iniciar mensagem", "メッセージはここから",
    "bericht:", "wiadomość:", "meddelande:", "mesaj:", "消息：", "begin message / début du message",
)  # fmt: skip
_ENDS: Final = (
    "end message", "fin du message", "ende der nachricht", "fine messaggio", "finalizar mensaje",
    "encerrar mensagem", "fim da mensagem", "mensagem final", "メッセージはここまで",
    "end message / fin du message", "einde bericht", "koniec wiadomości", "slut på meddelande",
    "mesajın sonu", "消息结束",
)  # fmt: skip
_DASHES: Final = r"(?<![-‐-―])[-‐-―]{3,200}"


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


#: Quickly told: a text without this has no mark of its own.
DASHED: Final = re.compile(r"[-‐-―]{3,}")
START: Final = re.compile(
    rf"{_DASHES}\s*(?:{_either(_STARTS)}|[^\n-]{{1,40}}[:：])\s*{_DASHES}", re.IGNORECASE
)
END: Final = re.compile(rf"{_DASHES}\s*(?:{_either(_ENDS)})\s*:?\s*{_DASHES}", re.IGNORECASE)
#: A line of dashes around a phrase, in whatever language.
MARK_LINE: Final = re.compile(rf"(?m)^[ \t]*{_DASHES}[ \t]*[^\n-]{{3,40}}?[ \t]*{_DASHES}[ \t]*$")
ANY_MARK: Final = re.compile(rf"{_DASHES}[ \t]*[^\n-]{{1,40}}?[ \t]*{_DASHES}")
#: Newer letters have no dashes: a line of its own before, a link's words after.
PLAIN_START: Final = re.compile(
    r"(?mi)^[ \t]*(?:message|nachricht|messaggio|mensaje|mensagem|メッセージ)\s?[:：][ \t]*$"
)
FOOTER: Final = re.compile(
    r"(?mi)^[ \t]*(?:view message|nachricht anzeigen|afficher le message|voir le message"
    r"|visualizza messaggio|ver mensaje|ver mensagem|メッセージを表示|was this e-?mail helpful"
    r"|war diese e-mail hilfreich|cet e-mail vous a-t-il|questa e-?mail ti è stata"
    r"|este correo|このeメールは|for your information: to help arbitrate|copyright|©|spc-[a-z]{2,}"
    r"|\[commmgrtok:)"
)

#: The subject under which Amazon sends the seller a copy of their own message.
OWN_COPY: Final = re.compile(
    r"(?:your (?:e-?mail|message) to|ihre (?:e-mail|nachricht) an|votre (?:e-mail|message) à"
    r"|tu (?:correo|mensaje) (?:electrónico )?(?:a|para)|la tua e-?mail a"
    r"|il tuo messaggio a(?!ll'acq)"
    r"|seu e-?mail para|sua mensagem para|je e-mail (?:aan|naar))\s",
    re.IGNORECASE,
)
#: The subject under which it says that a message of ours was not delivered.
UNDELIVERED: Final = re.compile(
    r"(?:your (?:message|e-?mail)[^\n]{0,60}(?:was not|could not be|wasn't"
    r"|not) (?:be )?(?:delivered|sent)"
    r"|unable to deliver the message|nachricht[^\n]{0,60}nicht zugestellt"
    r"|message[^\n]{0,60}n'a pas (?:pu être|été) (?:remis|envoyé|livré|distribué)"
    r"|messaggio[^\n]{0,60}non è stato (?:consegnato|recapitato)"
    r"|mensaje[^\n]{0,60}no (?:se ha|ha sido|se pudo) (?:entregado|entregar)"
    r"|mensagem[^\n]{0,60}não (?:foi|pôde ser) entregue|メッセージ[^\n]{0,40}(?:配信|送信)(?:され"
    r"|でき)ませんでした)",
    re.IGNORECASE,
)

#: What says an A-to-z claim at Amazon alone, in small letters without accents: elsewhere these are
#: a request for money or for anything.
CLAIMS: Final = re.compile(
    r"richiesta di rimborso ricevuta|\brichiesta (?:di garanzia|dalla a alla z)"
    r"|\b(?:antrag|anspruch) (?:fur|zu) .{0,40}(?:erhalten|eingegangen)"
)

#: The sentence in which Amazon's customer service writes for a buyer.
SERVICE_FORM: Final = re.compile(
    r"contacted by a customer regarding the order|reason for contact\s?[:：]"
    r"|an inquiry from one of our customers",
    re.IGNORECASE,
)
#: A text with all of these fields is a form, whatever its sentences.
FORM_FIELDS: Final = frozenset({Field.ORDER, Field.ITEM, Field.REASON, Field.COMMENT})
