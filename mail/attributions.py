"""Attributions: the line or lines above a quote that say who wrote when.

One is known by its parts (a verb of the tables, an address, a date) and its colon, not by one
language's form; it may be wrapped, also inside its date. The buyer's own "On Monday I wrote:" is
none. Pure and total.
"""

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

from mail import phrases
from mail.phrases import any_of, lower

#: An attribution is wrapped over at most this many lines, and no longer than this.
LINES: Final = 4
LENGTH: Final = 400
#: No line holds more than this many candidates worth a look.
_TRIES: Final = 3

ADDRESS: Final = re.compile(
    r"[\w.+'-]{1,80}@[\w-]+(?:\.[\w-]+)+|\[mailto:"
    r"|\[(?:e-?mail|mail|correo|adres|endere|indirizzo|メール)[^\]]{0,60}\]",
    re.IGNORECASE,
)
DAY: Final = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\d{4}\s?[年년]"
    r"|\d{1,2}\s?月\s?\d{1,2}\s?日"
)
CLOCK: Final = re.compile(r"(?<![\d.])\d{1,2}\s?[:.h時时]\s?\d{2}(?!\d|\.\d)")
#: A sentence that someone said, told by the buyer: no mail program quotes so.
_SPEECH: Final = re.compile(r"\s*[\"'„“”‚‘’«»‹›「『《〈]")
# These are looked for in lower case.
_WROTE: Final = re.compile(rf"(?:{any_of(phrases.WROTE)})(?![^\W\d_])")
#: Above this sign no blanks stand between words.
_EAST: Final = "\u2e80"
#: Verbs of such languages.
_WROTE_INSIDE: Final = re.compile(r"写道|寫道|写到|작성|쓴 글|のメール|書きました")
_WROTE_LAST: Final = re.compile(rf"(?:{any_of(phrases.WROTE)})\W*$")
_I_WROTE: Final = re.compile(
    rf"(?<!\w)(?:{any_of(phrases.FIRST_PERSON)})\s+(?:\w+\s+){{0,3}}(?:{any_of(phrases.WROTE)})"
)
#: An address as programs write it, and the words of those that tell no time.
_NAMED: Final = re.compile(r"[<(][^<>()\s]{1,80}@[^<>()\s]{1,80}[>)]")
_CITING: Final = re.compile(r"(?i:quoting|zitat von|citando|citation de|cytowanie|citerar)\s")
#: GroupWise frames its attribution in marks.
FRAMED: Final = re.compile(r"\s*>{3}\s.{3,200}\s>{3}\s*")
#: How attributions begin that are wrapped inside their date.
_OPENER: Final = re.compile(
    r"(?:On|Am|Le|El|Il|Em|Op|Den|W dniu|Dnia|Dne|Vào|在|於|Il giorno|A)\s", re.IGNORECASE
)
_ENDS: Final = frozenset(":：>)")
#: Without a colon only what stands right above marks is one.
_BARE_ENDS: Final = frozenset(">)")
_SENTENCE_ENDS: Final = frozenset(".!?。！？")

#: In the middle of a line, where a program lost the line breaks.
_INNER_START: Final = re.compile(
    r"(?:(?<=[^\s>]\s)|^\s*)(?:On|Am|Le|El|Il|Em|Op|Den|W dniu|Dnia|在)\s"
)
_INNER_END: Final = re.compile(rf"(?:{any_of(phrases.WROTE)}|>)\s?[:：](?=\s)")


def find_attribution(
    lines: Sequence[str], quoted: Sequence[bool], last: int, *, marked: bool = False
) -> int | None:
    """Return the first line of the attribution that ends with line ``last``, if one does.

    Where no quote marks follow, the buyer may tell who wrote what: then it needs an address or a
    day with its time, and no speech below it. ``marked`` says that all of it stood behind marks.
    """
    below = last + 1
    while below < len(lines) and not lines[below].strip() and not quoted[below]:
        below += 1
    followed = below < len(lines) and quoted[below]
    if lines[last].rstrip("*_ ")[-1:] not in _ENDS:
        # Newsreaders set no colon: "In message <id>, Ann writes".
        line = lower(lines[last][:LENGTH])
        return last if followed and _WROTE_LAST.search(line) and ADDRESS.search(line) else None
    if lines[last].rstrip()[-1:] in _BARE_ENDS:
        if FRAMED.fullmatch(lines[last]):
            return last
        # Older programs set no colon after name and address.
        line = lines[last][:LENGTH]
        return last if followed and ADDRESS.search(line) and DAY.search(line) else None
    sure = followed or marked
    if not sure and below < len(lines) and _SPEECH.match(lines[below]):
        return None
    joined = ""
    # From below, so that the buyer's sentence above a whole attribution is no part of it.
    for first in range(last, max(last - LINES, -1), -1):
        joined = f"{lines[first].strip()} {joined}".strip()
        if quoted[first] or not lines[first].strip() or len(joined) > LENGTH:
            break
        if is_attribution(joined, sure=sure):
            return _rise(lines, quoted, first)
    alone = lines[last].strip()
    return last if followed and len(alone) <= LENGTH and introduces(alone) else None


def _rise(lines: Sequence[str], quoted: Sequence[bool], first: int) -> int:
    """Return where an attribution begins that is wrapped above its line ``first``."""
    if _OPENER.match(lines[first].strip()):
        return first
    for number in range(first - 1, max(first - LINES, -1), -1):
        above = lines[number].strip()
        if quoted[number] or not above or above[-1] in _SENTENCE_ENDS:
            break
        if _OPENER.match(above):
            return number
    return first


def is_attribution(line: str, *, sure: bool = True) -> bool:
    """Tell whether a line that ends with a colon says who wrote when.

    Where it is not ``sure`` that history follows, a day alone does not make one.
    """
    address = ADDRESS.search(line) is not None
    day = DAY.search(line) is not None
    if not (address or day):
        return False
    folded = lower(line)
    wrote = _tells(folded)
    if wrote and _I_WROTE.search(folded):
        return False
    clock = CLOCK.search(line) is not None
    last = wrote and _WROTE_LAST.search(folded) is not None
    dated = day and (clock or (sure and last))
    named = _NAMED.search(line) is not None and (last or _CITING.match(line) is not None)
    return (address and (day or (clock and wrote))) or (wrote and dated) or named


def break_attribution(line: str) -> list[str]:
    """Return a line in up to three pieces, the middle one an attribution that stood inside it."""
    for end in islice(_INNER_END.finditer(lower(line)), _TRIES):
        reach = max(end.end() - LENGTH, 0)
        starts = [found.start() for found in _INNER_START.finditer(line, reach, end.start())]
        for start in reversed(starts[-_TRIES:]):
            piece = line[start : end.end()]
            # At the beginning of a line the buyer may tell a story: then an address is needed.
            told = line[:start].strip() or ADDRESS.search(piece)
            if told and is_attribution(piece, sure=False):
                return [line[:start], line[start : end.end()], line[end.end() :]]
    return [line]


def introduces(line: str) -> bool:
    """Tell whether a line may say who wrote: with quoted lines right below it, less is enough."""
    folded = lower(line)
    if _WROTE_LAST.search(folded) or ADDRESS.search(line):
        return True
    return DAY.search(line) is not None and (CLOCK.search(line) is not None or _tells(folded))


def _tells(folded: str) -> bool:
    """Tell whether a verb of the tables stands in a line in lower case as a word of its own."""
    borders = (folded[found.start() - 1 : found.start()] for found in _WROTE.finditer(folded))
    return any(not sign.isalpha() or sign > _EAST for sign in borders) or (
        not folded.isascii() and _WROTE_INSIDE.search(folded) is not None
    )
