"""Whether a refusal speaks of a quota of ours, and of which window.

Providers say it in words more than in codes: the same 5.2.2 is a buyer's full mailbox at one and
our submission quota at Microsoft 365. What is told apart here: our quota, the recipient's, and
limits that are none of volume (a line's length, a message's size, a number of errors). Nothing
here can fail; what is not recognised is no quota.
"""

import re
from typing import Final

from cases.pace import Window

#: This recipient's address or mailbox (RFC 3463 3.2, 3.3), however full or busy that is.
RECIPIENT: Final = re.compile(
    r"\b[45]\.[12]\.\d{1,3}\b|mailbox (?:is )?full|over.?quota|storage allocation"
    r"|you are trying to contact",
    re.IGNORECASE,
)

#: This message: its size, form or content (RFC 3463 3.4 X.3.4, 3.7), or the way it has come.
MESSAGE: Final = re.compile(r"\b[45]\.(?:3\.4|6\.\d{1,3}|4\.6)\b|\bsize\b|\bhops\b", re.IGNORECASE)

#: NetEase: too many messages on this connection; another one takes more.
CROWDED: Final = re.compile(
    r"\bMI:DMC\b|too many (?:messages|mails).{0,20}connection", re.IGNORECASE
)

#: Codes that name a quota by themselves: Gmail's and Microsoft 365's of a day, NetEase's of a
#: day and of 15 minutes.
_CODES: Final = (
    (re.compile(r"\b5\.4\.5\b|\b5\.1\.90\b|\bMI:STC\b"), Window.DAY),
    (re.compile(r"\bMI:SFQ\b"), Window.QUARTER),
)
#: Words of a quota, and those that make it another thing's: errors, a line, a threshold.
_WORDS: Final = re.compile(
    r"quota|\blimit(?:s|ed)?\b|exceed|too (?:many|much|fast)|throttl|frequency|\brates?\b",
    re.IGNORECASE,
)
_OTHER: Final = re.compile(
    r"\berrors?\b|\bline\b|header|threshold|content|attachment|invalid|unknown user", re.IGNORECASE
)
#: Words that speak of what we send, even where the code is one of a recipient's.
_OURS: Final = re.compile(
    r"sender|sending|submission|send limit|\bsent\b|outgoing|outbound|your (?:daily|limit)",
    re.IGNORECASE,
)
#: The window that the words name; the first that is found counts.
_WINDOWS: Final = (
    (re.compile(r"dai?ly|\bdays?\b|24.?h|today|tomorrow", re.IGNORECASE), Window.DAY),
    (re.compile(r"\b15.?min|quarter", re.IGNORECASE), Window.QUARTER),
    (re.compile(r"hour", re.IGNORECASE), Window.HOUR),
    (
        re.compile(
            r"minute|second|\brates?\b|frequency|fast|concurrent|connection|thread", re.IGNORECASE
        ),
        Window.MINUTE,
    ),
)
_PERMANENT: Final = range(500, 600)


def find_quota(code: int, text: str) -> Window | None:
    """Return the window of the quota of ours that the server says is used up."""
    for named, window in _CODES:
        if named.search(text):
            return window
    if not _WORDS.search(text) or _OTHER.search(text) or MESSAGE.search(text):
        return None
    if RECIPIENT.search(text) and not _OURS.search(text):
        return None
    found = next((window for words, window in _WINDOWS if words.search(text)), None)
    # Nothing said of how long: a server that says "for good" means longer.
    return found or (Window.HOUR if code in _PERMANENT else Window.QUARTER)
