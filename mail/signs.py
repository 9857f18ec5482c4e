"""The tests of the signals of kind: each tells whether one sign of a machine is there.

What only one program writes decides alone. What a person writes too decides with a second sign
beside it, and never where the person asks a question. Pure and total. RFC 3834 2 and 5.1, 5230
4.6, 3464, 5965, 6522, 8098, 2369, 2919, 5546.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from mail import absence_words as absence
from mail import automatic_words as automatic
from mail import bounce_words as bounces
from mail import bulk_words as bulk
from mail import receipt_words as receipts
from mail.addresses import first_address, same_domain
from mail.headers import Headers
from mail.marketplaces import Role
from mail.seen import Seen
from mail.sentences import plain

_COMMENT: Final = re.compile(r"\((?:[^()\\]|\\.)*\)")
#: The types of a delivery report's own part (RFC 3464, 6533).
DELIVERY_REPORTS: Final = frozenset({"message/delivery-status", "message/global-delivery-status"})
_REPORTS: Final[Mapping[str, frozenset[str]]] = {
    "delivery-status": DELIVERY_REPORTS,
    "feedback-report": frozenset({"message/feedback-report"}),
    "disposition-notification": frozenset(
        {"message/disposition-notification", "message/global-disposition-notification"}
    ),
}
#: What a report may say that is no failure (RFC 3464 2.3.3).
_PROGRESS: Final = frozenset({"delayed", "delivered", "relayed", "expanded"})
_SUPPRESSED: Final = frozenset({"all", "oof", "autoreply"})
_PRECEDENCES: Final = frozenset({"bulk", "list", "junk"})
_DENIALS: Final = frozenset({"no", "false", "0", "none"})
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


def keyword(value: str) -> str:
    """Return the keyword of a structured field without comments, parameters and blanks."""
    for _ in range(3):
        value = _COMMENT.sub(" ", value)
    return value.partition(";")[0].strip().strip("\"'").lower()


def by_role(*roles: Role) -> Callable[[Seen], bool]:
    """Return the test whether a marketplace writes in one of these roles."""
    return lambda seen: seen.origin is not None and seen.origin.role in roles


def direct(test: Callable[[Seen], bool]) -> Callable[[Seen], bool]:
    """Return ``test`` as one that only mail outside the marketplaces can fail."""
    return lambda seen: seen.origin is None and test(seen)


def typed_notice(seen: Seen) -> bool:
    """A marketplace's own type field says notice."""
    return seen.origin is not None and seen.origin.typed and seen.origin.role is Role.NOTICE


def reports(sort_of_report: str) -> Callable[[Seen], bool]:
    """Return the test for a report of this type (RFC 6522)."""
    types = _REPORTS[sort_of_report]

    def applies(seen: Seen) -> bool:
        told = keyword(seen.mail.parameters.get("report-type", ""))
        return told == sort_of_report or not types.isdisjoint(seen.mail.content_types)

    return applies


def progresses(seen: Seen) -> bool:
    """A delivery report reports no failure."""
    return seen.mail.action in _PROGRESS


def failed_recipients(seen: Seen) -> bool:
    """A field of failed recipients is there."""
    return not bounces.FAILED_FIELDS.isdisjoint(seen.mail.headers.fields)


def from_daemon(seen: Seen) -> bool:
    """From or the return path is a mail server's own address, or no more than its name."""
    path = (seen.mail.return_path or "").rpartition("@")[0]
    sender = seen.mail.sender
    nameless = sender.address == "" and bounces.DAEMON.fullmatch(
        sender.name.partition(" ")[0].lower()
    )
    return bool(
        bounces.DAEMON.fullmatch(sender.local) or bounces.DAEMON_PATH.fullmatch(path) or nameless
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


def auto_submitted(seen: Seen) -> bool:
    """Auto-Submitted says anything but no, in any of its fields."""
    told = [keyword(value) for value in seen.mail.headers.all("auto-submitted")]
    return any(value and value != "no" for value in told)


def auto_field(seen: Seen) -> bool:
    """A field that only automatic mail bears, or a loop guard in its own name."""
    return _any_field(seen.mail.headers, automatic.AUTO_FIELDS) or _guards_itself(seen)


def bulk_field(seen: Seen) -> bool:
    """A field of a program that sends one mail to many."""
    return _any_field(seen.mail.headers, bulk.BULK_FIELDS)


def _any_field(headers: Headers, table: Mapping[str, re.Pattern[str] | None]) -> bool:
    for name in headers.fields.keys() & table.keys():
        told = table[name]
        said = (keyword(value) for value in headers.all(name))
        if any(one not in _DENIALS and (told is None or told.search(one)) for one in said):
            return True
    return False


def _guards_itself(seen: Seen) -> bool:
    """A forwarder's loop guard names a recipient; a machine's names itself or nobody."""
    told = [value.strip().lower() for value in seen.mail.headers.all(automatic.LOOP_FIELD)]
    return any(
        "@" not in one or first_address(one).address == seen.mail.sender.address
        for one in told
        if one and one not in _DENIALS
    )


def precedence_reply(seen: Seen) -> bool:
    """Precedence or Preference is auto_reply."""
    names = ("precedence", "x-precedence", "preference")
    told = {keyword(value) for name in names for value in seen.mail.headers.all(name)}
    return bool(told & {"auto_reply", "auto-reply", "autoreply"})


def null_path(seen: Seen) -> bool:
    """The envelope's sender is nobody (RFC 5321 4.5.5)."""
    return seen.mail.return_path == ""


def challenge(seen: Seen) -> bool:
    """A service asks to confirm a mail: its domain, its fields or its sentences."""
    return (
        seen.mail.sender.domain in automatic.CHALLENGERS
        or not automatic.CHALLENGE_FIELDS.isdisjoint(seen.mail.headers.fields)
        or automatic.CHALLENGES.stand(seen.folded)
    )


def calendar(seen: Seen) -> bool:
    """A calendar's program invites, accepts or declines (RFC 5546)."""
    return seen.mail.scheduling


def read_receipt(seen: Seen) -> bool:
    """A program tells when a mail was opened."""
    return automatic.READ_SUBJECT.match(
        seen.mail.subject
    ) is not None and automatic.READ_SENTENCES.stand(seen.folded)


def list_field(headers: Headers) -> bool:
    """A field of a mailing list is there."""
    return not bulk.LIST_FIELDS.isdisjoint(headers.fields)


def bulk_precedence(headers: Headers) -> bool:
    """Precedence is bulk, list or junk."""
    names = ("precedence", "x-precedence")
    return any(keyword(value) in _PRECEDENCES for name in names for value in headers.all(name))


def suppression(headers: Headers) -> bool:
    """X-Auto-Response-Suppress asks for no automatic answer."""
    told = ",".join(headers.all("x-auto-response-suppress")).lower()
    return not _SUPPRESSED.isdisjoint(re.split(r"[\s,;]+", told))


def list_manager(seen: Seen) -> bool:
    """From, Sender or the return path is a list's own address."""
    if seen.grouped:
        return False
    path = (seen.mail.return_path or "").rpartition("@")[0]
    through = first_address(seen.mail.headers.first("sender")).local
    return (
        bulk.LIST_MANAGER.fullmatch(seen.mail.sender.local) is not None
        or any(bulk.LIST_PATH.fullmatch(one) for one in (path, through))
    )  # fmt: skip


def no_reply(seen: Seen) -> bool:
    """The sender's name asks not to be answered, or is a system's."""
    sender = seen.mail.sender
    answered = first_address(seen.mail.headers.first("reply-to"))
    return (
        bulk.NO_REPLY.search(sender.local) is not None
        or bulk.NO_REPLY_NAME.search(sender.name) is not None
        or bulk.NO_REPLY.search(answered.local) is not None
        or any(same_domain(sender.domain, one) for one in bulk.NOTIFIERS)
    )


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
