"""The mail that a bounce returns: its ids, whom it did not reach, its subject.

Read where it stands: in the fields of a delivery report, in the message or the header attached to
it, else in the bounce's own words, because many servers and marketplaces write no report. What is
found matches a bounce to a mail of ours; it proves nothing by itself, for reports can be forged.
Pure and total. RFC 3464 2.3, RFC 5322 3.6.4.
"""

import re
from collections.abc import Iterator
from typing import Final

from cases.values import Undelivered
from mail.addresses import parse_addresses
from mail.headers import decode_words
from mail.message import EMBEDDED, Message
from mail.opened import Opened
from mail.phrases import SUBJECT, any_of, lower
from mail.signs import DELIVERY_REPORTS

_HEADER_TYPES: Final = frozenset({"text/rfc822-headers", "message/rfc822-headers"})
_ID: Final = re.compile(r"(?mi)^[> \t]*Message-ID:\s*(<[^<>\s]{1,250}>)")
_RECIPIENT: Final = re.compile(
    r"(?mi)^(?:Final|Original)-Recipient:[ \t]*(?:[\w-]{1,20};)?[ \t]*(\S{3,320})"
)
_ACTION: Final = re.compile(r"(?mi)^Action:[ \t]*(\w{1,20})")
_FAILED_FIELDS: Final = ("x-failed-recipients", "x-failed-recipient")
_LABELS: Final = tuple(word for word in SUBJECT if word != "re")
#: A label of a quoted header, in the bounce's own words.
_SUBJECT: Final = re.compile(
    rf"(?m)^[> \t*|]*(?:{any_of(_LABELS)})\*?\s?[:：]"
    r"[ \t*]*(\S[^\n]{0,300})"
)
_FIELD: Final = re.compile(r"(?mi)^Subject:[ \t]*([^\n]*(?:\n[ \t][^\n]*)*)")
_ADDRESS: Final = re.compile(r"[\w.+'=/-]{1,80}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
#: No more recipients are told, and a text is searched no further.
_RECIPIENTS: Final = 50
_BEGINNING: Final = 4000


def find_ids(message: Message, text: str) -> Iterator[str]:
    """Yield the Message-IDs of what a bounce returns, in angle brackets."""
    for part in message.parts[1:]:
        yield from re.findall(r"<[^<>\s]{1,250}>", part.headers.first("message-id"))
    for header in _headers(message):
        yield from _ID.findall(header)
    yield from _ID.findall(text)


def find_undelivered(message: Message, mail: Opened) -> Undelivered:
    """Return whom the returned mail did not reach, and its subject."""
    told = list(_reported(message))
    for name in _FAILED_FIELDS:
        told += [one.address for value in mail.headers.all(name) for one in parse_addresses(value)]
    if not told:
        # In the words alone stand our own addresses, the server's and ids as well.
        known = {mail.sender.address, *mail.recipients}
        known |= {one.strip("<>").lower() for one in find_ids(message, mail.text)}
        found = (one.lower().strip(".'") for one in _ADDRESS.findall(mail.text[:_BEGINNING]))
        told = [one for one in found if one not in known and not one.startswith("mailer-daemon@")]
    recipients = tuple(dict.fromkeys(told))[:_RECIPIENTS]
    return Undelivered(recipients=recipients, subject=_subject(message, mail.text))


def _reported(message: Message) -> Iterator[str]:
    """Yield the recipients that a delivery report says were not reached."""
    for part in message.own_parts:
        if part.content_type not in DELIVERY_REPORTS:
            continue
        for block in re.split(r"\n[ \t]*\n", message.text(part)[0]):
            action = _ACTION.search(block)
            if action is None or action[1].lower() == "failed":
                told = (
                    found for value in _RECIPIENT.findall(block) for found in parse_addresses(value)
                )
                yield from (one.address for one in told)


def _subject(message: Message, text: str) -> str:
    for part in message.parts[1:]:
        if part.parent >= 0 and message.parts[part.parent].content_type in EMBEDDED:
            return part.headers.text("subject")
    for header in _headers(message):
        found = _FIELD.search(header)
        if found is not None:
            return decode_words(found[1])
    beginning = text[:_BEGINNING]
    found = _SUBJECT.search(lower(beginning))
    return decode_words(beginning[found.start(1) : found.end(1)]) if found is not None else ""


def _headers(message: Message) -> Iterator[str]:
    return (message.text(part)[0] for part in message.parts if part.content_type in _HEADER_TYPES)
