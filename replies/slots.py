"""The words a template may use, and how it is filled with them.

A filled text has no blank at the end of a line, no two empty lines in a row and none at its ends,
whichever branches its template took. Raises what the template raises: after ``replies.proof``,
nothing.
"""

import re
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Final

from jinja2 import Template

_TRAILING_BLANKS: Final = re.compile(r"[ \t]+$", re.MULTILINE)

_EMPTY_LINES: Final = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """What a template is filled with."""

    #: The order the letter is about; None where it names none.
    order_id: str | None
    #: The promised time in words; None where none is stated.
    promised: str | None
    #: The name the text is signed with.
    brand: str
    #: How many photos came with the letter.
    photos: int = 0
    #: What happened to a giveaway: one of ``TROUBLES``; "" where it is something else.
    trouble: str = ""
    #: True where Amazon ships the order and its own service can look into the matter as well.
    fba: bool = False


#: Tag beside ``free-gift`` to what happened to the giveaway.
TROUBLES: Final = MappingProxyType(
    {"missing-item": "missing", "damaged": "damaged", "wrong-item": "substituted"}
)


#: The names a template may use.
NAMES: Final = frozenset(one.name for one in fields(Slots))


def fill(template: Template, slots: Slots) -> str:
    """Return the text of ``template``, without blanks at line ends and with single empty lines.

    A template that names anything but ``NAMES`` raises ``jinja2.UndefinedError``.
    """
    text = _TRAILING_BLANKS.sub("", template.render({name: getattr(slots, name) for name in NAMES}))
    return _EMPTY_LINES.sub("\n\n", text).strip()
