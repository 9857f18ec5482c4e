"""Etsy: buyers write from robots' addresses, so the subject tells them from notices.

Whether an answer by mail reaches the buyer is not known; that is for the policy to decide.
"""

import re
from typing import Final

from cases.values import Notice
from mail.addresses import same_domain
from mail.marketplaces.marketplace import Origin, Role, Words
from mail.marketplaces.notices import announce
from mail.opened import Opened
from mail.subjects import strip_prefixes

_CONVERSATION: Final = re.compile(
    r"etsy conversation with|needs help with an order|opened a case for order|sent you a message",
    re.IGNORECASE,
)
_WRITERS: Final = (
    re.compile(r"conversation with\s+(.{1,80}?)\s*$", re.IGNORECASE),
    re.compile(r"^(.{1,80}?)\s+(?:needs help|opened a case|sent you)", re.IGNORECASE),
)
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
_TOPICS: Final = (
    ("sale", re.compile(r"made a sale|new order", re.IGNORECASE)),
    ("refund", re.compile(r"refund", re.IGNORECASE)),
    ("cancellation", re.compile(r"cancel", re.IGNORECASE)),
    ("claim", re.compile(r"\bcase\b", re.IGNORECASE)),
    ("feedback", re.compile(r"review|feedback", re.IGNORECASE)),
)


class Etsy:
    """The mails of Etsy."""

    name = "etsy"
    orders = re.compile(r"(?i)order\s*(?:no\.?|number|id)?\s*[:#]?\s*#?(\d{9,12})\b")

    def origin(self, mail: Opened) -> Origin | None:
        """Return conversation for a buyer's message, notice for any other of Etsy's."""
        if not same_domain(mail.sender.domain, "etsy.com"):
            return None
        talks = mail.sender.address == "conversations@mail.etsy.com"
        talks = talks or _CONVERSATION.search(mail.subject) is not None
        return Origin(marketplace="etsy", role=Role.CONVERSATION if talks else Role.NOTICE)

    def buyer(self, mail: Opened, origin: Origin, words: Words | None) -> tuple[str, str | None]:
        """Return the buyer by name, because all share one address."""
        del words
        if origin.role is not Role.CONVERSATION:
            return "", None
        subject = strip_prefixes(mail.subject)
        found = next(filter(None, (words.search(subject) for words in _WRITERS)), None)
        name = (found[1] if found is not None else mail.sender.name).strip().casefold()
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
        """Return the topic that the subject names, with the fields of the form."""
        if origin.role is not Role.NOTICE:
            return None
        topic = next((name for name, words in _TOPICS if words.search(mail.subject)), "other")
        return announce(topic, mail, "America/New_York")


MARKETPLACE: Final = Etsy()
