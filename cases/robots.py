"""Another robot's automatic answers among sent mail: two that answer one buyer are one too many.

A robot gives itself away by the marks of RFC 3834, or because many of its texts are the same and
follow a letter within minutes. What changes from buyer to buyer (the greeting's name, numbers)
does not make a text another one. People who paste a text in minutes look alike; that is for the
operator to say.
"""

import hashlib
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from cases.evidence import aliases
from cases.values import Letter

#: An automatic answer follows its letter within this.
PROMPT: Final = timedelta(minutes=5)

#: So many equal prompt answers are no accident.
MANY: Final = 5

_NUMBER: Final = re.compile(r"\d+")
#: A greeting is short and stands alone.
_GREETING_LENGTH: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One sent mail, as far as it tells a robot."""

    #: It bears the marks of a machine.
    marked: bool
    #: Equal for texts that differ in greeting and numbers alone.
    fingerprint: str
    #: After the letter that it answers; None where it answers none that is known.
    delay: timedelta | None
    #: It says that it answers a letter.
    answers: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Robot:
    """What was found of another robot."""

    #: How many automatic answers bear a machine's marks.
    marked: int
    #: How many equal texts followed their letters within minutes; 0 where they are few.
    equal: int


@dataclass(slots=True, kw_only=True)
class Heard:
    """When letters came, by what an answer can name."""

    #: By Message-ID, angle brackets kept.
    by_id: dict[str, datetime] = field(default_factory=dict)
    #: By each alias of the sender, in order of time.
    by_sender: dict[str, list[datetime]] = field(default_factory=dict)

    def hear(self, letter: Letter, at: datetime) -> None:
        """Remember a letter; they come in order of time."""
        if letter.message_id:
            self.by_id[letter.message_id] = at
        for address in aliases([letter.sender]):
            self.by_sender.setdefault(address, []).append(at)

    def answered(self, letter: Letter, at: datetime) -> datetime | None:
        """Return when the letter came that ``letter`` of ours answers at ``at``."""
        for named in (*letter.in_reply_to, *letter.references[::-1]):
            if named in self.by_id:
                return self.by_id[named]
        times = [
            found[place - 1]
            for address in aliases(letter.recipients)
            if (found := self.by_sender.get(address)) and (place := bisect_right(found, at))
        ]
        return max(times, default=None)


def see(letter: Letter, at: datetime, heard: Heard) -> Sent:
    """Return what a letter of ours, sent ``at``, tells beside the letters that were heard."""
    answered = heard.answered(letter, at)
    return Sent(
        marked=bool(letter.vetoes),
        fingerprint=_fingerprint(letter.text),
        delay=None if answered is None else at - answered,
        answers=bool(letter.in_reply_to or letter.references),
    )


def find_robot(sent: Iterable[Sent]) -> Robot | None:
    """Return what gives a robot away; None where nothing does."""
    marked, equal = 0, Counter[str]()
    for one in sent:
        prompt = one.delay is not None and one.delay <= PROMPT
        marked += one.marked and (one.answers or prompt)
        equal[one.fingerprint] += prompt and not one.marked
    most = max(equal.values(), default=0)
    if not marked and most < MANY:
        return None
    return Robot(marked=marked, equal=most if most >= MANY else 0)


def _fingerprint(text: str) -> str:
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if len(lines) > 1 and len(lines[0]) <= _GREETING_LENGTH:
        del lines[0]
    return hashlib.sha256(_NUMBER.sub("0", "\n".join(lines)).encode()).hexdigest()
