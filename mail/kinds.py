"""What sort of mail a letter is: a table of named signals, the first that applies decides.

The order is the promise: our own mail, what a marketplace says of itself, bounces, automatic marks,
then buyers through a marketplace's relay, then what only looks automatic, lists, and last the
words of a subject. A field that asks for silence without marking its mail as automatic is a veto
on a buyer's letter, not a kind. Pure and total. RFC 3834 2 and 5.1, 5230 4.6, 3464, 5965, 6522,
8098, 2369, 2919; the de-facto fields are those of docs/reference/kinds.md.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from cases.labels import Kind
from mail import kind_words as words
from mail.headers import Headers
from mail.marketplaces import Origin, Role
from mail.opened import Opened


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a signal may look at."""

    mail: Opened
    #: What is new in its text: a machine's words in a quoted history are not the sender's.
    new: str
    #: None for direct mail.
    origin: Origin | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One reason for a kind."""

    #: What a person sees as ``kind_reason``; explained in docs/reference/kinds.md.
    id: str
    kind: Kind
    applies: Callable[[Seen], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Veto:
    """One reason not to answer a buyer's letter automatically."""

    id: str
    applies: Callable[[Headers], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorting:
    """What sort of mail it is, and why."""

    kind: Kind
    reason: str
    vetoes: tuple[str, ...] = ()


_COMMENT: Final = re.compile(r"\((?:[^()\\]|\\.)*\)")
_LIST_FIELDS: Final = frozenset(
    {"list-id", "list-post", "list-unsubscribe", "list-unsubscribe-post", "list-help", "list-owner",
     "list-subscribe", "list-archive", "list-software", "x-list", "x-mailing-list", "mailing-list",
     "x-ml-name", "x-mailinglist", "x-list-id", "x-listname", "x-list-host", "x-mailman-version",
     "x-yahoo-newman-id", "x-google-group-id"}
)  # fmt: skip
#: The types of a delivery report's own part (RFC 3464, 6533).
DELIVERY_REPORTS: Final = frozenset({"message/delivery-status", "message/global-delivery-status"})
#: What a report may say that is no failure (RFC 3464 2.3.3).
_PROGRESS: Final = frozenset({"delayed", "delivered", "relayed", "expanded"})
_REPORTS: Final[Mapping[str, frozenset[str]]] = {
    "delivery-status": DELIVERY_REPORTS,
    "feedback-report": frozenset({"message/feedback-report"}),
    "disposition-notification": frozenset(
        {"message/disposition-notification", "message/global-disposition-notification"}
    ),
}
_SUPPRESSED: Final = frozenset({"all", "oof", "autoreply"})
_PRECEDENCES: Final = frozenset({"bulk", "list", "junk"})


def sort(mail: Opened, new: str, origin: Origin | None, own: frozenset[str]) -> Sorting:
    """Return the kind of ``mail``, whose new text is ``new``, with the signal that decided."""
    if mail.sender.address and mail.sender.address in own:
        return Sorting(kind=Kind.OWN, reason=OWN_ADDRESS)
    seen = Seen(mail=mail, new=new, origin=origin)
    for signal in SIGNALS:
        if signal.applies(seen):
            kind, reason = signal.kind, signal.id
            break
    else:
        kind, reason = Kind.BUYER, DEFAULT
    if kind is not Kind.BUYER:
        return Sorting(kind=kind, reason=reason)
    return Sorting(
        kind=kind,
        reason=reason,
        vetoes=tuple(veto.id for veto in VETOES if veto.applies(mail.headers)),
    )


def keyword(value: str) -> str:
    """Return the keyword of a structured field without comments, parameters and blanks."""
    for _ in range(3):
        value = _COMMENT.sub(" ", value)
    return value.partition(";")[0].strip().strip("\"'").lower()


def _role(*roles: Role) -> Callable[[Seen], bool]:
    return lambda seen: seen.origin is not None and seen.origin.role in roles


def _direct(test: Callable[[Seen], bool]) -> Callable[[Seen], bool]:
    """A test that only mail outside the marketplaces can fail."""
    return lambda seen: seen.origin is None and test(seen)


def _typed_notice(seen: Seen) -> bool:
    return seen.origin is not None and seen.origin.typed and seen.origin.role is Role.NOTICE


def _reports(sort_of_report: str) -> Callable[[Seen], bool]:
    types = _REPORTS[sort_of_report]

    def applies(seen: Seen) -> bool:
        told = keyword(seen.mail.parameters.get("report-type", ""))
        return told == sort_of_report or not types.isdisjoint(seen.mail.content_types)

    return applies


def _progresses(seen: Seen) -> bool:
    """A delivery report that reports no failure."""
    return seen.mail.action in _PROGRESS


def _has_field(names: frozenset[str]) -> Callable[[Seen], bool]:
    return lambda seen: not names.isdisjoint(seen.mail.headers.fields)


def _from_daemon(seen: Seen) -> bool:
    path = (seen.mail.return_path or "").rpartition("@")[0]
    return (
        words.DAEMON.fullmatch(seen.mail.sender.local) is not None
        or words.DAEMON_PATH.fullmatch(path) is not None
    )


def _reads_like_bounce(mail: Opened) -> bool:
    return (
        words.BOUNCE_SUBJECT.match(mail.subject) is not None
        or words.DELIVERY_SUBJECT.match(mail.subject) is not None
        or words.BOUNCE_TEXT.search(mail.text[:_BEGINNING]) is not None
    )


def _daemon_name(seen: Seen) -> bool:
    name = seen.mail.sender.name
    return words.DAEMON_NAME.search(name) is not None and _reads_like_bounce(seen.mail)


def _bounce_on_null_path(seen: Seen) -> bool:
    return seen.mail.return_path == "" and _reads_like_bounce(seen.mail)


def _bounce_subject(seen: Seen) -> bool:
    subject = seen.mail.subject
    if words.BOUNCE_SUBJECT.match(subject):
        return True
    # A buyer's "delivery problem" is about a parcel: only a mail server talks of mailboxes.
    text = seen.mail.text[:_BEGINNING]
    return (
        words.DELIVERY_SUBJECT.match(subject) is not None
        and words.BOUNCE_TEXT.search(text) is not None
    )


def _auto_submitted(seen: Seen) -> bool:
    told = [keyword(value) for value in seen.mail.headers.all("auto-submitted")]
    return any(value and value != "no" for value in told)


def _auto_field(seen: Seen) -> bool:
    for name, told in words.AUTO_FIELDS.items():
        for value in seen.mail.headers.all(name):
            said = keyword(value)
            if said not in {"no", "false", "0", "none"} and (told is None or told.search(said)):
                return True
    return False


def _precedence_reply(seen: Seen) -> bool:
    names = ("precedence", "x-precedence", "preference")
    told = {keyword(value) for name in names for value in seen.mail.headers.all(name)}
    return bool(told & {"auto_reply", "auto-reply", "autoreply"})


def _challenge(seen: Seen) -> bool:
    mail = seen.mail
    return (
        mail.sender.domain in words.CHALLENGERS
        or not words.CHALLENGE_FIELDS.isdisjoint(mail.headers.fields)
        or (
            words.CHALLENGE_SUBJECT.match(mail.subject) is not None
            and words.CHALLENGE_TEXT.search(seen.new[:_BEGINNING]) is not None
        )
    )


def _list_field(headers: Headers) -> bool:
    return not _LIST_FIELDS.isdisjoint(headers.fields)


def _precedence(headers: Headers) -> bool:
    names = ("precedence", "x-precedence")
    return any(keyword(value) in _PRECEDENCES for name in names for value in headers.all(name))


def _suppression(headers: Headers) -> bool:
    told = ",".join(headers.all("x-auto-response-suppress")).lower()
    return not _SUPPRESSED.isdisjoint(re.split(r"[\s,;]+", told))


#: Machines say so at the beginning.
_BEGINNING: Final = 4000

OWN_ADDRESS: Final = "own-address"
DEFAULT: Final = "default"

#: In the order in which they are asked.
SIGNALS: Final = (
    Signal(id="own-copy", kind=Kind.OWN, applies=_role(Role.COPY)),
    Signal(id="undelivered-notice", kind=Kind.BOUNCE, applies=_role(Role.UNDELIVERED)),
    Signal(id="notification-type", kind=Kind.NOTICE, applies=_typed_notice),
    Signal(id="delivery-progress", kind=Kind.BOUNCE, applies=_progresses),
    Signal(id="delivery-status", kind=Kind.BOUNCE, applies=_reports("delivery-status")),
    Signal(id="feedback-report", kind=Kind.BOUNCE, applies=_reports("feedback-report")),
    Signal(
        id="disposition-notification",
        kind=Kind.AUTO_REPLY,
        applies=_reports("disposition-notification"),
    ),
    Signal(id="failed-recipients", kind=Kind.BOUNCE, applies=_has_field(words.FAILED_FIELDS)),
    Signal(id="mailer-daemon", kind=Kind.BOUNCE, applies=_from_daemon),
    Signal(id="mailer-daemon-name", kind=Kind.BOUNCE, applies=_daemon_name),
    Signal(id="bounce-null-path", kind=Kind.BOUNCE, applies=_bounce_on_null_path),
    # A marketplace's notice is generated by a machine by nature: the mark adds nothing to it.
    Signal(id="notice address", kind=Kind.NOTICE, applies=_role(Role.NOTICE)),
    Signal(id="auto-submitted", kind=Kind.AUTO_REPLY, applies=_auto_submitted),
    Signal(id="auto-reply-field", kind=Kind.AUTO_REPLY, applies=_auto_field),
    Signal(id="precedence-auto-reply", kind=Kind.AUTO_REPLY, applies=_precedence_reply),
    Signal(
        id="null-return-path",
        kind=Kind.AUTO_REPLY,
        applies=lambda seen: seen.mail.return_path == "",
    ),
    Signal(id="relay address", kind=Kind.BUYER, applies=_role(Role.RELAY)),
    Signal(id="conversation address", kind=Kind.BUYER, applies=_role(Role.CONVERSATION)),
    Signal(id="challenge-response", kind=Kind.AUTO_REPLY, applies=_direct(_challenge)),
    Signal(id="bounce-subject", kind=Kind.BOUNCE, applies=_direct(_bounce_subject)),
    Signal(
        id="list-header",
        kind=Kind.LIST,
        applies=_direct(lambda seen: _list_field(seen.mail.headers)),
    ),
    Signal(
        id="precedence",
        kind=Kind.LIST,
        applies=_direct(lambda seen: _precedence(seen.mail.headers)),
    ),
    Signal(
        id="list-manager",
        kind=Kind.LIST,
        applies=_direct(lambda seen: words.LIST_MANAGER.search(seen.mail.sender.local) is not None),
    ),
    Signal(
        id="no-reply-sender",
        kind=Kind.NOTICE,
        applies=_direct(lambda seen: words.NO_REPLY.search(seen.mail.sender.local) is not None),
    ),
    Signal(
        id="automatic-subject",
        kind=Kind.AUTO_REPLY,
        applies=_direct(lambda seen: words.AUTO_SUBJECT.match(seen.mail.subject) is not None),
    ),
    Signal(
        id="automatic-text",
        kind=Kind.AUTO_REPLY,
        applies=_direct(lambda seen: words.AUTO_TEXT.search(seen.new[:_BEGINNING]) is not None),
    ),
)

#: Asked of a buyer's letter only; all that apply are told.
VETOES: Final = (
    Veto(id="list-header", applies=_list_field),
    Veto(id="precedence", applies=_precedence),
    Veto(id="auto-response-suppress", applies=_suppression),
)
