"""The words that gave a case its tags, marked by who spoke: a rule's solid, the model's dotted.

Marks may overlap; the text is cut where one begins or ends, so that every piece of it knows all
who point to it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from cases.values import Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of a letter's text."""

    text: str
    #: Who points to it: rule, model, both, or "" for nobody.
    by: str = ""
    #: For what, in the order of the tags.
    tags: tuple[str, ...] = ()


def cut(text: str, tags: Iterable[Tag]) -> list[Piece]:
    """Return the text in pieces; spans that do not lie in it are left out."""
    marks = [
        (span.start, span.end, "rule" if span.by.startswith("rule:") else "model", tag.tag)
        for tag in tags
        for span in tag.spans
        if 0 <= span.start < span.end <= len(text)
    ]
    edges = sorted({0, len(text), *(mark[0] for mark in marks), *(mark[1] for mark in marks)})
    pieces = []
    for start, end in pairwise(edges):
        over = [mark for mark in marks if mark[0] <= start and mark[1] >= end]
        speakers = {mark[2] for mark in over}
        pieces.append(
            Piece(
                text=text[start:end],
                by="both" if len(speakers) > 1 else "".join(speakers),
                tags=tuple(dict.fromkeys(mark[3] for mark in over)),
            )
        )
    return pieces
