"""Amazon: relay and notice addresses, its wrappers, its customer service's and return templates.

A relay address (``<alias>@marketplace.amazon.<tld>``, with or without ``+case``) writes for one
buyer; its domain lies below the notice domain, so the relay is tested first and by whole labels.
``X-Space-Notification-Type`` decides where it is present, and so does its trace in a survey link
when forwarding lost the field; both count only from an address of Amazon. The wrapper is cut by
its words in eight languages and by its structure elsewhere; where nothing is recognised the whole
text is kept. Practice S4.1 to S4.4.
"""

import re
from collections.abc import Mapping
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from cases.values import Notice
from mail import markup
from mail.marketplaces import amazon_words as said
from mail.marketplaces.form_words import Field
from mail.marketplaces.forms import Form, read_form
from mail.marketplaces.marketplace import Origin, Role, Words
from mail.marketplaces.notices import announce
from mail.marketplaces.topics import find_topic
from mail.opened import Opened

#: The ends of the 22 relay domains, each with the zone in which its business days end.
ZONES: Final[Mapping[str, str]] = {
    "com": "America/Los_Angeles",
    "ca": "America/Toronto",
    "com.mx": "America/Mexico_City",
    "com.br": "America/Sao_Paulo",
    "co.uk": "Europe/London",
    "de": "Europe/Berlin",
    "fr": "Europe/Paris",
    "it": "Europe/Rome",
    "es": "Europe/Madrid",
    "nl": "Europe/Amsterdam",
    "se": "Europe/Stockholm",
    "pl": "Europe/Warsaw",
    "com.be": "Europe/Brussels",
    "ie": "Europe/Dublin",
    "com.tr": "Europe/Istanbul",
    "ae": "Asia/Dubai",
    "sa": "Asia/Riyadh",
    "eg": "Africa/Cairo",
    "in": "Asia/Kolkata",
    "co.jp": "Asia/Tokyo",
    "com.au": "Australia/Sydney",
    "sg": "Asia/Singapore",
}

#: X-Space-Notification-Type: in whose name it comes, and the topic it announces.
_TYPES: Final[Mapping[str, tuple[Role, str]]] = {
    "BBC_MESSAGE_SENT_TO_MERCHANT": (Role.RELAY, ""),
    "BBC_MESSAGE_CONFIRMATION_TO_MERCHANT": (Role.COPY, ""),
    "BRC_SELLER_NOTIFICATION": (Role.NOTICE, "cancellation"),
    "RETURN_REQUEST": (Role.NOTICE, "return"),
    "REFUND_ISSUED": (Role.NOTICE, "refund"),
    "A_Z_CLAIM_RESPONDENT_NOTIFY": (Role.NOTICE, "claim"),
    "A_Z_CLAIM_RESPONDENT_CLOSE": (Role.NOTICE, "claim"),
    "BUYER_OPTED_OUT_BSM_MESSAGES": (Role.UNDELIVERED, "opt-out"),
}

#: A form is no longer than this.
_FORM_LENGTH: Final = 20_000

_NO_BUYER: Final = re.compile(r"^(?:do-?not-?reply|no-?reply)(?:[+._-].*)?$")
_TRACE: Final = re.compile(r"customAttribute1Value(?:=|%3D)([A-Z_]{5,60})")
_CASE_LINK: Final = re.compile(r"caseId(?:=|%3D|%253D)?([A-Za-z0-9-]{8,64})")


class Amazon:
    """The mails of the 22 Amazon marketplaces."""

    name = "amazon"
    #: 3-7-7 digits, also of digital orders and Amazon Pay; buyers also leave the hyphens out.
    orders = re.compile(r"(?<![\w-])((?:\d{3}|[DSP]\d{2})-\d{7}-\d{7})(?![\d-])")

    def origin(self, mail: Opened) -> Origin | None:
        """Return in whose name an Amazon address writes, its own type field first."""
        place = _place(mail.sender.domain)
        if place is None:
            return None
        tld, below = place
        marketplace = f"amazon.{tld}"
        from_relay = below == "marketplace" and not _NO_BUYER.match(mail.sender.local)
        told = _type_of(mail, from_relay=from_relay)
        if told is not None and not (told[0] is Role.RELAY and not from_relay):
            return Origin(marketplace=_market_of(mail, marketplace), role=told[0], typed=True)
        role = Role.RELAY if from_relay else Role.NOTICE
        if role is Role.NOTICE and said.UNDELIVERED.search(mail.subject):
            role = Role.UNDELIVERED
        elif role is Role.NOTICE and said.OWN_COPY.match(mail.subject):
            role = Role.COPY
        return Origin(marketplace=_market_of(mail, marketplace), role=role)

    def buyer(self, mail: Opened, origin: Origin, words: Words | None) -> tuple[str, str | None]:
        """Return the alias without its ``+case``, and the case where From or To bears it."""
        aliases = [mail.sender.address, *mail.recipients]
        tags = (_tag(one) for one in aliases if _is_relay(one))
        case_id = next((tag for tag in tags if tag), None)
        if case_id is None and origin.role is Role.RELAY:
            # A buyer can paste such a link; only the wrapper's own is Amazon's.
            link = _CASE_LINK.search(words.wrapper) if words is not None else None
            case_id = link[1] if link is not None else None
        if origin.role is not Role.RELAY:
            return "", case_id
        local = mail.sender.local.partition("+")[0]
        return f"{local}@{mail.sender.domain}", case_id

    def words(self, mail: Opened, origin: Origin) -> Words | None:
        """Return the buyer's words out of the wrapper or the template around them."""
        template = _template(mail.text)
        if template is not None:
            return Words(text=template, wrapper=mail.text)
        if origin.role is not Role.RELAY and origin.role is not Role.COPY:
            return None
        if "<pre" in mail.html:
            inner = _preformatted(mail.html)
            if inner is not None:
                return Words(
                    text=inner, wrapper=mail.text.replace(inner, "") if inner else mail.text
                )
        return _between_marks(mail.text)

    def notice(self, mail: Opened, origin: Origin) -> Notice | None:
        """Return the topic of a notice with its reason, comment and deadline."""
        if origin.role is Role.COPY:
            return None
        form = read_form(mail.text)
        if origin.role is Role.RELAY:
            # The return service writes for a buyer in a form of its own.
            if not form.returning:
                return None
            topic = "return"
        else:
            told = _type_of(mail, from_relay=False)
            topic = (told[1] if told is not None else "") or _topic(mail, form)
        return announce(topic, mail, ZONES[origin.marketplace.removeprefix("amazon.")], form)


def _place(domain: str) -> tuple[str, str] | None:
    """Split an Amazon domain into its end and the label below "amazon"; None for any other."""
    labels = domain.split(".")
    for number, label in enumerate(labels):
        if label == "amazon" and ".".join(labels[number + 1 :]) in ZONES:
            return ".".join(labels[number + 1 :]), labels[number - 1] if number else ""
    return None


def _is_relay(address: str) -> bool:
    place = _place(address.rpartition("@")[2])
    return place is not None and place[1] == "marketplace"


def _tag(address: str) -> str:
    return address.rpartition("@")[0].partition("+")[2]


def _type_of(mail: Opened, *, from_relay: bool) -> tuple[Role, str] | None:
    told = _TYPES.get(mail.headers.first("x-space-notification-type").strip().upper())
    if told is None and not from_relay:
        trace = _TRACE.search(mail.html) or _TRACE.search(mail.text)
        told = _TYPES.get(trace[1]) if trace is not None else None
    return told


def _market_of(mail: Opened, by_address: str) -> str:
    """Notices of all countries come from amazon.com: the marketplace's own id is more exact."""
    return said.MARKETPLACE_IDS.get(mail.headers.first("x-marketplace-id").strip(), by_address)


def _topic(mail: Opened, form: Form) -> str:
    topic = find_topic(mail.subject, said.CLAIMS)
    return "return" if topic == "other" and form.returning else topic


def _preformatted(html: str) -> str | None:
    """Return the text of the one element in which Amazon sets the buyer's words."""
    for node in LexborHTMLParser(html).css("pre"):
        if "pre-wrap" in (node.attributes.get("style") or "").lower():
            return markup.render(node.html or "").strip()
    return None


def _between_marks(text: str) -> Words | None:
    dashed = said.START.search(text) if said.DASHED.search(text) else None
    start = dashed or said.PLAIN_START.search(text)
    if start is None:
        lines = list(said.MARK_LINE.finditer(text))
        # Two such lines and nothing known: a language without words in the tables.
        if len(lines) > 1:
            around = text[: lines[0].start()] + "\n" + text[lines[-1].end() :]
            return Words(text=text[lines[0].end() : lines[-1].start()].strip(), wrapper=around)
        return None
    runs = (run.start() for run in said.DASHED.finditer(text, start.end()))
    ends = [end for end in (said.END.match(text, run) for run in runs) if end is not None]
    if not ends:
        ends = list(said.ANY_MARK.finditer(text, start.end()))[-1:]
    if not ends:
        ends = list(said.FOOTER.finditer(text, start.end()))
    stop = ends[0].start() if ends else len(text)
    inner = text[start.end() : stop].strip()
    return Words(text=inner, wrapper=text[: start.start()] + "\n" + text[stop:])


def _template(text: str) -> str | None:
    """Return reason and words out of a form of customer service or of the return service."""
    form = read_form(text)
    told = [form.get(name) for name in (Field.REASON, Field.COMMENT)]
    if not any(told):
        return None
    if not (
        form.returning
        or form.fields.keys() >= said.FORM_FIELDS
        or said.SERVICE_FORM.search(text[:_FORM_LENGTH])
    ):
        return None
    return "\n".join(filter(None, told))


MARKETPLACE: Final = Amazon()
