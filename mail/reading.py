"""Any bytes to a Letter: the one way in.

``read`` is total and pure: whatever the bytes, it returns a Letter, and what was wrong with them
stands in ``Letter.faults`` (docs/reference/faults.md). The steps: take the message apart, read its
fields, find its marketplace, sort it, cut wrapper and history off its words, and collect facts.
RFC 5322, 2045 to 2049, 8601; practice S4.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from cases.labels import Kind
from cases.values import Letter, Notice
from mail.addresses import first_address, parse_addresses
from mail.authentication import fails, passes
from mail.body import Body, read_body
from mail.dates import parse_date, parse_received
from mail.facts import count_photos, find_asins, find_orders
from mail.faults import Fault
from mail.fulfilment import find_fulfilment
from mail.headers import Headers, decode_words, parse_parameters
from mail.kinds import sort
from mail.language import identify_language
from mail.marketplaces import MARKETPLACES, Marketplace, Origin, Role, Words
from mail.message import Message
from mail.newtext import Writing, split_writing
from mail.opened import Opened
from mail.returned import find_ids, find_undelivered
from mail.signs import DELIVERY_REPORTS
from mail.subjects import is_reply
from mail.walk import parse_message

_TO: Final = ("to", "cc", "delivered-to", "x-original-to", "envelope-to", "x-envelope-to",
              "x-forwarded-to", "resent-to")  # fmt: skip
#: The envelope's sender, as servers write it down; forwarding may leave more than one.
_PATHS: Final = ("return-path", "x-envelope-from", "envelope-from", "x-return-path")
#: The null path, as servers and mailbox files write it.
_NULL_PATHS: Final = frozenset({"<>", "", '""', '<"">', "<null>", "<mailer-daemon>"})
_COMMENT: Final = re.compile(r"\([^()]*\)")
_IDS: Final = re.compile(r"<[^<>]{1,990}>")
#: Threads longer than this are cut in the middle of nowhere; nobody reads so far.
_ID_LIMIT: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundary:
    """What the reader knows of our side."""

    #: Our own addresses, lower case.
    own: frozenset[str] = frozenset()
    #: Authserv-ids whose Authentication-Results we believe.
    trusted: frozenset[str] = frozenset()
    #: Domains of forwarders whose seal we believe where a trusted server found it whole (RFC 8617).
    forwarders: frozenset[str] = frozenset()


_NOTHING_KNOWN: Final = Boundary()


def read(raw: bytes, boundary: Boundary = _NOTHING_KNOWN) -> Letter:
    """Return the letter in ``raw``. Raises nothing for any bytes: ``Letter.faults`` tells.

    Args:
        raw: one message, RFC 5322.
        boundary: what is known of where ours ends: our addresses, whom we believe.
    """
    message = parse_message(raw)
    headers = message.headers
    body = read_body(message)
    mail = _open(message, body)
    marketplace, origin = _find_marketplace(mail)
    words, notice, buyer, case_id = None, None, "", None
    if marketplace is not None and origin is not None:
        words = marketplace.words(mail, origin)
        notice = marketplace.notice(mail, origin)
        buyer, case_id = marketplace.buyer(mail, origin, words)
    writing = _part(mail, origin, words, notice)
    sorting = sort(mail, writing, origin, boundary.own)
    if origin is None and sorting.kind in {Kind.BUYER, Kind.AUTO_REPLY}:
        buyer = _alias(mail)
    name = origin.marketplace if origin is not None else None
    wrapper = words.wrapper if words is not None else ""
    orders = find_orders((mail.subject, writing.new), name) or (
        # What stands around the words may cite other orders: it counts where they name none.
        find_orders((wrapper,), name) or find_orders((writing.quoted or mail.text,), name)
    )
    return Letter(
        message_id=next(iter(_ids(headers.first("message-id"))), None),
        in_reply_to=_ids(" ".join(headers.all("in-reply-to"))),
        references=_references(message, body, sorting.kind),
        sender=mail.sender.address,
        sender_name=mail.sender.name,
        return_path=mail.return_path,
        recipients=mail.recipients,
        subject=mail.subject,
        date=mail.date,
        received=mail.received,
        kind=sorting.kind,
        kind_reason=sorting.reason,
        vetoes=sorting.vetoes,
        language=identify_language(writing.new),
        text=writing.new,
        quoted=writing.quoted,
        marketplace=name,
        relay=origin is not None and origin.role is Role.RELAY,
        buyer=buyer,
        case_id=case_id,
        order_ids=orders,
        asins=find_asins((mail.subject, writing.new, wrapper, writing.quoted)),
        fulfilment=find_fulfilment(f"{mail.subject}\n{writing.new}\n{wrapper}"),
        photos=count_photos(message, body),
        notice=notice if sorting.kind in {Kind.NOTICE, Kind.BUYER} else None,
        undelivered=find_undelivered(message, mail) if sorting.kind is Kind.BOUNCE else None,
        suspect=origin is not None and fails(headers, boundary.trusted, boundary.forwarders),
        authenticated=passes(headers, boundary.trusted, boundary.forwarders, mail.sender.domain),
        faults=_faults(message, body, mail),
    )


#: Action: of each recipient of a delivery report (RFC 3464 2.3.3).
_ACTION: Final = re.compile(rb"^Action:[ \t]*([A-Za-z]{1,20})", re.IGNORECASE | re.MULTILINE)


def _open(message: Message, body: Body) -> Opened:
    headers, parts = message.headers, message.own_parts
    fields = (headers.all(name) for name in _TO)
    recipients = (
        one.address for values in fields for value in values for one in parse_addresses(value)
    )
    return Opened(
        headers=headers,
        sender=first_address(", ".join(headers.all("from"))),
        return_path=_return_path(headers),
        recipients=tuple(dict.fromkeys(recipients)),
        subject=decode_words(headers.first("subject")),
        body=body,
        date=parse_date(headers.first("date")),
        received=_received(headers),
        content_types=frozenset(part.content_type for part in parts),
        action=_action(message),
        scheduling=next(
            (
                part.parameters["method"].lower()
                for part in parts
                if part.content_type == "text/calendar"
                and "method" in part.parameters
                and not part.is_attachment
            ),
            "",
        ),
        # As told: a report whose parts are torn off is still one.
        declared=parse_parameters(headers.first("content-type")),
    )


def _action(message: Message) -> str:
    """Return the gravest thing the delivery reports say, so that one failure counts as one."""
    told = [
        found[1].decode().lower()
        for part in message.own_parts
        if part.content_type in DELIVERY_REPORTS
        for found in _ACTION.finditer(message.raw, part.start, part.end)
    ]
    return "failed" if "failed" in told else next(iter(told), "")


def _find_marketplace(mail: Opened) -> tuple[Marketplace | None, Origin | None]:
    for marketplace in MARKETPLACES:
        origin = marketplace.origin(mail)
        if origin is not None:
            return marketplace, origin
    return None, None


def _part(
    mail: Opened, origin: Origin | None, words: Words | None, notice: Notice | None
) -> Writing:
    """Return what the person wrote: the wrapper off first, then the history."""
    if notice is not None and (notice.reason or notice.comment):
        return Writing(new="\n".join(filter(None, (notice.reason, notice.comment))))
    answer = is_reply(mail.subject) or not {"in-reply-to", "references"}.isdisjoint(
        mail.headers.fields
    )
    if words is not None:
        return split_writing(words.text, answer=answer)
    if origin is not None and origin.role is Role.NOTICE:
        # A notice has no history; its lines look like a quoted header to a cutter.
        return Writing(new=mail.text.strip())
    return split_writing(mail.text, answer=answer)


def _alias(mail: Opened) -> str:
    local, _, domain = mail.sender.address.rpartition("@")
    return f"{local.partition('+')[0] or local}@{domain}" if domain else ""


def _return_path(headers: Headers) -> str | None:
    told = [one for name in _PATHS for one in headers.all(name)]
    if not told:
        return None
    if any("".join(_COMMENT.sub("", one).split()).lower() in _NULL_PATHS for one in told):
        return ""
    return first_address(headers.first("return-path")).address or None


def _received(headers: Headers) -> datetime | None:
    found = (parse_received(value) for value in headers.all("received")[:3])
    return next((one for one in found if one is not None), None)


def _ids(value: str) -> tuple[str, ...]:
    """Return the ids in a raw field without blanks, each once."""
    found = ["".join(one.split()) for one in _IDS.findall(value)]
    if not found:
        found = [f"<{one.strip('<>,;')}>" for one in value.split() if "@" in one.strip("@<>,;")]
    return tuple(dict.fromkeys(one for one in found if one != "<>"))[:_ID_LIMIT]


def _references(message: Message, body: Body, kind: Kind) -> tuple[str, ...]:
    """Return References; a bounce also refers to the mail it returns."""
    told = _ids(" ".join(message.headers.all("references")))
    if kind is not Kind.BOUNCE:
        return told
    return tuple(dict.fromkeys((*told, *find_ids(message, body.text))))[:_ID_LIMIT]


def _faults(message: Message, body: Body, mail: Opened) -> tuple[str, ...]:
    own = []
    if not mail.sender.address:
        own.append(Fault.NO_SENDER)
    if "date" not in mail.headers:
        own.append(Fault.NO_DATE)
    elif mail.date is None:
        own.append(Fault.BAD_DATE)
    if len(mail.headers.all("from")) > 1:
        own.append(Fault.DOUBLED_FROM)
    return tuple(dict.fromkeys((*message.faults, *body.faults, *own)))
