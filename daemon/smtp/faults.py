"""Whose fault a refusal is: this letter's, this sender's, or the server's.

By the stage at which it came, its reply code (RFC 5321 4.2.1, judged by the first digit), its
enhanced code (RFC 3463) and the words by which providers name a quota (daemon/smtp/quotas.py).
Only a refusal of this recipient or this message makes an acknowledgement ``refused``; sender and
server faults leave everything due and rest the sender. Unknown means temporary, but never after
DATA has begun: there a lost answer is ``unknown``. docs/reference/sending.md shows what follows,
fault by fault.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cases.pace import Window
from cases.states import AckEvent
from daemon.smtp.quotas import CROWDED, MESSAGE, RECIPIENT, find_quota


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
    #: The quota that is used up; None where it is none.
    quota: Window | None = None
    #: The server takes no more on this connection, and would on another one.
    crowded: bool = False
    #: It will not pass by itself: a person must mend login, rights or certificate.
    lasting: bool = False


_ENHANCED: Final = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")

#: Replies by which a server speaks of the one who sends, whatever is being sent: bad sequence,
#: authentication missing, too weak, refused or for later (RFC 5321 4.2.3, RFC 4954 6).
_SENDER_CODES: Final = frozenset({454, 503, 530, 534, 535, 538})

#: A server without room: 452 and X.3.1 (RFC 5321 4.2.3, RFC 3463 3.4).
_NO_STORAGE: Final = re.compile(r"^452\b(?! [45]\.[125]\.)|\b[45]\.3\.1\b")

#: What a recipient's own server says of itself, or of a sender it has not seen before.
_GREYLISTED: Final = re.compile(r"gr[ae]y.?list", re.IGNORECASE)

#: Words by which providers say "you, not this letter": policy, address, no right to relay.
#: x.7.x policy (RFC 3463 3.8); DT:SPM and its like NetEase; 4.3.2 Microsoft 365.
_SENDER: Final = re.compile(
    r"\b(?:[45]\.7\.\d{1,3}|[45]\.3\.2|(?:MI|DT|HL|RP):[A-Z]{3})\b"
    r"|relay|authenticat|sender|not authori[sz]ed|permission",
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
    crowded = bool(CROWDED.search(text))
    quota = None if crowded else find_quota(code, text)
    whose = Whose.SENDER if quota or crowded else _whose(stage, code, text)
    final = whose is Whose.LETTER and code in PERMANENT
    enhanced = _ENHANCED.search(text)
    said = f"{code} {enhanced[0]}" if enhanced else str(code)
    return Outcome(
        event=AckEvent.REFUSE if final else AckEvent.DEFER,
        whose=whose,
        stage=stage,
        code=code,
        sentence=f"the server said {said} at {stage}",
        quota=quota,
        crowded=crowded,
        lasting=not quota
        and code in PERMANENT
        and (stage in {Stage.LOGIN, Stage.MAIL} or code in _SENDER_CODES),
    )


def judge_silence(stage: Stage, sentence: str, *, lasting: bool = False) -> Outcome:
    """Return what a lost connection, a time-out or what keeps us from connecting means."""
    event = AckEvent.LOSE if stage is Stage.DATA else AckEvent.DEFER
    return Outcome(event=event, whose=Whose.SERVER, stage=stage, sentence=sentence, lasting=lasting)


def _whose(stage: Stage, code: int, text: str) -> Whose:
    if code == _CLOSING or stage is Stage.CONNECT or _NO_STORAGE.search(f"{code} {text}"):
        return Whose.SERVER
    if stage in {Stage.LOGIN, Stage.MAIL} or code in _SENDER_CODES:
        return Whose.SENDER
    if code in _TEMPORARY and _GREYLISTED.search(text):
        return Whose.LETTER
    if RECIPIENT.search(text) or MESSAGE.search(text):
        return Whose.LETTER
    return Whose.SENDER if _SENDER.search(text) else Whose.LETTER
