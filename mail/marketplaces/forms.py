"""The labelled fields of a marketplace's form: "Return reason: Wrong item was sent".

A label of the tables stands at the beginning of its line with a colon behind it, and so does a line
that tells when something was asked. Its value is what stands beside it, else on the next line; a
comment goes on until the next label, or until a sentence that is the marketplace's again; where
none has a label, it is what stands right beneath the reason. Where a label comes twice the first
one counts. Pure and total.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile
from typing import Final

from mail.marketplaces.form_words import AFTER_COMMENT, LABELS, RETURN_REASONS, TOLD_TIME, Field

#: No form is longer, and no label of one.
_LENGTH: Final = 20_000
_LABEL_LENGTH: Final = 48
_DRESS: Final = " \t\xa0\u3000*•·-–|"
#: A paragraph after which a form says nothing of the buyer's any more.
_AFTER: Final = re.compile(
    rf"(?i)\n\s*\n\s*(?=[^\n]*(?:{'|'.join(AFTER_COMMENT)}))|\n[^\n]*(?:commMgrTok|SPC-[A-Z])"
)
_OURS: Final = re.compile(rf"(?i){'|'.join(AFTER_COMMENT)}")
_NUMBER: Final = re.compile(r"\d{1,6}")
_TOLD_TIME: Final = re.compile(TOLD_TIME)
#: A value that is a day, and perhaps an hour, and no more.
_TIME: Final = re.compile(r"(?=.*\d)[^\n!?。！？]{4,40}$")
_RETURN_REASONS: Final = frozenset(RETURN_REASONS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The fields of a form."""

    fields: Mapping[Field, str] = field(default_factory=dict)
    #: True where a label says that something is to be sent back.
    returning: bool = False

    def get(self, name: Field) -> str:
        """Return a field's value, "" where it is not there."""
        return self.fields.get(name, "")

    @property
    def quantity(self) -> int | None:
        """How many articles it is about."""
        found = _NUMBER.search(self.get(Field.QUANTITY))
        return int(found[0]) if found is not None else None


# A mail's words and its notice are read out of the same form.
@lru_cache(maxsize=4)
def read_form(text: str) -> Form:
    """Return the labelled fields in ``text``; none at all is an empty form."""
    values: list[tuple[Field, list[str]]] = []
    returning = False
    for line in text[:_LENGTH].split("\n"):
        label, value = _part(line)
        told = LABELS.get(label) if label else None
        if label and told is None and _TIME.match(value) and _TOLD_TIME.fullmatch(label):
            # A comment ends before it, and the marketplace's day is none that the buyer names.
            told = Field.OTHER
        if told is not None:
            values.append((told, [value]))
            returning = returning or label in _RETURN_REASONS
        elif values:
            values[-1][1].append(line)
    fields: dict[Field, str] = {}
    for name, lines in values:
        value = _value(name, lines)
        if value or name not in fields:
            fields.setdefault(name, value)
    if Field.COMMENT not in fields:
        beneath = next((_beneath(lines) for name, lines in values if name is Field.REASON), "")
        fields |= {Field.COMMENT: beneath} if beneath else {}
    return Form(fields=fields, returning=returning)


def _part(line: str) -> tuple[str, str]:
    """Return what stands before the first colon, as labels are written, and what behind it."""
    label, colon, value = line.replace("：", ":").partition(":")
    # The Turkish capital would become two signs, and apostrophes are of two kinds.
    told = (
        label.strip(_DRESS).replace("İ", "i").replace("’", "'").lower()
        if colon and len(label) <= _LABEL_LENGTH
        else ""
    )
    return told, value.strip(_DRESS)


def _beneath(lines: list[str]) -> str:
    """Return the buyer's words right beneath a reason, up to a blank line or a label."""
    below = lines[1:] if lines[0] else lines[2:]
    said = takewhile(
        lambda line: line.strip() and not _part(line)[0] and not _OURS.search(line), below
    )
    return "\n".join(said).strip()


def _value(name: Field, lines: list[str]) -> str:
    if name is Field.COMMENT:
        return _AFTER.split("\n".join(lines), maxsplit=1)[0].strip()
    return next((line.strip() for line in lines if line.strip()), "")
