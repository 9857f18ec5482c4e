"""Whose fault a refusal is: this letter's, this sender's, or the server's.

By the stage at which it came, its reply code (RFC 5321 4.2.1, judged by the first digit) and its
enhanced code (RFC 3463). Only a refusal of this recipient or this message makes an
acknowledgement ``refused``; sender and server faults leave everything due and rest the sender.
Unknown means temporary, but never after DATA has begun: there a lost answer is ``unknown``.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cases.states import AckEvent


class Stage(StrEnum):
    """How far a delivery had come."""

    CONNECT = "connect"
    LOGIN = "login"
    MAIL = "mail"
    RCPT = "rcpt"
    DATA = "data"


class Whose(StrEnum):
    """What has to change before it can work."""

    NOBODY = "nobody"
    LETTER = "letter"
    SENDER = "sender"
    SERVER = "server"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How handing in one message ended."""

    #: What happens to the acknowledgement.
    event: AckEvent
    whose: Whose
    stage: Stage
    #: The server's reply code; None where no reply came.
    code: int | None = None
    #: Without addresses and without the server's free text, which may repeat them.
    sentence: str = ""


_ENHANCED: Final = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")

#: Replies by which a server speaks of the one who sends, whatever is being sent: bad sequence,
#: authentication missing, too weak, refused or for later (RFC 5321 4.2.3, RFC 4954 6).
_SENDER_CODES: Final = frozenset({454, 503, 530, 534, 535, 538})

#: Enhanced codes about this recipient's own address or mailbox (RFC 3463 3.2, 3.3): a full one
#: is no quota of ours.
_RECIPIENT: Final = re.compile(r"\b[45]\.[12]\.\d{1,3}\b")

#: Words by which providers say "you, not this letter": quotas, pace, policy, no right to relay.
#: 5.4.5 Gmail's daily quota; MI:SFQ, MI:DMC, MI:STC, DT:SPM NetEase; x.7.x policy (RFC 3463 3.8).
_SENDER: Final = re.compile(
    r"\b(?:[45]\.7\.\d{1,3}|[45]\.4\.5|[45]\.3\.2|MI:(?:SFQ|DMC|STC)|DT:SPM)\b"
    r"|quota|rate limit|too many|throttl|relay|authenticat|sender",
    re.IGNORECASE,
)

#: "Service not available, closing": the server's own trouble (RFC 5321 4.2.3).
_CLOSING: Final = 421
_TEMPORARY: Final = range(400, 500)
PERMANENT: Final = range(500, 600)
_DONE: Final = range(200, 300)


def judge_refusal(stage: Stage, code: int, text: str) -> Outcome:
    """Return what a reply that is not the expected one means at this stage.

    After DATA any 2yz is acceptance, and a reply that is neither acceptance nor refusal leaves
    the outcome unknown: the server may have kept the message.
    """
    if stage is Stage.DATA and code in _DONE:
        return Outcome(event=AckEvent.ACCEPT, whose=Whose.NOBODY, stage=stage, code=code)
    if code not in _TEMPORARY and code not in PERMANENT:
        return judge_silence(stage, f"the server gave no reply that can be read at {stage}")
    whose = _whose(stage, code, text)
    final = whose is Whose.LETTER and code in PERMANENT
    enhanced = _ENHANCED.search(text)
    said = f"{code} {enhanced[0]}" if enhanced else str(code)
    return Outcome(
        event=AckEvent.REFUSE if final else AckEvent.DEFER,
        whose=whose,
        stage=stage,
        code=code,
        sentence=f"the server said {said} at {stage}",
    )


def judge_silence(stage: Stage, sentence: str) -> Outcome:
    """Return what a lost connection or a time-out at this stage means."""
    event = AckEvent.LOSE if stage is Stage.DATA else AckEvent.DEFER
    return Outcome(event=event, whose=Whose.SERVER, stage=stage, sentence=sentence)


def _whose(stage: Stage, code: int, text: str) -> Whose:
    if code == _CLOSING or stage is Stage.CONNECT:
        return Whose.SERVER
    if stage in {Stage.LOGIN, Stage.MAIL} or code in _SENDER_CODES:
        return Whose.SENDER
    if not _RECIPIENT.search(text) and _SENDER.search(text):
        return Whose.SENDER
    return Whose.LETTER
