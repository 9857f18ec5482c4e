"""What the sender newly wrote, apart from the history below it and the signature under it.

Cut: lines quoted with ``>``, what introduces history with all that follows it, ``-- `` blocks, and
lines a telephone adds. Kept: answers between quoted lines, sign-offs with a name, the buyer's own
"On Monday I wrote: ...", and a forwarded mail where nothing else was written. Promise: what a
person newly wrote is not dropped where a rule is in doubt, and a text that holds new words never
comes out empty. Never raises. Practice S4.13.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise
from typing import Final

from mail.footers import ADVERT, count_footers
from mail.invitations import is_invitation
from mail.posts import find_posts
from mail.prefixes import bears, find_prefix
from mail.programs import is_link, is_program
from mail.quoting import (
    History,
    find_history,
    is_quoted,
    is_rule,
    next_line,
    part_lines,
)

#: A block under ``--`` with more lines than this is no signature.
_SIGNATURE_LINES: Final = 25

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
#: An advert under a line of its own is no longer.
_ADVERT_LINES: Final = 6
#: More marked lines than this are quoted, whatever the mail answers.
_ARROWS: Final = 2

_EMPTY_LINES: Final = re.compile(r"\n{3,}")


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
    lines = part_lines(text)
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if first is not None and is_invitation(lines[first]):
        lines = lines[first + 1 :]
    return _split(lines, answer=answer, inside=False)


def _split(lines: list[str], *, answer: bool, inside: bool) -> Writing:
    """Take lines apart; ``inside`` tells that they were carried along by a mail around them."""
    prefix = find_prefix(lines)
    marks = [
        _Mark.QUOTED if is_quoted(line) or (prefix and bears(line, prefix)) else _Mark.NEW
        for line in lines
    ]
    first = _mark_posts(lines, marks) or _mark_history(lines, marks)
    if first is None and not answer and _is_emphasis(lines, marks):
        marks = [_Mark.NEW] * len(lines)
    _mark_signatures(lines, marks)
    _mark_programs(lines, marks)
    if _mark_footers(lines, marks):
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
    return _carried_mail(lines) if carried and not inside else Writing(new=_tidy(lines))


def _carried_mail(lines: list[str]) -> Writing:
    """Return what is new in the mail that is carried along, its header left out."""
    bare = [False] * len(lines)
    found = (find_history(lines, bare, number) for number in range(len(lines)))
    header = next((one for one in found if one is not None), None)
    rest = lines if header is None else lines[header.end :]
    whole = _tidy(rest)
    told = _split(rest, answer=True, inside=True)
    return replace(told if told.new else Writing(new=whole or _tidy(lines)), carried=True)


def _is_emphasis(lines: list[str], marks: list[_Mark]) -> bool:
    """Tell whether a person set the marks: on a few single lines, or on a list behind a colon."""
    quoted = [number for number, mark in enumerate(marks) if mark is _Mark.QUOTED]
    above = [line for line in lines[: quoted[0]] if line.strip()] if quoted else []
    if above and above[-1].rstrip().endswith((":", "：")):
        return True
    alone = all(after - before > 1 for before, after in pairwise(quoted))
    return alone and len(quoted) <= _ARROWS and quoted != [len(marks) - 1]


def _mark_posts(lines: list[str], marks: list[_Mark]) -> History | None:
    """Mark the older posts of a ticket system's thread, and the headings of all."""
    posts = find_posts(lines)
    if not posts:
        return None
    (start, end), (second, _) = posts[0], posts[1]
    if any(line.strip() for line in lines[:start]):
        second = start
    for number in (*range(start, end), *range(second, len(lines))):
        marks[number] = _Mark.QUOTED
    return History(start=start, end=end, carried=False)


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
        elif words <= _SIGNATURE_LINES and _begins_foot(line, lines[number + 1 : stop], words):
            marks[number:stop] = [_Mark.SIGNATURE] * (stop - number)
        words += bool(line.strip())


def _begins_foot(line: str, below: list[str], words: int) -> bool:
    """Tell whether a line begins a signature, a list's footer or a webmail's advert."""
    if line[:1].isalnum():
        return False
    if _SIGNATURE.fullmatch(line):
        return line.rstrip() != line or not _goes_on(below)
    foot = "\n".join(below) if _DASHES.fullmatch(line) or is_rule(line) else ""
    if not foot:
        return False
    if _DASHES.fullmatch(line) and _CONTACT.search(foot):
        return True
    advert = words <= _ADVERT_LINES and ADVERT.search(foot) is not None
    return is_rule(line) and (advert or _LIST_FOOTER.search(foot) is not None)


def _goes_on(below: list[str]) -> bool:
    """Tell whether a text goes on below two hyphens without a blank: they are a pause in it."""
    words = "\n".join(below).strip()
    return words[:1].islower() or ("?" in words and _CONTACT.search(words) is None)


def _mark_programs(lines: list[str], marks: list[_Mark]) -> None:
    """Mark a program's lines, from the end: they are such only with nothing of a person's below."""
    below = _Mark.QUOTED
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number]
        if not line.strip():
            continue
        last = marks[number] is _Mark.NEW and below is not _Mark.NEW
        # A program's name may have its link on a line of its own.
        named = last and number > 0 and is_link(line) and is_program(lines[number - 1])
        if last and (named or is_rule(line) or is_program(line)):
            marks[number] = _Mark.SIGNATURE
        below = marks[number]


def _mark_footers(lines: list[str], marks: list[_Mark]) -> bool:
    """Mark the last paragraphs that nobody wrote; tell whether there are any."""
    groups: list[list[int]] = []
    for number, mark in enumerate(marks):
        if mark is not _Mark.NEW or not lines[number].strip():
            continue
        if groups and number == groups[-1][-1] + 1:
            groups[-1].append(number)
        else:
            groups.append([number])
    count = count_footers(["\n".join(lines[one] for one in group) for group in groups])
    for group in groups[len(groups) - count :]:
        for number in group:
            marks[number] = _Mark.SIGNATURE
    return count > 0


def _is_said(line: str) -> bool:
    """Tell whether a line cut as a signature says anything itself."""
    return bool(line.strip()) and not _SIGNATURE.fullmatch(line) and not is_program(line)


def _join(lines: list[str], marks: list[_Mark], wanted: _Mark) -> str:
    if wanted not in marks:
        return ""
    return _tidy(line for line, mark in zip(lines, marks, strict=True) if mark is wanted)


def _tidy(lines: Iterable[str]) -> str:
    """Return lines without outer empty ones, blanks at their ends and runs of empty ones."""
    trimmed = "\n".join([line.rstrip() for line in lines]).strip("\n")
    return _EMPTY_LINES.sub("\n\n", trimmed) if "\n\n\n" in trimmed else trimmed
