"""What shows that a person wrote a letter, where a weak sign speaks for a machine.

A person asks, and speaks of themself; a machine tells. A mail server's report speaks of mail and
names an address, a desk's receipt speaks of requests: a letter with none of their words is about
goods. Pure and total.
"""

import re
from typing import Final

from mail import absence_words as absence
from mail import automatic_words as automatic
from mail import bounce_words as bounces
from mail import bulk_words as bulk
from mail import meanwhile_words as meanwhile
from mail import receipt_words as receipts
from mail.seen import Seen
from mail.sentences import plain

#: A shop says "we".
FIRST_PERSON: Final = re.compile(
    plain(
        r"\b(?:i|i'm|i've|my|ich|mein|meine|je|j'ai|mon|ma|mi|mio|mia|ik|mijn|eu|meu|minha|jag|jeg|moj"
        r"|moja|benim|я|мой|моя|мне|меня|мій|моя|мені)\b|私|我|僕|제가"
    )
)
#: A person tells what a desk said.
TELLING: Final = re.compile(
    r"\b(?:i|i'm|i've|nobody|no one|ich|niemand|je|j'ai|personne|nadie|nessuno|nikt|ingen)\b"
)
#: A person asks the reader; a machine asks "Need help sooner?".
QUESTION: Final = re.compile(
    plain(
        r"\b(?:can|could|would|will|may|when|where|why|is|are|do|did|konnen|konnten|kann|wann|wo|ist"
        r"|pouvez|pourriez|quand|est|puede|pueden|podria|cuando|potete|puo|quando|kunt|kan|czy|voce)"
        r"\b[^.?¶]{0,90}\?|[かの吗嗎呢]\s?[?。]|까요\?"
    )
)
REQUEST: Final = re.compile(
    plain(
        r"\?|\b(?:please|can you|could you|bitte|konnen sie|konnten sie|merci de|pouvez"
        r"|por favor|puede"
        r"|per favore|potete|graag|kunt u|prosze|snalla|venligst|lutfen|пожалуйста)\b|ください"
        r"|下さい|ますか|でしょうか|请|請|吗|嗎|주세요|까요"
    )
)
#: The lines of a form that a shop's page sends: who writes, and what.
_FORM_WRITER: Final = re.compile(
    r"(?im)^\W{0,4}(?:your |full |first |last |ihr |votre |vor)?(?:name|e-?mail(?:[ -]?address)?"
    r"|nachname|nom|prénom|courriel|nombre|apellidos?|correo|nome|cognome|naam|imię|namn|navn|nimi"
    r"|jméno|ad(?:ınız)? soyad(?:ınız)?|имя|ім'я|họ tên|氏名|お名前|メールアドレス|姓名|邮箱|電郵"
    r"|이름|이메일)\W{0,3}\s?[:：]"
)
_FORM_WORDS: Final = re.compile(
    r"(?im)^\W{0,4}(?:your |ihre? |votre )?(?:message|comments?|enquiry|inquiry|question|nachricht"
    r"|mitteilung|anfrage|mensaje|consulta|comentarios?|messaggio|richiesta|mensagem|bericht|vraag"
    r"|wiadomość|treść|meddelande|besked|melding|viesti|zpráva|mesaj|сообщение|повідомлення"
    r"|nội dung|お問い?合わ?せ内容|メッセージ|内容|留言|文意|문의 ?내용)\W{0,3}\s?[:：]"
)
#: A text longer than these is no person's who says so little.
_BRIEF: Final = 300
_SHORT: Final = 1000
#: What mail servers and desks speak of.
_MAIL: Final = re.compile(
    plain(
        r"\b(?:e-?mails?|mails?|mailbox\w*|inbox\w*|messages?|recipients?|smtp|servers?|undeliver\w*|bounced?"
        r"|tickets?|nachricht\w*|empfanger\w*|postfach|courriels?|courriers?|destinataires?"
        r"|mensajes?|correos?|destinatari\w*|messaggi\w*|casella|mensagem|mensagens|bericht\w*"
        r"|postvak|wiadomosc\w*|skrzynk\w*|odbiorc\w*|meddeland\w*|meddelels\w*|mottagar\w*"
        r"|modtager\w*|mottaker\w*|viesti\w*|vastaanotta\w*|zprav\w*|prijemc\w*|ileti\w*|mesaj\w*"
        r"|сообщени\w*|письм\w*|получател\w*|ящик\w*|повідомленн\w*)\b"
        r"|#\d{3}|メール|受信|宛先|配信|邮件|郵件|邮箱|郵箱|收件|信箱|메일|수신"
    )
)
_MACHINES: Final = (
    absence.ABSENCE, meanwhile.HANDLING, meanwhile.DISUSED, automatic.AUTOMATIC,
    automatic.CHALLENGES, bounces.BOUNCE_SENTENCES, bulk.FOOTERS, receipts.RECEIVED,
    receipts.FOLLOWING, receipts.TICKETS,
)  # fmt: skip
#: Hosts on which persons have their addresses.
_FREE_HOSTS: Final = frozenset(
    {"gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "aol.com",
     "icloud.com", "me.com", "mac.com", "yahoo.com", "yahoo.co.uk", "yahoo.de", "yahoo.fr",
     "yahoo.es", "yahoo.it", "yahoo.co.jp", "ymail.com", "hotmail.co.uk", "hotmail.de",
     "hotmail.fr", "hotmail.es", "hotmail.it", "outlook.de", "outlook.fr", "outlook.es",
     "outlook.it", "outlook.jp", "live.de", "live.fr", "live.co.uk", "gmx.de", "gmx.net", "gmx.at",
     "gmx.ch", "gmx.com", "web.de", "t-online.de", "freenet.de", "orange.fr", "free.fr", "sfr.fr",
     "laposte.net", "wanadoo.fr", "libero.it", "virgilio.it", "alice.it", "tin.it", "wp.pl",
     "onet.pl", "o2.pl", "interia.pl", "seznam.cz", "qq.com", "163.com", "126.com", "foxmail.com",
     "sina.com", "naver.com", "daum.net", "hanmail.net", "mail.ru", "yandex.ru", "bk.ru", "ukr.net",
     "proton.me", "protonmail.com", "uol.com.br", "bol.com.br", "terra.com.br", "docomo.ne.jp",
     "ezweb.ne.jp", "softbank.ne.jp", "ziggo.nl", "kpnmail.nl", "telenet.be", "bluewin.ch"}
)  # fmt: skip


def asks(seen: Seen) -> bool:
    """A person asks for something; machines tell."""
    return REQUEST.search(seen.folded.text) is not None


def is_letter(seen: Seen) -> bool:
    """Its writer asks or speaks of themself, and nothing in it is a server's or a desk's."""
    text = seen.folded.text
    if "@" in seen.new or is_machines(seen):
        return False
    speaks, wishes = FIRST_PERSON.search(text) is not None, asks(seen)
    return (speaks and wishes) or ((speaks or wishes) and not speaks_of_mail(seen))


def is_form(seen: Seen) -> bool:
    """The lines of a form that somebody filled in."""
    return bool(_FORM_WRITER.search(seen.new) and _FORM_WORDS.search(seen.new))


def speaks_and_asks(seen: Seen) -> bool:
    """Its writer speaks of themself and asks for something, without a link."""
    spoken = FIRST_PERSON.search(seen.folded.text) is not None
    return spoken and asks(seen) and not _has_link(seen)


def is_plain_letter(seen: Seen) -> bool:
    """A short letter without a link: no newsletter comes so."""
    return len(seen.new) < _SHORT and not _has_link(seen) and is_letter(seen)


def is_plain_note(seen: Seen) -> bool:
    """A few words that are no machine's and do not speak of mail."""
    return (
        0 < len(seen.new) < _BRIEF
        and not _has_link(seen)
        and not is_machines(seen)
        and not speaks_of_mail(seen)
    )


def speaks_of_mail(seen: Seen) -> bool:
    """A word of mail servers and desks stands in it."""
    return _MAIL.search(seen.folded.text) is not None


def is_machines(seen: Seen) -> bool:
    """A sentence of a machine's tables stands in it."""
    return any(table.stand(seen.folded) for table in _MACHINES)


def _has_link(seen: Seen) -> bool:
    return "http" in seen.new or "www." in seen.new


def at_home(seen: Seen) -> bool:
    """A letter from a host on which persons have their addresses."""
    return seen.mail.sender.domain in _FREE_HOSTS and is_letter(seen)
