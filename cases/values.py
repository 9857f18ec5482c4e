"""The values that pass between the layers: what was read, what was judged, what is to be sent.

All are frozen; a change is a new value made with ``dataclasses.replace``. Every time is aware
and in UTC. Nothing here reads a clock, a file or a socket.
"""

from dataclasses import dataclass, field
from datetime import date, datetime

from cases.labels import Fulfilment, Kind, Priority


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What a marketplace's notice announces, read from its own fields."""

    #: return, cancellation, claim, chargeback, refund, sale, shipped, opt-out, feedback, other.
    topic: str
    #: The marketplace's return reason, in its words; "" where none is given.
    reason: str = ""
    #: The buyer's own words inside the notice.
    comment: str = ""
    #: The article it is about, and the seller's own number of it, in the notice's words; "" where
    #: it names none.
    item: str = ""
    sku: str = ""
    #: How many of it; None where the notice does not tell.
    quantity: int | None = None
    #: The sum refunded or claimed, as it is written there ("39.90 EUR"); "" where none is.
    amount: str = ""
    #: The day on which the buyer asked, in the marketplace's zone.
    requested: date | None = None
    #: The time by which the marketplace wants an answer, or the parcel shipped (of a sale), where
    #: the notice states one.
    deadline: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Undelivered:
    """What a bounce says of the mail that it returns, to find it among ours."""

    #: Whom it did not reach, in lower case.
    recipients: tuple[str, ...] = ()
    #: The returned mail's own subject, "" where the bounce does not tell it.
    subject: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One inbound mail, read. Any bytes give one; what was wrong with them is in ``faults``."""

    #: Message-ID without blanks, angle brackets kept; None when the mail bears none.
    message_id: str | None = None
    #: Ids of In-Reply-To, then of References, angle brackets kept, oldest first.
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    #: The From address in lower case, IDN domains in Unicode; "" when there is none.
    sender: str = ""
    #: The display name of From.
    sender_name: str = ""
    #: The envelope's return path: "" is the null path, None means the mail does not tell.
    return_path: str | None = None
    #: Every address in To, Cc, Delivered-To, X-Original-To and Envelope-To, lower case.
    recipients: tuple[str, ...] = ()
    #: Decoded, on one line.
    subject: str = ""
    #: The Date field; None when absent or not a date.
    date: datetime | None = None
    #: The topmost Received field's date; None when absent.
    received: datetime | None = None
    kind: Kind = Kind.BUYER
    #: Id of the signal that decided the kind (docs/reference/kinds.md).
    kind_reason: str = "default"
    #: Ids of the "do not answer" signals a buyer's letter bears (lists, Precedence, suppression);
    #: of mail of ours, the marks of a machine: no person wrote it.
    vetoes: tuple[str, ...] = ()
    #: ISO 639-1 of the new text, ``zh`` for all Chinese, else "unknown".
    language: str = "unknown"
    #: The new text alone: no quoted history, no marketplace wrapper, no signature block.
    text: str = ""
    #: The quoted history that was cut, "" when there was none.
    quoted: str = ""
    #: amazon.<tld>, ebay, etsy, walmart, shopify; None for direct mail.
    marketplace: str | None = None
    #: True when the sender's address is a marketplace's relay for one buyer.
    relay: bool = False
    #: The stable alias of the buyer at this seller: the sender without its +tag.
    buyer: str = ""
    #: The marketplace's own case id, where the mail carries one.
    case_id: str | None = None
    #: Order ids in order of trust: the subject's before the body's.
    order_ids: tuple[str, ...] = ()
    asins: tuple[str, ...] = ()
    fulfilment: Fulfilment = Fulfilment.UNKNOWN
    #: How many image attachments came (inline logos of the marketplace not counted).
    photos: int = 0
    notice: Notice | None = None
    #: What a bounce returns; None for every other kind. The returned ids stand in ``references``.
    undelivered: Undelivered | None = None
    #: True when the sender claims to be a marketplace and a trusted server says it is not.
    suspect: bool = False
    #: True when a trusted server says that the sender's own domain sent it (SPF, DKIM or DMARC,
    #: aligned); False where it does not, or none is trusted.
    authenticated: bool = False
    #: Ids of what was wrong with the bytes (docs/reference/faults.md); empty for a clean mail.
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The words in ``Letter.text`` that carried a tag."""

    #: Who spoke: ``rule:<id>`` or ``model``.
    by: str
    #: Offsets into ``Letter.text``, end exclusive.
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """One tag a letter was given, with everyone who gave it."""

    tag: str
    #: ``rule:<id>``, ``model``, ``notice``, ``person:<name>``.
    by: tuple[str, ...] = ()
    #: The model's calibrated probability, 0 to 1; None where the model is silent. Rules have none.
    score: float | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """What a letter says beside its topic; raises priority and rank."""

    anger: bool = False
    #: "third time I write".
    repeated: bool = False
    #: The nearest deadline the buyer or the notice states, in UTC.
    deadline: datetime | None = None
    #: A present with a date, wrap, card or recipient named.
    gift_date: bool = False
    #: A declared withdrawal from the contract.
    withdrawal: bool = False
    #: "I will leave a bad review".
    review_threat: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Triage:
    """What a letter is about and how urgent it is."""

    #: Main tag first; never empty for buyer and notice.
    tags: tuple[Tag, ...] = ()
    unsure: bool = False
    priority: Priority = Priority.LOW
    #: 0 to 100, from the same keys the queue is ordered by.
    rank: float = 0.0
    #: Anger, repeats and value at risk, 0 to below 1: moves a case inside its level.
    score: float = 0.0
    rank_reasons: tuple[str, ...] = ()
    signals: Signals = field(default_factory=Signals)
    #: True where the main tag has its own wording and is certain enough for it.
    say_it: bool = False

    @property
    def main(self) -> str:
        """The main tag, "other" where there is none."""
        return self.tags[0].tag if self.tags else "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Whether a letter may be acknowledged, alone and first, in live mode."""

    send: bool
    #: "ok" or the id of the first veto that applies (docs/reference/vetoes.md).
    reason: str
    #: Vetoes that could not be judged for want of knowledge.
    not_judged: tuple[str, ...] = ()
    #: The id of the shop that would answer; None where none was found.
    shop: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """All that the pure pipeline says of one letter alone."""

    letter: Letter
    triage: Triage
    decision: Decision
    #: When the letter counts as received: what its own dates say, else ``now``.
    received: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that goes with a person's reply."""

    name: str
    #: image/png, application/pdf, ...
    media_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """An acknowledgement as the buyer reads it."""

    template: str
    language: str
    subject: str
    body: str
    #: The reply time the body states, UTC; None when the body states none.
    promised_by: datetime | None = None
    #: The same time in the body's own words.
    promised: str | None = None
