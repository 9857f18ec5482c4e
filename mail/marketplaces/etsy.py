"""Etsy: buyers write from robots' addresses, so the subject tells them from notices.

Whether an answer by mail reaches the buyer is not known; that is for the policy to decide.
"""

import re
from typing import Final

from cases.values import Notice
from mail.addresses import same_domain
from mail.marketplaces.form_words import ORDER_WORD
from mail.marketplaces.marketplace import Origin, Role, Words
from mail.marketplaces.notices import announce
from mail.marketplaces.topics import find_topic
from mail.opened import Opened
from mail.subjects import is_reply, strip_prefixes

#: A person's name, and not "a buyer"; "An" and "El" are names too.
_NAME: Final = (
    r"^(?!(?:an?|the|your|eine?|deine?|ihre?|une?|votre|el|la|un[oa]?|tu|il|uma?|o|een|de|din|en) "
    r"(?:buyer|customer|shopper|member|käufer|kund|mitglied|acheteu|client|membre|comprador"
    r"|miembro|acquirente|membro|koper|klant|lid\b|köpare|medlem))"
    r"(?P<name>[^\n]{1,80}?) "
)
_OPENED: Final = re.compile(rf"(?i){_NAME}opened a case for order")
_HELP: Final = re.compile(
    rf"(?i){_NAME}(?:needs help with|(?:braucht|benötigt) hilfe (?:bei|mit)"
    r"|a besoin d[’']aide (?:pour|concernant|avec)|necesita ayuda con"
    r"|ha bisogno di (?:aiuto|assistenza)|precisa de ajuda com|heeft hulp nodig (?:bij|met)"
    r"|potrzebuje pomocy|behöver hjälp med"
    r"|sent you a message|hat dir eine nachricht|vous a envoyé un message|te ha enviado un mensaje"
    r"|ti ha inviato un messaggio|te enviou uma mensagem|heeft je een bericht"
    r"|wysłał[(/]?a?\)? (?:ci|do ciebie) wiadomość|har skickat (?:dig )?ett meddelande)"
    r"|^(?P<east>[^\n]{1,40}?)(?:さん|様)(?:が注文|から(?:注文|ヘルプ|メッセージ))"
)
_TALK: Final = re.compile(
    r"(?i)(?:conversation with|unterhaltung mit|conversation (?:etsy )?avec"
    r"|conversación (?:de|en) etsy con|conversazione (?:su )?etsy con|conversa (?:na|no) etsy com"
    r"|etsy-gesprek met|rozmowa (?:na )?etsy z|etsy-konversation med)\s+(?P<name>.{1,80}?)\s*$"
)
#: Where the days of its notices end.
_ZONE: Final = "America/New_York"
#: What a subject says that a buyer writes through a robot's address, and who it is.
_WRITERS: Final = (_TALK, _HELP, _OPENED)
#: The sentence above a message, by its words, else by its place: a greeting, then a sentence.
_START: Final = re.compile(
    r"(?mi)^.{0,80}(?:sent you a message|heeft je een bericht gestuurd"
    r"|hat dir eine nachricht gesendet"
    r"|vous a envoyé un message|te ha enviado un mensaje|ti ha inviato un messaggio"
    r"|te enviou uma mensagem|wysłał[(/]?a?\)? (?:ci|do ciebie) wiadomość"
    r"|メッセージが届きました|メッセージを送信しました)[.。:：]?[ \t]*\n"
    r"|\A\s*[^\n]{1,60}[,，、!]\s*\n\s*[^\n]{4,100}[.。:：][ \t]*\n"
)
_END: Final = re.compile(
    r"(?mi)^[ \t]*(?:view (?:the )?message|reply on etsy|reply to|go to conversation"
    r"|help request:|©|copyright|you are receiving|this email was sent"
    r"|bericht bekijken|nachricht (?:ansehen|anzeigen)|(?:voir|afficher) le message"
    r"|ver (?:el )?mensaje"
    r"|visualizza (?:il )?messaggio|vedi (?:il )?messaggio|ver (?:a )?mensagem|zobacz wiadomość"
    r"|メッセージを(?:見る|表示|確認)|[^\n]{1,40} (?:op|auf|sur|en|su|no|na) etsy\b)"
)
#: Newer forms draw a line above and below the message.
_LINED: Final = re.compile(r"(?m)^[ \t]*[-_=─]{10,}[ \t]*$")
_FIELD: Final = re.compile(
    r"(?mi)^[ \t]*(?:you need help with|your ideal resolution|note for seller|they need help with"
    r"|ideal resolution)[ \t]*:[ \t]*"
)


class Etsy:
    """The mails of Etsy."""

    name = "etsy"
    orders = re.compile(
        # In Turkish, and at times in Japanese and Chinese, the word stands behind.
        rf"(?i)(?:{ORDER_WORD}#?\s?|#(?=\d+\s?(?:numaralı|nolu|の|号)?\s?(?:sipariş|ご?注文|订单|訂單)))"
        r"(\d{9,12})(?!\d)"
    )

    def origin(self, mail: Opened) -> Origin | None:
        """Return conversation for a buyer's message, notice for any other of Etsy's."""
        if not same_domain(mail.sender.domain, "etsy.com"):
            return None
        talks = mail.sender.address == "conversations@mail.etsy.com"
        talks = talks or _writer(mail.subject) is not None
        return Origin(marketplace="etsy", role=Role.CONVERSATION if talks else Role.NOTICE)

    def buyer(self, mail: Opened, origin: Origin, words: Words | None) -> tuple[str, str | None]:
        """Return the buyer by name, because all share one address."""
        del words
        if origin.role is not Role.CONVERSATION:
            return "", None
        name = (_writer(mail.subject) or mail.sender.name).strip().casefold()
        return (f"etsy:{name}" if name else ""), None

    def words(self, mail: Opened, origin: Origin) -> Words | None:
        """Return the message, or the fields of a help request."""
        if origin.role is not Role.CONVERSATION:
            return None
        end = _END.search(mail.text)
        text = mail.text[: end.start()] if end is not None else mail.text
        fields = list(_FIELD.finditer(text))
        if fields:
            inner = _FIELD.sub("", text[fields[0].start() :]).strip()
            return Words(text=inner, wrapper=mail.text)
        start = _START.search(text)
        if start is None:
            return None
        inner = text[start.end() :].strip()
        rules = list(_LINED.finditer(inner))
        if len(rules) > 1 and rules[0].start() == 0:
            inner = inner[rules[0].end() : rules[-1].start()].strip()
        return Words(text=inner, wrapper=mail.text)

    def notice(self, mail: Opened, origin: Origin) -> Notice | None:
        """Return the topic that the subject names, with the fields of the form.

        A case is announced by its subject even where the buyer's own words stand in the mail.
        """
        if origin.role is Role.NOTICE:
            return announce(find_topic(mail.subject), mail, _ZONE)
        opened = _OPENED.match(strip_prefixes(mail.subject)) is not None
        return announce("claim", mail, _ZONE) if opened and not is_reply(mail.subject) else None


def _writer(subject: str) -> str | None:
    """Return who writes through a robot's address, None where nobody does."""
    bare = strip_prefixes(subject)
    found = next(filter(None, (words.search(bare) for words in _WRITERS)), None)
    if found is None:
        return None
    return found.groupdict().get("name") or found.groupdict().get("east")


MARKETPLACE: Final = Etsy()
