"""The tests of the signals of kind that look at fields and addresses alone.

Pure and total. RFC 3834 2 and 5.1, 5230 4.6, 3464, 5965, 6522, 8098, 2369, 2919, 5546.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from mail import automatic_words as automatic
from mail import bounce_words as bounces
from mail import bulk_words as bulk
from mail.addresses import first_address, same_domain
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


def calendar(seen: Seen) -> bool:
    """A calendar's program invites, accepts or declines (RFC 5546)."""
    return seen.mail.scheduling


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
