"""From a claimed acknowledgement to the message that is handed in, or the reason why none is.

Judges once more with what is known now, promises, words, lints and composes. Opens nothing: the
store and the sockets are ``daemon/sending/courier.py``'s.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from cases.absences import spans
from cases.holdout import is_held_out
from cases.pace import Pace
from cases.pauses import Scope, Subject
from daemon.knowledge import Knowledge
from daemon.logs import logger
from daemon.sending.parcel import Parcel
from daemon.smtp.outbox import AddressError, Envelope, Outbox, ascii_address
from mail.composing import Outgoing, UnsendableAddress, compose, message_id, reply_headers
from replies.policy import Standing, judge, recipient
from replies.promise import Prospect, forecast
from store.columns import is_unreadable
from store.outgoing_values import Claim, Dispatch

log = logger("answer")

#: The veto of an address that cannot stand in a message.
_UNWRITABLE: Final = "no-return-address"
#: Why one is withheld, and a reply refused: what the store keeps of it was damaged.
UNREADABLE: Final = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """A mailbox we send from."""

    address: str
    #: The display name; "" takes the shop's brand.
    name: str
    outbox: Outbox
    pace: Pace
    #: What is known of everything it sends: mailbox and provider.
    subjects: frozenset[Subject] = frozenset()
    #: MAIL FROM is the null path.
    null_path: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """An acknowledgement ready to be handed in, and what is committed of it before."""

    dispatch: Dispatch
    parcel: Parcel


def prepare(
    claim: Claim, sender: Sender, knowledge: Knowledge, key: bytes, now: datetime
) -> Prepared | str:
    """Return the message for a claimed acknowledgement, or the reason to withhold it."""
    if is_unreadable(claim.verdict):
        return UNREADABLE
    letter, triage = claim.verdict.letter, claim.verdict.triage
    shop = knowledge.find_shop(letter, claim.mailbox)
    decision = judge(
        letter,
        triage,
        shop,
        claim.verdict.received,
        now,
        knowledge.channels,
        Standing(
            mode=claim.mode,
            outside_canary=claim.outside_canary,
            held_out=is_held_out(key, claim.case, knowledge.hold_out),
            sender=sender.address,
            answered=claim.answered,
            acknowledged=False,
            written_first=claim.written_first,
            to_address=claim.to_address,
            in_thread=claim.to_thread,
            to_domain=claim.to_domain,
        ),
    )
    if not decision.send or shop is None:
        return decision.reason
    promise = forecast(
        claim.priority,
        shop,
        now,
        claim.limit_at,
        Prospect(
            experience=knowledge.experience.get(shop.id),
            ahead=claim.ahead,
            away=spans(claim.absences, shop.id),
        ),
    )
    if promise.beyond_limit:
        log.warning("promise.beyond-limit", ack=claim.ack, case=claim.case)
    wording = knowledge.word(letter, triage, shop, promise.at, now)
    if isinstance(wording, str):
        return wording
    try:
        ours = ascii_address(sender.address)
        envelope = Envelope(
            sender="" if sender.null_path else ours, recipient=ascii_address(recipient(letter))
        )
    except AddressError:
        return _UNWRITABLE
    in_reply_to, references = reply_headers(letter)
    number = message_id(key, f"ack:{claim.case}:{claim.opening}", sender.address.rpartition("@")[2])
    outgoing = Outgoing(
        sender=ours,
        sender_name=sender.name or shop.brand,
        to=envelope.recipient,
        subject=wording.subject,
        body=wording.body,
        message_id=number,
        date=now,
        in_reply_to=in_reply_to,
        references=references,
        automatic=True,
    )
    try:
        raw = compose(outgoing)
    except UnsendableAddress:
        return _UNWRITABLE
    dispatch = Dispatch(
        message_id=number,
        sender=ours,
        recipient=envelope.recipient,
        wording=wording,
        subjects=sender.subjects
        | {
            Subject(scope=Scope.SHOP, name=shop.id),
            Subject(scope=Scope.TEMPLATE, name=wording.template),
            model_of(knowledge),
        },
        login=sender.pace.login,
    )
    parcel = Parcel(envelope=envelope, raw=raw, message_id=number)
    return Prepared(dispatch=dispatch, parcel=parcel)


def model_of(knowledge: Knowledge) -> Subject:
    """Return the version of the model in use, as what can be paused."""
    return Subject(scope=Scope.MODEL, name=knowledge.model.name)
