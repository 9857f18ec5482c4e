"""The tests of the signals of kind that look at words: subjects, sentences, names.

What only one program writes decides alone. What a person writes too decides with a second sign
beside it, and never where the person asks, tells or orders something. Pure and total.
"""

from typing import Final

from mail import absence_words as absence
from mail import automatic_words as automatic
from mail import bounce_words as bounces
from mail import bulk_words as bulk
from mail import meanwhile_words as meanwhile
from mail import receipt_words as receipts
from mail import signs
from mail.addresses import first_address
from mail.persons import (
    FIRST_PERSON,
    QUESTION,
    TELLING,
    asks,
    at_home,
    is_form,
    is_letter,
    is_plain_letter,
    is_plain_note,
    speaks_and_asks,
    speaks_of_mail,
)
from mail.seen import Seen

#: Mail servers say so at the beginning.
_BEGINNING: Final = 4000
#: A text with words of its own that long is no bare "I am away".
_BARE: Final = 300
#: What follows the name of an automatic answer in its subject.
_DELIMITERS: Final = frozenset(":：()[]<>*=,.!–—-")


def postmaster(seen: Seen) -> bool:
    """From or the return path is a postmaster, whom a small firm's letters may name as well."""
    return signs.from_postmaster(seen) and not is_letter(seen)


def no_reply(seen: Seen) -> bool:
    """The sender's name asks not to be answered; a person's may do so in jest."""
    return signs.no_reply(seen) and not at_home(seen)


def web_form(seen: Seen) -> bool:
    """A shop's page hands on what somebody wrote there, who alone stands in Reply-To."""
    answered = first_address(seen.mail.headers.first("reply-to"))
    return (
        answered.domain not in {"", seen.mail.sender.domain}
        and bulk.NO_REPLY.search(answered.local) is None
        and is_form(seen)
    )


def calendar(seen: Seen) -> bool:
    """A calendar's program invites, accepts or declines (RFC 5546), and nobody asks beside it."""
    method = seen.mail.scheduling
    return method != "" and not (method == "request" and speaks_and_asks(seen))


def list_header(seen: Seen) -> bool:
    """A field of a list; a way to unsubscribe alone some hosts add to what persons write."""
    if seen.grouped or not signs.list_field(seen.mail.headers):
        return False
    alone = signs.only_unsubscribes(seen.mail.headers)
    return not (alone and not signs.bulk_precedence(seen.mail.headers) and is_plain_letter(seen))


def bulk_precedence(seen: Seen) -> bool:
    """Precedence is a list's; some gateways set it on what persons write."""
    headers = seen.mail.headers
    if seen.grouped or not signs.bulk_precedence(headers):
        return False
    return signs.list_precedence(headers) or not (is_plain_letter(seen) or is_plain_note(seen))


def desk_field(seen: Seen) -> bool:
    """A desk's program sent it, and no person's words are in it."""
    return not automatic.DESK_FIELDS.isdisjoint(seen.mail.headers.fields) and not (
        asks(seen) and is_letter(seen)
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


def bounce_by_machine(seen: Seen) -> bool:
    """A machine says of itself that it is one, and that a letter of ours came to nothing."""
    if not (signs.auto_submitted(seen) or signs.auto_field(seen)) or challenge(seen):
        return False
    return (
        bounces.BOUNCE_SUBJECT.match(seen.mail.subject) is not None
        or bounces.RETURNED_SUBJECT.match(seen.mail.subject) is not None
        or bounces.BOUNCE_SENTENCES.stand(seen.folded)
    )


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
        return bounces.SERVER_SUBJECT.match(subject) is not None or not is_letter(seen)
    # A buyer's "delivery problem" is about a parcel: only a mail server talks of mailboxes.
    return (
        (bounces.DELIVERY_SUBJECT.match(subject) or bounces.RETURNED_SUBJECT.match(subject))
        is not None
        and not asks(seen)
        and _speaks_of_mail(seen)
    )


def bounce_text(seen: Seen) -> bool:
    """A sentence begins as only a mail server's does, and no person asks beside it."""
    text = seen.folded.text
    if not bounces.BOUNCE_SENTENCES.open(seen.folded):
        return False
    return QUESTION.search(text) is None or FIRST_PERSON.search(text) is None


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
    found = automatic.AUTO_SUBJECT.match(subject)
    if found is not None and _names_itself(subject, found.end(), seen):
        return True
    away = absence.AWAY_SUBJECT.match(subject) is not None and len(seen.folded.text) < _BARE
    return away and absence.ABSENCE.stand(seen.folded) and not asks(seen)


def _names_itself(subject: str, end: int, seen: Seen) -> bool:
    """Tell whether an automatic answer is named, not one that somebody writes about."""
    rest = subject[end:].lstrip()
    if rest.startswith(("?", "？")) or rest.endswith(("?", "？")):
        return False
    closed = not rest or not _DELIMITERS.isdisjoint((rest[0], subject[:end].rstrip()[-1:]))
    return closed or not (asks(seen) and is_letter(seen))


def automatic_text(seen: Seen) -> bool:
    """A sentence of the new text says that a machine wrote it."""
    return automatic.AUTOMATIC.open(seen.folded) or automatic.AUTOMATIC.open(seen.footer)


def absence_text(seen: Seen) -> bool:
    """The sender is away, and says what becomes of the mail meanwhile."""
    return (
        absence.ABSENCE.stand(seen.folded)
        and meanwhile.HANDLING.stand(seen.folded)
        and not meanwhile.ERRANDS.stand(seen.folded)
        and QUESTION.search(seen.folded.text) is None
    )


def disused_text(seen: Seen) -> bool:
    """Nobody reads mail at this address any more."""
    # Houses have addresses too.
    about_mail = "@" in seen.new or speaks_of_mail(seen)
    asked = QUESTION.search(seen.folded.text) is not None
    return about_mail and not asked and meanwhile.DISUSED.stand(seen.folded)


def receipt_text(seen: Seen) -> bool:
    """A ticket system speaks, or a mail arrived and someone will answer it."""
    if receipts.TICKETS.stand(seen.folded) and (
        receipts.TICKETS.open(seen.folded) or TELLING.search(seen.folded.text) is None
    ):
        return True
    if "?" in seen.folded.text:
        return False
    named = receipts.RECEIPT_SUBJECT.match(seen.mail.subject) is not None
    received = receipts.RECEIVED.stand(seen.folded)
    following = receipts.FOLLOWING.stand(seen.folded)
    return (received and following) or (named and (received or following))


def shop_text(seen: Seen) -> bool:
    """A shop confirms an order or tells of a parcel, with its table beside it."""
    return (
        bulk.ORDER_SENTENCES.open(seen.folded)
        and "?" not in seen.folded.text
        and FIRST_PERSON.search(seen.folded.text) is None
        and bulk.ORDER_TABLE.search(seen.folded.text) is not None
    )


def bulk_text(seen: Seen) -> bool:
    """The footer of a list or a newsletter."""
    return any(
        bulk.FOOTERS.open(text) or bulk.FOOTER_LINKS.stand(text)
        for text in (seen.folded, seen.footer)
    )
