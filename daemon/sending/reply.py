"""From a claimed reply of a person to the message that is handed in, or the reason why none is.

Proofreads the words (P7) and composes; no veto is asked, a person has decided. Opens nothing.
"""

from datetime import datetime
from typing import Final

from daemon.knowledge import Knowledge
from daemon.sending.answer import UNREADABLE, Sender
from daemon.sending.parcel import Parcel
from daemon.smtp.outbox import AddressError, Envelope, ascii_address
from mail.composing import Outgoing, UnsendableAddress, compose, message_id, reply_headers
from replies.policy import recipient
from replies.proofreading import proofread_reply
from store.columns import is_unreadable
from store.replies_protocol import ReplyClaim

#: Why a reply is refused by ourselves: its words, its address, a file that is gone.
WORDING: Final = "wording"
UNWRITABLE: Final = "no-return-address"
LOST: Final = "attachment lost"


def prepare_reply(
    claim: ReplyClaim, sender: Sender, knowledge: Knowledge, key: bytes, now: datetime
) -> Parcel | str:
    """Return the message for a claimed reply, or the reason to refuse it."""
    if any(is_unreadable(one) for one in (claim.subject, claim.body, claim.verdict)):
        return UNREADABLE
    letter = claim.verdict.letter
    shop = knowledge.find_shop(letter, claim.mailbox)
    brand = "" if shop is None else shop.brand
    if proofread_reply(claim.subject, claim.body, letter, brand=brand):
        return WORDING
    if claim.attachments is None:
        return LOST
    try:
        ours, to = ascii_address(sender.address), ascii_address(recipient(letter))
        number = message_id(key, f"reply:{claim.token}", ours.rpartition("@")[2])
        in_reply_to, references = reply_headers(letter)
        raw = compose(
            Outgoing(
                sender=ours,
                sender_name=sender.name or brand,
                to=to,
                subject=claim.subject,
                body=claim.body,
                message_id=number,
                date=now,
                in_reply_to=in_reply_to,
                references=references,
                automatic=False,
                attachments=claim.attachments,
            )
        )
    except (AddressError, UnsendableAddress):
        return UNWRITABLE
    return Parcel(message_id=number, raw=raw, envelope=Envelope(sender=ours, recipient=to))
