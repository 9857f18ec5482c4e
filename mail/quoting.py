"""Where history begins in a text: quote marks, attributions, quoted headers, separator lines.

Pure and total.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from mail import phrases
from mail.attributions import FRAMED, LENGTH, break_attribution, find_attribution, is_attribution
from mail.invitations import is_invitation
from mail.memos import find_memo
from mail.phrases import any_of, lower
from mail.quoted_headers import break_header, find_header

#: A shorter line cannot hold history that lost its line breaks.
_SHORT: Final = 50
#: A longer one is no letter's, and not worth the search.
_LONG: Final = 20_000

#: An angry face at the end of a line is no quote mark.
_QUOTE: Final = re.compile(r"\s{0,3}(?:>(?![:;]?-?[()DPp/|oO]\s*$|_<|\.<)|[A-Z]{1,4}>(?=\s))")
#: Nothing that introduces history ends with another sign.
_ENDS: Final = frozenset("-_=*#~—–‐‑‒:：>)")
_SEPARATOR: Final = re.compile(
    rf"(?:[-_=*#~—–‐‑‒]{{2,}}\s*(?:{any_of(phrases.SEPARATORS)})[^\n]{{0,60}}?[-_=*#~—–‐‑‒:]+"
    rf"|(?:{any_of(phrases.SEPARATORS)})\s*[:：-]{{1,6}}"
    rf"|[-_=*‐]{{4,}}\s*(?:{any_of(phrases.SEPARATORS)}))"
)
_BETWEEN_DASHES: Final = re.compile(r"-{3,}\s?(.{10,300}?)\s?-{3,}")
#: A separator of any language, where a quoted header stands right below it.
_HEADING: Final = re.compile(r"\s*([-_=*])\1{2,}\s?[^\W\d_][^\n]{2,60}?\s?[-_=*]{3,}\s*")
#: An address that ends a line and is closed on the next one.
_ADDRESS_OPEN: Final = re.compile(r"<[^<>\s]{1,120}@[^<>\s]{1,120}$")
_ADDRESS_LENGTH: Final = 250
_OPEN: Final = re.compile(r">(?:\s?[^\W\d_]|[:：,)]|\s*$)")
_RULE_SIGNS: Final = frozenset(" _=-–—*•")
_RULE: Final = re.compile(
    r"\s*(?:[_=-]{10,}|[-_]{5,}|(?=[-–—]*[–—])[-–—]{4,}|(?:\* ){3,}\*?|•{3,})\s*"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The lines that introduce a piece of history."""

    start: int
    #: The line after the last one.
    end: int
    #: True where a whole mail is carried along under its header, as in forwarding.
    carried: bool


def part_lines(text: str) -> list[str]:
    """Return the lines of ``text``, with breaks where a program lost them before history."""
    lines: list[str] = []
    for line in text.split("\n"):
        if (
            line[:1] == ">"
            and lines
            and _OPEN.match(line)
            and _ADDRESS_OPEN.search(lines[-1][-_ADDRESS_LENGTH:])
        ):
            # Gmail wraps its attribution before the sign that closes the address.
            lines[-1] += line
            continue
        if _SHORT < len(line) < _LONG and (":" in line or "：" in line) and not is_quoted(line):
            lines += [end for piece in break_attribution(line) for end in break_header(piece)]
        else:
            lines.append(line)
    return lines


def is_quoted(line: str) -> bool:
    """Tell whether a line bears a quote mark."""
    if ">" not in line or _QUOTE.match(line) is None:
        return False
    return not line.rstrip().endswith(">>>") or FRAMED.fullmatch(line) is None


def is_rule(line: str) -> bool:
    """Tell whether a line is nothing but a rule."""
    return line[:1] in _RULE_SIGNS and len(line) <= LENGTH and _RULE.fullmatch(line) is not None


def find_history(
    lines: Sequence[str], quoted: Sequence[bool], number: int, *, marked: bool = False
) -> History | None:
    """Return the introduction of history whose first label or last line is line ``number``.

    ``marked`` says that the lines stood behind quote marks, which were taken off.
    """
    line = lines[number].strip()
    if not line:
        return None
    end = find_header(lines, quoted, number)
    whole = (number, end) if end > number else find_memo(lines, number)
    if whole is not None:
        return History(start=_rise(lines, whole[0]), end=whole[1], carried=True)
    if is_invitation(line):
        return History(start=_rise(lines, number), end=number + 1, carried=False)
    if len(line) > LENGTH or not (line[-1] in _ENDS or _is_above(lines, quoted, number)):
        return None
    return _find_line(lines, quoted, number, marked=marked)


def _find_line(
    lines: Sequence[str], quoted: Sequence[bool], number: int, *, marked: bool
) -> History | None:
    """Return the separator that line ``number`` is, or the attribution that ends there."""
    line = lines[number].strip()
    if _is_separator(line):
        below = number + 1
        while below < len(lines) and not lines[below].strip():
            below += 1
        end = max(find_header(lines, quoted, below), number + 1)
        return History(start=_rise(lines, number), end=end, carried=True)
    between = _BETWEEN_DASHES.fullmatch(line)
    if between is not None and is_attribution(between[1] + ":"):
        return History(start=number, end=number + 1, carried=False)
    start = find_attribution(lines, quoted, number, marked=marked)
    return None if start is None else History(start=start, end=number + 1, carried=False)


def _is_above(lines: Sequence[str], quoted: Sequence[bool], number: int) -> bool:
    """Tell whether quoted lines follow a line."""
    below = next_line(lines, quoted, number + 1)
    return below is not None and quoted[below]


def next_line(lines: Sequence[str], quoted: Sequence[bool], number: int) -> int | None:
    """Return the next line that says something; a bare quote mark does."""
    found = (index for index in range(number, len(lines)) if lines[index].strip() or quoted[index])
    return next(found, None)


def _is_separator(line: str) -> bool:
    return len(line) <= LENGTH and _SEPARATOR.fullmatch(lower(line.strip())) is not None


def _rise(lines: Sequence[str], number: int) -> int:
    """Return where the rule or the separator above a header begins."""
    above = number - 1
    while above >= 0 and not lines[above].strip():
        above -= 1
    if above >= 0 and (
        is_rule(lines[above]) or _is_separator(lines[above]) or _HEADING.fullmatch(lines[above])
    ):
        return above
    return number
