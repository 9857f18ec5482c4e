"""What the sender newly wrote, apart from the history below it and the signature under it.

Cut: lines quoted with ``>``, what introduces history with all that follows it, ``-- `` blocks, and
lines a telephone adds. Kept: answers between quoted lines, sign-offs with a name, the buyer's own
"On Monday I wrote: ...", and a forwarded mail where nothing else was written. Promise: what a
person newly wrote is not dropped where a rule is in doubt, and a text that holds new words never
comes out empty. Never raises. Practice S4.13.
"""

import re
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise
from typing import Final

from mail import phrases
from mail.quoting import History, find_history, is_quoted, is_rule, next_line, part_lines

#: A block under ``--`` with more lines than this is no signature.
_SIGNATURE_LINES: Final = 25
#: A line that a program adds is no longer than this.
_PROGRAM_LENGTH: Final = 120

_SIGNATURE: Final = re.compile(r"\s{0,2}(?:--|—|– )\s?")
#: Three and more hyphens are a signature's only above someone's contact details.
_DASHES: Final = re.compile(r"\s{0,2}(?:-{3,9}|_{2,9})\s?")
_CONTACT: Final = re.compile(
    r"(?i)www\.|https?://|@|\btel\b|\bphone\b|\bmobile?\b|\bfax\b|\+\d[\d ()/-]{6,}"
    r"|电话|電話"
)
_MARK: Final = re.compile(r"^\s{0,3}(?:>\s?)+")
_LIST_FOOTER: Final = re.compile(
    r"mailing list|mailman|listinfo|unsubscribe|google groups|yahoo! groups", re.IGNORECASE
)
#: "Sent from my" and a name this short is a device, whatever its name.
_DEVICE_WORDS: Final = 5

#: Outlook's line under a letter, in any language: its name, the telephone's system and a link.
_OUTLOOK: Final = re.compile(r"(?=.*\boutlook)(?=.*\b(?:android|ios)\b)(?=.*<http)", re.IGNORECASE)
#: More marked lines than this are quoted, whatever the mail answers.
_ARROWS: Final = 2

#: What may stand around a program's line.
_DRESS: Final = " \t<>()*_[]-.|\u3000"


class _Mark(Enum):
    NEW = "new"
    QUOTED = "quoted"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """A text taken apart."""

    new: str
    #: The history that was cut, "" when there was none.
    quoted: str = ""
    #: The blocks that were cut as signatures, footers and programs' lines.
    signature: str = ""
    #: True where all that is new is a mail that was passed on.
    carried: bool = False


def split_writing(text: str, *, answer: bool = True) -> Writing:
    """Take ``text`` apart into what is new and the history that was cut.

    Args:
        text: the body in plain lines.
        answer: whether the mail answers another one, as far as its fields tell.
    """
    return _split(part_lines(text), answer=answer, inside=False)


def _split(lines: list[str], *, answer: bool, inside: bool) -> Writing:
    """Take lines apart; ``inside`` tells that they were carried along by a mail around them."""
    marks = [_Mark.QUOTED if is_quoted(line) else _Mark.NEW for line in lines]
    first = _mark_history(lines, marks)
    if first is None and not answer and _is_emphasis(marks):
        marks = [_Mark.NEW] * len(lines)
    _mark_signatures(lines, marks)
    _mark_programs(lines, marks)
    new = _join(lines, marks, _Mark.NEW)
    quoted = _join(lines, marks, _Mark.QUOTED)
    signed = _join(lines, marks, _Mark.SIGNATURE)
    if new:
        return Writing(new=new, quoted=quoted, signature=signed)
    carried = None if first is None else first.carried
    if carried is False or (not quoted and signed):
        # A reply that adds nothing says nothing; nor does a telephone's line alone.
        added = [line for line in signed.split("\n") if _is_said(line)]
        return Writing(new="\n".join(added), quoted=quoted, signature=signed)
    # A forwarded mail is what the sender wants read, and so are marks that no program set.
    if all(is_quoted(line) for line in lines if line.strip()):
        lines = [_MARK.sub("", line) for line in lines]
    return _carried_mail(lines) if carried and not inside else Writing(new=_tidy("\n".join(lines)))


def _carried_mail(lines: list[str]) -> Writing:
    """Return what is new in the mail that is carried along, its header left out."""
    bare = [False] * len(lines)
    found = (find_history(lines, bare, number) for number in range(len(lines)))
    header = next((one for one in found if one is not None), None)
    rest = lines if header is None else lines[header.end :]
    whole = _tidy("\n".join(rest))
    told = _split(rest, answer=True, inside=True)
    return replace(
        told if told.new else Writing(new=whole or _tidy("\n".join(lines))), carried=True
    )


def _is_emphasis(marks: list[_Mark]) -> bool:
    """Tell whether a few single lines alone are marked: a person's arrows, no program's quotes."""
    quoted = [number for number, mark in enumerate(marks) if mark is _Mark.QUOTED]
    alone = all(after - before > 1 for before, after in pairwise(quoted))
    return alone and len(quoted) <= _ARROWS and quoted != [len(marks) - 1]


def _mark_history(lines: list[str], marks: list[_Mark]) -> History | None:
    """Mark what introduces history, with all that follows where nothing else ends it.

    Returns the first piece; None when there is no history that a mail program marked.
    """
    first: History | None = None
    quoted = [mark is _Mark.QUOTED for mark in marks]
    number = 0
    while number < len(lines):
        found = None if quoted[number] else find_history(lines, quoted, number)
        if found is None:
            number += 1
            continue
        first = first or found
        following = next_line(lines, quoted, found.end)
        # Quoted lines end by themselves, and what stands below them is new again.
        open_end = following is not None and not quoted[following]
        for index in range(found.start, len(lines) if open_end else found.end):
            marks[index] = _Mark.QUOTED
        number = len(lines) if open_end else found.end
    return first or _behind_marks(lines)


def _behind_marks(lines: list[str]) -> History | None:
    """Look for what introduces history behind the marks, where Apple and Gmail's HTML put it."""
    bare = [line.lstrip("> ") for line in lines if is_quoted(line)]
    unmarked = [False] * len(bare)
    found = (find_history(bare, unmarked, number, marked=True) for number in range(len(bare)))
    return next((one for one in found if one is not None), None)


def _mark_signatures(lines: list[str], marks: list[_Mark]) -> None:
    """Mark ``-- `` blocks and the footers of mailing lists, up to the next quoted line."""
    stop, words = len(lines), 0
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number]
        if marks[number] is not _Mark.NEW:
            stop, words = number, 0
        elif words <= _SIGNATURE_LINES and (
            _SIGNATURE.fullmatch(line)
            or (_DASHES.fullmatch(line) and _CONTACT.search("\n".join(lines[number + 1 : stop])))
            or (is_rule(line) and _LIST_FOOTER.search("\n".join(lines[number + 1 : stop])))
        ):
            marks[number:stop] = [_Mark.SIGNATURE] * (stop - number)
        words += bool(line.strip())


def _mark_programs(lines: list[str], marks: list[_Mark]) -> None:
    """Mark a program's lines, from the end: they are such only with nothing of a person's below."""
    below = _Mark.QUOTED
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number]
        if not line.strip():
            continue
        last = marks[number] is _Mark.NEW and below is not _Mark.NEW
        if last and (is_rule(line) or _is_program(line)):
            marks[number] = _Mark.SIGNATURE
        below = marks[number]


def _is_said(line: str) -> bool:
    """Tell whether a line cut as a signature says anything itself."""
    return bool(line.strip()) and not _SIGNATURE.fullmatch(line) and not _is_program(line)


def _is_program(line: str) -> bool:
    if len(line) > _PROGRAM_LENGTH:
        return False
    if _OUTLOOK.match(line):
        return True
    words = line.strip(_DRESS).lower()
    if words.startswith("sent from my ") and len(words.split()) <= _DEVICE_WORDS:
        return True
    added = words.startswith(phrases.SENT_FROM) or words.endswith(phrases.SENT_FROM_END)
    return added and any(device in words for device in phrases.DEVICES)


def _join(lines: list[str], marks: list[_Mark], wanted: _Mark) -> str:
    return _tidy("\n".join(line for line, mark in zip(lines, marks, strict=True) if mark is wanted))


def _tidy(text: str) -> str:
    """Return a text without outer empty lines, blanks at line ends and runs of empty lines."""
    trimmed = "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")
    return re.sub(r"\n{3,}", "\n\n", trimmed).rstrip()
