"""Where history begins in a text: attributions, quoted headers, separator lines.

An attribution ("On ... X wrote:") may be wrapped. It is known by its parts (a verb of the tables,
an address, a date), not by one language's form. A quoted header block is at least three known
labels under each other. The buyer's own "On Monday I wrote:" is none of these. Pure and total.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from mail import phrases

#: An attribution is wrapped over at most this many lines, and no longer than this.
_ATTRIBUTION_LINES: Final = 4
_ATTRIBUTION_LENGTH: Final = 400
_HEADER_LINES: Final = 14
#: Lines between two labels that may belong to a wrapped list of recipients.
_STRAY_LINES: Final = 2
#: Labels beside From that make a block: two of sent, to and subject.
_OTHER_LABELS: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The lines that introduce a piece of history."""

    start: int
    #: The line after the last one.
    end: int
    #: True where a whole mail is carried along under its header, as in forwarding.
    carried: bool


def any_of(words: Iterable[str]) -> str:
    """Return a pattern that matches any of ``words``, the longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))


_QUOTE: Final = re.compile(r"\s{0,3}(?:>(?![:;]?-?[()DPp/|oO]\s*$|_<|\.<)|[A-Z]{1,4}>(?=\s))")
_ADDRESS: Final = re.compile(
    r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+|\[(?:e-?mail|mail|correo|adres|endere|indirizzo|メール)[^\]]{0,60}\]"
    r"|\[mailto:",
    re.IGNORECASE,
)
_DAY: Final = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\d{4}\s*[年년]|\d{1,2}\s*月\s*\d{1,2}\s*日"
)
_CLOCK: Final = re.compile(r"\b\d{1,2}\s?[:.h]\s?\d{2}\b")
_WROTE: Final = re.compile(
    rf"(?<![^\W\d_])(?:{any_of(phrases.WROTE)})(?![^\W\d_])|写道|寫道|写到|작성|のメール",
    re.IGNORECASE,
)
_WROTE_LAST: Final = re.compile(rf"(?:{any_of(phrases.WROTE)})\W*$", re.IGNORECASE)
_I_WROTE: Final = re.compile(
    rf"(?<!\w)(?:{any_of(phrases.FIRST_PERSON)})\s+(?:\w+\s+){{0,3}}(?:{any_of(phrases.WROTE)})",
    re.IGNORECASE,
)
#: An attribution in the middle of a line, where a program lost the line breaks.
_INLINE: Final = re.compile(
    r"(?<=[^\s>]\s)(?:On|Am|Le|El|Il|Em|Op|Den|W dniu|Dnia|在)\s"
    r"[^\n]{4,80}?(?:\b(?:19|20)\d\d\b|年)[^\n]{0,120}?(?:@|\[e-?mail)[^\n]{0,80}?"
    rf"(?:{any_of(phrases.WROTE)})\s?[:：](?=\s)",
    re.IGNORECASE,
)

_LABEL: Final = re.compile(
    r"[\s*_|]{0,6}([^:：\n]{1,24}?)\s?[*_]{0,2}\s?[:：][*_]{0,2}(.*)", re.DOTALL
)
_LABELS: Final = {
    label: frozenset(
        sort
        for sort, words in (
            ("from", phrases.FROM),
            ("sent", phrases.SENT),
            ("to", phrases.TO),
            ("subject", phrases.SUBJECT),
        )
        if label in words
    )
    for label in (*phrases.FROM, *phrases.SENT, *phrases.TO, *phrases.SUBJECT)
}
_INLINE_HEADER: Final = re.compile(
    rf"(?<=\s)\**(?:{any_of(phrases.FROM)})\s?[:：][^\n]{{3,160}}?"
    rf"\s\**(?:{any_of(phrases.SENT)})\s?[:：][^\n]{{6,100}}?"
    rf"\s\**(?:{any_of((*phrases.TO, *phrases.SUBJECT))})\s?[:：]",
    re.IGNORECASE,
)
_SEPARATOR: Final = re.compile(
    rf"\s*(?:[-_=*#~—–]{{2,}}\s*(?:{any_of(phrases.SEPARATORS)})[^\n]{{0,60}}?[-_=*#~—–:]{{1,}}"
    rf"|(?:{any_of(phrases.SEPARATORS)})\s*[:：-]{{1,6}}"
    rf"|[-_=*]{{4,}}\s*(?:{any_of(phrases.SEPARATORS)}))\s*",
    re.IGNORECASE,
)
_BETWEEN_DASHES: Final = re.compile(r"\s*-{3,}\s?(?=.{10,300}$)(.*?)\s?-{3,}\s*")
_RULE: Final = re.compile(r"\s*(?:[_=-]{10,}|[-_]{5,}|(?:\* ){3,}\*?|•{3,})\s*")


def part_lines(text: str) -> list[str]:
    """Return the lines of ``text``, with breaks where a program lost them before history."""
    broken = _INLINE.sub(lambda found: f"\n{found.group()}\n", text)
    return _INLINE_HEADER.sub(lambda found: f"\n{found.group()}", broken).split("\n")


def is_quoted(line: str) -> bool:
    """Tell whether a line bears a quote mark; an angry face is none."""
    return _QUOTE.match(line) is not None


def is_rule(line: str) -> bool:
    """Tell whether a line is nothing but a rule."""
    return _RULE.fullmatch(line) is not None


def find_history(lines: Sequence[str], quoted: Sequence[bool], number: int) -> History | None:
    """Return the introduction of history that begins at line ``number``, if one does."""
    line = lines[number]
    if not line.strip():
        return None
    end = _header_block(lines, quoted, number)
    if end > number:
        return History(start=_rise(lines, number), end=end, carried=True)
    if _SEPARATOR.fullmatch(line):
        below = number + 1
        while below < len(lines) and not lines[below].strip():
            below += 1
        end = max(_header_block(lines, quoted, below), number + 1)
        return History(start=_rise(lines, number), end=end, carried=True)
    between = _BETWEEN_DASHES.fullmatch(line)
    if between is not None and _is_attribution(between[1] + ":", followed=False):
        return History(start=number, end=number + 1, carried=False)
    end = _attribution(lines, quoted, number)
    return History(start=number, end=end, carried=False) if end > number else None


def next_line(lines: Sequence[str], quoted: Sequence[bool], number: int) -> int | None:
    """Return the next line that says something; a bare quote mark does."""
    found = (index for index in range(number, len(lines)) if lines[index].strip() or quoted[index])
    return next(found, None)


def _attribution(lines: Sequence[str], quoted: Sequence[bool], number: int) -> int:
    """Return the line after the attribution that begins at ``number``, else ``number``."""
    joined = ""
    for last in range(number, min(number + _ATTRIBUTION_LINES, len(lines))):
        part = lines[last].strip()
        joined = f"{joined} {part}".strip()
        if not part or quoted[last] or len(joined) > _ATTRIBUTION_LENGTH:
            break
        if joined.rstrip("*_ ")[-1:] not in {":", "："}:
            continue
        following = next_line(lines, quoted, last + 1)
        followed = following is not None and quoted[following]
        if not _is_attribution(joined, followed=followed):
            break
        # The buyer's sentence above a whole attribution is no part of it.
        rest = (
            " ".join(one.strip() for one in lines[below : last + 1])
            for below in range(number + 1, last + 1)
        )
        if any(_is_attribution(one, followed=False) for one in rest):
            break
        return last + 1 if last == number or _begins(lines[number]) else number
    return number


def _begins(line: str) -> bool:
    """A wrapped attribution begins with its date or name, not with the end of a sentence."""
    end = line.rstrip()[-1:]
    return end not in {".", "!", "?", "。", "！", "？"} or _DAY.search(line) is not None


def _is_attribution(line: str, *, followed: bool) -> bool:
    """Tell whether a line that ends with a colon names who wrote when; ``followed`` by quotes."""
    address = _ADDRESS.search(line) is not None
    day = _DAY.search(line) is not None
    clock = _CLOCK.search(line) is not None
    wrote = _WROTE.search(line) is not None
    if followed:
        return _WROTE_LAST.search(line) is not None or address or (day and (clock or wrote))
    if wrote and _I_WROTE.search(line):
        return False
    dated = day and (clock or _WROTE_LAST.search(line) is not None)
    return (address and (day or (clock and wrote))) or (wrote and dated)


def _header_block(lines: Sequence[str], quoted: Sequence[bool], number: int) -> int:
    """Return the line after the header block that begins at ``number``, else ``number``."""
    sorts: set[str] = set()
    evidence = False
    last, strays, blank = number, 0, False
    for index in range(number, min(number + _HEADER_LINES, len(lines))):
        line = lines[index]
        if quoted[index] or (not line.strip() and blank):
            break
        if not line.strip():
            blank = True
            continue
        found = _LABEL.match(line)
        told = _LABELS.get(found[1].strip(" *_").lower()) if found is not None else None
        if found is None or told is None:
            strays += 1
            # A long list of recipients is wrapped; anything else ends the block.
            if index == number or strays > _STRAY_LINES or blank:
                break
            continue
        sorts |= told
        strays, blank, last = 0, False, index + 1
        evidence = evidence or bool(_ADDRESS.search(found[2]) or _DAY.search(found[2]))
    others = len(sorts & {"sent", "to", "subject"})
    enough = "from" in sorts and others >= _OTHER_LABELS and (evidence or "subject" in sorts)
    return last if enough and last > number + 1 else number


def _rise(lines: Sequence[str], number: int) -> int:
    """Return where the rule or the separator above a header block begins."""
    above = number - 1
    while above >= 0 and not lines[above].strip():
        above -= 1
    if above >= 0 and (is_rule(lines[above]) or _SEPARATOR.fullmatch(lines[above])):
        return above
    return number
