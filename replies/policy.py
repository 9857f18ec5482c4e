"""Whether a letter may be acknowledged: named vetoes in order, the first names the reason.

The same function judges at filing and again at the single point of sending, each time with what
is known then (design P3). What is not known is skipped and named, never guessed: a veto that
needs it cannot apply. Each id stands in docs/reference/vetoes.md. Nothing here can fail.

Rules: RFC 3834 section 2 (no answer to automatic mail, lists, null paths), RFC 3834 section 7,
RFC 5230 section 4; labels.md, Kinds (nothing is ever sent to a notice address).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final, NamedTuple

from cases.clocks import EXPIRES_AFTER
from cases.labels import Kind
from cases.values import Decision, Letter, Triage
from replies.channels import Channels, is_unread
from replies.shops import Shop

#: At most so many acknowledgements to one address a day, in one thread a day, and to one domain
#: an hour, where the domain is no known relay. A responder that changes its address or drops its
#: references still meets one of them.
DAILY_TO_ADDRESS: Final = 3
DAILY_IN_THREAD: Final = 3
HOURLY_TO_DOMAIN: Final = 20

#: Vetoes that pass by themselves, and when to ask again: held, not dropped.
PASSING: Final = MappingProxyType({"domain-cap": timedelta(hours=1)})

#: Marketplaces whose mail answers are not known to reach the buyer.
WITHOUT_MAIL_REPLIES: Final = frozenset({"etsy"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What only the store and the outbox know of a letter; None is not known."""

    #: shadow, approve, canary or live.
    mode: str | None = None
    #: The mode is canary, and it is not for this shop, mailbox or day.
    outside_canary: bool = False
    #: The case is of those that are never acknowledged, to measure what acknowledging does.
    held_out: bool = False
    #: The From address the answer would bear.
    sender: str | None = None
    #: A person has answered in this opening, or holds the case.
    answered: bool | None = None
    #: Our people wrote to this address before it ever wrote to us.
    written_first: bool | None = None
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


def _is_surely_thanks(question: _Question) -> bool:
    # Thanks that may be none are mostly irony above a complaint: who complains is answered.
    return question.triage.main == "thanks" and not question.triage.unsure


def _has_no_return_address(question: _Question) -> bool:
    return question.letter.return_path == "" or is_unread(question.letter.sender)


def _is_unauthenticated(question: _Question) -> bool:
    letter, channels = question.letter, question.channels
    return (
        channels.trusted_servers is not None
        and not channels.unauthenticated_direct
        and not letter.relay
        and not letter.authenticated
    )


def _is_silent_matter(question: _Question) -> bool:
    return question.shop is not None and question.triage.main in question.shop.silent_on


def _has_no_approved_sender(question: _Question) -> bool:
    sender = question.standing.sender
    return sender is not None and question.shop is not None and sender not in question.shop.senders


def _is_over_address_cap(question: _Question) -> bool:
    return (question.standing.to_address or 0) >= DAILY_TO_ADDRESS


def _is_over_thread_cap(question: _Question) -> bool:
    return (question.standing.in_thread or 0) >= DAILY_IN_THREAD


def _is_over_domain_cap(question: _Question) -> bool:
    return not question.letter.relay and (question.standing.to_domain or 0) >= HOURLY_TO_DOMAIN


#: In order; the header marks of a buyer's letter come after the kinds, by the ids they are read by.
VETOES: Final = (
    *(Veto(kind.value, _is_kind(kind)) for kind in Kind if kind is not Kind.BUYER),
    Veto(
        "no-mail-replies",
        lambda question: question.letter.marketplace in WITHOUT_MAIL_REPLIES,
    ),
    Veto("no-return-address", _has_no_return_address),
    Veto("own-address", lambda question: question.channels.is_own(question.letter.sender)),
    Veto("never", lambda question: question.channels.is_never_answered(question.letter.sender)),
    Veto("suspect", lambda question: question.letter.suspect),
    Veto("relays-closed", lambda question: question.channels.closes_relay(question.letter)),
    Veto("direct-closed", lambda question: question.channels.closes_direct(question.letter)),
    Veto("unauthenticated", _is_unauthenticated),
    Veto(
        "written-first",
        lambda question: not question.letter.relay and bool(question.standing.written_first),
    ),
    Veto("thanks", _is_surely_thanks),
    Veto("spam", _is_tagged("spam")),
    Veto("expired", lambda question: question.now - question.received > EXPIRES_AFTER),
    Veto("unknown-shop", lambda question: question.shop is None),
    Veto("silent-on", _is_silent_matter),
    Veto("no-approved-sender", _has_no_approved_sender),
    Veto("shadow", lambda question: question.standing.mode == "shadow"),
    Veto("canary", lambda question: question.standing.outside_canary),
    Veto("hold-out", lambda question: question.standing.held_out),
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
        lambda question: (
            None
            in (
                question.standing.answered,
                question.standing.acknowledged,
                question.standing.written_first,
            )
        ),
    ),
    ("mode", lambda question: question.standing.mode is None),
    ("own-addresses", lambda question: question.channels.own is None),
    ("trusted-servers", lambda question: not question.channels.trusted_servers),
)


def _not_judged(question: _Question) -> tuple[str, ...]:
    return tuple(name for name, unknown in UNKNOWNS if unknown(question))
