"""The header of a quoted mail, written into the text: From, Sent, To, Subject under each other.

A block has a label for the sender and two of the others, in any order and language of the tables,
and an address among its values, or a subject and a date: a buyer's "From: Berlin, To: Munich" is
none.
Pure and total.
"""

import re
from collections.abc import Sequence
from itertools import islice, pairwise
from typing import Final

from mail import phrases
from mail.attributions import ADDRESS, DAY
from mail.phrases import any_of, lower

_LINES: Final = 14
#: Lines between two labels that may belong to a wrapped list of recipients.
_STRAY: Final = 2
#: Labels beside From that make a block.
_OTHERS: Final = 2
#: A label stands at the beginning of its line, dressed up at most a little.
_REACH: Final = 32
_DRESS: Final = " \t*_|\u3000"
#: No value is looked at further than this.
_VALUE: Final = 300

_SORTS: Final = (
    ("from", phrases.FROM),
    ("sent", phrases.SENT),
    ("to", phrases.TO),
    ("subject", phrases.SUBJECT),
)
#: What a label may mean: "de" is the sender in French, and nothing else; "da" is not always.
_LABELS: Final = {
    label: frozenset(sort for sort, words in _SORTS if label in words)
    for _, labels in _SORTS
    for label in labels
}
_NOTHING: Final = frozenset[str]()
#: The same labels in the middle of a line, where a program lost the line breaks.
_INNER: Final = re.compile(
    rf"(?<!\S)\**({any_of(label for label in _LABELS if len(label) > 1)})\s?[:：](?=\s|\*)"
)
_INNER_REACH: Final = 500
_INNER_TRIES: Final = 12
_INNER_VALUE: Final = 80


def find_header(lines: Sequence[str], quoted: Sequence[bool], number: int) -> int:
    """Return the line after the header that begins at ``number``, else ``number``."""
    if number >= len(lines) or _label(lines[number]) is None:
        return number
    sorts: set[str] = set()
    day = address = False
    last, strays, blank = number, 0, False
    for index in range(number, min(number + _LINES, len(lines))):
        found = _label(lines[index])
        if quoted[index] or (blank and found is None):
            break
        if found is not None:
            sorts |= found[0]
            strays, blank, last = 0, False, index + 1
            day = day or DAY.search(found[1]) is not None
            address = address or ADDRESS.search(found[1]) is not None
        elif not lines[index].strip():
            blank = True
        else:
            strays += 1
            if strays > _STRAY:
                break
    others = len(sorts & {"sent", "to", "subject"})
    # A parcel goes from one town to another on a day as well.
    told = address or ("subject" in sorts and (day or "sent" in sorts))
    enough = "from" in sorts and others >= _OTHERS and told
    return last if enough and last > number + 1 else number


def label_of(line: str) -> frozenset[str]:
    """Return what a label means that begins a line, or stands on it alone."""
    found = _label(line)
    return _LABELS.get(lower(line.strip(_DRESS)), _NOTHING) if found is None else found[0]


def break_header(line: str) -> list[str]:
    """Return a line in pieces, a new one before each label of a header that stood inside it."""
    if line.count(":") + line.count("：") <= _OTHERS:
        return [line]
    labels = list(islice(_INNER.finditer(lower(line)), _INNER_TRIES))
    for number, found in enumerate(labels):
        near = [one for one in labels[number:] if one.start() - found.start() < _INNER_REACH]
        sorts = frozenset[str]().union(*(_LABELS[one[1].lower()] for one in near))
        if "from" not in _LABELS[found[1].lower()] or not {"sent", "subject"} <= sorts:
            continue
        piece = line[found.start() : near[-1].end() + _INNER_VALUE]
        # Some languages write "to" with one letter, which is not looked for here.
        if "to" in sorts or ADDRESS.search(piece) or DAY.search(piece):
            starts = [0, *(one.start() for one in near), len(line)]
            return [line[start:end] for start, end in pairwise(starts)]
    return [line]


def _label(line: str) -> tuple[frozenset[str], str] | None:
    """Return what the label at the beginning of a line may mean, and its value."""
    label, colon, _ = line[:_REACH].replace("：", ":").partition(":")
    told = _LABELS.get(label.strip(_DRESS).lower()) if colon else None
    return None if told is None else (told, line[len(label) + 1 :][:_VALUE])
