"""Whether a letter may be acknowledged: named vetoes in order, the first names the reason.

The same function judges at filing and again at the single point of sending, each time with what
is known then (design P3). What is not known is skipped and named, never guessed: a veto that
needs it cannot apply. Each id stands in docs/reference/vetoes.md. Nothing here can fail.

Rules: RFC 3834 section 2 (no answer to automatic mail, lists, null paths), RFC 3834 section 7,
RFC 5230 section 4; labels.md, Kinds (nothing is ever sent to a notice address).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from fnmatch import fnmatchcase
from typing import Final, NamedTuple

from cases.labels import Kind
from cases.values import Decision, Letter, Triage
from replies.shops import Shop, without_tag

#: A letter older than this gets no acknowledgement: the person's answer is due by then.
EXPIRES_AFTER: Final = timedelta(hours=24)

#: At most so many acknowledgements to one address a day, in one thread a day, and to one domain
#: an hour, where the domain is no known relay. A responder that changes its address or drops its
#: references still meets one of them.
DAILY_TO_ADDRESS: Final = 3
DAILY_IN_THREAD: Final = 3
HOURLY_TO_DOMAIN: Final = 20

#: Marketplaces whose mail answers are not known to reach the buyer.
WITHOUT_MAIL_REPLIES: Final = frozenset({"etsy"})

#: Local parts nobody reads, and those of mail systems (RFC 3834 section 2, RFC 2142).
_UNREAD: Final = (
    *("mailer-daemon", "postmaster", "listserv", "majordomo"),
    *("owner-*", "*-request", "*-owner", "*-bounce", "*-bounces", "bounce", "bounces"),
    *("noreply", "no-reply", "no_reply", "donotreply", "do-not-reply", "do_not_reply"),
    *("noreply-*", "no-reply-*", "*-noreply", "*-no-reply"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Channels:
    """The ways in on which buyers are answered, and the addresses that never are."""

    #: Answer letters that came through a marketplace's relay.
    relays: bool = True
    #: Our addresses on which direct mail is answered; None answers on every one.
    direct: frozenset[str] | None = None
    #: Our own addresses; None when they are not known.
    own: frozenset[str] | None = None
    #: Domains whose mail, with that of their subdomains, is our own.
    own_domains: frozenset[str] = frozenset()
    #: Addresses, domains and patterns (``*@*.example.org``) that are never answered.
    never: frozenset[str] = frozenset()
    #: True when letters are read with trusted servers, so that a forged one shows as suspect.
    trusted_servers: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What only the store and the outbox know of a letter; None is not known."""

    #: shadow or live.
    mode: str | None = None
    #: The From address the answer would bear.
    sender: str | None = None
    #: A person has answered in this opening, or holds the case.
    answered: bool | None = None
    #: This opening has its acknowledgement.
    acknowledged: bool | None = None
    #: Acknowledgements to this address today, in this thread today, to this domain this hour.
    to_address: int | None = None
    in_thread: int | None = None
    to_domain: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """All a veto may look at."""

    letter: Letter
    triage: Triage
    shop: Shop | None
    received: datetime
    now: datetime
    channels: Channels = field(default_factory=Channels)
    standing: Standing = field(default_factory=Standing)


class Veto(NamedTuple):
    """One named reason against an acknowledgement."""

    #: The reason a person sees.
    id: str
    #: True when it applies; what is not known never makes it apply.
    applies: Callable[[_Question], bool]


def judge(  # noqa: PLR0917  in the order they become known; all but the last two are always given
    letter: Letter,
    triage: Triage,
    shop: Shop | None,
    received: datetime,
    now: datetime,
    channels: Channels | None = None,
    standing: Standing | None = None,
) -> Decision:
    """Return whether ``letter`` may be acknowledged at ``now``, and the reason.

    ``received`` is when it counts as received. Without ``channels`` every channel is open;
    without ``standing`` nothing of its history is judged.
    """
    question = _Question(
        letter=letter,
        triage=triage,
        shop=shop,
        received=received,
        now=now,
        channels=channels or Channels(),
        standing=standing or Standing(),
    )
    reason = _header_veto(letter) or next(
        (veto.id for veto in VETOES if veto.applies(question)), "ok"
    )
    return Decision(
        send=reason == "ok",
        reason=reason,
        not_judged=_not_judged(question),
        shop=None if shop is None else shop.id,
    )


def recipient(letter: Letter) -> str:
    """Return the one address an answer goes to: From in full, with its +tag.

    Never Reply-To, which any sender can point at a third person (RFC 3834 section 4).
    """
    return letter.sender


def _header_veto(letter: Letter) -> str | None:
    """Return the first "do not answer" mark of a buyer's letter, by its own id."""
    return letter.vetoes[0] if letter.kind is Kind.BUYER and letter.vetoes else None


def _is_kind(kind: Kind) -> Callable[[_Question], bool]:
    return lambda question: question.letter.kind is kind


def _is_tagged(tag: str) -> Callable[[_Question], bool]:
    return lambda question: question.triage.main == tag


def _has_no_return_address(question: _Question) -> bool:
    local, at, domain = question.letter.sender.rpartition("@")
    return (
        not (local and at and domain)
        or question.letter.return_path == ""
        or any(fnmatchcase(local, unread) for unread in _UNREAD)
    )


def _is_own(question: _Question) -> bool:
    sender, channels = question.letter.sender, question.channels
    return bool(_spellings(sender) & (channels.own or frozenset())) or _is_of_domain(
        sender, channels.own_domains
    )


def _is_never_answered(question: _Question) -> bool:
    spellings = _spellings(question.letter.sender)
    return any(
        fnmatchcase(spelling, entry)
        if "@" in entry.lstrip("@")
        else _is_of_domain(spelling, [entry])
        for entry in question.channels.never
        for spelling in spellings
    )


def _is_on_closed_relay(question: _Question) -> bool:
    return question.letter.relay and not question.channels.relays


def _is_on_closed_address(question: _Question) -> bool:
    direct = question.channels.direct
    if question.letter.relay or direct is None:
        return False
    return not any(_spellings(address) & direct for address in question.letter.recipients)


def _has_no_approved_sender(question: _Question) -> bool:
    sender = question.standing.sender
    return sender is not None and question.shop is not None and sender not in question.shop.senders


def _is_over_address_cap(question: _Question) -> bool:
    return (question.standing.to_address or 0) >= DAILY_TO_ADDRESS


def _is_over_thread_cap(question: _Question) -> bool:
    return (question.standing.in_thread or 0) >= DAILY_IN_THREAD


def _is_over_domain_cap(question: _Question) -> bool:
    return not question.letter.relay and (question.standing.to_domain or 0) >= HOURLY_TO_DOMAIN


def _spellings(address: str) -> frozenset[str]:
    """Return the address with and without its plus-tag."""
    return frozenset({address, without_tag(address)})


def _is_of_domain(address: str, domains: Iterable[str]) -> bool:
    """Compare by label, so that ``example.org.evil.test`` is not of ``example.org``."""
    host = "." + address.rpartition("@")[2]
    return any(host.endswith("." + domain.lstrip("@.")) for domain in domains)


#: In order; the header marks of a buyer's letter come after the kinds, by the ids they are read by.
VETOES: Final = (
    *(Veto(kind.value, _is_kind(kind)) for kind in Kind if kind is not Kind.BUYER),
    Veto(
        "no-mail-replies",
        lambda question: question.letter.marketplace in WITHOUT_MAIL_REPLIES,
    ),
    Veto("no-return-address", _has_no_return_address),
    Veto("own-address", _is_own),
    Veto("never", _is_never_answered),
    Veto("suspect", lambda question: question.letter.suspect),
    Veto("relays-closed", _is_on_closed_relay),
    Veto("direct-closed", _is_on_closed_address),
    Veto("thanks", _is_tagged("thanks")),
    Veto("spam", _is_tagged("spam")),
    Veto("expired", lambda question: question.now - question.received > EXPIRES_AFTER),
    Veto("unknown-shop", lambda question: question.shop is None),
    Veto("no-approved-sender", _has_no_approved_sender),
    Veto("shadow", lambda question: question.standing.mode == "shadow"),
    Veto("answered", lambda question: bool(question.standing.answered)),
    Veto("acknowledged", lambda question: bool(question.standing.acknowledged)),
    Veto("address-cap", _is_over_address_cap),
    Veto("thread-cap", _is_over_thread_cap),
    Veto("domain-cap", _is_over_domain_cap),
)

#: What may be unknown, by the id a Decision names it with, and how that shows.
UNKNOWNS: Final[tuple[tuple[str, Callable[[_Question], bool]], ...]] = (
    ("approved-sender", lambda question: question.standing.sender is None),
    (
        "caps",
        lambda question: (
            None
            in (
                question.standing.to_address,
                question.standing.in_thread,
                question.standing.to_domain,
            )
        ),
    ),
    ("channels", lambda question: question.channels.direct is None),
    (
        "history",
        lambda question: None in (question.standing.answered, question.standing.acknowledged),
    ),
    ("mode", lambda question: question.standing.mode is None),
    ("own-addresses", lambda question: question.channels.own is None),
    ("trusted-servers", lambda question: not question.channels.trusted_servers),
)


def _not_judged(question: _Question) -> tuple[str, ...]:
    return tuple(name for name, unknown in UNKNOWNS if unknown(question))
