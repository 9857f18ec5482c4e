"""A sample acknowledgement, sent through a mailbox's own server to an address of the operator's.

It shows what a buyer would read and whether the server takes it, in any mode; the store knows
nothing of it.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from cases.labels import Priority
from cases.values import Letter, Tag, Triage, Wording
from daemon.config.config import Config
from daemon.knowledge import load_knowledge
from daemon.login.access import access_of
from daemon.seal import is_proved
from daemon.smtp.faults import Outcome
from daemon.smtp.outbox import AddressError, Envelope, Outbox, ascii_address
from mail.composing import Outgoing, UnsendableAddress, compose, message_id
from replies.promise import forecast

#: What the sample letter is about.
_SAMPLE: Final = Triage(tags=(Tag(tag="late-delivery"),), priority=Priority.NORMAL, say_it=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What was sent for a try, and what the server said."""

    wording: Wording
    outcome: Outcome


class TrialError(Exception):
    """The sample cannot be written; the sentence says why."""


class UnspokenError(TrialError):
    """There are no templates in the language that was asked for; the sentence names those there."""


async def try_out(config: Config, mailbox: str, to: str, language: str, now: datetime) -> Trial:
    """Send a sample acknowledgement to ``to``.

    Raises:
        UnspokenError: nobody wrote templates in ``language``; a letter would get another one.
        TrialError: there is none to send.
    """
    box = config.mailboxes[mailbox]
    knowledge = load_knowledge(config, proved=is_proved(config))
    if language not in knowledge.templates.languages:
        there = ", ".join(sorted(knowledge.templates.languages))
        raise UnspokenError(f"no templates in {language!r}; there are: {there}")
    shop = knowledge.shop(knowledge.defaults[mailbox]) or (knowledge.shops or ())[0]
    letter = Letter(sender=to, subject="Where is my order?", language=language, marketplace=None)
    promise = forecast(Priority.NORMAL, shop, now)
    wording = knowledge.word(letter, _SAMPLE, shop, promise.at, now)
    if isinstance(wording, str):
        raise TrialError(f"the sample meets the veto {wording!r}; see triaged templates test")
    try:
        envelope = Envelope(sender=ascii_address(box.address), recipient=ascii_address(to))
        raw = compose(
            Outgoing(
                sender=envelope.sender,
                sender_name=box.name or shop.brand,
                to=envelope.recipient,
                subject=wording.subject,
                body=wording.body,
                message_id=message_id(
                    secrets.token_bytes(32), "trial", box.address.rpartition("@")[2]
                ),
                date=now,
                in_reply_to=None,
                references=(),
                automatic=True,
            )
        )
    except (AddressError, UnsendableAddress) as error:
        raise TrialError(f"the address cannot be written to: {error}") from error
    outbox = Outbox(box.smtp, access=access_of(config, mailbox))
    try:
        outcome = await outbox.send(envelope, raw, may=lambda: True, commit=_nothing)
    finally:
        await outbox.close()
    return Trial(wording=wording, outcome=outcome)


async def _nothing() -> bool:
    """Commit nothing: there is no acknowledgement behind it."""
    return True
