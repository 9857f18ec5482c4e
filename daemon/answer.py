"""From a claimed acknowledgement to the message that is handed in, or the reason why none is.

Judges once more with what is known now, promises, words, lints and composes. Opens nothing: the
store and the sockets are ``daemon/send.py``'s.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from daemon.knowledge import Knowledge
from daemon.logs import logger
from daemon.outbox import AddressError, Envelope, Outbox, ascii_address
from mail.composing import Outgoing, UnsendableAddress, compose, message_id, reply_headers
from replies.policy import Standing, judge, recipient
from replies.promise import forecast
from store.values import Claim, Dispatch

log = logger("answer")

#: The veto of an address that cannot stand in a message.
_UNWRITABLE: Final = "no-return-address"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """A mailbox we send from."""

    address: str
    #: The display name; "" takes the shop's brand.
    name: str
    outbox: Outbox


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A message ready to be handed in."""

    dispatch: Dispatch
    raw: bytes
    envelope: Envelope


def prepare(
    claim: Claim, sender: Sender, knowledge: Knowledge, key: bytes, now: datetime
) -> Prepared | str:
    """Return the message for a claimed acknowledgement, or the reason to withhold it."""
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
            mode="live",
            sender=sender.address,
            answered=claim.answered,
            acknowledged=False,
            to_address=claim.to_address,
            in_thread=claim.to_thread,
            to_domain=claim.to_domain,
        ),
    )
    if not decision.send or shop is None:
        return decision.reason
    promise = forecast(claim.priority, shop, now, claim.limit_at)
    if promise.beyond_limit:
        log.warning("promise.beyond-limit", ack=claim.ack, case=claim.case)
    wording = knowledge.word(letter, triage, shop, promise.at, now)
    if isinstance(wording, str):
        return wording
    try:
        envelope = Envelope(
            sender=ascii_address(sender.address), recipient=ascii_address(recipient(letter))
        )
    except AddressError:
        return _UNWRITABLE
    in_reply_to, references = reply_headers(letter)
    ours = message_id(key, f"ack:{claim.case}:{claim.opening}", sender.address.rpartition("@")[2])
    outgoing = Outgoing(
        sender=envelope.sender,
        sender_name=sender.name or shop.brand,
        to=envelope.recipient,
        subject=wording.subject,
        body=wording.body,
        message_id=ours,
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
        message_id=ours, sender=envelope.sender, recipient=envelope.recipient, wording=wording
    )
    return Prepared(dispatch=dispatch, raw=raw, envelope=envelope)
