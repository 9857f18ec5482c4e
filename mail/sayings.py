"""The tests of the signals of kind that look at words: subjects, sentences, names.

What only one program writes decides alone. What a person writes too decides with a second sign
beside it, and never where the person asks, tells or orders something. Pure and total.
"""

import re
from typing import Final

from mail import absence_words as absence
from mail import automatic_words as automatic
from mail import bounce_words as bounces
from mail import bulk_words as bulk
from mail import receipt_words as receipts
from mail.seen import Seen
from mail.sentences import plain

#: Mail servers say so at the beginning.
_BEGINNING: Final = 4000
#: A text with words of its own that long is no bare "I am away".
_BARE: Final = 300
#: A shop says "we".
_FIRST_PERSON: Final = re.compile(r"\b(?:i|i'm|i've|my|ich|mein|meine|je|j'ai|mon|ma|mi|mio|mia)\b")
#: A person tells what a desk said.
_TELLING: Final = re.compile(
    r"\b(?:i|i'm|i've|nobody|no one|ich|niemand|je|j'ai|personne|nadie|nessuno|nikt|ingen)\b"
)
#: A person asks the reader; a machine asks "Need help sooner?".
_QUESTION: Final = re.compile(
    plain(
        r"\b(?:can|could|would|will|may|when|where|why|is|are|do|did|konnen|konnten|kann|wann|wo|ist"
        r"|pouvez|pourriez|quand|est|puede|pueden|podria|cuando|potete|puo|quando|kunt|kan|czy|voce)"
        r"\b[^.?¶]{0,90}\?|[かの吗嗎呢]\s?[?。]|까요\?"
    )
)
_REQUEST: Final = re.compile(
    plain(
        r"\?|\b(?:please|can you|could you|bitte|konnen sie|konnten sie|merci de|pouvez"
        r"|por favor|puede"
        r"|per favore|potete|graag|kunt u|prosze|snalla|venligst|lutfen|пожалуйста)\b|ください"
        r"|下さい|请|請|주세요"
    )
)


def daemon_name(seen: Seen) -> bool:
    """A mail server's name over a mail server's subject or words."""
    name, subject = seen.mail.sender.name, seen.mail.subject
    if bounces.SERVER_NAME.search(name) and bounces.DELIVERY_SUBJECT.match(subject):
        return True
    return bounces.DAEMON_NAME.search(name) is not None and (
        bounces.BOUNCE_SUBJECT.match(subject) is not None
        or _speaks_of_mail(seen)
        or bounces.BOUNCE_SENTENCES.open(seen.folded)
    )


def bounce_on_null_path(seen: Seen) -> bool:
    """What reads like a bounce, on the null path."""
    return seen.mail.return_path == "" and _like_bounce(seen)


def _like_bounce(seen: Seen) -> bool:
    subject = seen.mail.subject
    return (
        bounces.BOUNCE_SUBJECT.match(subject) is not None
        or bounces.DELIVERY_SUBJECT.match(subject) is not None
        or _speaks_of_mail(seen)
    )


def _speaks_of_mail(seen: Seen) -> bool:
    """A mail server's words, the doubtful ones with an address beside them."""
    text = seen.new[:_BEGINNING]
    return bounces.BOUNCE_WORDS.search(text) is not None or (
        "@" in text and bounces.ADDRESS_WORDS.search(text) is not None
    )


def bounce_subject(seen: Seen) -> bool:
    """A subject of a mail server's alone, or one of a parcel's with its words in the text."""
    subject = seen.mail.subject
    if bounces.BOUNCE_SUBJECT.match(subject):
        return True
    # A buyer's "delivery problem" is about a parcel: only a mail server talks of mailboxes.
    return (
        bounces.DELIVERY_SUBJECT.match(subject) is not None
        and not _asks(seen)
        and _speaks_of_mail(seen)
    )


def bounce_text(seen: Seen) -> bool:
    """A sentence begins as only a mail server's does."""
    return bounces.BOUNCE_SENTENCES.open(seen.folded)


def challenge(seen: Seen) -> bool:
    """A service asks to confirm a mail: its domain, its fields or its sentences."""
    return (
        seen.mail.sender.domain in automatic.CHALLENGERS
        or not automatic.CHALLENGE_FIELDS.isdisjoint(seen.mail.headers.fields)
        or automatic.CHALLENGES.stand(seen.folded)
    )


def read_receipt(seen: Seen) -> bool:
    """A program tells when a mail was opened."""
    return automatic.READ_SUBJECT.match(
        seen.mail.subject
    ) is not None and automatic.READ_SENTENCES.stand(seen.folded)


def automatic_subject(seen: Seen) -> bool:
    """A subject begins as automatic answers do; a weak one needs a sentence of absence."""
    subject = seen.mail.subject
    if automatic.AUTO_SUBJECT.match(subject) and not subject.rstrip().endswith(("?", "？")):
        return True
    away = absence.AWAY_SUBJECT.match(subject) is not None and len(seen.folded) < _BARE
    return away and absence.ABSENCE.stand(seen.folded) and not _asks(seen)


def automatic_text(seen: Seen) -> bool:
    """A sentence of the new text says that a machine wrote it."""
    return automatic.AUTOMATIC.open(seen.folded) or automatic.AUTOMATIC.open(seen.footer)


def absence_text(seen: Seen) -> bool:
    """The sender is away, and says what becomes of the mail meanwhile."""
    return (
        _QUESTION.search(seen.folded) is None
        and not absence.ERRANDS.stand(seen.folded)
        and absence.ABSENCE.stand(seen.folded)
        and absence.HANDLING.stand(seen.folded)
    )


def receipt_text(seen: Seen) -> bool:
    """A ticket system speaks, or a mail arrived and someone will answer it."""
    told = _TELLING.search(seen.folded) is not None
    if receipts.TICKETS.open(seen.folded) or (receipts.TICKETS.stand(seen.folded) and not told):
        return True
    if "?" in seen.folded:
        return False
    named = receipts.RECEIPT_SUBJECT.match(seen.mail.subject) is not None
    received = receipts.RECEIVED.stand(seen.folded)
    following = receipts.FOLLOWING.stand(seen.folded)
    return (received and following) or (named and (received or following))


def shop_text(seen: Seen) -> bool:
    """A shop confirms an order or tells of a parcel, with its table beside it."""
    return (
        "?" not in seen.folded
        and _FIRST_PERSON.search(seen.folded) is None
        and bulk.ORDER_SENTENCES.open(seen.folded)
        and bulk.ORDER_TABLE.search(seen.folded) is not None
    )


def bulk_text(seen: Seen) -> bool:
    """The footer of a list or a newsletter."""
    return any(
        bulk.FOOTERS.open(text) or bulk.FOOTER_LINKS.stand(text)
        for text in (seen.folded, seen.footer)
    )


def _asks(seen: Seen) -> bool:
    """A person asks for something; machines tell."""
    return _REQUEST.search(seen.folded) is not None
