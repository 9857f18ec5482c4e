"""The tests of the signals of kind that look at fields and addresses alone.

Pure and total. RFC 3834 2 and 5.1, 5230 4.6, 3464, 5965, 6522, 8098, 2369, 2919, 5546.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

from mail import automatic_words as automatic
from mail import bounce_words as bounces
from mail import bulk_words as bulk
from mail.addresses import first_address, in_domains
from mail.headers import Headers
from mail.marketplaces import Role
from mail.seen import Seen

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


def keyword(value: str) -> str:
    """Return the keyword of a structured field without comments, parameters and blanks."""
    for _ in range(value.count("(") and 3):
        value = _COMMENT.sub(" ", value)
    return value.partition(";")[0].strip().strip("\"'").lower()


def by_role(*roles: Role) -> Callable[[Seen], bool]:
    """Return the test whether a marketplace writes in one of these roles."""
    return lambda seen: seen.origin is not None and seen.origin.role in roles


def by_field(test: Callable[[Headers], bool]) -> Callable[[Seen], bool]:
    """Return ``test`` as one of a whole mail that looks at its fields alone."""
    return lambda seen: test(seen.mail.headers)


def direct(test: Callable[[Seen], bool]) -> Callable[[Seen], bool]:
    """Return ``test`` as one that only mail outside the marketplaces can fail."""
    return lambda seen: seen.origin is None and test(seen)


def typed_notice(seen: Seen) -> bool:
    """A marketplace's own type field says notice."""
    return seen.origin is not None and seen.origin.typed and seen.origin.role is Role.NOTICE


def _report_type(seen: Seen) -> str:
    return keyword(seen.mail.declared[1].get("report-type", ""))


def any_report(seen: Seen) -> bool:
    """A report of a machine, of a type that says nothing more."""
    return seen.mail.declared[0] == "multipart/report"


def reports(sort_of_report: str) -> Callable[[Seen], bool]:
    """Return the test for a report of this type (RFC 6522)."""
    types = _REPORTS[sort_of_report]

    def applies(seen: Seen) -> bool:
        told = _report_type(seen)
        return told == sort_of_report or not types.isdisjoint(seen.mail.content_types)

    return applies


def progresses(seen: Seen) -> bool:
    """A delivery report reports no failure."""
    return seen.mail.action in _PROGRESS


def failed_recipients(seen: Seen) -> bool:
    """A field of failed recipients is there."""
    return not bounces.FAILED_FIELDS.isdisjoint(seen.mail.headers.fields)


def registered(seen: Seen) -> bool:
    """A registered mail's host says what became of ours (Italy's PEC)."""
    return bounces.RECEIPT_FIELD in seen.mail.headers


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


def from_postmaster(seen: Seen) -> bool:
    """From or the return path is a postmaster, or From is no more than the name."""
    path = (seen.mail.return_path or "").rpartition("@")[0]
    sender = seen.mail.sender
    name = "" if sender.address else sender.name.partition(" ")[0].lower()
    return any(bounces.POSTMASTER.fullmatch(one) for one in (sender.local, path, name))


def auto_submitted(seen: Seen) -> bool:
    """Auto-Submitted says anything but no, in any of its fields."""
    told = [keyword(value) for value in seen.mail.headers.all("auto-submitted")]
    return any(value and value != "no" for value in told)


def aggregate(seen: Seen) -> bool:
    """A host counts what it saw of our domain's mail (RFC 9990 DMARC, RFC 8460 TLS)."""
    return (
        _report_type(seen) == "tlsrpt"
        or "tls-report-domain" in seen.mail.headers
        or bulk.AGGREGATE_SUBJECT.match(seen.mail.subject) is not None
    )


def auto_field(seen: Seen) -> bool:
    """A field that only automatic mail bears, or is named for it, or a guard in its own name."""
    headers = seen.mail.headers
    named = (one for name in headers.fields if _names_answers(name) for one in headers.all(name))
    return (
        _any_field(headers, automatic.AUTO_FIELDS)
        or any(keyword(one) not in _DENIALS for one in named)
        or _guards_itself(seen)
    )


@lru_cache(maxsize=1024)
def _names_answers(name: str) -> bool:
    return automatic.AUTO_NAME.search(name.replace("-", "")) is not None


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


def list_field(headers: Headers) -> bool:
    """A field of a mailing list is there."""
    return not bulk.LIST_FIELDS.isdisjoint(headers.fields)


def only_unsubscribes(headers: Headers) -> bool:
    """Tell whether of a list's fields only those to unsubscribe are there."""
    return bulk.LIST_FIELDS & headers.fields.keys() <= bulk.UNSUBSCRIBE_FIELDS


def bulk_precedence(headers: Headers) -> bool:
    """Precedence is bulk, list or junk."""
    names = ("precedence", "x-precedence")
    return any(keyword(value) in _PRECEDENCES for name in names for value in headers.all(name))


def list_precedence(headers: Headers) -> bool:
    """Precedence is list, which no gateway sets on persons' letters."""
    return any(keyword(value) == "list" for value in headers.all("precedence"))


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


def bulk_sender(seen: Seen) -> bool:
    """The sender's name is a newsletter's, or a network's that only sends notifications."""
    sender = seen.mail.sender
    return bulk.BULK_NAME.fullmatch(sender.local) is not None or in_domains(
        sender.domain, bulk.NETWORKS
    )


def from_payer(seen: Seen) -> bool:
    """A payment service's own domain."""
    return in_domains(seen.mail.sender.domain, bulk.PAYERS)


def no_reply(seen: Seen) -> bool:
    """The sender's name asks not to be answered, or is a system's."""
    sender = seen.mail.sender
    answered = first_address(seen.mail.headers.first("reply-to"))
    return (
        bulk.NO_REPLY.search(sender.local) is not None
        or bulk.NO_REPLY_NAME.search(sender.name) is not None
        or bulk.NO_REPLY.search(answered.local) is not None
    )
