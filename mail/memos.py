"""The header that Lotus Notes writes above history: name and time bare, then To, cc and Subject.

Labels stand with a colon, or alone above their values; older versions draw a frame around all of
it. Pure and total.
"""

from collections.abc import Sequence
from typing import Final

from mail.attributions import CLOCK, DAY
from mail.quoted_headers import label_of

#: From "To" to "Subject", and from "To" up to the time, there are no more lines than these.
_BELOW: Final = 12
_ABOVE: Final = 8
_FRAME: Final = frozenset("-+|> \t")


def find_memo(lines: Sequence[str], number: int) -> tuple[int, int] | None:
    """Return where a header begins and ends whose "To" is line ``number``."""
    if "to" not in label_of(lines[number]):
        return None
    below = range(number + 1, min(number + _BELOW, len(lines)))
    subject = next((one for one in below if "subject" in label_of(lines[one])), None)
    above = range(number - 1, max(number - _ABOVE, -1), -1)
    time = next((one for one in above if DAY.search(lines[one]) and CLOCK.search(lines[one])), None)
    if subject is None or time is None:
        return None
    start = time
    while start > 0 and lines[start - 1].lstrip().startswith("|"):
        start -= 1
    if start == time and start > 0 and lines[start - 1].strip():
        start -= 1
    end = subject + 1
    if not any(sign in lines[subject] for sign in ":：") and end < len(lines):
        end += 1
    while end < len(lines) and lines[end].strip() and _FRAME.issuperset(lines[end]):
        end += 1
    return start, end
